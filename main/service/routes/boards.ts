import { allChecks } from '#core/checks/index.ts'
import { ApiError } from '#main/service/http/api-error.ts'
import { reservationFor, settle } from '#main/service/http/once.ts'
import { receiveForm } from '#main/service/http/receive-form.ts'
import type { Service } from '#main/service/service.ts'
import type { EndpointHandlers } from './endpoint-handlers.ts'

/** The package store, and the checks that can be run on it. */
export const boardHandlers = ({ store, maxUploadBytes }: Service): Pick<EndpointHandlers, 'uploadBoard' | 'listChecks'> => ({
  async uploadBoard({ request, reply, caller }) {
    const { file } = await receiveForm(request, store.contents, { maxFileBytes: maxUploadBytes, storeFailed: 'board_store_failed' })
    if (!file) throw new ApiError('invalid_file', 'The body has no part "file". Send one .zip as the part file.')
    const reservation = reservationFor(request, caller, 'uploadBoard', [file.filename, file.sha256])
    if (reservation) {
      const { board, ...replayed } = store.boards.keepOnce(reservation, file)
      const { requestId, filename } = settle(replayed, reply)
      return {
        request_id: requestId,
        board_id: board.id,
        sha256: board.sha256,
        filename: filename ?? board.filename,
        size_bytes: board.bytes,
      }
    }
    const board = store.boards.keep(caller.orgId, file)
    return {
      request_id: store.ids.id('request'),
      board_id: board.id,
      sha256: board.sha256,
      filename: file.filename,
      size_bytes: board.bytes,
    }
  },
  async listChecks() {
    return allChecks.map(({ id, title, why, category, severity }) => ({
      check_id: id,
      name: title,
      description: why,
      category,
      default_severity: severity,
    }))
  },
})
