import { judgeOffer, cents, moneyText } from '#core/sync/judge-offer.ts'
import { referenceOf, type OrderRequest } from '#core/sync/message.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Draft, OrderTerms } from '#core/provider/ordering.ts'
import { guard } from './guards.ts'
import { failed, type StepContext, type StepOutcome } from './step-outcome.ts'

const termsOf = ({ form }: OrderRequest): OrderTerms => ({
  ...form,
  shipTo: { ...form.shipTo, country: form.shipTo.country.toUpperCase() },
})

/** Another way of saying that the review there is gone: then it is made again, once. */
const isRunGone = (failure: ProviderFailure): boolean =>
  failure.code === 'rejected' && ['dfm_run_not_found', 'board_not_found'].includes(failure.reason)

const runAgain = ({ message, accounts }: StepContext, failure: ProviderFailure): StepOutcome => {
  const { draftId, submitSentAt, hasRunAgain } = message.refs
  if (hasRunAgain) return failed(failure)
  accounts.forgetRemoteReview(message.accountId, message.contentSha256)
  const refs = { hasRunAgain: true, ...(draftId ? { draftId } : {}), ...(submitSentAt ? { submitSentAt } : {}) }
  return { kind: 'next', step: 'upload', refs, says: 'The server no longer has the package: it is sent again.' }
}

/** Prepares the order there. Never twice: what was sent and not answered is looked up by its reference first. */
export const draftStep = async (context: StepContext): Promise<StepOutcome> => {
  const { message, ordering, outbox, accounts, cancel } = context
  const reference = referenceOf(message)
  const found = (draft: Draft, says: string): StepOutcome => ({
    kind: 'next',
    step: draft.isSubmitted ? 'submit' : 'price',
    refs: { ...message.refs, draftId: draft.id },
    says,
  })
  if (message.refs.draftId) {
    const pointed = await ordering.setRun(message.refs.draftId, message.refs.runId!, cancel)
    if (!pointed.ok && pointed.error.code !== 'rejected') return failed(pointed.error)
    // One that cannot be changed any more was submitted.
    return { kind: 'next', step: pointed.ok ? 'price' : 'submit', refs: message.refs, says: 'The prepared order has the new review.' }
  }
  const lookedAt = accounts.lookedAt(message.accountId)
  if (message.inFlight) {
    const drafts = await ordering.findDrafts(reference, lookedAt, cancel)
    // Looking up has not settled what became of the first one.
    if (!drafts.ok) return failed(drafts.error, false)
    if (drafts.value[0]) return found(drafts.value[0], 'Found: it had arrived.')
  }
  const conflict = guard(context)
  if (conflict) return { kind: 'ask', conflict }
  if (!outbox.begin(message.id, message.refs)) return { kind: 'dropped' }
  const made = await ordering.createDraft({ reference, runId: message.refs.runId!, terms: termsOf(message.request!) }, cancel)
  if (!made.ok) return isRunGone(made.error) ? runAgain(context, made.error) : failed(made.error)
  lookedAt.add(made.value.id, reference)
  return found(made.value, 'The order is prepared there.')
}

/** The next step once the draft is submitted; the order may still be in the making. */
const submitted = ({ message, analysisPoll }: StepContext, draft: Draft, says: string): StepOutcome =>
  draft.orderId === null
    ? { kind: 'later', ms: analysisPoll, says: 'Submitted; the server has not made the order yet.' }
    : {
        kind: 'next',
        step: 'confirm',
        refs: { ...message.refs, orderId: draft.orderId, ...(draft.quoteId ? { quoteId: draft.quoteId } : {}) },
        says,
      }

/** @returns null when the draft was not submitted */
const lookUp = async (context: StepContext): Promise<StepOutcome | null> => {
  const read = await context.ordering.readDraft(context.message.refs.draftId!, context.cancel)
  if (!read.ok) return failed(read.error, false)
  return read.value.isSubmitted ? submitted(context, read.value, 'Ordered: it had arrived.') : null
}

