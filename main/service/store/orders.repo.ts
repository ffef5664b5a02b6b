import type { Database } from 'better-sqlite3'
import type { Contact, Order, OrderState } from '#core/asap/order.ts'
import type { Quote } from '#core/asap/quote.ts'
import { isoTime, type ServiceIds } from './ids.ts'
import type { Announce } from './webhooks.repo.ts'

export interface NewQuote {
  readonly orgId: string
  readonly intentId: string | null
  readonly runId: string
  readonly approved: boolean
  readonly expiresAt: number
  readonly body: Pick<Quote, 'pricing' | 'lead_time' | 'gates' | 'warnings' | 'boardproof'>
}

/** An intent as it was when its price was made. */
export interface PricedIntent {
  readonly id: string
  readonly updatedAt: number
}

export interface Ordering {
  readonly orgId: string
  readonly poNumber: string | null
  readonly contact: Contact
}

export type Ordered =
  { readonly kind: 'new' | 'same'; readonly order: Order } | { readonly kind: 'quote-gone' | 'not-approved' | 'ordered-otherwise' }

export interface OrdersRepo {
  /** Saves a quote; one for an intent becomes its latest. */
  addQuote(quote: NewQuote): Quote
  /** @returns the quote with its state as of now (an approved one may have expired) */
  quote(orgId: string, id: string): Quote | null
  /** Oldest first. */
  quotesOf(intentId: string): readonly Quote[]
  /** Orders a quote: one quote is one order, and asking again gives that order. */
  order(quoteId: string, ordering: Ordering): Ordered
  /**
   * A quote, its order and the intent's new state in one transaction.
   * @returns the order, or null when the intent is no longer the draft that was priced
   */
  submit(intent: PricedIntent, quote: NewQuote, ordering: Ordering): Order | null
  find(orgId: string, id: string): Order | null
  /** Newest first. */
  list(orgId: string): readonly Order[]
  /** Every organisation's, newest first; for the operator. */
  all(): readonly (Order & { readonly orgId: string })[]
  /** Moves an order on from one state to another. @returns the order, or null when none is in that state (any more) */
  move(id: string, from: string, to: OrderState, tracking: string | null): Order | null
}

interface QuoteRow {
  readonly id: string
  readonly status: string
  readonly body: string
  readonly created_at: number
  readonly expires_at: number
}

interface OrderRow {
  readonly id: string
  readonly org_id: string
  readonly quote_id: string
  readonly status: string
  readonly tracking: string | null
  readonly po_number: string | null
  readonly contact_name: string
  readonly contact_email: string
  readonly created_at: number
}

