import { err, ok, type Result } from './result.ts'

/** The column types that travel; each keeps its name in the header. */
const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array } as const
type Kind = keyof typeof KINDS

export type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array
export type Columns = Readonly<Record<string, Column>>

interface Entry {
  readonly name: string
  readonly kind: Kind
  readonly at: number
  readonly length: number
}

/** "BPC1", little endian, as a typed array reads it on every machine that this runs on. */
const MAGIC = 0x31435042
const PREFIX_BYTES = 8
/** More than any table has; a longer header is damage. */
const MAX_HEADER_BYTES = 64 * 1024 * 1024

const align = (bytes: number): number => Math.ceil(bytes / 8) * 8

/** JSON in 7-bit characters, so that it needs no encoder. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

const kindOf = (column: Column): Kind => (Object.keys(KINDS) as Kind[]).find((kind) => column instanceof KINDS[kind])!

/**
 * Packs named columns and a piece of JSON into one block: 8 bytes of prefix, header, then each column at a multiple of 8
 * bytes, in the machine's (little endian) order.
 * @returns a block that owns its whole buffer, which can be handed to another thread
 */
export const packColumns = (meta: unknown, columns: Columns): Uint8Array<ArrayBuffer> => {
  const entries: Entry[] = []
  let at = 0
  for (const [name, column] of Object.entries(columns)) {
    entries.push({ name, kind: kindOf(column), at, length: column.length })
    at = align(at + column.byteLength)
  }
  const header = asciiJson({ meta, columns: entries })
  const body = align(PREFIX_BYTES + header.length)
  const block = new Uint8Array(body + at)
  new Uint32Array(block.buffer, 0, 2).set([MAGIC, header.length])
  for (let i = 0; i < header.length; i++) block[PREFIX_BYTES + i] = header.charCodeAt(i)
  for (const entry of entries) {
    const column = columns[entry.name]!
    block.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), body + entry.at)
  }
  return block
}

const textOf = (bytes: Uint8Array): string => {
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += 8192) parts.push(String.fromCharCode(...bytes.subarray(i, i + 8192)))
  return parts.join('')
}

const isEntry = (entry: unknown): entry is Entry => {
  if (typeof entry !== 'object' || entry === null) return false
  const { name, kind, at, length } = entry as Record<string, unknown>
  const isCount = (n: unknown): boolean => Number.isSafeInteger(n) && (n as number) >= 0
  return typeof name === 'string' && typeof kind === 'string' && Object.hasOwn(KINDS, kind) && isCount(at) && isCount(length)
}

export interface Unpacked {
  readonly meta: unknown
  readonly columns: Columns
  /** The buffer that all columns lie in. */
  readonly buffer: ArrayBuffer
}

/**
 * Opens a packed block without copying.
 * @fails `not-columns` when it is something else, cut off or damaged
 */
export const unpackColumns = (buffer: ArrayBuffer): Result<Unpacked, { code: 'not-columns'; message: string }> => {
  const damaged = (message: string) => err({ code: 'not-columns' as const, message })
  if (buffer.byteLength < PREFIX_BYTES) return damaged('shorter than its prefix')
  const [magic, headerBytes] = new Uint32Array(buffer, 0, 2)
  if (magic !== MAGIC) return damaged('not a table')
  if (headerBytes! > MAX_HEADER_BYTES || PREFIX_BYTES + headerBytes! > buffer.byteLength) return damaged('header cut off')
  let header: { meta?: unknown; columns?: unknown }
  try {
    header = JSON.parse(textOf(new Uint8Array(buffer, PREFIX_BYTES, headerBytes))) as typeof header
  } catch {
    return damaged('header is not JSON')
  }
  if (!Array.isArray(header?.columns) || !header.columns.every(isEntry)) return damaged('header names no columns')
  const body = align(PREFIX_BYTES + headerBytes!)
  const columns: Record<string, Column> = {}
  for (const { name, kind, at, length } of header.columns) {
    const type = KINDS[kind]
    if (at % 8 !== 0 || body + at + length * type.BYTES_PER_ELEMENT > buffer.byteLength) return damaged(`column ${name} cut off`)
    columns[name] = new type(buffer, body + at, length)
  }
  return ok({ meta: header.meta, columns, buffer })
}
