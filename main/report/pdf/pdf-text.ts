import { hasLetter } from '#main/report/pdf/pdf-fonts.ts'

/** What can be said as well with what there is. */
const ALIKE: Readonly<Record<string, string>> = {
  '⌀': 'Ø',
  '\t': ' ',
  '\r': '',
  '\u00a0': ' ',
}

/** Characters that nobody sees, or that turn the order of others around. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u

const isKnown = (character: string): boolean => character === '\n' || (!UNSEEN.test(character) && hasLetter(character.codePointAt(0)!))

/**
 * Text for the fonts of the reports: a character that they lack, or that cannot be seen, is named by its number,
 * `‹U+4E2D›`, so that nothing is lost and nothing looks like something else.
 */
export const pdfText = (text: string): string => {
  let out = ''
  for (const character of text) {
    const alike = ALIKE[character]
    if (alike !== undefined) out += alike
    else if (isKnown(character)) out += character
    else out += `‹U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`
  }
  return out
}
