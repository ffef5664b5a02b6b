import type { Point } from '#core/base/box.ts'
import type { CheckCategory, MetricUnit, Severity } from '#core/checks/check.ts'

/** A judged finding, as in the JSON contract `boardproof.check/1`. Lengths mm, y up. */
export interface Finding {
  readonly fingerprint: string
  readonly checkId: string
  readonly severity: Severity
  /** `limit` blocks (when severity is error), `target` advises. */
  readonly tier: 'limit' | 'target'
  readonly message: string
  readonly cause: string
  readonly layers: readonly string[]
  readonly measured: number | null
  readonly limit: number | null
  readonly unit: MetricUnit
  readonly at: { readonly x: number; readonly y: number } | null
  readonly witness: readonly Point[]
  readonly boundsMm: readonly [number, number, number, number] | null
  readonly nets: readonly string[]
  readonly objects: readonly string[]
  readonly files: readonly { readonly path: string; readonly line: number }[]
  readonly fix: string
  readonly basis: 'measured' | 'inferred'
}

export type Outcome = 'clean' | 'flagged' | 'skipped' | 'crashed'

export interface CheckOutcome {
  readonly id: string
  readonly title: string
  readonly category: CheckCategory
  readonly tier: 1 | 2 | 3
  readonly outcome: Outcome
  /** Skipped: what was missing. Crashed: the error's text. */
  readonly reason?: string
  readonly measured: {
    readonly value: number
    readonly unit: MetricUnit
    readonly at: { readonly x: number; readonly y: number } | null
    readonly layer: string | null
    readonly witness: readonly Point[]
  } | null
  readonly limit: number | null
  readonly target: number | null
  readonly limitSource: string | null
  readonly findings: number
  readonly ms: number
}
