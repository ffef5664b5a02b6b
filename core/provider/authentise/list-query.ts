/** Which rows of a list. */
export interface ListChoice {
  /** Properties that have to be equal. */
  readonly filters?: Readonly<Record<string, string | number | boolean>>
  /** Properties that have to be above or below, such as `{ completed: { above: '2026-01-01T00:00:00' } }`. */
  readonly ranges?: Readonly<Record<string, { readonly above?: string | number; readonly below?: string | number }>>
  /** `include_archived` and others of its kind, `name_ilike` for searching without case. */
  readonly options?: readonly string[]
  readonly offset?: number
  readonly limit?: number
}

const pair = (name: string, value: string | number | boolean): string => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`

/**
 * A list's query. Ranges put the operator after the bracket and have no equals sign.
 * @source Authentise reference, filters: `filter[completed]%3E2021-08-01T15:06:04`
 */
export const listQuery = ({ filters = {}, ranges = {}, options = [], offset, limit }: ListChoice): string => {
  const range = (name: string, operator: '>' | '<', value: string | number | undefined): readonly string[] =>
    value === undefined ? [] : [encodeURIComponent(`filter[${name}]${operator}${value}`)]
  const parts = [
    ...Object.entries(filters).map(([name, value]) => pair(`filter[${name}]`, value)),
    ...Object.entries(ranges).flatMap(([name, { above, below }]) => [...range(name, '>', above), ...range(name, '<', below)]),
    ...options.map((name) => pair(name, true)),
    ...(offset === undefined ? [] : [pair('offset', offset)]),
    ...(limit === undefined ? [] : [pair('limit', limit)]),
  ]
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}
