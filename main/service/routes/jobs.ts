import type { Job } from '#core/asap/job.ts'
import { ApiError } from '#main/service/http/api-error.ts'
import type { Caller } from '#main/service/http/caller.ts'
import { eventStream } from '#main/service/http/event-stream.ts'
import type { Service } from '#main/service/service.ts'
import { isoTime } from '#main/service/store/ids.ts'
import type { JobRow } from '#main/service/store/runs.repo.ts'
import type { EndpointHandlers } from './endpoint-handlers.ts'

const SHOWN = 100
/** Steps come in bursts; a follower is told at most this often. */
const TELL_MS = 100

const isOver = ({ state }: JobRow): boolean => state === 'succeeded' || state === 'failed'

/** Background jobs: reading, following and running them again. */
export const jobHandlers = ({
  store,
  jobs,
  isStopping,
}: Service): Pick<EndpointHandlers, 'retryJob' | 'listJobs' | 'readJob' | 'followJob'> => {
  const { runs } = store

  const shown = (row: JobRow): Job => ({
    job_id: row.id,
    kind: 'dfm_run',
    dfm_run_id: row.runId,
    status: row.state,
    attempts: row.attempts,
    progress: isOver(row) ? { phase: row.state, done: 1, total: 1 } : { ...jobs.progressOf(row.id) },
    error: row.error && { ...row.error },
    created_at: isoTime(row.createdAt),
    updated_at: isoTime(row.updatedAt),
  })
  const find = (caller: Caller, id: string): JobRow => {
    const job = runs.job(caller.orgId, id)
    if (!job) throw new ApiError('job_not_found', `There is no job ${id}.`)
    return job
  }

  return {
    async retryJob({ caller, params }) {
      const job = find(caller, params['job_id']!)
      if (!runs.retry(job.id))
        throw new ApiError('invalid_state', `Only a failed job can be run again; this one is ${job.state}.`, { status: job.state })
      jobs.wake()
      return { request_id: store.ids.id('request'), job_id: job.id, status: 'queued' }
    },
    async listJobs({ caller }) {
      return runs.jobs(caller.orgId, SHOWN).map(shown)
    },
    async readJob({ caller, params }) {
      return shown(find(caller, params['job_id']!))
    },
    async followJob({ caller, params, reply }) {
      const id = find(caller, params['job_id']!).id
      const stream = eventStream(reply)
      let last = 0
      let timer: NodeJS.Timeout | null = null
      let unfollow = (): void => undefined
      const end = (): void => {
        if (timer) clearTimeout(timer)
        unfollow()
        stream.end()
      }
      const tell = (): void => {
        timer = null
        last = performance.now()
        const row = runs.job(caller.orgId, id)
        if (row) stream.send(isOver(row) ? 'end' : 'progress', shown(row))
        if (!row || isOver(row) || isStopping()) end()
      }
      unfollow = jobs.follow(id, () => {
        timer ??= setTimeout(tell, Math.max(0, last + TELL_MS - performance.now()))
      })
      stream.onClose(end)
      tell()
      return undefined
    },
  }
}
