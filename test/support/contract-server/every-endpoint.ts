import { expect, it } from 'vitest'
import type { Endpoint } from '#core/provider/wire/endpoint.ts'
import type { Answer } from '#core/provider/provider.ts'
import { readContract } from './operation.ts'
import type { ContractServer } from './server.ts'

/** How each call of a contract is made; a missing one is a type error. */
export type CallOfEach<E extends Readonly<Record<string, Endpoint>>> = { readonly [N in keyof E]: () => Answer<unknown> }

/**
 * Tests that every call of a contract is there and works: the request as agreed, which the server checks, and an answer as
 * agreed, which the server checks when it is sent and the client when it is read.
 */
export const testEveryEndpoint = <E extends Readonly<Record<string, Endpoint>>>(
  contractFile: string | null,
  endpoints: E,
  server: () => ContractServer,
  calls: CallOfEach<E>,
): void => {
  const idOf = ({ method, path }: Endpoint): string => `${method} ${path}`

  it('has every call of the contract', () => {
    const inContract = readContract(contractFile!).operations.map(({ id }) => id)
    expect(Object.values(endpoints).map(idOf).sort()).toEqual([...inContract].sort())
  })

  it.each(Object.entries(endpoints).map(([name, endpoint]) => [idOf(endpoint), name] as const))('%s', async (id, name) => {
    const before = server().calls(id).length
    const reply = await calls[name as keyof E]()
    expect(reply).toMatchObject({ ok: true })
    expect(server().calls(id).length).toBeGreaterThan(before)
    expect(server().violations).toEqual([])
  })
}
