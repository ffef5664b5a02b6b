import type { Sealer } from '#main/secrets/sealer.ts'
import type { ServiceLog } from '#main/service/service-log.ts'
import type { DueDelivery, WebhooksRepo } from '#main/service/store/webhooks.repo.ts'
import { signWebhook } from './sign.ts'

export interface WebhookDispatcher {
  close(): Promise<void>
}

/** Waiting times after a failed attempt; after the last one the message is given up. */
export const RETRY_MS = [5_000, 30_000, 2 * 60_000, 10 * 60_000, 60 * 60_000, 6 * 60 * 60_000] as const
const POLL_MS = 1000
const ANSWER_MS = 10_000
const AT_ONCE = 256

export interface DispatcherOptions {
  readonly webhooks: WebhooksRepo
  readonly sealer: Sealer
  readonly log: ServiceLog
  readonly now: () => number
  readonly pollMs?: number
  readonly retryMs?: readonly number[]
}

/**
 * Sends what waits, until it was taken (any 2xx) or tried often enough. The database is asked every second: messages also
 * come from operator commands in other processes.
 */
export const webhookDispatcher = ({
  webhooks,
  sealer,
  log,
  now,
  pollMs = POLL_MS,
  retryMs = RETRY_MS,
}: DispatcherOptions): WebhookDispatcher => {
  const stopping = new AbortController()

  const attempt = async (delivery: DueDelivery): Promise<{ delivered: boolean; answer: string }> => {
    const secret = await sealer.open(delivery.secret)
    if (!secret.ok) return { delivered: false, answer: 'the secret was sealed on another computer; add the webhook again' }
    const seconds = Math.floor(now() / 1000)
    try {
      const reply = await fetch(delivery.url, {
        method: 'POST',
        // Followed, a redirect would send the message where nobody asked for it.
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'boardproof',
          'webhook-id': delivery.id,
          'webhook-timestamp': String(seconds),
          'webhook-signature': signWebhook(secret.value, delivery.id, seconds, delivery.body),
        },
        body: delivery.body,
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(ANSWER_MS)]),
      })
      await reply.body?.cancel()
      return { delivered: reply.ok, answer: `status ${reply.status}` }
    } catch (error) {
      const cause = (error as Error).cause
      return { delivered: false, answer: cause instanceof Error ? cause.message : (error as Error).message }
    }
  }
  const deliver = async (delivery: DueDelivery): Promise<void> => {
    const { delivered, answer } = await attempt(delivery)
    // Cut off by our own stop: the attempt does not count, the next start makes it again.
    if (!delivered && stopping.signal.aborted) return
    const wait = retryMs[delivery.attempts]
    webhooks.note(delivery.id, { delivered, answer, nextAt: delivered || wait === undefined ? null : now() + wait })
    const fields = { delivery: delivery.id, webhook: delivery.webhookId, event: delivery.event, attempt: delivery.attempts + 1, answer }
    if (delivered) log.info(fields, 'webhook delivered')
    else log.warn(fields, wait === undefined ? 'webhook given up' : 'webhook not delivered, will be tried again')
  }
  /** Receivers that are being sent to, each with what ends it: a slow one holds up nobody else. */
  const busy = new Map<string, Promise<void>>()
  /** One receiver gets its messages one after another, so that they come in their order as long as it takes them. */
  const deliverInTurn = async (deliveries: readonly DueDelivery[]): Promise<void> => {
    for (const delivery of deliveries) if (!stopping.signal.aborted) await deliver(delivery)
  }
  const round = (): void => {
    const due = webhooks.due(AT_ONCE).filter(({ webhookId }) => !busy.has(webhookId))
    for (const [webhookId, deliveries] of Map.groupBy(due, (delivery) => delivery.webhookId)) {
      const work = deliverInTurn(deliveries)
        .catch((error: unknown) => log.error({ cause: String(error) }, 'webhooks could not be worked on'))
        .finally(() => busy.delete(webhookId))
      busy.set(webhookId, work)
    }
  }
  const timer = setInterval(() => {
    try {
      round()
    } catch (error) {
      log.error({ cause: String(error) }, 'webhooks could not be looked for')
    }
  }, pollMs)
  timer.unref()
  return {
    async close() {
      clearInterval(timer)
      stopping.abort()
      await Promise.all(busy.values())
    },
  }
}
