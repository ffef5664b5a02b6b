import type { Command, KeyScope } from './command.ts'
import { isSingleCharacter, parseKey } from './keys.ts'

const WITHIN_REVIEW: readonly KeyScope[] = ['review', 'canvas', 'list', 'files']

/** @returns whether a key may be pressed in both places at once */
const overlap = (a: KeyScope, b: KeyScope): boolean =>
  a === b ||
  a === 'anywhere' ||
  b === 'anywhere' ||
  (a === 'review' && WITHIN_REVIEW.includes(b)) ||
  (b === 'review' && WITHIN_REVIEW.includes(a))

const scopesOf = ({ scope }: Command): readonly KeyScope[] => scope ?? ['anywhere']

/**
 * @param commands with the keys that they have now
 * @returns why a command cannot have a key, in words; null when it can
 */
export const problemOf = (commands: readonly Command[], command: Command, written: string): string | null => {
  if (isSingleCharacter(parseKey(written)) && !command.scope)
    return 'This acts everywhere, also where text is typed: it needs Ctrl, Alt or an F key.'
  const other = commands.find(
    (c) =>
      c.id !== command.id &&
      c.group !== 'Compare' &&
      c.keys.includes(written) &&
      scopesOf(c).some((a) => scopesOf(command).some((b) => overlap(a, b))),
  )
  return other ? `This key is taken: ${other.title}.` : null
}
