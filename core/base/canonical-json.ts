/**
 * JSON with one form for one value: keys sorted by UTF-16 code units at every depth, no spaces, members that are
 * `undefined` left out. What is hashed or signed is written so.
 * @source RFC 8785 (JSON Canonicalization Scheme), for strings and finite numbers the same as ECMAScript's JSON
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('JSON has no such number')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
  }
  throw new Error(`JSON has no ${typeof value}`)
}