export const ordersRepo = (db: Database, { id, now }: ServiceIds, announce: Announce): OrdersRepo => {
  const addQuoteRow = db.prepare(`
    INSERT INTO quote (id, org_id, intent_id, run_id, status, body, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const setLatestQuote = db.prepare('UPDATE intent SET latest_quote_id = ?, updated_at = max(?, updated_at + 1) WHERE id = ?')
  const findQuote = db.prepare<[string, string], QuoteRow>('SELECT * FROM quote WHERE org_id = ? AND id = ?')
  const quotesOf = db.prepare<[string], QuoteRow>('SELECT * FROM quote WHERE intent_id = ? ORDER BY rowid')
  const setOrdered = db.prepare(`UPDATE quote SET status = 'ordered' WHERE id = ?`)
  const addOrder = db.prepare(`
    INSERT INTO fab_order (id, org_id, quote_id, status, po_number, contact_name, contact_email, created_at) VALUES (?, ?, ?, 'accepted', ?, ?, ?, ?)`)
  const addStep = db.prepare(`
    INSERT INTO order_step (order_id, number, status, at)
    VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM order_step WHERE order_id = ?), ?, ?)`)
  const stepsOf = db.prepare<[string], { status: string; at: number }>(
    'SELECT status, at FROM order_step WHERE order_id = ? ORDER BY number',
  )
  const findOrder = db.prepare<[string], OrderRow>('SELECT * FROM fab_order WHERE id = ?')
  const orderOfQuote = db.prepare<[string], OrderRow>('SELECT * FROM fab_order WHERE quote_id = ?')
  const listOrders = db.prepare<[string], OrderRow>('SELECT * FROM fab_order WHERE org_id = ? ORDER BY rowid DESC')
  const allOrders = db.prepare<[], OrderRow>('SELECT * FROM fab_order ORDER BY rowid DESC')
  const setSubmitted = db.prepare(`
    UPDATE intent SET status = 'submitted', latest_order_id = ?, updated_at = ? WHERE id = ? AND status = 'draft'`)
  const isDraft = db.prepare<[string, number], unknown>(`SELECT 1 FROM intent WHERE id = ? AND updated_at = ? AND status = 'draft'`)
  const setState = db.prepare('UPDATE fab_order SET status = ?, tracking = coalesce(?, tracking) WHERE id = ? AND status = ?')

  const quoteOf = (row: QuoteRow): Quote => ({
    quote_id: row.id,
    created_at: isoTime(row.created_at),
    expires_at: isoTime(row.expires_at),
    status: row.status === 'approved' && row.expires_at <= now() ? 'expired' : row.status,
    ...(JSON.parse(row.body) as NewQuote['body']),
  })
  const orderOf = (row: OrderRow): Order => ({
    order_id: row.id,
    quote_id: row.quote_id,
    status: row.status,
    created_at: isoTime(row.created_at),
    tracking: row.tracking,
    timeline: stepsOf.all(row.id).map(({ status, at }) => ({ status, at: isoTime(at) })),
    po_number: row.po_number,
    contact: { name: row.contact_name, email: row.contact_email },
  })
  const announceOrder = (orgId: string, order: Order): void => {
    const { contact: _, ...told } = order
    announce(orgId, 'order.changed', told)
  }

  const insertQuote = (quote: NewQuote): Quote => {
    const at = now()
    const quoteId = id('quote')
    const status = quote.approved ? 'approved' : 'rejected'
    const body = JSON.stringify(quote.body)
    addQuoteRow.run(quoteId, quote.orgId, quote.intentId, quote.runId, status, body, at, quote.expiresAt)
    if (quote.intentId) setLatestQuote.run(quoteId, at, quote.intentId)
    return quoteOf({ id: quoteId, status, body, created_at: at, expires_at: quote.expiresAt })
  }
  const insertOrder = (quoteId: string, { orgId, poNumber, contact }: Ordering): Order => {
    const orderId = id('order')
    const at = now()
    addOrder.run(orderId, orgId, quoteId, poNumber, contact.name, contact.email, at)
    addStep.run(orderId, orderId, 'accepted', at)
    setOrdered.run(quoteId)
    const order = orderOf(findOrder.get(orderId)!)
    announceOrder(orgId, order)
    return order
  }

  const addQuote = db.transaction(insertQuote)
  const order = db.transaction((quoteId: string, ordering: Ordering): Ordered => {
    const row = findQuote.get(ordering.orgId, quoteId)
    if (!row) return { kind: 'quote-gone' }
    const known = orderOfQuote.get(quoteId)
    if (known) {
      const { po_number, contact_name, contact_email } = known
      const { poNumber, contact } = ordering
      const isSame = po_number === poNumber && contact_name === contact.name && contact_email === contact.email
      return isSame ? { kind: 'same', order: orderOf(known) } : { kind: 'ordered-otherwise' }
    }
    if (row.status === 'rejected') return { kind: 'not-approved' }
    if (row.expires_at <= now()) return { kind: 'quote-gone' }
    return { kind: 'new', order: insertOrder(quoteId, ordering) }
  })
  const submit = db.transaction(({ id: intentId, updatedAt }: PricedIntent, quote: NewQuote, ordering: Ordering): Order | null => {
    if (!isDraft.get(intentId, updatedAt)) return null
    const made = insertOrder(insertQuote(quote).quote_id, ordering)
    setSubmitted.run(made.order_id, now(), intentId)
    return made
  })
  const move = db.transaction((orderId: string, from: string, to: OrderState, tracking: string | null): Order | null => {
    if (setState.run(to, tracking, orderId, from).changes === 0) return null
    addStep.run(orderId, orderId, to, now())
    const row = findOrder.get(orderId)!
    const moved = orderOf(row)
    announceOrder(row.org_id, moved)
    return moved
  })

  return {
    addQuote: (quote) => addQuote(quote),
    quote(orgId, quoteId) {
      const row = findQuote.get(orgId, quoteId)
      return row ? quoteOf(row) : null
    },
    quotesOf: (intentId) => quotesOf.all(intentId).map(quoteOf),
    order: (quoteId, ordering) => order(quoteId, ordering),
    submit: (intent, quote, ordering) => submit(intent, quote, ordering),
    find(orgId, orderId) {
      const row = findOrder.get(orderId)
      return row?.org_id === orgId ? orderOf(row) : null
    },
    list: (orgId) => listOrders.all(orgId).map(orderOf),
    all: () => allOrders.all().map((row) => ({ ...orderOf(row), orgId: row.org_id })),
    move: (orderId, from, to, tracking) => move(orderId, from, to, tracking),
  }
}
