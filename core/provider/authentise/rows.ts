import type { Field, FieldKind, Resource, RowOf } from './resource.ts'

/** A row as agreed, and where the server kept to something else. */
export interface ReadRow<R extends Resource, L extends 'l' | 'g'> {
  readonly row: RowOf<R, L>
  /** Names of properties that came in another form; they are null in the row. */
  readonly deviations: readonly string[]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const FITS: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  link: (value) => typeof value === 'string',
  address: (value) => typeof value === 'string',
  identifier: (value) => typeof value === 'string',
  moment: (value) => typeof value === 'string',
  integer: Number.isSafeInteger,
  decimal: (value) => typeof value === 'number' && Number.isFinite(value),
  seconds: (value) => typeof value === 'number' && Number.isFinite(value),
  flag: (value) => typeof value === 'boolean',
  series: Array.isArray,
  record: isRecord,
  anything: () => true,
}

/** @returns a row of a list (`l`) or of a single read (`g`), null when it is no object */
export const readRow = <R extends Resource, L extends 'l' | 'g'>(resource: R, table: L, value: unknown): ReadRow<R, L> | null => {
  if (!isRecord(value)) return null
  const deviations: string[] = []
  const row: Record<string, unknown> = {}
  for (const [name, field] of Object.entries<Field>(resource.fields)) {
    if (!field.tables.includes(table)) continue
    const found = value[name] ?? null
    const fits = found === null || FITS[field.kind](found)
    row[name] = fits ? found : null
    if (!fits) deviations.push(name)
  }
  return { row: row as RowOf<R, L>, deviations }
}

/** Rows of a list and how many there are over all pages; null where the server does not say. */
export interface ReadList<R extends Resource> {
  readonly rows: readonly ReadRow<R, 'l'>[]
  readonly total: number | null
}

/** The reference names no total; these are what servers of its kind call it. */
const TOTALS = ['count', 'total', 'total_count', 'total_items']

const totalOf = (list: Readonly<Record<string, unknown>>): number | null => {
  const places = [list, ...(isRecord(list['meta']) ? [list['meta']] : [])]
  for (const place of places)
    for (const name of TOTALS) if (typeof place[name] === 'number' && Number.isSafeInteger(place[name])) return place[name]
  return null
}

/** @returns the rows in `resources`, or a bare array; null for anything else */
export const readList = <R extends Resource>(resource: R, value: unknown): ReadList<R> | null => {
  const rows: unknown = Array.isArray(value) ? value : isRecord(value) ? value['resources'] : null
  if (!Array.isArray(rows)) return null
  const read = rows.map((row) => readRow(resource, 'l', row))
  if (read.some((row) => row === null)) return null
  return { rows: read as ReadRow<R, 'l'>[], total: isRecord(value) ? totalOf(value) : null }
}
