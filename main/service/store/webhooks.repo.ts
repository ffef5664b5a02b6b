import { randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { isoTime } from './ids.ts'

export const WEBHOOK_EVENTS = ['dfm_run.finished', 'order.changed'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** Tells an organisation's webhooks of an event; called in the transaction that makes it true, so that neither is without the other. */
export type Announce = (orgId: string, event: WebhookEvent, data: Readonly<Record<string, unknown>>) => void

export interface WebhookRow {
  readonly id: string
  readonly orgId: string
  readonly url: string
  readonly events: readonly WebhookEvent[]
  readonly createdAt: number
}

export interface DeliveryRow {
  readonly id: string
  readonly webhookId: string
  readonly event: WebhookEvent
  /** The JSON that is sent, the same in every attempt. */
  readonly body: string
  readonly state: 'pending' | 'delivered' | 'given-up'
  readonly attempts: number
  readonly dueAt: number
  /** Status or failure of the last attempt. */
  readonly lastAnswer: string | null
  readonly createdAt: number
}

export interface DueDelivery extends DeliveryRow {
  readonly url: string
  /** Sealed. */
  readonly secret: Uint8Array
}

export interface WebhooksRepo {
  readonly announce: Announce
  /** @returns the webhook's id */
  add(orgId: string, url: string, secret: Uint8Array, events: readonly WebhookEvent[]): string
  list(): readonly WebhookRow[]
  /** Waiting deliveries are given up. @returns false when there is none */
  remove(id: string): boolean
  /** @returns the deliveries that are due, longest waiting first */
  due(limit: number): readonly DueDelivery[]
  /** Notes an attempt; `nextAt` null ends it. */
  note(id: string, attempt: { readonly delivered: boolean; readonly answer: string; readonly nextAt: number | null }): void
  /** Newest first. */
  deliveries(limit: number): readonly DeliveryRow[]
}

interface Row {
  readonly id: string
  readonly org_id: string
  readonly url: string
  readonly events: string
  readonly created_at: number
}

interface DeliverySqlRow {
  readonly id: string
  readonly webhook_id: string
  readonly event: WebhookEvent
  readonly body: string
  readonly state: DeliveryRow['state']
  readonly attempts: number
  readonly due_at: number
  readonly last_answer: string | null
  readonly created_at: number
}

const deliveryOf = (row: DeliverySqlRow): DeliveryRow => ({
  id: row.id,
  webhookId: row.webhook_id,
  event: row.event,
  body: row.body,
  state: row.state,
  attempts: row.attempts,
  dueAt: row.due_at,
  lastAnswer: row.last_answer,
  createdAt: row.created_at,
})

const newId = (prefix: string): string => prefix + randomBytes(8).toString('hex')

export const webhooksRepo = (db: Database, now: () => number): WebhooksRepo => {
  const add = db.prepare('INSERT INTO webhook (id, org_id, url, secret, events, created_at) VALUES (?, ?, ?, ?, ?, ?)')
  const list = db.prepare<[], Row>(
    'SELECT id, org_id, url, events, created_at FROM webhook WHERE removed_at IS NULL ORDER BY created_at, rowid',
  )
  const ofOrg = db.prepare<[string], Row>('SELECT id, org_id, url, events, created_at FROM webhook WHERE org_id = ? AND removed_at IS NULL')
  const remove = db.prepare('UPDATE webhook SET removed_at = ? WHERE id = ? AND removed_at IS NULL')
  const giveUp = db.prepare(
    `UPDATE delivery SET state = 'given-up', last_answer = 'the webhook was removed' WHERE webhook_id = ? AND state = 'pending'`,
  )
  const enqueue = db.prepare(
    `INSERT INTO delivery (id, webhook_id, event, body, state, due_at, created_at) VALUES (?, ?, ?, ?, 'pending', ?, ?)`,
  )
  const due = db.prepare<[number, number], DeliverySqlRow & { url: string; secret: Buffer }>(`
    SELECT delivery.*, url, secret FROM delivery JOIN webhook ON webhook.id = webhook_id
    WHERE state = 'pending' AND due_at <= ? ORDER BY due_at, delivery.rowid LIMIT ?`)
  const note = db.prepare('UPDATE delivery SET state = ?, attempts = attempts + 1, last_answer = ?, due_at = ? WHERE id = ?')
  const newest = db.prepare<[number], DeliverySqlRow>('SELECT * FROM delivery ORDER BY rowid DESC LIMIT ?')

  const removeWebhook = db.transaction((id: string) => {
    if (remove.run(now(), id).changes === 0) return false
    giveUp.run(id)
    return true
  })
  return {
    announce(orgId, event, data) {
      for (const { id, events } of ofOrg.all(orgId)) {
        if (!events.split(' ').includes(event)) continue
        const message = newId('msg_')
        const body = JSON.stringify({ id: message, type: event, created_at: isoTime(now()), data })
        enqueue.run(message, id, event, body, now(), now())
      }
    },
    add(orgId, url, secret, events) {
      const id = newId('whk_')
      add.run(id, orgId, url, secret, events.join(' '), now())
      return id
    },
    list: () =>
      list.all().map((row) => ({
        id: row.id,
        orgId: row.org_id,
        url: row.url,
        events: row.events.split(' ') as WebhookEvent[],
        createdAt: row.created_at,
      })),
    remove: (id) => removeWebhook(id),
    due: (limit) => due.all(now(), limit).map((row) => ({ ...deliveryOf(row), url: row.url, secret: row.secret })),
    note: (id, { delivered, answer, nextAt }) =>
      void note.run(delivered ? 'delivered' : nextAt === null ? 'given-up' : 'pending', answer, nextAt ?? now(), id),
    deliveries: (limit) => newest.all(limit).map(deliveryOf),
  }
}
