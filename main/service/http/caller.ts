import type { FastifyRequest } from 'fastify'
import type { Scope } from '#core/asap/endpoints.ts'
import { hashKey } from '#main/service/keys/api-key.ts'
import type { KeysRepo } from '#main/service/store/keys.repo.ts'
import { ApiError } from './api-error.ts'

/** Who calls: what the key stands for. */
export interface Caller {
  readonly keyId: string
  readonly orgId: string
  readonly userId: string
  readonly scopes: readonly Scope[]
}

/** When a key was last used is written at most this often. */
const TOUCH_MS = 60_000

export interface Authenticator {
  /** @throws ApiError `missing_auth`, `invalid_api_key` */
  callerOf(request: FastifyRequest): Caller
}

export const authenticator = (keys: KeysRepo, now: () => number): Authenticator => {
  const touched = new Map<string, number>()
  return {
    callerOf({ headers: { authorization } }) {
      if (authorization === undefined)
        throw new ApiError('missing_auth', 'The header Authorization is missing. Send "Authorization: Bearer <api key>".')
      const [scheme, key] = authorization.split(/\s+/, 2)
      const found = scheme?.toLowerCase() === 'bearer' && key ? keys.find(hashKey(key)) : null
      if (!found) throw new ApiError('invalid_api_key', 'The api key is unknown or was revoked.')
      if (now() - (touched.get(found.id) ?? 0) > TOUCH_MS) {
        touched.set(found.id, now())
        keys.touch(found.id)
      }
      return { keyId: found.id, orgId: found.orgId, userId: found.userId, scopes: found.scopes }
    },
  }
}

/** @throws ApiError `forbidden` when the key may not do this */
export const requireScope = (caller: Caller, scope: Scope): void => {
  if (caller.scopes.includes(scope)) return
  throw new ApiError('forbidden', `This key may not do that: it lacks the scope "${scope}".`, { scope })
}