/** Before anything is asked of a person: a submit that was given up may have arrived after all. */
const arrivedAfterAll = (context: StepContext): Promise<StepOutcome | null> =>
  context.message.refs.submitSentAt === undefined ? Promise.resolve(null) : lookUp(context)

/** Asks for the price of the prepared order: only what was agreed to goes on. */
export const priceStep = async (context: StepContext): Promise<StepOutcome> => {
  const { message, ordering, cancel } = context
  const conflict = guard(context)
  if (conflict) return (await arrivedAfterAll(context)) ?? { kind: 'ask', conflict }
  const offer = await ordering.requote(message.refs.draftId!, cancel)
  if (!offer.ok) {
    if (offer.error.code !== 'rejected') return failed(offer.error)
    return (await arrivedAfterAll(context)) ?? (isRunGone(offer.error) ? runAgain(context, offer.error) : failed(offer.error))
  }
  const differs = judgeOffer(offer.value, message.request!)
  if (differs) return (await arrivedAfterAll(context)) ?? { kind: 'ask', conflict: differs }
  const { total, currency } = offer.value.pricing
  const agreed = message.request!.agreed
  const isCheaper = agreed !== null && cents(total) < cents(agreed.total)
  const says = `Price ${moneyText(total, currency)}, ${isCheaper ? `below the agreed ${moneyText(agreed.total, currency)}` : 'as agreed'}.`
  return { kind: 'next', step: 'submit', refs: { ...message.refs, offer: offer.value }, says }
}

/** Submits it, or finds out whether that was done already. The server takes a draft only once. */
export const submitStep = async (context: StepContext): Promise<StepOutcome> => {
  const { message, ordering, outbox, cancel } = context
  const { refs } = message
  if (message.inFlight || !refs.offer) {
    // Still a draft: the price may have changed since, so it is asked again before it is sent again.
    return (await lookUp(context)) ?? { kind: 'next', step: 'price', refs, says: 'It had not arrived.' }
  }
  const conflict = guard(context)
  if (conflict) return { kind: 'ask', conflict }
  if (context.serverNow() >= refs.offer.expiresAt) return { kind: 'next', step: 'price', refs, says: 'The price has expired.' }
  if (!outbox.begin(message.id, { ...refs, submitSentAt: context.now() })) return { kind: 'dropped' }
  const sent = await ordering.submit(refs.draftId!, cancel)
  if (sent.ok) return submitted(context, sent.value, 'Ordered.')
  if (sent.error.code === 'rejected' && sent.error.reason === 'invalid_state') return (await lookUp(context)) ?? failed(sent.error)
  return failed(sent.error)
}

/** Reads the order and what is charged for it: more than was agreed is said, never passed over. */
export const confirmStep = async (context: StepContext): Promise<StepOutcome> => {
  const { message, ordering, orders, cancel } = context
  const { refs } = message
  const order = await ordering.readOrder(refs.orderId!, cancel)
  if (!order.ok) return failed(order.error)
  const charged = await ordering.readOffer(order.value.quoteId, cancel)
  // A server that forgets its quotes has made the order all the same.
  if (!charged.ok && charged.error.code !== 'rejected' && charged.error.code !== 'not-offered') return failed(charged.error)
  const offer = charged.ok ? charged.value : (refs.offer ?? null)
  orders.save(message.id, message.accountId, order.value, offer, context.now())
  const done = { ...refs, quoteId: order.value.quoteId, ...(offer ? { offer } : {}) }
  const request = message.request!
  const differs = offer && (cents(offer.pricing.total) > cents(request.ceiling) || offer.pricing.currency !== request.currency)
  if (differs) {
    const now = moneyText(offer.pricing.total, offer.pricing.currency)
    const id = `charged:${now}`
    const agreed = `up to ${moneyText(request.ceiling, request.currency)}`
    const says = 'It is ordered, and the server charges more than was agreed. Talk to the manufacturer.'
    if (!message.accepted.includes(id)) return { kind: 'ask', conflict: { id, kind: 'charged', says, agreed, now, canAccept: true } }
  }
  return { kind: 'finished', refs: done, says: `Order ${order.value.orderId}: ${order.value.status}.` }
}
