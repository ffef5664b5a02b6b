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
  /** Where the measured line touches it: anywhere within `radius` of `line`, mm. A fault at one spot has a line of no length. */
  readonly line: readonly [Point, Point]
  readonly radius: Mm
}

/** What is longer than a spot, or lies around one. */
export interface Extent {
  readonly line?: readonly [Point, Point]
  readonly radius?: Mm
  readonly note?: string
}

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
  { note = '', line, radius = 0 }: Extent = {},
): Planted => ({ board, fault: { kind, checks, at, value, note, line: line ?? [at ?? [0, 0], at ?? [0, 0]], radius } })
