import type { IdentifiedFile } from '#core/identify/identified-file.ts'
import { SURE_ENOUGH } from '#core/identify/identified-file.ts'
import type { CheckOutcome, Finding } from '#core/checks/finding.ts'

export type Verdict = 'clear' | 'review' | 'blocked'

export interface Summary {
  readonly verdict: Verdict
  readonly overallScore: number
  readonly confidence: number
  readonly checksRun: number
  readonly checksSkipped: number
  readonly checksCrashed: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly areaSqin: number
}

const IMAGING = new Set(['copper', 'plane', 'soldermask', 'paste', 'legend', 'outline', 'drill', 'route'])
const TIER_WEIGHT = { 1: 3, 2: 1, 3: 0.5 } as const
const MM2_PER_SQIN = 645.16

/** 1 for none, falling with every further finding, never below 0.2; an error weighs most. */
const quality = (errors: number, warnings: number, infos: number): number => {
  const fall = (n: number, share: number): number => 1 - share * (1 - 1 / (1 + n))
  return Math.max(0.2, fall(errors, 0.5) * fall(warnings, 0.2) * fall(infos, 0.05))
}

/**
 * Verdict, score and confidence of a review.
 * - **blocked**: an error finding is open. **review**: something else asks for a look: a warning, a check of the first
 *   tier that did not run, a crash, a file whose role is not sure. **clear**: none of these.
 * - **overallScore** 0..1: half for completeness (share of the required layers present), half for quality (weighted mean
 *   over checks: clean 1, flagged by number and severity, skipped or crashed 0). While a required layer is missing the
 *   quality half counts nothing, so losing a file never raises the score; fixing a finding never lowers it.
 * - **confidence** 0..1: completeness x share of checks (by weight) that ran x mean sureness of the imaging files.
 * @param missingRequired how many required layers are missing, of `required`
 */
export const summarize = (input: {
  readonly outcomes: readonly CheckOutcome[]
  readonly findings: readonly Finding[]
  readonly files: readonly Pick<IdentifiedFile, 'role' | 'sureness'>[]
  readonly required: number
  readonly missingRequired: number
  readonly boardAreaMm2: number
}): Summary => {
  const { outcomes, findings, files, required, missingRequired } = input
  const count = (severity: Finding['severity'], checkId?: string): number =>
    findings.filter((f) => f.severity === severity && (checkId === undefined || f.checkId === checkId)).length
  const ran = outcomes.filter((o) => o.outcome === 'clean' || o.outcome === 'flagged')
  const weightOf = (o: CheckOutcome): number => TIER_WEIGHT[o.tier]
  const total = outcomes.reduce((sum, o) => sum + weightOf(o), 0) || 1
  const perCheck = new Map<string, [number, number, number]>()
  for (const f of findings) {
    const counts = perCheck.get(f.checkId) ?? [0, 0, 0]
    counts[f.severity === 'error' ? 0 : f.severity === 'warning' ? 1 : 2]++
    perCheck.set(f.checkId, counts)
  }
  const qualityShare = ran.reduce((sum, o) => sum + weightOf(o) * quality(...(perCheck.get(o.id) ?? [0, 0, 0])), 0) / total
  const completeness = required > 0 ? (required - missingRequired) / required : 0
  const imaging = files.filter((f) => IMAGING.has(f.role) || f.role === 'unknown')
  const sureness = imaging.length ? imaging.reduce((sum, f) => sum + f.sureness, 0) / imaging.length : 0
  const ranShare = ran.reduce((sum, o) => sum + weightOf(o), 0) / total
  const errors = count('error')
  const unsure = imaging.some((f) => f.sureness < SURE_ENOUGH)
  const tierOneOpen = outcomes.some((o) => o.tier === 1 && (o.outcome === 'skipped' || o.outcome === 'crashed'))
  const crashed = outcomes.filter((o) => o.outcome === 'crashed').length
  return {
    verdict: errors > 0 ? 'blocked' : count('warning') > 0 || tierOneOpen || crashed > 0 || unsure ? 'review' : 'clear',
    overallScore: round(0.5 * completeness + (missingRequired > 0 ? 0 : 0.5 * qualityShare)),
    confidence: round(completeness * ranShare * sureness),
    checksRun: ran.length,
    checksSkipped: outcomes.filter((o) => o.outcome === 'skipped').length,
    checksCrashed: crashed,
    errors,
    warnings: count('warning'),
    infos: count('info'),
    areaSqin: Math.round((input.boardAreaMm2 / MM2_PER_SQIN) * 1e4) / 1e4,
  }
}

const round = (share: number): number => Math.round(share * 1000) / 1000
