import type { Mm } from '#core/base/units.ts'
import type { CheckDefinition, CheckRun, LimitSpec, Measured, Reach } from '#core/checks/check.ts'
import type { Board } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'

type Messages = Readonly<Record<string, string>>
type Limits = Readonly<Record<string, LimitSpec>>

/** What a check's `run` reports with: typed to the check's own message and limit names. */
export interface Report<M extends string, L extends string> {
  (measured: Measured<M, L>): void
  /** Notes a value as a candidate for the board's extreme without making it a finding. */
  extreme(measured: Measured<M, L>): void
  /** A finding that does not count for the board's extreme: copper text beside conductors. */
  aside(measured: Measured<M, L>): void
}

type Declared<M extends Messages, L extends Limits> = Omit<CheckDefinition, 'messages' | 'limits' | 'run'> & {
  readonly messages: M
  readonly limits: L
  /** Reports what it measured; returns a sentence when it could not measure (the check is then skipped). */
  run(
    board: Board,
    measures: Measures,
    report: Report<Extract<keyof M, string>, Extract<keyof L, string>>,
    reach: Readonly<Record<keyof L, Mm>>,
  ): string | void
}

const worse = (direction: LimitSpec['direction'], a: number, b: number): boolean => (direction === 'min' ? a < b : a > b)

/** Declares a check; the id is also its file name, test name and catalogue id. */
export const defineCheck = <const M extends Messages, const L extends Limits>(declared: Declared<M, L>): CheckDefinition => ({
  ...declared,
  run(board: Board, measures: Measures, reach: Reach): CheckRun {
    const measured: Measured[] = []
    let extreme: Measured | null = null
    const consider = (m: Measured): void => {
      const { direction, unit } = declared.limits[m.limit as keyof L]!
      if (unit === 'count' || unit === 'bool') return
      if (!extreme || worse(direction, m.value, extreme.value)) extreme = m
    }
    const report = Object.assign(
      (m: Measured): void => {
        measured.push(m)
        consider(m)
      },
      { extreme: consider, aside: (m: Measured): void => void measured.push(m) },
    )
    const reason = declared.run(board, measures, report, reach as Readonly<Record<keyof L, Mm>>)
    return typeof reason === 'string' ? { kind: 'skipped', reason } : { kind: 'measured', measured, extreme }
  },
})

/** A length limit: measured must be at least this. */
export const atLeastMm = (limit: Mm, target: Mm | null, source: string, capability: readonly string[] = []): LimitSpec => ({
  unit: 'mm',
  direction: 'min',
  limit,
  target,
  source,
  capability,
})

/** A length limit: measured must be at most this. */
export const atMostMm = (limit: Mm, target: Mm | null, source: string, capability: readonly string[] = []): LimitSpec => ({
  unit: 'mm',
  direction: 'max',
  limit,
  target,
  source,
  capability,
})

/** No occurrence is allowed. */
export const none = (source: string): LimitSpec => ({ unit: 'count', direction: 'count', limit: 0, target: null, source })
