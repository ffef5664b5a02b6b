import { createHash, randomBytes } from 'node:crypto'
import type { Scope } from '#core/asap/endpoints.ts'
import type { KeysRepo } from '#main/service/store/keys.repo.ts'

const PREFIX = 'bpk_'
/** Characters that stay visible in lists: too few to guess the rest from. */
const SHOWN = 10

/** @returns the hash under which a key is stored. A key is 160 random bits: a fast hash does not make it guessable */
export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex')

export interface KeyRequest {
  readonly label: string
  readonly orgId: string
  readonly userId: string
  readonly scopes: readonly Scope[]
}

/** Makes a key. @returns its id, and the key itself, which is stored nowhere and cannot be shown again */
export const createKey = (keys: KeysRepo, request: KeyRequest): { readonly id: string; readonly key: string } => {
  const key = PREFIX + randomBytes(20).toString('hex')
  const id = `key_${randomBytes(6).toString('hex')}`
  keys.add({ ...request, id, hash: hashKey(key), shown: key.slice(0, SHOWN) })
  return { id, key }
}
