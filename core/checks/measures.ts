import type { Point } from '#core/base/box.ts'
import type { Mm } from '#core/base/units.ts'
import type { Board, Layer } from '#core/board/board.ts'
import type { NamedNets } from '#core/board/nets/named-nets.ts'
import type { Image } from '#core/geometry/image.ts'

/** A distance between two places, mm. `a` and `b` are the nearest points; negative = overlap by that depth. */
export interface Distance {
  readonly value: Mm
  readonly a: Point
  readonly b: Point
}

/** A gap on one layer between two components. */
export interface LayerGap extends Distance {
  readonly componentA: number
  readonly componentB: number
}

/**
 * Copper around one hole on one layer, `a` on the wall, `b` on the copper's outline. Axis in copper: the thinnest ring,
 * negative on breakout. Axis not in copper: wall to the nearest copper, Infinity when there is none near.
 */
export interface Ring extends Distance {
  readonly hole: number
  /** The component that holds the hole's axis; -1 when the axis is not in copper. */
  readonly component: number
  /** The component that the edge point belongs to; -1 when there is no copper near. */
  readonly nearest: number
}

/** A place where copper is narrower than asked. */
export interface Neck extends Distance {
  readonly component: number
  readonly kind: 'trace' | 'neck' | 'sliver'
  /** How far the two sides face each other, mm. */
  readonly length: Mm
}

/** A drawn conductor whose both flanks are copper boundary. */
export interface Conductor {
  readonly width: Mm
  /** A place on the centre line where both flanks are visible, mm. */
  readonly at: Point
  readonly witness: readonly [Point, Point]
  /** Index into the layer's plotted objects. */
  readonly object: number
  readonly component: number
  /** Visible length of this and the joined strokes of the same width, mm. */
  readonly length: Mm
}

export interface HoleGap extends Distance {
  readonly holeA: number
  readonly holeB: number
}

export interface NetInfo {
  readonly id: number
  readonly name: string | null
}

/**
 * What the checks measure with: every costly query once per board, shared by all checks. Points and lengths are mm;
 * component numbers are those of the layer's image.
 */
export interface Measures {
  /** Copper layers from top to bottom. */
  readonly copper: readonly Layer[]
  /** Composes all copper images; later calls cost nothing. */
  composeCopper(): void
  image(layer: Layer): Image
  /** @returns the component at a place in mm, -1 outside copper */
  componentAt(layer: Layer, at: Point): number
  nets(): {
    readonly count: number
    /** Of the nets that have one. */
    names(): readonly string[]
    of(layer: Layer, component: number): NetInfo
    ofHole(hole: number): NetInfo | null
  }
  /** What X2 names and a netlist say about the nets: shorts and opens. */
  connectivity(): Pick<NamedNets, 'shorts' | 'opens' | 'labelled' | 'netlistRefused'>
  /** Gaps between different nets up to `within`, every separate place once, and the layer's narrowest gap. */
  gaps(layer: Layer, within: Mm): readonly LayerGap[]
  closest(layer: Layer): LayerGap | null
  /** Narrow places up to `within`. */
  necks(layer: Layer, within: Mm): readonly Neck[]
  conductors(layer: Layer): readonly Conductor[]
  /** One entry per hole that passes the layer, in hole order. */
  rings(layer: Layer): readonly Ring[]
  /** 1 for components of the layer that lie wholly inside a hole: drill marks. */
  drillMarks(layer: Layer): Uint8Array
  /** Hole walls closer than `within`; overlaps are negative. */
  holeGaps(within: Mm): readonly HoleGap[]
  /** Copper nearer to the board edge or a cut-out than `within`; outside is negative. One entry per place. */
  edgeGaps(layer: Layer, within: Mm): readonly (Distance & { readonly component: number })[]
  /** Walls of plated holes nearer than `within` to copper of another net; the hole's own land is never meant. */
  holeClearances(layer: Layer, within: Mm): readonly (Distance & { readonly hole: number; readonly component: number })[]
  /** Gaps up to `within` between two parts of one net that face each other: notches and slots in the copper. */
  sameNetGaps(layer: Layer, within: Mm): readonly LayerGap[]
  /** Places where the boundaries of two layers come nearer than `within`; crossing boundaries are 0. */
  between(one: Layer, other: Layer, within: Mm): readonly LayerGap[]
  /** Works something out once per board and keeps it under the key. */
  once<T>(key: string, make: () => T): T
}

/** @returns the middle of the measured line */
export const middle = ({ a, b }: Distance): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

/** @returns true for top and bottom copper */
export const isOuter = (layer: Layer): boolean => layer.side === 'top' || layer.side === 'bottom'

/** @returns a hole as text for a person: "hole T3, line 120" */
export const holeText = (board: Board, hole: number): string => {
  const { holes } = board
  const file = board.files[holes.file[hole]!]
  return `hole T${holes.tool[hole]} ${(holes.diameter[hole]! / 1e6).toFixed(3)} mm (${file?.path ?? '?'}:${holes.line[hole]})`
}

/** @returns the middle of a hole or slot, mm */
export const holePlace = ({ holes }: Board, hole: number): Point => [
  (holes.x0[hole]! + holes.x1[hole]!) / 2e6,
  (holes.y0[hole]! + holes.y1[hole]!) / 2e6,
]

/** @returns a hole's file and line, for findings */
export const holeSource = (board: Board, hole: number): { readonly path: string; readonly line: number } => ({
  path: board.files[board.holes.file[hole]!]?.path ?? '',
  line: board.holes.line[hole]!,
})

/** @returns names of the nets, `N12` for a net without a name, without repeats */
export const netNames = (...nets: readonly (NetInfo | null)[]): readonly string[] => [
  ...new Set(nets.flatMap((net) => (net ? [net.name ?? `N${net.id}`] : []))),
]
