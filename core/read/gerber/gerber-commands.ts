import type { Problem } from '#core/base/problem.ts'
import type { ConstructCount } from '#core/read/gerber/construct-log.ts'
import type { Statement, Unit } from '#core/read/gerber/statement.ts'

export const OP_DRAW = 1
export const OP_MOVE = 2
export const OP_FLASH = 3
export const OP_ARC_CW = 4
export const OP_ARC_CCW = 5
/** `x` = D-code. */
export const OP_SELECT = 6
export const OP_REGION_START = 7
export const OP_REGION_END = 8
/** `x` = index into `statements`. */
export const OP_STATEMENT = 9

export const QUADRANT_UNSET = 0
export const QUADRANT_SINGLE = 1
export const QUADRANT_MULTI = 2

/**
 * The commands of a Gerber file in file order, as columns. Coordinates are absolute and in file units (counts of the
 * smallest digit of the format), modal values filled in; the latest `resolution` statement says what one count is.
 */
export interface GerberCommands {
  readonly count: number
  readonly kind: Uint8Array
  readonly x: Float64Array
  readonly y: Float64Array
  /** Offset of the first byte of the command. */
  readonly at: Uint32Array
  /** One row per arc command, in the order of the arc commands: centre offsets in counts, quadrant mode in force. */
  readonly arcs: { readonly count: number; readonly i: Float64Array; readonly j: Float64Array; readonly quadrant: Uint8Array }
  readonly statements: readonly Statement[]
  /** Offset of the first byte of each line; entry 0 is 0. */
  readonly lineStarts: Uint32Array
  /** The first unit declared; null when none was. Lengths of statements before it are in this unit too. */
  readonly unit: Unit | null
  readonly format: CoordinateFormat | null
  readonly negativeImage: boolean
  /** First `MAX_TEXTS` comments (G04, not attributes) and names (IN, LN), as written. */
  readonly comments: readonly string[]
  readonly names: readonly string[]
  /** Whether M02 (or M00, M30) was met. */
  readonly ended: boolean
  readonly problems: readonly Problem[]
  readonly constructs: readonly ConstructCount[]
}

export interface CoordinateFormat {
  readonly integer: number
  readonly decimal: number
  /** Which zeros the file omits. */
  readonly zeros: 'leading' | 'trailing' | 'none'
}

/** Readings to force on a file whatever it says, for comparing alternatives. */
export interface ReadAssumptions {
  readonly unit?: Unit
  readonly integer?: number
  readonly decimal?: number
  readonly zeros?: CoordinateFormat['zeros']
  readonly quadrant?: 'single' | 'multi'
}

/** Most comments and names kept per file. */
export const MAX_TEXTS = 50
