import { describe, expect, test } from 'vitest'
import { asapClient, type AsapClient } from '#core/provider/asap/client.ts'
import { httpOut } from '#main/provider/http-out.ts'
import { anAccount } from '#test/support/asap/account.ts'
import { answer, cannedServer, deadAddress, type Canned } from '#test/support/asap/canned-server.ts'

const refusal = (code: string): string => JSON.stringify({ detail: { code, message: `says ${code}`, details: {} } })

type Kind = 'read' | 'keyed' | 'once'
const ask: Readonly<Record<Kind, (client: AsapClient) => Promise<unknown>>> = {
  read: (client) => client.readOrder('ord_1'),
  keyed: (client) => client.uploadBoard({ fileName: 'a.zip', bytes: new Uint8Array([1]) }, 'k'),
  once: (client) => client.createOrderIntent({ quantity: 1, lead_time: 'standard' }),
}

const CASES: readonly { name: string; canned: Canned; read: object; keyed: object; once: object }[] = [
  { name: '401', canned: answer(401, refusal('missing_auth')), read: { code: 'signed-out' }, keyed: { code: 'signed-out' }, once: { code: 'signed-out' } },
  { name: '403 key revoked', canned: answer(403, refusal('invalid_api_key')), read: { code: 'signed-out' }, keyed: { code: 'signed-out' }, once: { code: 'signed-out' } },
  { name: '403 of somebody else', canned: answer(403, refusal('forbidden')), read: { code: 'rejected', reason: 'forbidden' }, keyed: { code: 'rejected', reason: 'forbidden' }, once: { code: 'rejected', reason: 'forbidden', status: 403 } },
  { name: '404 in the contract', canned: answer(404, refusal('order_not_found')), read: { code: 'rejected', reason: 'order_not_found' }, keyed: { code: 'rejected' }, once: { code: 'rejected' } },
  { name: '404 of the framework', canned: answer(404, '{"detail":"Not Found"}'), read: { code: 'not-offered' }, keyed: { code: 'not-offered' }, once: { code: 'not-offered' } },
  { name: '404 of something in between', canned: answer(404, '<html>'), read: { code: 'retry' }, keyed: { code: 'retry' }, once: { code: 'unclear' } },
  { name: '409', canned: answer(409, refusal('invalid_state')), read: { code: 'rejected' }, keyed: { code: 'rejected' }, once: { code: 'rejected', reason: 'invalid_state' } },
  { name: '422 of the framework', canned: answer(422, '{"detail":[{"msg":"too short"}]}'), read: { code: 'rejected' }, keyed: { code: 'rejected' }, once: { code: 'rejected', message: 'too short' } },
  { name: '429 with seconds', canned: answer(429, refusal('rate_limited'), { 'retry-after': '7' }), read: { code: 'rate-limited', afterMs: 7000 }, keyed: { code: 'rate-limited', afterMs: 7000 }, once: { code: 'rate-limited', afterMs: 7000 } },
  { name: '429 with a date', canned: answer(429, 'x', { date: 'Tue, 01 Jan 2030 00:00:00 GMT', 'retry-after': 'Tue, 01 Jan 2030 00:01:00 GMT' }), read: { code: 'rate-limited', afterMs: 60000 }, keyed: { code: 'rate-limited' }, once: { code: 'rate-limited' } },
  { name: '429 with a reset', canned: answer(429, 'x', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '12' }), read: { code: 'rate-limited', afterMs: 12000 }, keyed: { code: 'rate-limited' }, once: { code: 'rate-limited' } },
  { name: '429 bare', canned: answer(429, ''), read: { code: 'rate-limited', afterMs: 30000 }, keyed: { code: 'rate-limited' }, once: { code: 'rate-limited' } },
  { name: '500', canned: answer(500, refusal('internal_error')), read: { code: 'retry' }, keyed: { code: 'retry' }, once: { code: 'unclear' } },
  { name: '503 before anything was done', canned: answer(503, refusal('unavailable'), { 'retry-after': '2' }), read: { code: 'retry', afterMs: 2000 }, keyed: { code: 'retry', afterMs: 2000 }, once: { code: 'retry', afterMs: 2000 } },
  { name: '502 of a gateway', canned: answer(502, 'bad gateway'), read: { code: 'retry' }, keyed: { code: 'retry' }, once: { code: 'unclear' } },
  { name: 'a redirect', canned: answer(302, '', { location: 'http://127.0.0.1/login' }), read: { code: 'retry' }, keyed: { code: 'retry' }, once: { code: 'unclear' } },
  { name: '200 with a page of a portal', canned: answer(200, '<html>log in</html>'), read: { code: 'retry' }, keyed: { code: 'retry' }, once: { code: 'unclear' } },
  { name: '200 with other JSON', canned: answer(200, '{"ok":true}'), read: { code: 'retry' }, keyed: { code: 'retry' }, once: { code: 'unclear' } },
  { name: 'cut before the answer', canned: { bytes: '', then: 'cut' }, read: { code: 'retry' }, keyed: { code: 'retry' }, once: { code: 'unclear' } },
  { name: 'cut in the answer', canned: { bytes: 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"order', then: 'cut' }, read: { code: 'retry' }, keyed: { code: 'retry' }, once: { code: 'unclear' } },
  { name: 'never answered', canned: { bytes: '', then: 'hang' }, read: { code: 'retry' }, keyed: { code: 'retry' }, once: { code: 'unclear' } },
  { name: 'no HTTP', canned: { bytes: 'SSH-2.0-x\r\n', then: 'close' }, read: { code: 'retry' }, keyed: { code: 'retry' }, once: { code: 'unclear' } },
] // prettier-ignore

describe('what follows from an answer', () => {
  for (const { name, canned, ...expected } of CASES) {
    test(name, async () => {
      const baseUrl = await cannedServer(canned)
      const http = httpOut({ idleMs: 200, totalMs: 1000 })
      const client = asapClient(anAccount(baseUrl, { http }))
      for (const kind of ['read', 'keyed', 'once'] as const)
        expect(await ask[kind](client), kind).toMatchObject({ ok: false, error: expected[kind] })
      http.close()
    })
  }

  test('nothing was sent when nobody listens: the same again is safe for every call', async () => {
    const client = asapClient(anAccount(await deadAddress()))
    for (const kind of ['read', 'keyed', 'once'] as const)
      expect(await ask[kind](client), kind).toMatchObject({ ok: false, error: { code: 'retry' } })
  })

  test('an answer that never ends is given up', async () => {
    const baseUrl = await cannedServer({ bytes: `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(100_000)}`, then: 'hang' })
    const http = httpOut({ idleMs: 2000, totalMs: 2000, mostBytes: 50_000 })
    expect(await http({ method: 'GET', url: baseUrl, headers: {}, body: null, cancel: null })).toMatchObject({
      ok: false,
      error: { code: 'too-large', sent: true },
    })
    http.close()
  })

  test('stopping: before it is sent nothing happened, afterwards nobody knows', async () => {
    const baseUrl = await cannedServer({ bytes: '', then: 'hang' })
    const client = asapClient(anAccount(baseUrl))
    const stopped = AbortSignal.abort()
    expect(await client.submitIntent('oi_1', stopped)).toMatchObject({ error: { code: 'cancelled' } })
    const controller = new AbortController()
    const asked = client.submitIntent('oi_1', controller.signal)
    setTimeout(() => controller.abort(), 100)
    expect(await asked).toMatchObject({ error: { code: 'unclear' } })
  })

  test('without a key nothing leaves, and a key that is no header text does neither', async () => {
    const baseUrl = await cannedServer(answer(200, '[]'))
    for (const secret of [null, '', 'a\r\nb: c']) {
      const client = asapClient(anAccount(baseUrl, { secret: () => Promise.resolve(secret) }))
      expect(await client.listOrders()).toMatchObject({ ok: false, error: { code: 'signed-out' } })
    }
  })

  test('the allowance and the clock of the server are told', async () => {
    const baseUrl = await cannedServer(
      answer(200, '[]', { date: 'Tue, 01 Jan 2030 00:00:00 GMT', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '3' }),
    )
    const seen: unknown[] = []
    const client = asapClient(anAccount(baseUrl, { observe: (told) => seen.push(told) }))
    expect(await client.listOrders()).toEqual({ ok: true, value: [] })
    expect(seen).toEqual([{ serverTime: Date.UTC(2030, 0, 1), allowanceInMs: 3000 }])
  })

  test('fields and words that the contract does not list are let through', async () => {
    const order = {
      order_id: 'ord_1',
      quote_id: 'quo_1',
      status: 'waiting_for_copper',
      created_at: '2026-01-01T00:00:00Z',
      tracking: null,
      timeline: [],
      shiny: 1,
    }
    const baseUrl = await cannedServer(answer(200, JSON.stringify(order)))
    expect(await asapClient(anAccount(baseUrl)).readOrder('ord_1')).toMatchObject({ ok: true, value: { status: 'waiting_for_copper' } })
  })
})
