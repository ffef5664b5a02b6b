import { err, ok, type Result } from '#core/base/result.ts'
import type { PROVIDER_ERRORS } from '#core/ipc/providers.ipc.ts'
import type { ServiceFailure } from './provider-service.ts'

export type ProviderError = { readonly code: (typeof PROVIDER_ERRORS)[number]; readonly message: string }

const CODES: Readonly<Record<ServiceFailure['code'], ProviderError['code']>> = {
  gone: 'gone',
  'other-provider': 'other-provider',
  'signed-out': 'signed-out',
  rejected: 'refused',
  retry: 'unreachable',
  'timed-out': 'unreachable',
  'rate-limited': 'busy',
  'not-offered': 'not-offered',
  'no-browser': 'refused',
  unclear: 'unclear',
  cancelled: 'cancelled',
}

const wait = (ms: number): string => (ms < 90_000 ? `${Math.ceil(ms / 1000)} seconds` : `${Math.ceil(ms / 60_000)} minutes`)

/** A provider's failure as the page gets it: what follows from it, and a sentence. */
export const callError = (failure: ServiceFailure): ProviderError => ({
  code: CODES[failure.code],
  message: failure.code === 'rate-limited' ? `${failure.message} Again in ${wait(failure.afterMs)}.` : failure.message,
})

/** @returns the value changed, or the failure as the page gets it */
export const answered = <T, U>(result: Result<T, ServiceFailure>, then: (value: T) => U): Result<U, ProviderError> =>
  result.ok ? ok(then(result.value)) : err(callError(result.error))
