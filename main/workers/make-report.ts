import { judgeCheck, type JudgeContext, type RawOutcome } from '#core/checks/run-checks.ts'
import type { CheckDefinition } from '#core/checks/check.ts'
import type { RoleOverride } from '#core/identify/identified-file.ts'
import type { ReportFormat } from '#core/report/formats.ts'
import { renderReport } from '#core/report/render-report.ts'
import type { ReportDecisions } from '#core/report/decisions.ts'
import type { ReportSource } from '#core/report/source.ts'
import { inCatalogueOrder } from '#core/run/check-order.ts'
import { judgeContextOf } from '#core/run/judge-context.ts'
import { chosenChecks, openPackage, reviewPackage, summaryOf, type PackageInput, type ReviewHooks } from '#core/run/review-package.ts'
import type { ReviewJob } from './review-protocol.ts'

/** What a report needs beside the package: what the review measured. */
export interface ReportOrder {
  readonly format: ReportFormat
  readonly raw: readonly RawOutcome[]
  /** What the outcomes were measured on. */
  readonly context: JudgeContext
  readonly netCount: number
  /** Of the program. */
  readonly version: string
  /** When the review was made, as it is shown. */
  readonly date: string | null
  readonly decisions: ReportDecisions | null
}

export interface MadeReport {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mime: string
  readonly fileName: string
}

const NO_TIMINGS = { readMs: 0, interpretMs: 0, composeMs: 0, checksMs: 0, totalMs: 0 }

/** Judges the stored outcomes anew; null when a check or a role changed since, and all must be measured again. */
const judgedAgain = async (
  input: PackageInput,
  order: ReportOrder,
  { capability }: ReviewJob,
  overrides: readonly RoleOverride[],
  hooks: ReviewHooks,
): Promise<ReportSource['review'] | null> => {
  const { board } = await openPackage(input, overrides, hooks)
  const context = judgeContextOf(board)
  if (JSON.stringify(context) !== JSON.stringify(order.context)) return null
  const known = new Map<string, CheckDefinition>(chosenChecks(undefined).map((check) => [check.id, check]))
  if (known.size !== order.raw.length || !order.raw.every(({ id }) => known.has(id))) return null
  const judged = inCatalogueOrder(order.raw, ({ id }) => id).map((raw) => judgeCheck(known.get(raw.id)!, raw, capability, context))
  const outcomes = judged.map(({ outcome }) => outcome)
  const findings = judged.flatMap((one) => one.findings)
  return { board, outcomes, findings, summary: summaryOf(board, outcomes, findings), netCount: order.netCount, timings: NO_TIMINGS }
}

/** Opens the package again and writes the report of its review. @returns the file */
export const makeReport = async (
  input: PackageInput,
  order: ReportOrder,
  job: ReviewJob,
  overrides: readonly RoleOverride[],
  hooks: ReviewHooks,
): Promise<MadeReport> => {
  const { capability, extraCapabilities } = job
  const review =
    (await judgedAgain(input, order, job, overrides, hooks)) ??
    (await reviewPackage(input, { capability, extraCapabilities, overrides }, hooks))
  const { content, mime, fileName } = await renderReport(
    order.format,
    { input, review, capability, version: order.version, date: order.date, decisions: order.decisions },
    {
      checks: chosenChecks(undefined),
      withTimings: false,
      writePdf: async (source) => (await import('#main/report/pdf/pdf-report.ts')).pdfReport(source),
    },
  )
  return { bytes: new Uint8Array(Buffer.from(content)), mime, fileName }
}
