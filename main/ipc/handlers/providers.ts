import { ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { providerCalls } from '#core/ipc/providers.ipc.ts'
import { approvedSource } from '#main/providers/approved-source.ts'
import type { BrowserSignIns } from '#main/providers/browser-sign-ins.ts'
import { answered } from '#main/providers/call-error.ts'
import type { ProviderService } from '#main/providers/provider-service.ts'
import type { OrderingServices } from '#main/services/ordering/ordering-services.ts'
import type { BoardPlaces } from '#main/services/ordering/ordering-parts.ts'

/** Longer than any server should take to read lists. */
const READ_MS = 5 * 60_000
const SEND_MS = 60 * 60_000

export const providerHandlers = (
  service: ProviderService,
  signIns: BrowserSignIns,
  { approved }: Pick<OrderingServices, 'approved'>,
  boards: Pick<BoardPlaces, 'locate'>,
): Handlers<typeof providerCalls> => {
  const sourceOf = async (board: string) => {
    const located = boards.locate(board)
    return located.ok ? approvedSource(approved, located.value.board) : located
  }
  return {
    'providers.signIn': async ({ account, fields }) =>
      answered(await service.signIn(account, fields, AbortSignal.timeout(READ_MS)), (who) => ({ who })),
    'providers.beginSignIn': async ({ account }) => answered(await signIns.begin(account), (begun) => begun),
    'providers.endSignIn': ({ account }) => {
      signIns.end(account)
      return ok(null)
    },
    'providers.push': async ({ account, board, options }) => {
      const source = await sourceOf(board)
      if (!source.ok) return source
      return answered(await service.push(account, source.value, options, AbortSignal.timeout(SEND_MS)), (pushed) => ({ ...pushed }))
    },
    'providers.find': async ({ account, board }) => {
      const source = await sourceOf(board)
      if (!source.ok) return source
      return answered(await service.find(account, source.value, AbortSignal.timeout(READ_MS)), (found) => (found ? { ...found } : null))
    },
  }
}
