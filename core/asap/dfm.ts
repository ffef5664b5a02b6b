import { z } from 'zod'
import { findingShape, outcomeShape, summaryShape } from '#core/ipc/finding-shapes.ts'
import { boardId, dfmRunId, jobId, requestId, timestamp } from './ids.ts'
import { jobState } from './job.ts'
import { named } from './registry.ts'

/** `options_json` of a DFM call. `capability` is ours: the fab to judge against, else the service's own choice. */
export const dfmOptions = named(
  'DfmOptions',
  'Options of a DFM call, sent as JSON text in the part options_json.',
  z.object({
    check_ids: z.array(z.string().min(1).max(64)).max(500).nullable().default(null),
    include_gerber_b64: z.boolean().default(false),
    capability: z.string().min(1).max(64).optional(),
  }),
)
export type DfmOptions = z.infer<typeof dfmOptions>

const share = z.number().min(0).max(1)

export const dfmIssue = named(
  'DfmIssue',
  'A finding. location is one text such as "Layer: F.Cu, X:1.23,Y:4.56" (mm, y up).',
  z.object({ code: z.string(), severity: z.string(), message: z.string(), location: z.string(), check_id: z.string() }),
)
export type DfmIssue = z.infer<typeof dfmIssue>

/**
 * What Boardproof says beyond the contract, under one key that a strict client ignores. Same words and units as
 * `boardproof.check/1`. `findings` has the order of `issues`.
 */
export const dfmFiner = named(
  'BoardproofResult',
  'Finer result of Boardproof: mm, mm², y up.',
  z.object({
    schema: z.literal('boardproof.asap/1'),
    version: z.string(),
    capability: z.object({ id: z.string(), name: z.string() }),
    summary: summaryShape,
    board: z.object({
      width_mm: z.number().nullable(),
      height_mm: z.number().nullable(),
      area_mm2: z.number().nullable(),
      copper_layers: z.int(),
      holes: z.int(),
      net_count: z.int(),
    }),
    checks: z.array(outcomeShape.omit({ ms: true })),
    findings: z.array(findingShape),
  }),
)
export type DfmFiner = z.infer<typeof dfmFiner>

export const dfmResult = named(
  'DfmResult',
  'Result of a DFM analysis. Scores lie between 0 and 1, areas are square inches.',
  z.object({
    summary: z.object({
      overall_score: share,
      issues_count: z.int().nonnegative(),
      checks_run: z.int().nonnegative(),
      area_sqin: z.number().nonnegative(),
      confidence: share,
    }),
    issues: z.array(dfmIssue),
    area_sqin: z.number().nonnegative(),
    /** Only when `include_gerber_b64` asked for it: the package as it was analysed. */
    gerber_b64: z.string().optional(),
    boardproof: dfmFiner.optional(),
  }),
)
export type DfmResult = z.infer<typeof dfmResult>

/** Answer of `POST /v1/dfm`: nothing is kept. */
export const dfmAnswer = named('DfmAnswer', 'A DFM analysis that is not kept.', z.object({ request_id: requestId, result: dfmResult }))
export type DfmAnswer = z.infer<typeof dfmAnswer>

const run = { dfm_run_id: dfmRunId, board_id: boardId, created_at: timestamp }

/** Answer of `POST /v1/dfm-runs`. */
export const dfmRunAnswer = named(
  'DfmRunAnswer',
  'A DFM run that was made and kept.',
  z.object({ request_id: requestId, ...run, result: dfmResult }),
)
export type DfmRunAnswer = z.infer<typeof dfmRunAnswer>

/** Answer of `GET /v1/dfm-runs/{dfm_run_id}`; it has no `request_id`. */
export const dfmRun = named('DfmRun', 'A kept DFM run.', z.object({ ...run, check_ids: z.array(z.string()).nullable(), result: dfmResult }))
export type DfmRun = z.infer<typeof dfmRun>

/** Status 202 of either call: the run is not over. Only a caller that sent `Prefer: respond-async` gets it from POST. */
export const dfmRunPending = named(
  'DfmRunPending',
  'A DFM run that is not over yet; follow its job.',
  z.object({ ...run, request_id: requestId.optional(), check_ids: z.array(z.string()).nullable(), job_id: jobId, status: jobState }),
)
export type DfmRunPending = z.infer<typeof dfmRunPending>
