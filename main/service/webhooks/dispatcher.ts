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
const AT_ONCE = 8

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
  let working: Promise<void> | null = null

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
  const round = async (): Promise<void> => {
    for (let due = webhooks.due(AT_ONCE); due.length && !stopping.signal.aborted; due = webhooks.due(AT_ONCE)) {
      await Promise.all(due.map(deliver))
    }
  }
  const timer = setInterval(() => {
    working ??= round()
      .catch((error: unknown) => log.error({ cause: String(error) }, 'webhooks could not be worked on'))
      .finally(() => (working = null))
  }, pollMs)
  timer.unref()
  return {
    async close() {
      clearInterval(timer)
      stopping.abort()
      await working
    },
  }
}
