import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ASAP_ENDPOINTS, type Endpoint, type EndpointName } from '#core/asap/endpoints.ts'
import { ASAP_ERRORS, errorBody, type AsapErrorCode } from '#core/asap/errors.ts'
import { sharedJson, sharedPath } from '#test/support/shared.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { deviations, nameOf, type Contract } from './support/contract.ts'
import { anyPath, FAILURES, setScene, type Scene } from './support/failures.ts'
import { orderableBoard, zipOf } from './support/orderable-board.ts'
import { aService, codeOf, type TestService } from './support/service.ts'
import { walkThrough, type Steps } from './support/walk.ts'

const names = Object.keys(ASAP_ENDPOINTS) as EndpointName[]
const hasContract = sharedPath('contracts', 'asap.json') !== null
const contract: Contract = hasContract ? sharedJson<Contract>('contracts', 'asap.json') : { endpoints: [] }
const beyond = names.filter((name) => (ASAP_ENDPOINTS[name] as Endpoint).beyond)

let service: TestService
let steps: Steps
let scene: Scene

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'boardproof-test-'))
  afterAll(() => rmSync(data, { recursive: true, force: true }))
  service = await aService({ data }, (stop) => afterAll(stop))
  const [zip, blocked] = [await zipOf(orderableBoard(50, 100, 2)), await zipOf(smallBoard())]
  steps = await walkThrough(service, zip)
  scene = await setScene(service, zip, blocked)
})

describe('every endpoint', () => {
  it.each(names.filter((name) => !beyond.includes(name)))('%s answers in its shape', (name) => {
    const answer = steps[name]!
    expect(codeOf(answer)).toBeUndefined()
    expect(answer.status).toBe(200)
    expect(() => ASAP_ENDPOINTS[name].answer.parse(answer.body)).not.toThrow()
  })

  it.each(names)('%s refuses a call without a key and one with a wrong key', async (name) => {
    const { method } = ASAP_ENDPOINTS[name]
    const without = await service.call(method, anyPath(name), { key: null })
    expect([without.status, codeOf(without)]).toEqual([401, 'missing_auth'])
    const wrong = await service.call(method, anyPath(name), { key: 'bpk_wrong' })
    expect([wrong.status, codeOf(wrong)]).toEqual([403, 'invalid_api_key'])
  })

  const failing = names.flatMap((name) => (Object.keys(FAILURES[name]) as AsapErrorCode[]).map((code) => [name, code] as const))

  it.each(failing)('%s fails with %s', async (name, code) => {
    const answer = await FAILURES[name][code]!(scene)
    expect(codeOf(answer)).toBe(code)
    expect(answer.status).toBe(ASAP_ERRORS[code])
    expect(() => errorBody.parse(answer.body)).not.toThrow()
  })

  it('goes on working after all these failures', async () => {
    expect((await service.call('GET', '/v1/checks')).status).toBe(200)
  })
})

describe.skipIf(!hasContract)('the contract asap.json (skipped where the reference material is absent)', () => {
  it('has its 18 endpoints here, and nothing of ours passes for one of them', () => {
    expect(contract.endpoints).toHaveLength(18)
    expect(contract.endpoints.map(nameOf).sort()).toEqual(names.filter((name) => !beyond.includes(name)).sort())
  })

  it.each(contract.endpoints.map((e) => [`${e.method} ${e.path}`, e] as const))('%s has every field in its type', (_title, endpoint) => {
    const seen = new Set<string>()
    const answer = steps[nameOf(endpoint)!]!
    for (const response of endpoint.responses) {
      expect(response.status).toBe(answer.status)
      expect(deviations(response.fields, answer.body, '', seen)).toEqual([])
      const example = ASAP_ENDPOINTS[nameOf(endpoint)!].answer.safeParse(response.example)
      // The contract's change sample is shortened; the whole intent comes back.
      if (nameOf(endpoint) !== 'changeOrderIntent') expect(example.error?.issues ?? []).toEqual([])
    }
    expect(seen.size).toBeGreaterThan(0)
  })

  const codes = contract.endpoints.flatMap((e) => e.errors.map(({ code, status }) => [`${e.method} ${e.path}`, code, status, e] as const))

  it.each(codes)('%s: %s is %i and is provoked above', (_title, code, status, endpoint) => {
    const name = nameOf(endpoint)!
    expect(ASAP_ERRORS[code as AsapErrorCode]).toBe(status)
    const forAll = ['missing_auth', 'invalid_api_key']
    // A stored quantity is never below 1: create and change refuse it.
    const cannotHappen = code === 'invalid_quantity' && (name === 'requoteIntent' || name === 'submitIntent')
    expect(cannotHappen || forAll.includes(code) || Object.keys(FAILURES[name]).includes(code)).toBe(true)
    expect(forAll.includes(code) || (ASAP_ENDPOINTS[name].errors as readonly string[]).includes(code)).toBe(true)
  })
})
