import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { DfmResult } from '#core/asap/dfm.ts'
import type { AsapErrorCode } from '#core/asap/errors.ts'
import { ASAP_ERRORS } from '#core/asap/errors.ts'
import type { Order } from '#core/asap/order.ts'
import type { OrderIntent, orderIntentDraft } from '#core/asap/order-intent.ts'
import type { Quote } from '#core/asap/quote.ts'

/** A failure in the contract's words. */
export class Refusal extends Error {
  readonly code: AsapErrorCode
  readonly status: number
  constructor(code: AsapErrorCode, message: string = code) {
    super(message)
    this.code = code
    this.status = ASAP_ERRORS[code]
  }
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** What a contract server holds, kept to the letter: no call does more than the contract says. */
export class ContractState {
  readonly boards = new Map<string, { id: string; sha256: string; filename: string; size: number }>()
  readonly runs = new Map<string, { boardId: string; checkIds: string[] | null; createdAt: string; result: DfmResult }>()
  readonly intents = new Map<string, OrderIntent>()
  readonly quotes = new Map<string, Quote & { intentId: string | null; runId: string }>()
  readonly orders = new Map<string, Order & { intentId: string | null }>()
  readonly replays = new Map<string, unknown>()
  readonly keys = new Set<string>(['key-of-the-test'])
  /** Unit price of one board, in hundredths. */
  unitCents = 1820
  areaSqin = 7.75
  gates: { dfm: string; policy: string } = { dfm: 'pass', policy: 'pass' }
  quoteLifeMs = 3_600_000
  /** Added to the real time: a server whose clock differs. */
  clockMs = 0
  #count = 0

  id(prefix: string): string {
    return `${prefix}${(++this.#count).toString(16).padStart(16, '0')}`
  }
  now(): string {
    return new Date(Date.now() + this.clockMs).toISOString()
  }

  storeBoard(filename: string, bytes: Uint8Array) {
    if (bytes.length === 0) throw new Refusal('empty_file')
    if (!filename.endsWith('.zip')) throw new Refusal('invalid_file')
    const hash = sha256(bytes)
    const known = [...this.boards.values()].find((board) => board.sha256 === hash)
    const board = known ?? { id: this.id('brd_'), sha256: hash, filename, size: bytes.length }
    this.boards.set(board.id, board)
    return { request_id: this.id('req_'), board_id: board.id, sha256: hash, filename: board.filename, size_bytes: board.size }
  }

  result(): DfmResult {
    const area_sqin = this.areaSqin
    return {
      summary: { overall_score: 0.91, issues_count: 1, checks_run: 6, area_sqin, confidence: 0.88 },
      issues: [{ code: 'min_trace_width', severity: 'warning', message: 'trace narrower than the rule', location: 'Layer: B.Cu, X:10.20,Y:7.75', check_id: 'min_trace_width' }],
      area_sqin,
    } // prettier-ignore
  }

  run(boardId: string, checkIds: string[] | null) {
    if (!this.boards.has(boardId)) throw new Refusal('board_not_found')
    const id = this.id('dfm_')
    const run = { boardId, checkIds, createdAt: this.now(), result: this.result() }
    this.runs.set(id, run)
    return { request_id: this.id('req_'), dfm_run_id: id, board_id: boardId, created_at: run.createdAt, result: run.result }
  }

