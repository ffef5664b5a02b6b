import { z } from 'zod'
import { FINISHES, type OrderIntentDraft } from '#core/asap/order-intent.ts'
import type { QuoteRequest } from '#core/asap/quote.ts'
import { oldestFirst, type TimelineEntry } from '#core/production/timeline.ts'
import type { Analysis, Draft, DraftRequest, Offer, OrderTerms, TrackedOrder } from '#core/provider/ordering.ts'
import type { ProductionItem, ProductionState } from '#core/provider/provider.ts'
import type { AsapDfmResult, AsapIntentShort, AsapOrder, AsapQuote } from './wire.ts'

const finish = z.enum(FINISHES)

const termsOf = ({ quantity, leadTime, shipTo, build, policyId }: OrderTerms): Omit<QuoteRequest, 'board_id' | 'dfm_run_id'> => ({
  quantity,
  lead_time: leadTime,
  ship_to: { country: shipTo.country, postal_code: shipTo.postalCode, name: shipTo.name },
  build: {
    type: 'bare_pcb',
    layers: build.layers,
    ...(build.thicknessMm === null ? {} : { thickness_mm: build.thicknessMm }),
    ...(build.finish === null ? {} : { finish: finish.parse(build.finish) }),
  },
  policy_id: policyId,
})

const REFERENCE = /\bReference: (bp-[0-9a-f-]{8,64})/

/** @returns the reference that a draft's notes bear, or null */
export const referenceIn = (notes: string | null): string | null => REFERENCE.exec(notes ?? '')?.[1] ?? null

/** Intents have no fields for purchase order and contact: they travel in the notes, with the reference for finding it again. */
const notesOf = ({ reference, terms }: DraftRequest): string =>
  [
    ...(terms.poNumber ? [`PO: ${terms.poNumber}`] : []),
    ...(terms.contact.name || terms.contact.email ? [`Contact: ${terms.contact.name} <${terms.contact.email}>`] : []),
    `Reference: ${reference}`,
  ].join('\n')

export const draftOf = (request: DraftRequest): OrderIntentDraft => ({
  ...termsOf(request.terms),
  dfm_run_id: request.runId,
  notes: notesOf(request),
})

export const quoteRequestOf = (runId: string, terms: OrderTerms): QuoteRequest => ({ ...termsOf(terms), dfm_run_id: runId })

export const intentState = (intent: AsapIntentShort): Draft => ({
  id: intent.order_intent_id,
  isSubmitted: intent.status !== 'draft' || intent.latest_order_id !== null,
  orderId: intent.latest_order_id,
  quoteId: intent.latest_quote_id,
})

const remark = z.object({ message: z.string() })
const said = (entry: unknown): string => {
  if (typeof entry === 'string') return entry
  const read = remark.safeParse(entry)
  return read.success ? read.data.message : JSON.stringify(entry)
}

const isPassed = (status: string): boolean => ['pass', 'passed', 'waived', 'ok', 'approved'].includes(status)

export const offerOf = (quote: AsapQuote): Offer => {
  const { pricing, gates } = quote
  const violations = gates.policy.violations.map(said)
  const gateObstacles = [
    ...(isPassed(gates.dfm.status) ? [] : [`The server's review did not pass (${gates.dfm.status}).`]),
    ...(isPassed(gates.policy.status) ? [] : violations.length ? violations : [`The policy did not pass (${gates.policy.status}).`]),
  ]
  const isLive = quote.status === 'approved' || quote.status === 'ordered'
  const obstacles = gateObstacles.length || isLive ? gateObstacles : [`The quote is ${quote.status}.`]
  return {
    quoteId: quote.quote_id,
    createdAt: Date.parse(quote.created_at),
    expiresAt: Date.parse(quote.expires_at),
    canBeOrdered: obstacles.length === 0,
    obstacles,
    warnings: quote.warnings.map(said),
    pricing: {
      currency: pricing.currency,
      setupFee: pricing.setup_fee,
      unitPrice: pricing.unit_price,
      quantity: pricing.quantity,
      subtotal: pricing.subtotal,
      shipping: pricing.shipping,
      expediteFee: pricing.expedite_fee,
      total: pricing.total,
    },
    leadTime: {
      option: quote.lead_time.option,
      shipDate: quote.lead_time.estimated_ship_date,
      days: quote.lead_time.estimated_days,
    },
    lines: quote.boardproof?.lines ?? [],
  }
}

export const analysisOf = (runId: string, result: AsapDfmResult): Analysis => ({
  runId,
  score: result.summary.overall_score,
  issues: result.issues.map(({ check_id, severity, message, location }) => ({ checkId: check_id, severity, message, location })),
  checksRun: result.summary.checks_run,
  areaSqin: result.area_sqin,
  widthMm: result.boardproof?.board.width_mm ?? null,
  heightMm: result.boardproof?.board.height_mm ?? null,
})

export const trackedOrder = (
  order: Pick<AsapOrder, 'order_id' | 'quote_id' | 'status' | 'created_at' | 'tracking' | 'timeline'>,
): TrackedOrder => ({
  orderId: order.order_id,
  quoteId: order.quote_id,
  status: order.status,
  createdAt: Date.parse(order.created_at),
  tracking: order.tracking,
  timeline: order.timeline.map(({ status, at }) => ({ status, at: Date.parse(at) })),
})

const PRODUCTION: Readonly<Record<string, ProductionState>> = {
  accepted: 'accepted',
  in_production: 'in-production',
  shipped: 'shipped',
  delivered: 'delivered',
  on_hold: 'waiting',
  cancelled: 'cancelled',
}

export const productionItem = (order: AsapOrder): ProductionItem => ({
  kind: 'order',
  id: order.order_id,
  title: order.po_number ? `Order ${order.order_id} (PO ${order.po_number})` : `Order ${order.order_id}`,
  state: PRODUCTION[order.status] ?? 'unknown',
  original: order.status,
  changedAt: order.timeline.at(-1)?.at ?? order.created_at,
  tracking: order.tracking ? [{ carrier: null, number: order.tracking, url: null }] : [],
  url: null,
})

/** @returns the states that an order went through, oldest first */
export const orderTimeline = ({ order_id: id, timeline }: Pick<AsapOrder, 'order_id' | 'timeline'>): readonly TimelineEntry[] =>
  oldestFirst(
    timeline.map(({ status, at }) => ({
      kind: 'order',
      id: `${id}:${status}`,
      title: `Order ${id}`,
      state: PRODUCTION[status] ?? 'unknown',
      original: status,
      at,
      by: null,
      uri: null,
    })),
  )
