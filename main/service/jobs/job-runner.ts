import { builtInCapability, fallbackCapability } from '#core/capability/built-in.ts'
import { appVersion } from '#main/cli/version.ts'
import type { ServiceLog } from '#main/service/service-log.ts'
import type { JobRow } from '#main/service/store/runs.repo.ts'
import type { ServiceStore } from '#main/service/store/service-store.ts'
import type { ReviewPool } from '#main/workers/review-pool.ts'
import { analyse, type Analysis, type Progress } from './analyse.ts'

export interface JobRunner {
  /** Looks for waiting jobs; called after one was made. */
  wake(): void
  progressOf(jobId: string): Progress
  /** Calls back at every step of a job, and once more when it is over. @returns how to stop listening */
  follow(jobId: string, onStep: () => void): () => void
  /** Settles when the job is over, at once when it is already; also when the service stops before. */
  over(orgId: string, jobId: string): Promise<void>
  /** Ends the work: what runs is put back and goes on after the next start. */
  close(): Promise<void>
}

/** A package that ends the process this often is not tried again on its own. */
const MOST_ATTEMPTS = 3
const WAITING: Progress = { phase: 'waiting', done: 0, total: 0 }

/** Runs the stored jobs, oldest first, at most `size` at once. Starts with what the last process left behind. */
export const jobRunner = (store: ServiceStore, pool: ReviewPool, size: number, log: ServiceLog): JobRunner => {
  const { runs, boards, contentsFolder } = store
  const active = new Map<string, { readonly job: JobRow; readonly analysis: Analysis }>()
  const progress = new Map<string, Progress>()
  const listeners = new Map<string, Set<() => void>>()
  let closing = false

  const tell = (jobId: string): void => {
    for (const listener of [...(listeners.get(jobId) ?? [])]) listener()
  }

  const start = (job: JobRow): void => {
    const run = runs.byId(job.runId)
    const board = run && boards.find(run.orgId, run.boardId)
    if (!run || !board) throw new Error(`job ${job.id} has no run or board`)
    const analysis = analyse(
      pool,
      {
        filename: board.filename,
        sha256: board.sha256,
        contents: contentsFolder,
        capability: builtInCapability(run.capability) ?? fallbackCapability(),
        checkIds: run.checkIds,
        version: appVersion,
      },
      (step) => {
        progress.set(job.id, step)
        tell(job.id)
      },
    )
    active.set(job.id, { job, analysis })
    const begun = performance.now()
    void analysis.end
      .then((end) => {
        if (end.ok) runs.succeed(job, end.value.result, end.value.figures)
        else if (end.error.code === 'cancelled') runs.putBack(job.id)
        else runs.fail(job, { code: end.error.code, message: end.error.message })
        const ms = Math.round(performance.now() - begun)
        const outcome = end.ok ? 'succeeded' : end.error.code
        log.info({ job: job.id, run: job.runId, attempt: job.attempts, outcome, ms }, 'job over')
        if (!end.ok && end.error.cause) log.error({ job: job.id, cause: end.error.cause }, 'an analysis broke')
      })
      .catch((error: unknown) => {
        log.error({ job: job.id, cause: String(error) }, 'the end of a job could not be stored')
        runs.fail(job, { code: 'dfm_failed', message: 'The result could not be stored.' })
      })
      .catch((error: unknown) => log.error({ job: job.id, cause: String(error) }, 'a job stays open until the next start'))
      .finally(() => {
        active.delete(job.id)
        progress.delete(job.id)
        tell(job.id)
        wake()
      })
  }
  const wake = (): void => {
    while (!closing && active.size < size) {
      const job = runs.takeJob()
      if (!job) return
      start(job)
      tell(job.id)
    }
  }
  const follow: JobRunner['follow'] = (jobId, onStep) => {
    const set = listeners.get(jobId) ?? new Set()
    listeners.set(jobId, set)
    set.add(onStep)
    return () => {
      set.delete(onStep)
      if (set.size === 0 && listeners.get(jobId) === set) listeners.delete(jobId)
    }
  }

  const left = runs.recover(MOST_ATTEMPTS)
  if (left.queued || left.failed) log.info({ queued: left.queued, failed: left.failed }, 'jobs of the last process')
  wake()
  return {
    wake,
    progressOf: (jobId) => progress.get(jobId) ?? WAITING,
    follow,
    over(orgId, jobId) {
      const isOver = (): boolean => {
        const state = runs.job(orgId, jobId)?.state
        return state === undefined || state === 'succeeded' || state === 'failed'
      }
      if (isOver() || closing) return Promise.resolve()
      return new Promise((resolve) => {
        const stop = follow(jobId, () => {
          if (active.has(jobId) || !(isOver() || closing)) return
          stop()
          resolve()
        })
      })
    },
    async close() {
      closing = true
      await Promise.all([...active.values()].map(({ analysis }) => analysis.cancel()))
      await Promise.all([...active.values()].map(({ analysis }) => analysis.end))
      await Promise.resolve()
      active.clear()
      for (const jobId of [...listeners.keys()]) tell(jobId)
    },
  }
}
