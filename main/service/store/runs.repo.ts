import type { Database } from 'better-sqlite3'
import type { DfmResult } from '#core/asap/dfm.ts'
import type { JobState } from '#core/asap/job.ts'
import type { BoardFigures } from '#core/order/price-board.ts'
import type { Verdict } from '#core/review/verdict.ts'
import { idempotencyRepo, type Replayed, type Reservation } from './idempotency.repo.ts'
import type { ServiceIds } from './ids.ts'
import type { Announce } from './webhooks.repo.ts'

/** What is kept of a run for pricing. */
export interface RunFigures extends BoardFigures {
  readonly verdict: Verdict
}

export interface NewRun {
  readonly orgId: string
  readonly boardId: string
  readonly checkIds: readonly string[] | null
  readonly capability: string
  readonly includeGerber: boolean
  readonly version: string
}

export interface RunRow extends NewRun {
  readonly id: string
  readonly createdAt: number
  readonly job: JobRow
}

export interface JobRow {
  readonly id: string
  readonly runId: string
  readonly orgId: string
  readonly state: JobState
  readonly attempts: number
  readonly error: { readonly code: string; readonly message: string } | null
  readonly createdAt: number
  readonly updatedAt: number
}

export interface RunsRepo {
  /** Makes a run with its job, in one transaction; under an idempotency key the first one stays. */
  create(run: NewRun, reservation: Reservation | null): Replayed
  find(orgId: string, id: string): RunRow | null
  /** @returns the run of a job, whoever owns it; for the runner */
  byId(id: string): RunRow | null
  /** @returns the result as it was stored, or null while there is none */
  resultOf(id: string): DfmResult | null
  figuresOf(id: string): RunFigures | null
  /** @returns the newest run of every check by this version and capability that did not fail, or null */
  fullRunOf(boardId: string, capability: string, version: string): RunRow | null
  job(orgId: string, id: string): JobRow | null
  /** Newest first. */
  jobs(orgId: string, limit: number): readonly JobRow[]
  /** Takes the job that waits longest. @returns null when none waits */
  takeJob(): JobRow | null
  succeed(job: JobRow, result: DfmResult, figures: RunFigures): void
  fail(job: JobRow, error: { readonly code: string; readonly message: string }): void
  /** Puts a job back, as on a graceful stop: the attempt does not count. */
  putBack(jobId: string): void
  /** A failed job waits again. @returns false when it has not failed */
  retry(jobId: string): boolean
  /** After a start: what was running waits again, or has failed when it ended the process too often. */
  recover(mostAttempts: number): { readonly queued: number; readonly failed: number }
  /** @returns how many jobs wait */
  waiting(): number
}

interface Row {
  readonly id: string
  readonly org_id: string
  readonly board_id: string
  readonly check_ids: string | null
  readonly capability: string
  readonly include_gerber: number
  readonly version: string
  readonly created_at: number
}

interface JobSqlRow {
  readonly id: string
  readonly run_id: string
  readonly org_id: string
  readonly state: JobState
  readonly attempts: number
  readonly error_code: string | null
  readonly error_message: string | null
  readonly created_at: number
  readonly updated_at: number
}

