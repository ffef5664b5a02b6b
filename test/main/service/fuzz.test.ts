import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ASAP_ERRORS } from '#core/asap/errors.ts'
import { smallBoard } from '#test/main/support/small-board.ts'
import { operationsOf, valuesFor, type Document, type Operation } from './support/fuzz.ts'
import { orderableBoard, zipOf } from './support/orderable-board.ts'
import { aService, formWith, type TestService } from './support/service.ts'
import { walkThrough } from './support/walk.ts'

const SEED = 20_261
const PER_OPERATION = 25

let service: TestService
let key: string
let document: Document
let before = 0
/** Ids that exist, by the name of their parameter or field. */
const known: Record<string, string[]> = {}
const packages: Uint8Array<ArrayBuffer>[] = []

/** Collects every id in an answer. */
const learn = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'string' && /_id$/.test(name)) (known[name] ??= []).push(part)
    else learn(part)
  }
}

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'boardproof-test-'))
  afterAll(() => rmSync(data, { recursive: true, force: true }))
  service = await aService({ data, maxUploadBytes: 1024 * 1024 }, (stop) => afterAll(stop))
  key = (await service.key()).key
  const good = await zipOf(orderableBoard(30, 40, 2))
  packages.push(
    good,
    await zipOf(smallBoard()),
    good.slice(0, 500),
    new Uint8Array(0),
    new TextEncoder().encode('no zip') as Uint8Array<ArrayBuffer>,
  )
  document = (await (await fetch(`${service.address()}/openapi.json`)).json()) as Document
  for (const answer of Object.values(await walkThrough(service, good))) learn(answer.body)
  // The walk damages packages on purpose.
  before = service.log.length
})

const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** Mostly ids that exist, so that calls get past the first check. */
const idOr = (name: string, other: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  known[name] ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known[name]) }, { weight: 1, arbitrary: other }) : other

interface Draw {
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string | FormData | undefined
}

/** Header values may not hold everything that a text may. */
const headerText = (value: unknown): string =>
  text(value)
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 300)

const callsOf = (operation: Operation): fc.Arbitrary<Draw> => {
  const parameters = fc.record(
    Object.fromEntries(operation.parameters.map((p) => [p.name, idOr(p.name, valuesFor(p.schema, document))])),
  ) as fc.Arbitrary<Record<string, unknown>>
  const withIds = (body: unknown): fc.Arbitrary<unknown> =>
    typeof body !== 'object' || body === null || Array.isArray(body)
      ? fc.constant(body)
      : fc.record(Object.fromEntries(Object.entries(body).map(([name, value]) => [name, idOr(name, fc.constant(value))])))
  const types = Object.keys(operation.bodies)
  const bodies: fc.Arbitrary<readonly [string | null, unknown]> = types.length
    ? fc.oneof(
        ...types.map((type) =>
          valuesFor(operation.bodies[type]!, document)
            .chain(withIds)
            .map((body) => [type, body] as const),
        ),
      )
    : fc.constant([null, undefined] as const)
  return fc
    .tuple(parameters, bodies, fc.nat(packages.length), fc.integer({ min: 0, max: 9 }))
    .map(([values, [type, body], pack, twist]) => {
      const headers: Record<string, string> = operation.open ? {} : { authorization: `Bearer ${key}` }
      const query: string[] = []
      let path = operation.path
      for (const { name, in: where } of operation.parameters) {
        const value = values[name]
        if (where === 'path') path = path.replace(`{${name}}`, encodeURIComponent(text(value).replace(/[\ud800-\udfff]/g, '?')))
        else if (where === 'header') headers[name] = headerText(value)
        else query.push(`${name}=${encodeURIComponent(text(value).replace(/[\ud800-\udfff]/g, '?'))}`)
      }
      const address = query.length ? `${path}?${query.join('&')}` : path
      if (type === 'multipart/form-data') {
        const { file: _, ...texts } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
        const strings = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, text(value)]))
        return { path: address, headers, body: formWith(packages[pack] ?? null, strings) }
      }
      if (type === null) return { path: address, headers, body: undefined }
      headers['content-type'] = twist === 0 ? 'text/plain' : type
      return { path: address, headers, body: twist === 1 ? `${text(body)}}` : (JSON.stringify(body) ?? '') }
    })
}

it('answers every call that the OpenAPI document allows, and those near it, as the document says', async () => {
  const operations = operationsOf(document)
  expect(operations.length).toBeGreaterThanOrEqual(25)
  const statuses = new Map<string, number>()
  for (const operation of operations) {
    const { method, responses } = operation
    await fc.assert(
      fc.asyncProperty(callsOf(operation), async ({ path, headers, body }) => {
        const reply = await fetch(`${service.address()}${path}`, { method, headers, ...(body === undefined ? {} : { body }) })
        const type = reply.headers.get('content-type')?.split(';')[0] ?? ''
        const said = await reply.text()
        const label = `${method} ${path.slice(0, 300)} ${typeof body === 'string' ? body.slice(0, 300) : ''} -> ${reply.status} ${said.slice(0, 300)}`
        expect(reply.status, label).toBeLessThan(500)
        expect(Object.keys(responses), label).toContain(String(reply.status))
        expect(Object.keys(responses[String(reply.status)]!), label).toContain(type)
        if (type === 'application/json' && reply.status < 300) learn(JSON.parse(said))
        if (reply.status >= 400) {
          const { code } = (JSON.parse(said) as { detail: { code: keyof typeof ASAP_ERRORS } }).detail
          expect(ASAP_ERRORS[code], label).toBe(reply.status)
        }
        const times = `${method} ${operation.path} ${reply.status}`
        statuses.set(times, (statuses.get(times) ?? 0) + 1)
      }),
      { seed: SEED, numRuns: PER_OPERATION, endOnFailure: true },
    )
  }
  // The calls are not all refused at the door: most operations were also carried out.
  const carriedOut = operations.filter(({ method, path }) => [200, 202].some((status) => statuses.has(`${method} ${path} ${status}`)))
  expect(carriedOut.length).toBeGreaterThan(operations.length * 0.75)
  expect(service.log.slice(before).filter((line) => line.includes('"level":"error"'))).toEqual([])
})
