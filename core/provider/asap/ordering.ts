import { err, ok, type Result } from '#core/base/result.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import type { Draft, Ordering } from '#core/provider/ordering.ts'
import type { AsapClient } from './client.ts'
import { analysisOf, draftOf, intentState, offerOf, quoteRequestOf, referenceIn, trackedOrder } from './map.ts'

const map = <T, U>(answer: Result<T, ProviderFailure>, to: (value: T) => U): Result<U, ProviderFailure> =>
  answer.ok ? ok(to(answer.value)) : answer

/** Ordering by intents: board, kept DFM run, draft, price, submit. */
export const asapOrdering = (client: AsapClient): Ordering => ({
  async upload(file, key, cancel, onProgress) {
    return map(await client.uploadBoard(file, key, cancel, onProgress), ({ board_id, sha256 }) => ({ boardId: board_id, sha256 }))
  },
  async analyse(boardId, checkIds, key, cancel) {
    const made = await client.createDfmRun({ boardId }, { check_ids: checkIds ? [...checkIds] : null }, key, cancel)
    if (!made.ok) return made
    if ('result' in made.value) return ok(analysisOf(made.value.dfm_run_id, made.value.result))
    const read = await client.readDfmRun(made.value.dfm_run_id, cancel)
    if (!read.ok) return read
    return ok('result' in read.value ? analysisOf(read.value.dfm_run_id, read.value.result) : null)
  },
  price: async (runId, terms, cancel) => map(await client.createQuote(quoteRequestOf(runId, terms), cancel), offerOf),
  createDraft: async (request, cancel) => map(await client.createOrderIntent(draftOf(request), cancel), intentState),
  async findDrafts(reference, lookedAt, cancel) {
    const listed = await client.listOrderIntents(cancel)
    if (!listed.ok) return listed
    for (const { order_intent_id } of listed.value) {
      if (lookedAt.has(order_intent_id)) continue
      const read = await client.readOrderIntent(order_intent_id, cancel)
      // One that another member of the organisation keeps to themselves is not ours.
      const isOthers = !read.ok && read.error.code === 'rejected' && (read.error.status === 403 || read.error.status === 404)
      if (!read.ok && !isOthers) return read
      lookedAt.add(order_intent_id, read.ok ? referenceIn(read.value.notes) : null)
    }
    const states = new Map(listed.value.map((intent) => [intent.order_intent_id, intentState(intent)]))
    const found: Draft[] = []
    for (const draftId of lookedAt.withReference(reference)) {
      const state = states.get(draftId)
      if (state) found.push(state)
    }
    const oldestFirst = [...states.keys()].reverse()
    found.sort((a, b) => Number(b.isSubmitted) - Number(a.isSubmitted) || oldestFirst.indexOf(a.id) - oldestFirst.indexOf(b.id))
    return ok(found)
  },
  setRun: async (draftId, runId, cancel) => map(await client.changeOrderIntent(draftId, { dfm_run_id: runId }, cancel), () => null),
  requote: async (draftId, cancel) => map(await client.requoteIntent(draftId, cancel), offerOf),
  submit: async (draftId, cancel) => map(await client.submitIntent(draftId, cancel), intentState),
  async readDraft(draftId, cancel) {
    const read = await client.readOrderIntent(draftId, cancel)
    return read.ok ? ok(intentState(read.value)) : err(read.error)
  },
  readOffer: async (quoteId, cancel) => map(await client.readQuote(quoteId, cancel), offerOf),
  readOrder: async (orderId, cancel) => map(await client.readOrder(orderId, cancel), trackedOrder),
  listOrders: async (cancel) => map(await client.listOrders(cancel), (orders) => orders.map(trackedOrder)),
})