  quote(intentId: string | null, runId: string | null, quantity: number, leadTime: 'standard' | 'expedite'): Quote {
    if (!runId) throw new Refusal('missing_design')
    if (!this.runs.has(runId)) throw new Refusal('dfm_run_not_found')
    const at = Date.now() + this.clockMs
    const subtotal = 20 + (this.unitCents * quantity) / 100
    const expedite = leadTime === 'expedite' ? 30 : 0
    const isApproved = this.gates.dfm === 'pass' && this.gates.policy === 'pass'
    const quote: Quote = {
      quote_id: this.id('quo_'),
      created_at: new Date(at).toISOString(),
      expires_at: new Date(at + this.quoteLifeMs).toISOString(),
      status: isApproved ? 'approved' : 'rejected',
      pricing: { currency: 'USD', setup_fee: 20, unit_price: this.unitCents / 100, quantity, subtotal, shipping: 15, expedite_fee: expedite, total: Math.round((subtotal + 15 + expedite) * 100) / 100 },
      lead_time: { option: leadTime, estimated_ship_date: new Date(at + 864_000_000).toISOString().slice(0, 10), estimated_days: 10 },
      gates: { dfm: { status: this.gates.dfm }, policy: { status: this.gates.policy, violations: this.gates.policy === 'pass' ? [] : [{ code: 'too_large', message: 'larger than what is made' }] } },
      warnings: [],
    } // prettier-ignore
    this.quotes.set(quote.quote_id, { ...quote, intentId, runId })
    return quote
  }

  order(quoteId: string, intentId: string | null, poNumber: string | null): Order {
    const at = this.now()
    const order: Order = {
      order_id: this.id('ord_'),
      quote_id: quoteId,
      status: 'accepted',
      created_at: at,
      tracking: null,
      timeline: [{ status: 'accepted', at }],
      po_number: poNumber,
      contact: { name: '', email: '' },
    }
    this.orders.set(order.order_id, { ...order, intentId })
    return order
  }

  createIntent(draft: z.infer<typeof orderIntentDraft>): OrderIntent {
    const at = this.now()
    const intent: OrderIntent = {
      order_intent_id: this.id('oi_'),
      org_id: 'org_1',
      user_id: 'usr_1',
      status: 'draft',
      created_at: at,
      updated_at: at,
      quantity: draft.quantity,
      lead_time: draft.lead_time,
      board_id: draft.board_id ?? null,
      dfm_run_id: draft.dfm_run_id ?? null,
      ship_to: draft.ship_to ?? {},
      build: draft.build ?? { type: 'bare_pcb' },
      policy_id: draft.policy_id ?? null,
      notes: draft.notes ?? null,
      latest_quote_id: null,
      latest_order_id: null,
    }
    this.intents.set(intent.order_intent_id, intent)
    return intent
  }

  intent(id: string): OrderIntent {
    const intent = this.intents.get(id)
    if (!intent) throw new Refusal('order_intent_not_found')
    return intent
  }

  change(id: string, change: Partial<OrderIntent>): OrderIntent {
    const intent = this.intent(id)
    if (intent.status !== 'draft') throw new Refusal('not_editable')
    const changed = { ...intent, ...change, updated_at: this.now() }
    this.intents.set(id, changed)
    return changed
  }

  requote(id: string): Quote & { order_intent_id: string } {
    const intent = this.intent(id)
    if (!intent.ship_to.country || !intent.ship_to.postal_code) throw new Refusal('missing_shipping')
    const quote = this.quote(id, intent.dfm_run_id, intent.quantity, intent.lead_time)
    this.intents.set(id, { ...intent, latest_quote_id: quote.quote_id })
    return { order_intent_id: id, ...quote }
  }

  submit(id: string): OrderIntent {
    const intent = this.intent(id)
    if (intent.status !== 'draft') throw new Refusal('invalid_state', 'not a draft')
    const quote = this.quote(id, intent.dfm_run_id, intent.quantity, intent.lead_time)
    if (quote.status !== 'approved') throw new Refusal('quote_not_approved')
    const order = this.order(quote.quote_id, id, null)
    const submitted: OrderIntent = { ...intent, status: 'submitted', latest_quote_id: quote.quote_id, latest_order_id: order.order_id, updated_at: this.now() } // prettier-ignore
    this.intents.set(id, submitted)
    return submitted
  }

  move(orderId: string, status: string, tracking: string | null = null): void {
    const order = this.orders.get(orderId)!
    this.orders.set(orderId, {
      ...order,
      status,
      tracking: tracking ?? order.tracking,
      timeline: [...order.timeline, { status, at: this.now() }],
    })
  }
}
