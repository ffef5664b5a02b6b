import { err, type Result } from '#core/base/result.ts'
import type { CircuithubClient } from '#core/provider/circuithub/client.ts'
import type { Answer } from '#core/provider/provider.ts'
import { answered, callError, type ProviderError } from './call-error.ts'
import type { ProviderService } from './provider-service.ts'

const READ_MS = 2 * 60_000

/** Makes one call at CircuitHub for an account. @returns what the answer means to the page; an account that is signed out is marked so */
export type CircuithubAsking = <T, U>(
  account: string,
  read: (client: CircuithubClient, cancel: AbortSignal) => Answer<T>,
  then: (value: T) => U,
) => Promise<Result<U, ProviderError>>

export const circuithubAsking =
  (service: ProviderService): CircuithubAsking =>
  async (account, read, then) => {
    const typed = service.typed(account, 'circuithub')
    if (!typed.ok) return err(callError(typed.error))
    const reply = await read(typed.value.client, AbortSignal.timeout(READ_MS))
    if (!reply.ok && reply.error.code === 'signed-out') service.signedOut(account, reply.error.message)
    return answered(reply, then)
  }
