import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authentiseClient, type AuthentiseClient } from '#core/provider/authentise/client.ts'
import { resources } from '#core/provider/authentise/generated/index.ts'
import type { Calls, Field, FieldKind, Resource } from '#core/provider/authentise/resource.ts'
import { contractPath, testAccount, type TestAccount } from '#test/support/contract-server/connect.ts'
import { readContract } from '#test/support/contract-server/operation.ts'
import { sampleObject } from '#test/support/contract-server/sample.ts'
import { contractServer, type ContractServer } from '#test/support/contract-server/server.ts'

const contract = contractPath('authentise')
const all = Object.values(resources) as readonly Resource[]

const SAMPLES: Readonly<Record<FieldKind, unknown>> = {
  text: 'text',
  link: 'https://data.example.org/order/1/',
  address: 'https://example.org/',
  identifier: '2b1c9d6e-0000-4000-8000-000000000001',
  moment: '2026-02-03T09:00:00Z',
  integer: 3,
  decimal: 2.5,
  seconds: 60.5,
  flag: true,
  series: ['https://data.example.org/order/1/'],
  record: { a: 1 },
  anything: 'x',
}

const sampleOf = ({ kind, words }: Field): unknown => words[0] ?? SAMPLES[kind]
const inputOf = (resource: Resource): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries<Field>(resource.fields).flatMap(([name, field]) => (/c/i.test(field.tables) ? [[name, sampleOf(field)]] : [])),
  )
const extraInput = (resource: Resource, takes: readonly string[]): Record<string, unknown> | null =>
  takes.length === 0 ? null : Object.fromEntries(takes.map((name) => [name, sampleOf(resource.fields[name]!)]))
const places = (path: string): readonly string[] =>
  [...path.matchAll(/\{\w+\}/g)].map((_, k) => `2b1c9d6e-0000-4000-8000-00000000000${k + 1}`)
const idsOf = ({ calls, extras }: Resource): readonly string[] => [
  ...[calls.list, calls.read, calls.get].flatMap((path) => (path === undefined ? [] : [`GET ${path}`])),
  ...(calls.create === undefined ? [] : [`POST ${calls.create}`]),
  ...Object.values(extras).map(({ method, path }) => `${method} ${path}`),
]

describe.skipIf(!contract)(`every call of Authentise${contract ? '' : ' (skipped: no contract beside the checkout)'}`, () => {
  let server: ContractServer
  let account: TestAccount
  let client: AuthentiseClient
  const agreed = contract ? readContract(contract) : { name: '', basePath: '', operations: [] }
  const operations = new Map(agreed.operations.map((operation) => [operation.id, operation]))

  beforeAll(async () => {
    server = await contractServer({
      contract: agreed,
      isSignedIn: ({ headers }) => headers.cookie === 'session=s',
      refusal: () => ({}),
      plannedStatus: 405,
      rules: Object.fromEntries(
        agreed.operations.map(({ id, path }) => [
          id,
          ({ base }) =>
            id.startsWith('POST') ? { headers: { location: `${base}${path.replace(/\{\w+\}/g, 'x')}new/` }, body: undefined } : undefined,
        ]),
      ),
    })
    account = testAccount(server.url, 's')
    client = authentiseClient(account)
  })
  afterAll(async () => {
    account.close()
    await server.close()
  })

  it('has every call of the contract, and 251 resources', () => {
    const inTables = agreed.operations.filter(({ id }) => !/^(?:PUT|DELETE) \S+\{uuid\}\/$/.test(id)).map(({ id }) => id)
    expect(all).toHaveLength(251)
    // Two tables of the reference are for the same path.
    expect(new Set(all.flatMap(idsOf))).toEqual(new Set(inTables))
  })

  it.each(all.map((resource) => [resource.path, resource] as const))('%s', async (_, resource) => {
    const calls: Calls = resource.calls
    const from = server.received.length
    const violations = server.violations.length
    if (calls.list !== undefined) {
      const read = await client.list({ ...resource, calls: { ...calls, list: calls.list } }, {}, places(calls.list), null)
      const expected = sampleObject(operations.get(`GET ${calls.list}`)!.answer!.find(({ name }) => name === 'resources')!.items!)
      expect(read).toEqual({ ok: true, value: { rows: [{ row: expected, deviations: [] }], total: 7 } })
    }
    for (const path of [calls.read, calls.get]) {
      if (path === undefined) continue
      const read = await client.get({ ...resource, calls: { ...calls, get: path } }, places(path), null)
      expect(read).toEqual({ ok: true, value: { row: sampleObject(operations.get(`GET ${path}`)!.answer!), deviations: [] } })
    }
    if (calls.create !== undefined) {
      const made = await client.create(
        { ...resource, calls: { ...calls, create: calls.create } },
        inputOf(resource),
        places(calls.create),
        null,
      )
      // Some tables of the reference belong to calls that it says are not served.
      if (resource.isCreateClosed) expect(made).toMatchObject({ ok: false, error: { code: 'not-offered' } })
      else expect(made).toMatchObject({ ok: true, value: { uri: expect.stringMatching(/\/new\/$/) as string } })
    }
    for (const [name, { path, takes }] of Object.entries(resource.extras))
      expect(await client.act(resource, name, places(path), extraInput(resource, takes), null)).toMatchObject({ ok: true })
    for (const method of resource.verbs) {
      const uri = `${server.url}${resource.path.replace(/\{\w+\}/g, 'x')}2b1c9d6e-0000-4000-8000-000000000001/`
      const reply =
        method === 'PUT' ? await client.change(resource, uri, inputOf(resource), null) : await client.remove(resource, uri, null)
      expect(reply).toEqual({ ok: true, value: null })
    }
    expect(new Set(server.received.slice(from).map(({ id }) => id))).toEqual(
      new Set([...idsOf(resource), ...resource.verbs.map((verb) => `${verb} ${calls.get ?? `${resource.path}{uuid}/`}`)]),
    )
    expect(server.violations.slice(violations)).toEqual([])
  })
})
