import type { AuthentiseProvider } from '#core/provider/authentise/provider.ts'
import type { BatchivoProvider } from '#core/provider/batchivo/provider.ts'
import type { CircuithubProvider } from '#core/provider/circuithub/provider.ts'
import type { LibrepcbProvider } from '#core/provider/librepcb/provider.ts'
import type { Provider } from '#core/provider/provider.ts'

export interface TypedProviders {
  readonly circuithub: CircuithubProvider
  readonly librepcb: LibrepcbProvider
  readonly authentise: AuthentiseProvider
  readonly batchivo: BatchivoProvider
}

/** @returns the provider with its own client when it is that one, else null */
export const typedProvider = <I extends keyof TypedProviders>(provider: Provider | null, id: I): TypedProviders[I] | null =>
  // The registry makes each provider from the module of its id.
  provider?.id === id ? (provider as TypedProviders[I]) : null
