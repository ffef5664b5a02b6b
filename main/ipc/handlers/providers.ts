import { err, ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { ProductionItemShape, providerCalls } from '#core/ipc/providers.ipc.ts'
import { acceptQuote, confirmOrder } from '#core/provider/authentise/board-flow.ts'
import { timelineOf } from '#core/provider/authentise/timeline.ts'
import type { ProductionItem } from '#core/provider/provider.ts'
import { approvedSource } from '#main/providers/approved-source.ts'
import type { BrowserSignIns } from '#main/providers/browser-sign-ins.ts'
import { answered, callError } from '#main/providers/call-error.ts'
import type { AccountProduction, ProviderService } from '#main/providers/provider-service.ts'
import type { OrderingServices } from '#main/services/ordering/ordering-services.ts'
import type { BoardPlaces } from '#main/services/ordering/ordering-parts.ts'

/** Longer than any server should take to read lists. */
const READ_MS = 5 * 60_000
const SEND_MS = 60 * 60_000

const itemShape = (item: ProductionItem): ProductionItemShape => ({ ...item, tracking: item.tracking.map((each) => ({ ...each })) })

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
  const groupOf = ({ account, items, failure }: AccountProduction) => ({
    account: account.id,
    accountName: account.name,
    provider: account.provider,
    items: items.map(itemShape),
    failure: failure ? callError(failure) : null,
  })
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
    'production.list': async ({ account }) => {
      const cancel = AbortSignal.timeout(READ_MS)
      if (account === null) return ok((await service.production(cancel)).map(groupOf))
      const row = service.account(account)
      if (!row) return err({ code: 'gone', message: 'There is no such account any more.' })
      const items = await service.productionOf(account, cancel)
      return ok([
        groupOf(items.ok ? { account: row, items: items.value, failure: null } : { account: row, items: [], failure: items.error }),
      ])
    },
    'production.timeline': async ({ account, order }) => {
      const typed = service.typed(account, 'authentise')
      if (!typed.ok) return err(callError(typed.error))
      return answered(await timelineOf(typed.value.client, order, AbortSignal.timeout(READ_MS)), (entries) =>
        entries.map((entry) => ({ ...entry })),
      )
    },
    'production.acceptQuote': async ({ account, order, purchaseOrder }) => {
      const typed = service.typed(account, 'authentise')
      if (!typed.ok) return err(callError(typed.error))
      return answered(await acceptQuote(typed.value.client, order, purchaseOrder, AbortSignal.timeout(READ_MS)), () => null)
    },
    'production.confirm': async ({ account, order }) => {
      const typed = service.typed(account, 'authentise')
      if (!typed.ok) return err(callError(typed.error))
      return answered(await confirmOrder(typed.value.client, order, AbortSignal.timeout(READ_MS)), () => null)
    },
  }
}
