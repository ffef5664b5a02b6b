import type { FastifyReply } from 'fastify'
import type { DfmResult, DfmRunPending } from '#core/asap/dfm.ts'
import type { AsapErrorCode } from '#core/asap/errors.ts'
import { ApiError } from '#main/service/http/api-error.ts'
import { reservationFor, settle } from '#main/service/http/once.ts'
import { receiveForm } from '#main/service/http/receive-form.ts'
import type { Service } from '#main/service/service.ts'
import { isoTime } from '#main/service/store/ids.ts'
import type { RunRow } from '#main/service/store/runs.repo.ts'
import { readOptions } from './dfm-options.ts'
import type { EndpointHandlers } from './endpoint-handlers.ts'

/** Jobs that may wait; further callers are asked to come again. */
const MOST_WAITING = 10_000
const RETRY_SECONDS = 5

/** @throws ApiError with what made the run fail */
const throwFailed = ({ id, job }: RunRow): never => {
  const { code, message } = job.error ?? { code: 'dfm_failed', message: 'The run failed.' }
  throw new ApiError(code as AsapErrorCode, message, { dfm_run_id: id, job_id: job.id })
}

/** Runs that are kept: made as jobs, read by their id. */
export const dfmRunHandlers = ({
  store,
  jobs,
  capability,
  version,
  maxUploadBytes,
}: Service): Pick<EndpointHandlers, 'createDfmRun' | 'readDfmRun'> => {
  const { runs, boards, contents } = store

  const pending = (run: RunRow, reply: FastifyReply): DfmRunPending => {
    void reply.code(202).headers({ location: `/api/v1/dfm-runs/${run.id}`, 'retry-after': '1' })
    return {
      dfm_run_id: run.id,
      board_id: run.boardId,
      created_at: isoTime(run.createdAt),
      check_ids: run.checkIds && [...run.checkIds],
      job_id: run.job.id,
      status: run.job.state,
    }
  }
  const resultOf = (run: RunRow): DfmResult => {
    const result = runs.resultOf(run.id)
    if (!result) throw new Error(`run ${run.id} succeeded without a result`)
    if (!run.includeGerber) return result
    const board = boards.find(run.orgId, run.boardId)
    const gerber = board && contents.get(board.sha256)
    if (!gerber) throw new ApiError('dfm_failed', 'The stored package is missing or damaged. Upload it again.', { dfm_run_id: run.id })
    return { ...result, gerber_b64: Buffer.from(gerber).toString('base64') }
  }

  return {
    async createDfmRun({ request, reply, caller }) {
      if (runs.waiting() >= MOST_WAITING) throw new ApiError('unavailable', 'Too many runs wait.', {}, RETRY_SECONDS)
      const { file, texts } = await receiveForm(request, contents, { maxFileBytes: maxUploadBytes, storeFailed: 'board_store_failed' })
      const options = readOptions(texts['options_json'], capability)
      const boardId = texts['board_id'] || null
      if (!file && !boardId) throw new ApiError('missing_input', 'Send a part file or a part board_id.')
      const board = file ? boards.keep(caller.orgId, file) : boards.find(caller.orgId, boardId!)
      if (!board) throw new ApiError('board_not_found', `There is no board ${boardId}.`)
      const { checkIds, includeGerber } = options
      const subject = [file?.sha256 ?? null, file ? null : boardId, checkIds, includeGerber, options.capability.id]
      const reservation = reservationFor(request, caller, 'createDfmRun', subject)
      const made = runs.create(
        { orgId: caller.orgId, boardId: board.id, checkIds, capability: options.capability.id, includeGerber, version },
        reservation,
      )
      const { requestId, subjectId } = settle(made, reply)
      jobs.wake()
      const run = (): RunRow => runs.find(caller.orgId, subjectId)!
      const wantsNoWait = /(^|[\s,;])respond-async($|[\s,;])/i.test(String(request.headers['prefer'] ?? ''))
      if (wantsNoWait) {
        void reply.header('preference-applied', 'respond-async')
        return { request_id: requestId, ...pending(run(), reply) }
      }
      await jobs.over(caller.orgId, run().job.id)
      const ended = run()
      if (ended.job.state === 'failed') throwFailed(ended)
      if (ended.job.state !== 'succeeded') {
        throw new ApiError(
          'unavailable',
          'The service stops; the run goes on after its next start.',
          { dfm_run_id: ended.id },
          RETRY_SECONDS,
        )
      }
      return {
        request_id: requestId,
        dfm_run_id: ended.id,
        board_id: ended.boardId,
        created_at: isoTime(ended.createdAt),
        result: resultOf(ended),
      }
    },

    async readDfmRun({ reply, caller, params }) {
      const run = runs.find(caller.orgId, params['dfm_run_id']!)
      if (!run) throw new ApiError('dfm_run_not_found', `There is no DFM run ${params['dfm_run_id']}.`)
      if (run.job.state === 'failed') throwFailed(run)
      if (run.job.state !== 'succeeded') return pending(run, reply)
      return {
        dfm_run_id: run.id,
        board_id: run.boardId,
        check_ids: run.checkIds && [...run.checkIds],
        created_at: isoTime(run.createdAt),
        result: resultOf(run),
      }
    },
  }
}
