import { z } from 'zod'
import { dfmRunId, jobId, requestId, timestamp } from './ids.ts'
import { named } from './registry.ts'

export const JOB_STATES = ['queued', 'running', 'succeeded', 'failed'] as const
export const jobState = z.enum(JOB_STATES)
export type JobState = z.infer<typeof jobState>

/** Answer of `POST /v1/jobs/{job_id}/retry` (shape proposed; the contract lists the call only). */
export const retryAnswer = named(
  'RetryAnswer',
  'The job waits for its next run.',
  z.object({ request_id: requestId, job_id: jobId, status: z.string() }),
)
export type RetryAnswer = z.infer<typeof retryAnswer>

/** A background job; ours, beside the contract. `progress.done` of `progress.total` steps of the phase. */
export const job = named(
  'Job',
  'A background job: what a DFM run waits for.',
  z.object({
    job_id: jobId,
    kind: z.literal('dfm_run'),
    dfm_run_id: dfmRunId,
    status: jobState,
    attempts: z.int().nonnegative(),
    progress: z.object({ phase: z.string(), done: z.int().nonnegative(), total: z.int().nonnegative() }),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    created_at: timestamp,
    updated_at: timestamp,
  }),
)
export const jobList = z.array(job)
export type Job = z.infer<typeof job>
