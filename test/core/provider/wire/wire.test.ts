import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillPath, isSameServer, isSecure, queryOf, resolveLink } from '#core/provider/wire/address.ts'
import { failureOfFault, failureOfStatus } from '#core/provider/wire/failures.ts'
import { base64Of, jsonOf } from '#core/provider/wire/json.ts'

describe('addresses', () => {
  it.each([
    ['https://api.example.org/v1', '/v1/projects/3/status', 'https://api.example.org/v1/projects/3/status'],
    ['https://api.example.org/v1', 'https://other.example.org/x', 'https://other.example.org/x'],
    ['https://api.example.org/v1', '//other.example.org/x', null],
    ['https://api.example.org/v1', 'javascript:alert(1)', null],
    ['https://api.example.org/v1', 'file:///etc/passwd', null],
  ])('%s with link %s', (base, link, expected) => expect(resolveLink(base, link)).toBe(expected))

  it.each([
    ['https://a.example.org/x', true],
    ['http://127.0.0.1:8000', true],
    ['http://localhost:1', true],
    ['http://a.example.org', false],
    ['http://localhost.example.org', false],
    ['http://127.0.0.1@evil.example', false],
    ['ftp://a.example.org', false],
  ])('%s may carry a secret: %s', (address, expected) => expect(isSecure(address)).toBe(expected))

  it('compares servers by scheme, host and port', () => {
    expect(isSameServer('https://A.example.org/v1', 'https://a.example.org/other')).toBe(true)
    expect(isSameServer('https://a.example.org', 'http://a.example.org')).toBe(false)
    expect(isSameServer('https://a.example.org', 'https://a.example.org:444')).toBe(false)
    expect(isSameServer('https://a.example.org', 'https://a.example.org@evil.example/')).toBe(false)
  })

  it('encodes what goes into paths and queries', () => {
    expect(fillPath('/bom/{id}/placements/{ref}/dnp', { id: 5, ref: 'C/3?' })).toBe('/bom/5/placements/C%2F3%3F/dnp')
    expect(queryOf({ q: 'a&b=c', none: null, page: 2 })).toBe('?q=a%26b%3Dc&page=2')
    expect(queryOf({})).toBe('')
    expect(() => fillPath('/a/{b}', {})).toThrow('needs b')
  })
})

describe('bytes', () => {
  it('writes Base64 as node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      }),
    )
    const large = new Uint8Array(12288 * 2 + 1).map((_, k) => k % 256)
    expect(base64Of(large)).toBe(Buffer.from(large).toString('base64'))
  })

  it('reads any JSON value and names what is none', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(jsonOf(Buffer.from(text))).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
    expect(jsonOf(new Uint8Array())).toEqual({ ok: true, value: undefined })
    expect(jsonOf(Buffer.from('<html>'))).toEqual({ ok: false, error: { code: 'not-json' } })
  })
})

describe('failures', () => {
  const answer = (status: number, headers: Record<string, string> = {}) => ({ status, headers, body: new Uint8Array() })
  const said = { reason: null, message: null }

  it.each([
    ['GET', true, 'retry'],
    ['PUT', true, 'retry'],
    ['POST', true, 'unclear'],
    ['POST', false, 'retry'],
  ] as const)('%s without answer, sent %s: %s', (method, sent, code) =>
    expect(failureOfFault({ code: 'no-answer', sent, message: '' }, method).code).toBe(code),
  )

  it('cannot say that a stopped request did nothing', () => {
    expect(failureOfFault({ code: 'cancelled', sent: true, message: '' }, 'POST').code).toBe('unclear')
    expect(failureOfFault({ code: 'cancelled', sent: false, message: '' }, 'POST').code).toBe('cancelled')
  })

  it.each([
    [401, 'POST', 'signed-out'],
    [403, 'GET', 'rejected'],
    [404, 'GET', 'rejected'],
    [405, 'POST', 'not-offered'],
    [501, 'GET', 'not-offered'],
    [408, 'GET', 'retry'],
    [500, 'POST', 'retry'],
    [502, 'POST', 'unclear'],
    [502, 'GET', 'retry'],
    [504, 'POST', 'unclear'],
    [503, 'POST', 'retry'],
    [302, 'GET', 'rejected'],
  ] as const)('%i to %s: %s', (status, method, code) => expect(failureOfStatus(answer(status), method, 'Acme', said).code).toBe(code))

  it('waits as long as the server says, a minute when it does not', () => {
    const date = 'Tue, 03 Feb 2026 09:00:00 GMT'
    const wait = (headers: Record<string, string>) => failureOfStatus(answer(429, headers), 'GET', 'Acme', said)
    expect(wait({})).toMatchObject({ code: 'rate-limited', afterMs: 60_000 })
    expect(wait({ 'retry-after': '5' })).toMatchObject({ afterMs: 5000 })
    expect(wait({ 'retry-after': 'Tue, 03 Feb 2026 09:00:30 GMT', date })).toMatchObject({ afterMs: 30_000 })
    const reset = String(Date.parse(date) / 1000 + 12)
    expect(wait({ 'x-ratelimit-reset': reset, 'x-ratelimit-remaining': '0', date })).toMatchObject({ afterMs: 12_000 })
  })
})
