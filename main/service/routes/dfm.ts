import { mkdirSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ApiError } from '#main/service/http/api-error.ts'
import { receiveForm } from '#main/service/http/receive-form.ts'
import { analyse } from '#main/service/jobs/analyse.ts'
import type { Service } from '#main/service/service.ts'
import { contentStore } from '#main/store/content-store.ts'
import { readOptions } from './dfm-options.ts'
import type { EndpointHandlers } from './endpoint-handlers.ts'

/** Analyses at once that are not kept; further callers are asked to come again. */
const MOST_AT_ONCE = 256
const RETRY_SECONDS = 5

/** The analysis of which nothing stays: the package lies in a folder of its own, which is removed with the answer. */
export const dfmHandlers = ({
  store,
  pool,
  log,
  capability,
  version,
  maxUploadBytes,
  isStopping,
}: Service): Pick<EndpointHandlers, 'runDfm'> => {
  let running = 0
  const folder = join(store.folder, 'transient')
  // What a killed process left.
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })

  return {
    async runDfm({ request, reply, caller }) {
      if (running >= MOST_AT_ONCE) throw new ApiError('unavailable', 'Too many analyses at once.', {}, RETRY_SECONDS)
      running++
      const own = await mkdtemp(join(folder, 'dfm-')).catch((error: unknown) => {
        running--
        throw error
      })
      try {
        const kept = contentStore(own)
        const { file, texts } = await receiveForm(request, kept, { maxFileBytes: maxUploadBytes, storeFailed: 'dfm_failed' })
        const options = readOptions(texts['options_json'], capability)
        const boardId = texts['board_id'] || null
        if (!file && !boardId) throw new ApiError('missing_input', 'Send a part file or a part board_id.')
        const board = file ? null : store.boards.find(caller.orgId, boardId!)
        if (!file && !board) throw new ApiError('board_not_found', `There is no board ${boardId}.`)
        const { filename, sha256 } = (file ?? board)!
        const contents = file ? own : store.contentsFolder
        const analysis = analyse(pool, { filename, sha256, contents, version, ...options }, () => undefined)
        // Nobody waits for the answer of a caller who has gone.
        reply.raw.once('close', () => reply.raw.writableFinished || void analysis.cancel())
        const end = await analysis.end
        if (!end.ok) {
          if (end.error.code === 'cancelled') throw new ApiError('unavailable', 'The analysis was stopped.', {}, RETRY_SECONDS)
          if (end.error.cause) log.error({ cause: end.error.cause }, 'an analysis broke')
          throw new ApiError(end.error.code, end.error.message)
        }
        const { result } = end.value
        const gerber = options.includeGerber ? (file ? kept : store.contents).get(sha256) : null
        return {
          request_id: store.ids.id('request'),
          result: gerber ? { ...result, gerber_b64: Buffer.from(gerber).toString('base64') } : result,
        }
      } finally {
        running--
        await rm(own, { recursive: true, force: true }).catch((error: unknown) =>
          log.warn({ cause: String(error) }, 'a folder stays behind'),
        )
        if (isStopping()) void reply.header('connection', 'close')
      }
    },
  }
}
