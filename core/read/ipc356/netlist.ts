import type { Nm } from '#core/base/units.ts'
import type { Problem } from '#core/base/problem.ts'

export type NetlistPointKind = 'through' | 'smd' | 'tooling' | 'blind' | 'other'

/** One test point of an IPC-D-356 netlist. Lengths nm, y up. */
export interface NetlistPoint {
  readonly kind: NetlistPointKind
  /** Net name, long names resolved; null for "N/C" and for points without a net. */
  readonly net: string | null
  /** Reference designator; null for vias and where none is given. */
  readonly ref: string | null
  readonly pin: string | null
  readonly via: boolean
  /** The point lies between others of its net (M), not at an end. */
  readonly midPoint: boolean
  readonly x: Nm
  readonly y: Nm
  /** As written: 0 = both sides, 1 = top, n = layer n; null when not given. */
  readonly access: number | null
  /** From `access`: the highest layer that the file names is the bottom. */
  readonly side: 'top' | 'bottom' | 'inner' | 'both' | null
  readonly hole: Nm | null
  readonly plated: boolean | null
  /** Extent of the pad; a round pad has only a width (height null). */
  readonly padWidth: Nm | null
  readonly padHeight: Nm | null
  /** Degrees, counterclockwise; null when not given. */
  readonly rotation: number | null
  /** Which sides are covered by soldermask: 0 none, 1 top, 2 bottom, 3 both; null when not given. */
  readonly maskedSides: number | null
  /** A further record of the feature before it (pad on the other side, its hole). */
  readonly continues: boolean
  readonly line: number
}

export interface Netlist {
  /** In file order; may be empty. */
  readonly points: readonly NetlistPoint[]
  /** Distinct net names in the order met. */
  readonly nets: readonly string[]
  readonly unit: 'mm' | 'inch'
  /** Highest access layer that the file names, at least 1 when it names any; null when it names none. */
  readonly highestLayer: number | null
  readonly generator: string | null
  readonly ended: boolean
  readonly problems: readonly Problem[]
}
