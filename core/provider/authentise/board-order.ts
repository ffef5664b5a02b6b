import { err, ok } from '#core/base/result.ts'
import type { Cancel } from '#core/provider/http.ts'
import type { Answer, PushedBoard } from '#core/provider/provider.ts'
import { acceptQuote, attach, confirmOrder, createLineItem, createOrder, createProduct, documentsOf, findLineItem, findOrder, type AttachedFile, type BoardPlan } from './board-flow.ts' // prettier-ignore
import type { AuthentiseClient } from './client.ts'
import { resources } from './generated/index.ts'
import { orderQuotes } from './order-quotes.ts'
import { unusedProduct } from './unused-product.ts'

/** The steps of a board's order, in their order (reference, section on a minimal flow). */
export const ORDER_STEPS = ['product', 'line-item', 'order', 'documents', 'scan', 'quote', 'confirm'] as const
export type OrderStep = (typeof ORDER_STEPS)[number]

/** What is known of a step that was begun. */
export interface StepRecord {
  /** ms since 1970. */
  readonly begunAt: number
  readonly isDone: boolean
  /** What it made, where it makes something. */
  readonly uri: string | null
}

/** What was done so far, kept before and after each step. */
export interface OrderJournal {
  step(step: OrderStep): StepRecord | null
}

export type StepOutcome =
  | { readonly kind: 'done'; readonly uri: string | null }
  /** The service works on it: look again later. */
  | { readonly kind: 'waits'; readonly says: string }
  /** A person has to agree first: to a quote, or to production. */
  | { readonly kind: 'asks'; readonly for: 'purchase-order' | 'confirmation'; readonly quote: QuoteToAccept | null }

export interface QuoteToAccept {
  readonly number: string
  readonly notes: string
  readonly document: string | null
  readonly uri: string | null
}

export interface OrderWork {
  readonly board: PushedBoard
  readonly plan: BoardPlan
  readonly files: readonly AttachedFile[]
  /** Given when the quote was agreed to. */
  readonly purchaseOrder: string | null
  /** Production was agreed to. */
  readonly isConfirmed: boolean
  readonly journal: OrderJournal
  readonly onProgress: (sent: number, total: number) => void
}

const done = (uri: string | null) => ok({ kind: 'done', uri } as const)
const waits = (says: string) => ok({ kind: 'waits', says } as const)

const refused = (reason: string, message: string) => err({ code: 'rejected', reason, status: 0, message } as const)

const madeBy = (journal: OrderJournal, step: OrderStep): string => {
  const uri = journal.step(step)?.uri
  if (!uri) throw new Error(`the step ${step} comes before and made nothing`)
  return uri
}

/** One that was begun and not heard of again may be there: it is looked for first. */
const lookedUp = async (begun: StepRecord | null, find: () => Answer<string | null>, make: () => Answer<string>): Answer<StepOutcome> => {
  const found = begun ? await find() : ok(null)
  if (!found.ok) return found
  if (found.value !== null) return done(found.value)
  const made = await make()
  return made.ok ? done(made.value) : made
}

const scan = async (client: AuthentiseClient, orderUri: string, cancel: Cancel): Answer<StepOutcome> => {
  const documents = await documentsOf(client, orderUri, cancel)
  if (!documents.ok) return documents
  const bad = documents.value.find((each) => each.scan === 'quarantined')
  if (bad) return refused('quarantined', `The virus scan holds "${bad.name}" back. Ask the bureau what it found.`)
  const left = documents.value.filter((each) => each.scan !== 'passed')
  return left.length === 0 ? done(null) : waits(`${left.length} of ${documents.value.length} files are not scanned yet.`)
}

const quote = async (client: AuthentiseClient, orderUri: string, { purchaseOrder }: OrderWork, cancel: Cancel): Answer<StepOutcome> => {
  const order = await client.follow(resources.order, orderUri, cancel)
  if (!order.ok) return order
  if (order.value.row.quote_required !== true) return done(null)
  const quotes = await orderQuotes(client, orderUri, cancel)
  if (!quotes.ok) return quotes
  const { approved, newest } = quotes.value
  if (approved) return done(approved.uri)
  if (!newest || newest.status === 'pending' || newest.status === 'processing') return waits('The bureau makes the quote.')
  if (newest.status === 'error') return refused('quote-failed', 'The bureau could not make the quote. Ask there, then go on.')
  const { number, notes, content, uri } = newest
  const shown = { number: number ?? '', notes: notes ?? '', document: content, uri }
  if (purchaseOrder === null) return ok({ kind: 'asks', for: 'purchase-order', quote: shown })
  const accepted = await acceptQuote(client, orderUri, purchaseOrder, cancel)
  return accepted.ok ? done(uri) : accepted
}

/**
 * Takes a step. Each can be taken again after a cut: what it made before is found, and not made again.
 * @param begun what was known of the step before it was noted that it is taken now
 */
export const takeOrderStep = (
  client: AuthentiseClient,
  step: OrderStep,
  begun: StepRecord | null,
  work: OrderWork,
  cancel: Cancel,
): Answer<StepOutcome> => {
  const { board, plan, files, journal } = work
  const orderUri = (): string => madeBy(journal, 'order')
  switch (step) {
    case 'product':
      return lookedUp(begun, () => unusedProduct(client, begun?.begunAt ?? 0, cancel), () => createProduct(client, cancel)) // prettier-ignore
    case 'line-item':
      return lookedUp(begun, () => findLineItem(client, board, cancel), () => createLineItem(client, board, plan, madeBy(journal, 'product'), cancel)) // prettier-ignore
    case 'order':
      return lookedUp(
        begun,
        async () => {
          const found = await findOrder(client, board.clientReference, cancel)
          return found.ok ? ok(found.value?.uri ?? null) : found
        },
        () => createOrder(client, board, plan, madeBy(journal, 'line-item'), cancel),
      )
    case 'documents':
      return attach(client, orderUri(), files, cancel, work.onProgress).then((sent) => (sent.ok ? done(null) : sent))
    case 'scan':
      return scan(client, orderUri(), cancel)
    case 'quote':
      return quote(client, orderUri(), work, cancel)
    case 'confirm':
      if (!work.isConfirmed) return Promise.resolve(ok({ kind: 'asks', for: 'confirmation', quote: null }))
      return confirmOrder(client, [madeBy(journal, 'line-item')], cancel).then((sent) => (sent.ok ? done(null) : sent))
  }
}
