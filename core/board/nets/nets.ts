import type { Point } from '#core/base/box.ts'

/** A connected piece of copper on one layer. */
export interface NetNode {
  /** Layer id. */
  readonly layer: string
  /** Component of the layer's image. */
  readonly component: number
}

/** Copper components joined through plated holes. */
export interface Net {
  /** Index into `Nets.nets`. */
  readonly id: number
  /** The name found most often on its copper; null when none was found. */
  readonly name: string | null
  /** All names found on it, most frequent first; more than one is a short unless a net tie declares them. */
  readonly names: readonly string[]
  /** From top to bottom; never empty. */
  readonly nodes: readonly NetNode[]
  /** Rows of `Board.holes`, ascending; may be empty. */
  readonly holes: readonly number[]
}

/** What says that a place belongs to a net. */
export interface NetLabel {
  /** One name, or several where the object ties nets together. */
  readonly names: readonly string[]
  readonly net: number
  /** mm. */
  readonly at: Point
  readonly layer: string
  /** 1-based line in the file that says it. */
  readonly line: number
  readonly source: 'flash' | 'draw' | 'region' | 'netlist'
}

/** One net that carries several names without declaring them as tied. */
export interface NetShort {
  readonly net: number
  /** The first label of each name, most frequent name first. */
  readonly labels: readonly NetLabel[]
}

/** One name on several nets. */
export interface NetOpen {
  readonly name: string
  /** The first label on each net, the net with most labels first. */
  readonly labels: readonly NetLabel[]
}

/** The connectivity worked out from the artwork. */
export interface Nets {
  readonly nets: readonly Net[]
  /** By layer id, copper layers only: net of each component. */
  readonly netOf: ReadonlyMap<string, Int32Array>
  /** Net of each hole of the board, -1 for non-plated holes and holes without copper. */
  readonly netOfHole: Int32Array
  readonly shorts: readonly NetShort[]
  readonly opens: readonly NetOpen[]
}
