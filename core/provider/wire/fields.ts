/** Reading of objects whose fields the provider does not document. */
export type LooseRow = Readonly<Record<string, unknown>>

/** @returns the first of these fields that holds a text or a number, as text */
export const firstText = (row: LooseRow, names: readonly string[]): string | null => {
  for (const name of names) {
    const value = row[name]
    if (typeof value === 'string' && value !== '') return value
    if (typeof value === 'number') return String(value)
  }
  return null
}

/** @returns a text of an object from a server, null for anything else */
export const textIn = (value: unknown, name: string): string | null => {
  if (typeof value !== 'object' || value === null) return null
  const found = (value as LooseRow)[name]
  return typeof found === 'string' ? found : null
}
