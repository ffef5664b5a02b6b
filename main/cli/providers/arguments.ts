import { UsageError } from '#main/cli/command.ts'

/** What `boardproof providers` may be called with. */
export interface ProviderOptions {
  readonly data?: string
  readonly json?: boolean
  readonly url?: string
  readonly name?: string
  readonly user?: string
  readonly browser?: boolean
  readonly board?: string
  readonly option?: readonly string[]
  readonly 'format-version'?: string
  readonly download?: string
  readonly out?: string
  readonly filter?: readonly string[]
  readonly limit?: string
}

/** `a=b` pairs as an object. */
export const pairsOf = (pairs: readonly string[] = []): Readonly<Record<string, string>> =>
  Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw new UsageError(`"${pair}" is not KEY=VALUE`)
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )

/** The one place that a call is about. */
export const oneWhere = (args: readonly string[], most = 1): string => {
  if (args.length === 0) throw new UsageError('say which account or provider is meant')
  if (args.length > most) throw new UsageError(`"${args[most]}" is too much`)
  return args[0]!
}
