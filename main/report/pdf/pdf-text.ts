/** Beyond Latin-1, what the standard fonts of PDF have (WinAnsiEncoding, ISO 32000-1 annex D). */
const FURTHER = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ')

/** What can be said as well with what there is. */
const ALIKE: Readonly<Record<string, string>> = {
  '−': '–',
  '≥': '>=',
  '≤': '<=',
  '≠': '<>',
  '≈': '~',
  '→': '->',
  '←': '<-',
  '\u03a9': 'Ohm',
  '\u2126': 'Ohm',
  '\u03bc': 'µ',
  '⌀': 'Ø',
  '\t': ' ',
  '\r': '',
  '\u00a0': ' ',
}

const isKnown = (character: string): boolean => {
  const code = character.codePointAt(0)!
  return character === '\n' || (code >= 0x20 && code < 0x7f) || (code > 0xa0 && code <= 0xff && code !== 0xad) || FURTHER.has(character)
}

/**
 * Text for the standard fonts, which know western European letters only: every other character is named by its number,
 * `‹U+4E2D›`, so that nothing is lost and nothing looks like something else.
 */
export const pdfText = (text: string): string => {
  let out = ''
  for (const character of text) {
    if (isKnown(character)) out += character
    else out += ALIKE[character] ?? `‹U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`
  }
  return out
}
