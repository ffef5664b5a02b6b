import { z } from 'zod'
import { err, ok, type Result } from '#core/base/result.ts'
import { timelineEntryShape, type TimelineEntryShape } from '#core/ipc/production.ipc.ts'
import { productionItemShape, type ProductionItemShape } from '#core/ipc/providers.ipc.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { FollowedItem, Provider } from '#core/provider/provider.ts'
import type { AccountRow } from '#main/store/accounts.repo.ts'
import type { LastReadRepo } from '#main/store/last-read.repo.ts'
import type { Connections } from '#main/sync/connections.ts'
import type { ProviderService, ServiceFailure } from './provider-service.ts'

/** Something that was read now, or what was read last with the reason why it was not read now. */
export interface Reading<T> {
  readonly value: T
  /** ms since 1970; null = never read. */
  readonly readAt: number | null
  readonly failure: ServiceFailure | null
  /** The server asked to wait until then (ms since 1970). */
  readonly heldUntil: number | null
}

export interface AccountReading extends Reading<readonly ProductionItemShape[]> {
  readonly account: AccountRow
  readonly hasTimeline: boolean
  readonly commented: readonly ProductionItemShape['kind'][]
}

/** Production as it is followed: read where it can be, the last known where it cannot. */
export interface ProductionReader {
  list(accounts: readonly AccountRow[], cancel: Cancel): Promise<readonly AccountReading[]>
  timeline(account: string, item: FollowedItem, cancel: Cancel): Promise<Reading<readonly TimelineEntryShape[]>>
  comment(account: string, item: FollowedItem, text: string, cancel: Cancel): Promise<Result<null, ServiceFailure>>
}

const PRODUCTION = 'production'
const GONE: ServiceFailure = { code: 'gone', message: 'There is no such account any more.' }
const NO_TIMELINE: ServiceFailure = { code: 'not-offered', message: 'More than the state is not told here.' }
const NO_COMMENTS: ServiceFailure = { code: 'not-offered', message: 'No comments are taken here.' }

const items = z.array(productionItemShape)
const entries = z.array(timelineEntryShape)

export const productionReader = (
  { productionOf, signedOut, works }: Pick<ProviderService, 'productionOf' | 'signedOut' | 'works'>,
  connections: Pick<Connections, 'connect'>,
  lastRead: LastReadRepo,
  now: () => number,
): ProductionReader => {
  const held = new Map<string, { readonly until: number; readonly failure: ServiceFailure }>()
  const connected = (account: string): Provider | null => connections.connect(account)

  /** Reads unless the server asked to wait; keeps what was read. */
  const read = async <T>(
    account: string,
    subject: string,
    shape: z.ZodType<T>,
    nothing: T,
    ask: () => Promise<Result<T, ServiceFailure>>,
  ): Promise<Reading<T>> => {
    const waits = held.get(account)
    const reply = waits && waits.until > now() ? err(waits.failure) : await ask()
    if (reply.ok) {
      held.delete(account)
      works(account)
      return { value: reply.value, readAt: lastRead.save(account, subject, reply.value), failure: null, heldUntil: null }
    }
    const { error } = reply
    if (error.code === 'signed-out') signedOut(account, error.message)
    if (error.code === 'rate-limited' && waits?.failure !== error) held.set(account, { until: now() + error.afterMs, failure: error })
    const last = lastRead.read(account, subject, shape)
    const heldUntil = error.code === 'rate-limited' ? (held.get(account)?.until ?? null) : null
    return { value: last?.value ?? nothing, readAt: last?.readAt ?? null, failure: error, heldUntil }
  }

  return {
    list: (accounts, cancel) =>
      Promise.all(
        accounts.map(async (account) => {
          const provider = connected(account.id)
          const reading = await read<readonly ProductionItemShape[]>(account.id, PRODUCTION, items, [], async () => {
            const found = await productionOf(account.id, cancel)
            return found.ok ? ok(found.value.map((item) => ({ ...item, tracking: item.tracking.map((each) => ({ ...each })) }))) : found
          })
          return { ...reading, account, hasTimeline: provider?.timeline !== undefined, commented: provider?.commented ?? [] }
        }),
      ),
    timeline: (account, item, cancel) =>
      read<readonly TimelineEntryShape[]>(account, `${item.kind} ${item.url ?? item.id}`, entries, [], async () => {
        const provider = connected(account)
        if (!provider) return err(GONE)
        return provider.timeline ? provider.timeline(item, cancel) : err(NO_TIMELINE)
      }),
    async comment(account, item, text, cancel) {
      const provider = connected(account)
      if (!provider) return err(GONE)
      return provider.comment ? provider.comment(item, text, cancel) : err(NO_COMMENTS)
    },
  }
}
