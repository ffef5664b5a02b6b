import type { Nm } from '#core/base/units.ts'
import type { Problem } from '#core/base/problem.ts'

/** One placed part, nm, in the axes of the file. */
export interface PlacementRow {
  readonly ref: string
  readonly value: string | null
  readonly footprint: string | null
  readonly x: Nm
  readonly y: Nm
  /** Degrees, counterclockwise as written; null when not given. */
  readonly rotation: number | null
  readonly side: 'top' | 'bottom' | null
  readonly line: number
}

export interface Placement {
  /** In file order; may be empty. */
  readonly rows: readonly PlacementRow[]
  readonly unit: 'mm' | 'mil' | 'inch'
  /** False when neither file nor columns name a unit and millimetres were assumed. */
  readonly unitDeclared: boolean
  readonly problems: readonly Problem[]
}

/** One line of a bill of materials. */
export interface BomRow {
  /** References in the order written, ranges such as `R1-R4` spelled out. */
  readonly refs: readonly string[]
  readonly value: string | null
  readonly footprint: string | null
  readonly description: string | null
  readonly quantity: number | null
  /** Ordering columns by their heading, e.g. `{ "LCSC Part #": "C1525", "MPN": "…" }`; empty cells are left out. */
  readonly partNumbers: Readonly<Record<string, string>>
  /** False when the list says that the part is not fitted, true when it says it is, null when it does not say. */
  readonly fitted: boolean | null
  readonly line: number
}

export interface Bom {
  /** In file order; may be empty. */
  readonly rows: readonly BomRow[]
  readonly problems: readonly Problem[]
}