const jobOf = (row: JobSqlRow): JobRow => ({
  id: row.id,
  runId: row.run_id,
  orgId: row.org_id,
  state: row.state,
  attempts: row.attempts,
  error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const POISON = {
  code: 'dfm_failed',
  message: 'The service stopped each time while it worked on this package.',
}

export const runsRepo = (db: Database, ids: ServiceIds, announce: Announce): RunsRepo => {
  const { id, now } = ids
  const idempotency = idempotencyRepo(db, ids)
  const addRun = db.prepare(`
    INSERT INTO run (id, org_id, board_id, check_ids, capability, include_gerber, version, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const addJob = db.prepare(`INSERT INTO job (id, run_id, org_id, state, created_at, updated_at) VALUES (?, ?, ?, 'queued', ?, ?)`)
  const COLUMNS = 'id, org_id, board_id, check_ids, capability, include_gerber, version, created_at'
  const findRun = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM run WHERE id = ?`)
  const findResult = db.prepare<[string], { result: string | null }>('SELECT result FROM run WHERE id = ?')
  const findFigures = db.prepare<[string], { figures: string | null }>('SELECT figures FROM run WHERE id = ?')
  const findFull = db.prepare<[string, string, string], Row>(`
    SELECT ${COLUMNS} FROM run WHERE board_id = ? AND capability = ? AND version = ? AND check_ids IS NULL
      AND (SELECT state FROM job WHERE run_id = run.id) <> 'failed' ORDER BY created_at DESC, rowid DESC LIMIT 1`)
  const jobOfRun = db.prepare<[string], JobSqlRow>('SELECT * FROM job WHERE run_id = ?')
  const findJob = db.prepare<[string, string], JobSqlRow>('SELECT * FROM job WHERE org_id = ? AND id = ?')
  const listJobs = db.prepare<[string, number], JobSqlRow>('SELECT * FROM job WHERE org_id = ? ORDER BY rowid DESC LIMIT ?')
  const take = db.prepare<[number], JobSqlRow>(`
    UPDATE job SET state = 'running', attempts = attempts + 1, error_code = NULL, error_message = NULL, updated_at = ?
    WHERE id = (SELECT id FROM job WHERE state = 'queued' ORDER BY created_at, rowid LIMIT 1) RETURNING *`)
  const setResult = db.prepare('UPDATE run SET result = ?, figures = ? WHERE id = ?')
  const endJob = db.prepare('UPDATE job SET state = ?, error_code = ?, error_message = ?, updated_at = ? WHERE id = ?')
  const putBack = db.prepare(`UPDATE job SET state = 'queued', attempts = attempts - 1, updated_at = ? WHERE id = ? AND state = 'running'`)
  const retry = db.prepare(`
    UPDATE job SET state = 'queued', attempts = 0, error_code = NULL, error_message = NULL, updated_at = ? WHERE id = ? AND state = 'failed'`)
  const running = db.prepare<[], JobSqlRow>(`SELECT * FROM job WHERE state = 'running'`)
  const requeue = db.prepare(`UPDATE job SET state = 'queued', updated_at = ? WHERE state = 'running'`)
  const countWaiting = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM job WHERE state = 'queued'`)

  const runOf = (row: Row | undefined): RunRow | null =>
    row
      ? {
          id: row.id,
          orgId: row.org_id,
          boardId: row.board_id,
          checkIds: row.check_ids === null ? null : (JSON.parse(row.check_ids) as string[]),
          capability: row.capability,
          includeGerber: row.include_gerber === 1,
          version: row.version,
          createdAt: row.created_at,
          job: jobOf(jobOfRun.get(row.id)!),
        }
      : null

  const create = db.transaction((run: NewRun, reservation: Reservation | null): Replayed => {
    const known = reservation && idempotency.find(reservation)
    if (known) return known
    const runId = id('dfmRun')
    const at = now()
    const checkIds = run.checkIds && JSON.stringify(run.checkIds)
    addRun.run(runId, run.orgId, run.boardId, checkIds, run.capability, run.includeGerber ? 1 : 0, run.version, at)
    addJob.run(id('job'), runId, run.orgId, at, at)
    if (reservation) return idempotency.reserve(reservation, runId, null)
    return { kind: 'new', requestId: id('request'), subjectId: runId, filename: null }
  })
  const succeed = db.transaction((job: JobRow, result: DfmResult, figures: RunFigures) => {
    setResult.run(JSON.stringify(result), JSON.stringify(figures), job.runId)
    endJob.run('succeeded', null, null, now(), job.id)
    announce(job.orgId, 'dfm_run.finished', { dfm_run_id: job.runId, job_id: job.id, status: 'succeeded', summary: result.summary })
  })
  const fail = db.transaction((job: JobRow, error: { readonly code: string; readonly message: string }) => {
    endJob.run('failed', error.code, error.message, now(), job.id)
    announce(job.orgId, 'dfm_run.finished', { dfm_run_id: job.runId, job_id: job.id, status: 'failed', error })
  })
  const recover = db.transaction((mostAttempts: number) => {
    const poison = running
      .all()
      .filter((job) => job.attempts >= mostAttempts)
      .map(jobOf)
    for (const job of poison) fail(job, POISON)
    return { queued: requeue.run(now()).changes, failed: poison.length }
  })

  return {
    create: (run, reservation) => create(run, reservation),
    find(orgId, runId) {
      const run = runOf(findRun.get(runId))
      return run?.orgId === orgId ? run : null
    },
    byId: (runId) => runOf(findRun.get(runId)),
    resultOf(runId) {
      const text = findResult.get(runId)?.result
      return text ? (JSON.parse(text) as DfmResult) : null
    },
    figuresOf(runId) {
      const text = findFigures.get(runId)?.figures
      return text ? (JSON.parse(text) as RunFigures) : null
    },
    fullRunOf: (boardId, capability, version) => runOf(findFull.get(boardId, capability, version)),
    job(orgId, jobId) {
      const row = findJob.get(orgId, jobId)
      return row ? jobOf(row) : null
    },
    jobs: (orgId, limit) => listJobs.all(orgId, limit).map(jobOf),
    takeJob() {
      const row = take.get(now())
      return row ? jobOf(row) : null
    },
    succeed: (job, result, figures) => succeed(job, result, figures),
    fail: (job, error) => fail(job, error),
    putBack: (jobId) => void putBack.run(now(), jobId),
    retry: (jobId) => retry.run(now(), jobId).changes > 0,
    recover: (mostAttempts) => recover(mostAttempts),
    waiting: () => countWaiting.get()!.n,
  }
}
