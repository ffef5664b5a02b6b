import { reachOf, resolveLimits } from '#core/capability/limits.ts'
import type { Capability } from '#core/capability/capability.ts'
import type { Board } from '#core/board/board.ts'
import type { CheckDefinition, CheckRun, Measured } from '#core/checks/check.ts'
import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import { Fingerprints } from '#core/checks/fingerprint.ts'
import { judge } from '#core/checks/judge.ts'
import type { Measures } from '#core/checks/measures.ts'
import { missingNeed } from '#core/checks/needs.ts'

/** What one check measured on a board, before any capability judges it. Plain data: it can be stored and judged again. */
export interface RawOutcome {
  readonly id: string
  readonly run: CheckRun | { readonly kind: 'crashed'; readonly reason: string }
  readonly ms: number
}

/** What the judging needs to know about the board; plain data. */
export interface JudgeContext {
  /** Lower left corner of the board, mm: fingerprints are relative to it. */
  readonly origin: readonly [number, number]
  /** Layer id -> shown name. */
  readonly layerNames: Readonly<Record<string, string>>
  /** Layer id -> the file's own resolution, mm. */
  readonly resolution: Readonly<Record<string, number>>
}

export interface Judged {
  readonly outcome: CheckOutcome
  readonly findings: readonly Finding[]
}

const NO_RESOLUTION_MM = 0.0005

/**
 * Runs one check. A missing input gives `skipped` with what is missing; an exception gives `crashed`: neither is clean.
 * @param clock milliseconds, monotonic
 */
export const runCheck = (
  check: CheckDefinition,
  board: Board,
  measures: Measures,
  clock: () => number,
  extra: readonly Capability[] = [],
): RawOutcome => {
  const start = clock()
  const done = (run: RawOutcome['run']): RawOutcome => ({ id: check.id, run, ms: clock() - start })
  const missing = missingNeed(check.needs, board)
  if (missing) return done({ kind: 'skipped', reason: missing })
  try {
    return done(check.run(board, measures, reachOf(check, extra)))
  } catch (error) {
    return done({ kind: 'crashed', reason: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) })
  }
}

const toleranceOf = ({ layers }: Measured, { resolution }: JudgeContext): number => {
  if (!layers?.length) return NO_RESOLUTION_MM
  let coarsest = -Infinity
  for (const id of layers) coarsest = Math.max(coarsest, resolution[id] ?? NO_RESOLUTION_MM)
  return coarsest
}

const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 } as const

const marginOf = (f: Finding): number => (f.measured === null || !f.limit ? 0 : Math.abs(f.measured - f.limit) / Math.abs(f.limit))

/** Worst first: by severity, then by how far the limit is missed, then from left to right and upwards. */
const sorted = (findings: readonly Finding[]): readonly Finding[] => {
  const severity = Uint8Array.from(findings, (f) => SEVERITY_ORDER[f.severity])
  const margin = Float64Array.from(findings, marginOf)
  const x = Float64Array.from(findings, (f) => f.at?.x ?? 0)
  const y = Float64Array.from(findings, (f) => f.at?.y ?? 0)
  const order = Array.from(findings.keys())
  order.sort((a, b) => severity[a]! - severity[b]! || margin[b]! - margin[a]! || x[a]! - x[b]! || y[a]! - y[b]!)
  return order.map((k) => findings[k]!)
}

/** Judges what a check measured against a capability: pure, fast, repeatable. Findings come worst first. */
export const judgeCheck = (check: CheckDefinition, raw: RawOutcome, capability: Capability, context: JudgeContext): Judged => {
  const limits = resolveLimits(check, capability)
  const base = { id: check.id, title: check.title, category: check.category, tier: check.tier, ms: raw.ms }
  if (raw.run.kind !== 'measured') {
    const none = { measured: null, limit: null, target: null, limitSource: null, findings: 0 }
    return { outcome: { ...base, ...none, outcome: raw.run.kind, reason: raw.run.reason }, findings: [] }
  }
  const fingerprints = new Fingerprints(context.origin)
  const nameOf = (id: string): string => context.layerNames[id] ?? id
  const findings: Finding[] = []
  for (const m of raw.run.measured) {
    const found = judge(check, limits, m, toleranceOf(m, context), nameOf, fingerprints)
    if (found) findings.push(found)
  }
  const { extreme } = raw.run
  const limit = limits[extreme?.limit ?? Object.keys(check.limits)[0]!]!
  return {
    outcome: {
      ...base,
      outcome: findings.length ? 'flagged' : 'clean',
      measured: extreme && {
        value: extreme.value,
        unit: limit.unit,
        at: extreme.at && { x: extreme.at[0], y: extreme.at[1] },
        layer: extreme.layers?.[0] ?? null,
        witness: extreme.witness ?? [],
      },
      limit: limit.limit,
      target: limit.target,
      limitSource: limit.source,
      findings: findings.length,
    },
    findings: sorted(findings),
  }
}
