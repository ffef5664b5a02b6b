import type { Mm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'
import type { BoardDescription } from '#core/builder/description.ts'
import type { Random } from '#core/builder/random.ts'

/** A fault that was built into a board, and how a review may name it. */
export interface PlantedFault {
  readonly kind: string
  /** Any of these check ids is a right answer. */
  readonly checks: readonly string[]
  /** Where, mm; null for a fault of a whole layer or of the package. */
  readonly at: Point | null
  /** What should be measured there, mm; null where nothing is measured. */
  readonly value: Mm | null
  readonly note: string
  /** How far from `at` the measured line may lie, mm. */
  readonly within: Mm
}

/** A finding this near to a fault's place means it. */
const NEAR_MM = 0.3

export interface Planted {
  readonly board: BoardDescription
  readonly fault: PlantedFault
}

/** Builds one fault into a board; null where the board has no place for it. */
export type Planting = (board: BoardDescription, random: Random) => Planted | null

export const planted = (
  board: BoardDescription,
  kind: string,
  checks: readonly string[],
  at: Point | null,
  value: Mm | null = null,
  { note = '', reach = 0 }: { readonly note?: string; readonly reach?: Mm } = {},
): Planted => ({ board, fault: { kind, checks, at, value, note, within: NEAR_MM + reach } })
