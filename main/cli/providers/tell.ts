import { deliver, EXIT } from '#main/cli/command.ts'
import type { ProductionItem } from '#core/provider/provider.ts'
import type { ServiceFailure } from '#main/providers/provider-service.ts'

/** Prints a result, for people or for programs. @returns the exit code */
export const tell = async (json: boolean | undefined, value: object, lines: readonly string[]): Promise<number> => {
  await deliver(json ? JSON.stringify(value, null, 1) : lines.join('\n'), undefined)
  return EXIT.fine
}

/** What a person can do about a failure. */
const ADVICE: Readonly<Partial<Record<ServiceFailure['code'], string>>> = {
  'signed-out': 'Sign in: boardproof providers sign-in.',
  unclear: 'It may have arrived: boardproof providers status --board looks, and sending again finds it.',
  retry: 'Try again later.',
  'rate-limited': 'Try again later.',
}

/** Prints a failure. @returns the exit code */
export const tellFailure = async (json: boolean | undefined, failure: ServiceFailure): Promise<number> => {
  if (json) await deliver(JSON.stringify({ error: failure }, null, 1), undefined)
  else console.error([`boardproof: ${failure.message}`, ADVICE[failure.code]].filter(Boolean).join(' '))
  return EXIT.findings
}

/** One line of production: the shared word, and the provider's own behind it. */
export const itemLine = ({ kind, title, state, original, changedAt, tracking }: ProductionItem): string =>
  [
    (changedAt ?? '').slice(0, 10).padEnd(11),
    kind.padEnd(10),
    state.padEnd(15),
    `${title} (${original})`,
    ...tracking.map(({ carrier, number, url }) => ` ${carrier ?? ''} ${number}${url ? ` ${url}` : ''}`),
  ].join('')
