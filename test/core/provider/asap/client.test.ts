import { onTestFinished, describe, expect, test } from 'vitest'
import type { EndpointName } from '#core/asap/endpoints.ts'
import type { Result } from '#core/base/result.ts'
import { asapClient, type AsapClient } from '#core/provider/asap/client.ts'
import { anAccount } from '#test/support/asap/account.ts'
import { startContractServer, type ContractServer } from '#test/support/asap/contract-server.ts'
import { sha256 } from '#test/support/asap/contract-state.ts'

const CONTRACT_CALLS: readonly EndpointName[] = [
  'uploadBoard', 'listChecks', 'runDfm', 'createDfmRun', 'readDfmRun', 'listOrderIntents', 'createOrderIntent', 'readOrderIntent',
  'changeOrderIntent', 'listIntentQuotes', 'requoteIntent', 'submitIntent', 'listOrders', 'createOrder', 'readOrder', 'createQuote',
  'readQuote', 'retryJob',
] // prettier-ignore

const begin = async (): Promise<{ server: ContractServer; client: AsapClient }> => {
  const server = await startContractServer()
  onTestFinished(() => server.close())
  return { server, client: asapClient(anAccount(server.baseUrl)) }
}

const good = async <T>(answer: Promise<Result<T, { code: string; message: string }>>): Promise<T> => {
  const found = await answer
  if (!found.ok) throw new Error(`${found.error.code}: ${found.error.message}`)
  return found.value
}

const bytes = new Uint8Array([80, 75, 3, 4, ...Array.from({ length: 200_000 }, (_, k) => (k * 7919) & 0xff)])
const file = { fileName: 'ämp "v2".zip', bytes }
const terms = { quantity: 10, lead_time: 'standard', ship_to: { country: 'US', postal_code: '94107' } } as const

describe('every call of the contract', () => {
  test('works over HTTP, and none of the 18 is left out', async () => {
    const { server, client } = await begin()
    const board = await good(client.uploadBoard(file, 'key-1'))
    expect(board.sha256).toBe(sha256(bytes))
    expect(board.size_bytes).toBe(bytes.length)
    expect((await good(client.listChecks()))[0]?.check_id).toBe('min_trace_width')
    expect((await good(client.runDfm({ file }, { check_ids: ['min_trace_width'] }))).result.summary.checks_run).toBe(6)
    const run = await good(client.createDfmRun({ boardId: board.board_id }, {}, 'key-2'))
    expect(await good(client.readDfmRun(run.dfm_run_id))).toMatchObject({ board_id: board.board_id, check_ids: null })
    const intent = await good(client.createOrderIntent({ ...terms, dfm_run_id: run.dfm_run_id, notes: 'Reference: bp-1' }))
    expect((await good(client.listOrderIntents())).map((entry) => entry.order_intent_id)).toEqual([intent.order_intent_id])
    expect(await good(client.changeOrderIntent(intent.order_intent_id, { quantity: 20 }))).toMatchObject({ quantity: 20 })
    expect(await good(client.readOrderIntent(intent.order_intent_id))).toMatchObject({ quantity: 20, notes: 'Reference: bp-1' })
    const quote = await good(client.requoteIntent(intent.order_intent_id))
    expect((await good(client.listIntentQuotes(intent.order_intent_id))).map((q) => q.quote_id)).toEqual([quote.quote_id])
    const submitted = await good(client.submitIntent(intent.order_intent_id))
    expect(submitted.status).toBe('submitted')
    expect((await good(client.readOrder(submitted.latest_order_id!))).timeline).toHaveLength(1)
    const single = await good(client.createQuote({ ...terms, dfm_run_id: run.dfm_run_id }))
    expect(single.pricing.total).toBe(217)
    expect((await good(client.quotePackage(file, terms))).pricing.total).toBe(217)
    expect((await good(client.readQuote(single.quote_id))).pricing).toEqual(single.pricing)
    await good(client.createOrder({ quote_id: single.quote_id, po_number: 'PO-1', contact: { name: 'A', email: 'a@b.c' } }))
    expect(await good(client.listOrders())).toHaveLength(2)
    await good(client.retryJob('job_1'))
    expect(CONTRACT_CALLS.filter((name) => !server.calls.has(name))).toEqual([])
  })

  test('an upload with the same key is one board; a package that holds the boundary arrives whole', async () => {
    const { server, client } = await begin()
    const tricky = { fileName: 'a', bytes: new TextEncoder().encode('PK boardproof-part-boundary\r\n--boardproof-part-boundary-0--\r\n') }
    const first = await good(client.uploadBoard(tricky, 'one'))
    const again = await good(client.uploadBoard(tricky, 'one'))
    expect(again).toEqual(first)
    expect(first).toMatchObject({ sha256: sha256(tricky.bytes), filename: 'a.zip' })
    expect(server.state.boards.size).toBe(1)
  })

  test('progress counts up to the whole body', async () => {
    const { client } = await begin()
    const seen: [number, number][] = []
    await good(client.uploadBoard(file, 'p', null, (sent, total) => seen.push([sent, total])))
    expect(seen.length).toBeGreaterThan(2)
    expect(seen.at(-1)![0]).toBe(seen.at(-1)![1])
    expect(seen.at(-1)![1]).toBeGreaterThan(bytes.length)
  })

  test('identifiers cannot leave their place in the path', async () => {
    const { client } = await begin()
    expect(await client.readOrder('../boards?x=1')).toMatchObject({ ok: false, error: { code: 'rejected', reason: 'order_not_found' } })
  })
})
