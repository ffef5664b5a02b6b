import type { ResourceEntry } from '#renderer/state/slices/resources.slice.ts'
import { timeText } from '../review/notes.tsx'

type Row = Readonly<Record<string, unknown>>

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** @returns whether a value is a link that can be followed or opened */
export const isLink = (value: unknown): value is string => typeof value === 'string' && /^https?:\/\/\S+$/.test(value)

/** A link without what all links of a service share: `/order/…89ab/`. */
const shortLink = (link: string): string => {
  const parts = link
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean)
  const [id = '', ...before] = parts.slice(2).toReversed()
  return `/${before.toReversed().join('/')}/${id.length > 12 ? `…${id.slice(-6)}` : id}`
}

/** @returns a value on one line, as people read it */
export const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isLink(value)) return shortLink(value)
  if (typeof value === 'string') return ISO_TIME.test(value) ? timeText(Date.parse(value)) : value
  if (Array.isArray(value)) return value.length === 0 ? '' : value.length === 1 ? cellText(value[0]) : `${value.length} entries`
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}

/** What tells most about a row, in this order; the rest follows as the contract has it. */
const FIRST = ['name', 'title', 'number', 'id', 'status', 'state', 'type', 'quantity', 'text', 'key', 'sku', 'brand', 'material_type', 'description', 'priority', 'order', 'created', 'updated', 'created_at', 'updated_at'] // prettier-ignore
const LAST = ['uri', 'uuid', 'bureau', 'user']
const MOST_COLUMNS = 7

const rank = (name: string): number => {
  if (LAST.includes(name)) return 1000 + LAST.indexOf(name)
  const at = FIRST.indexOf(name)
  return at < 0 ? 500 : at
}

/** @returns names of the properties that a list shows: those with something in them, the most telling ones first */
export const columnsOf = (entry: ResourceEntry, rows: readonly Row[]): readonly string[] => {
  const listed = entry.fields.filter(({ isListed }) => isListed).map(({ name }) => name)
  const known = listed.length > 0 ? listed : [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const filled = known.filter((name) => rows.some((row) => cellText(row[name]) !== ''))
  return filled.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_COLUMNS)
}

/** Orders values of a column: numbers by size, all else by their text; what is empty comes last. */
export const compareCells = (a: unknown, b: unknown): number => {
  const [x, y] = [
    typeof a === 'string' || typeof a === 'number' ? a : cellText(a),
    typeof b === 'string' || typeof b === 'number' ? b : cellText(b),
  ]
  if (x === '' || y === '') return x === y ? 0 : x === '' ? 1 : -1
  if (typeof x === 'number' && typeof y === 'number') return x - y
  return String(x).localeCompare(String(y), 'en', { numeric: true })
}
