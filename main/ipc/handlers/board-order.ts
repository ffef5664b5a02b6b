import { err, ok, type Result } from '#core/base/result.ts'
import type { boardOrderCalls } from '#core/ipc/board-order.ipc.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { NotApproved } from '#main/providers/approved-source.ts'
import type { BoardOrderService } from '#main/providers/board-order/board-order-service.ts'
import { answered as answeredPlainly, callError, type ProviderError } from '#main/providers/call-error.ts'
import type { ServiceFailure } from '#main/providers/provider-service.ts'
import type { BoardPlaces } from '#main/services/ordering/ordering-parts.ts'

const READ_MS = 50_000

const answered = <T, U>(reply: Result<T, ServiceFailure | NotApproved>, then: (value: T) => U): Result<U, ProviderError | NotApproved> => {
  if (reply.ok) return ok(then(reply.value))
  return err(reply.error.code === 'not-approved' ? reply.error : callError(reply.error))
}

export const boardOrderHandlers = (service: BoardOrderService, boards: Pick<BoardPlaces, 'locate'>): Handlers<typeof boardOrderCalls> => ({
  'boardOrder.choices': async ({ account }) =>
    answeredPlainly(await service.choices(account, AbortSignal.timeout(READ_MS)), (choices) => choices),
  'boardOrder.get': async ({ account, board }) => {
    const located = boards.locate(board)
    if (!located.ok) return located
    return answered(await service.draft(account, located.value.board), ({ source, packageSha256, files, order }) => ({
      boardName: source.name,
      revision: source.revision,
      packageSha256,
      files: files.map((file) => ({ ...file })),
      order,
    }))
  },
  'boardOrder.start': async (input) => {
    const located = boards.locate(input.board)
    return located.ok ? answered(await service.start({ ...input, board: located.value.board }), (order) => order) : located
  },
  'boardOrder.go': async (input) => {
    const located = boards.locate(input.board)
    return located.ok ? answered(await service.go({ ...input, board: located.value.board }), (order) => order) : located
  },
  'boardOrder.stop': async ({ account, board }) => {
    const located = boards.locate(board)
    return located.ok ? answered(await service.stop(account, located.value.board), (order) => order) : located
  },
})
