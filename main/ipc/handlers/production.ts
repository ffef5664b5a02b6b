import { err, ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { productionCalls } from '#core/ipc/production.ipc.ts'
import { acceptQuote, confirmOrder, lineItemsOf } from '#core/provider/authentise/board-flow.ts'
import { answered, callError } from '#main/providers/call-error.ts'
import type { ProductionReader, Reading } from '#main/providers/production-reader.ts'
import type { ProviderService } from '#main/providers/provider-service.ts'
import type { AccountRow } from '#main/store/accounts.repo.ts'

/** Longer than any server should take to read lists; shorter than the page waits for an answer. */
const READ_MS = 50_000
const SEND_MS = 50_000
const GONE = { code: 'gone', message: 'There is no such account any more.' } as const

const freshness = ({ readAt, failure, heldUntil }: Reading<unknown>) => ({
  readAt,
  failure: failure ? callError(failure) : null,
  heldUntil,
})

export const productionHandlers = (
  service: ProviderService,
  reader: ProductionReader,
  accounts: () => readonly AccountRow[],
): Handlers<typeof productionCalls> => ({
  'production.list': async ({ account }) => {
    const one = account === null ? null : service.account(account)
    if (account !== null && !one) return err(GONE)
    const readings = await reader.list(one ? [one] : accounts(), AbortSignal.timeout(READ_MS))
    return ok(
      readings.map((reading) => ({
        account: reading.account.id,
        accountName: reading.account.name,
        provider: reading.account.provider,
        items: [...reading.value],
        hasTimeline: reading.hasTimeline,
        commented: [...reading.commented],
        ...freshness(reading),
      })),
    )
  },
  'production.timeline': async ({ account, ...item }) => {
    if (!service.account(account)) return err(GONE)
    const reading = await reader.timeline(account, item, AbortSignal.timeout(READ_MS))
    return ok({ entries: [...reading.value], ...freshness(reading) })
  },
  'production.comment': async ({ account, text, ...item }) =>
    answered(await reader.comment(account, item, text, AbortSignal.timeout(SEND_MS)), () => null),
  'production.acceptQuote': async ({ account, order, purchaseOrder }) => {
    const typed = service.typed(account, 'authentise')
    if (!typed.ok) return err(callError(typed.error))
    return answered(await acceptQuote(typed.value.client, order, purchaseOrder, AbortSignal.timeout(SEND_MS)), () => null)
  },
  'production.confirm': async ({ account, order }) => {
    const typed = service.typed(account, 'authentise')
    if (!typed.ok) return err(callError(typed.error))
    const { client } = typed.value
    const items = await lineItemsOf(client, order, AbortSignal.timeout(READ_MS))
    return answered(items.ok ? await confirmOrder(client, items.value, AbortSignal.timeout(SEND_MS)) : items, () => null)
  },
})
