/** Texts in texts are filled in this deep; deeper ones refer to each other. */
const MOST_DEPTH = 4
const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g

/**
 * Fills in what a text of LibrePCB leaves open: `{{NAME}}`, or the first of several that is known, `{{MPN or VALUE}}`.
 * @returns the text; places of which nothing is known are left empty, as LibrePCB does
 */
export const fillIn = (text: string, values: Readonly<Record<string, string>>, depth = 0): string =>
  text.replace(PLACE, (_, keys: string) => {
    const known = keys
      .split(/\s+or\s+/)
      .map((key) => values[key] ?? '')
      .find((value) => value !== '')
    return known === undefined || depth >= MOST_DEPTH ? '' : fillIn(known, values, depth + 1)
  })
