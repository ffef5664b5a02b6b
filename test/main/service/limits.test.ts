import { expect, it } from 'vitest'
import { aService, codeOf } from './support/service.ts'

it('lets a key make so many calls a minute and an hour, says what is left, and others go on', async () => {
  const service = await aService({ rates: { perMinute: 5, perHour: 8 } })
  const { key } = await service.key()
  const call = () => service.call('GET', '/v1/checks', { key })
  const left: (string | null)[] = []
  for (let i = 0; i < 5; i++) {
    const answer = await call()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-ratelimit-limit')).toBe('5')
    left.push(answer.headers.get('x-ratelimit-remaining'))
  }
  expect(left).toEqual(['4', '3', '2', '1', '0'])
  const refused = await call()
  expect([refused.status, codeOf(refused)]).toEqual([429, 'rate_limited'])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
  expect((await service.call('GET', '/v1/checks')).status).toBe(200)
})

it('holds the hour beside the minute', async () => {
  const service = await aService({ rates: { perMinute: 100, perHour: 3 } })
  for (let i = 0; i < 3; i++) expect((await service.call('GET', '/v1/checks')).headers.get('x-ratelimit-limit')).toBe('3')
  const refused = await service.call('GET', '/v1/checks')
  expect([refused.status, codeOf(refused)]).toEqual([429, 'rate_limited'])
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
})

it('counts guesses at keys by address', async () => {
  const service = await aService({ rates: { perMinute: 3, perHour: 1000 } })
  const codes: (string | undefined)[] = []
  for (let i = 0; i < 5; i++) codes.push(codeOf(await service.call('GET', '/v1/checks', { key: `bpk_guess${i}` })))
  expect(codes).toEqual(['invalid_api_key', 'invalid_api_key', 'invalid_api_key', 'rate_limited', 'rate_limited'])
})

it('counts calls that need no key by address, but not the question whether it lives', async () => {
  const service = await aService({ rates: { perMinute: 2, perHour: 1000 } })
  const order = () => service.call('GET', '/v1/order', { key: null })
  expect([(await order()).status, (await order()).status]).toEqual([200, 200])
  const refused = await order()
  expect([refused.status, codeOf(refused)]).toEqual([429, 'rate_limited'])
  for (let i = 0; i < 5; i++) expect((await fetch(`${service.address()}/health`)).status).toBe(200)
})
