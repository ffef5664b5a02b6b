type Column = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Int16Array | Uint8Array | Int8Array

/** Below this a copy is cheaper than a block of memory of its own. */
const WORTH_SHARING_BYTES = 4096

const inSharedMemory = <C extends Column>(column: C): C => {
  const Columns = column.constructor as new (buffer: SharedArrayBuffer) => C
  const copy = new Columns(new SharedArrayBuffer(column.byteLength))
  copy.set(column)
  return copy
}

const isColumn = (value: object): value is Column => ArrayBuffer.isView(value) && !(value instanceof DataView)

/**
 * @returns the same plain data with its large columns in memory that threads share: posting it copies only what is small.
 * One column in two places stays one.
 */
export const inShared = <T>(value: T): T => {
  const done = new Map<object, unknown>()
  const copyOf = (from: object): unknown => {
    if (isColumn(from))
      return from.byteLength < WORTH_SHARING_BYTES || from.buffer instanceof SharedArrayBuffer ? from : inSharedMemory(from)
    if (Array.isArray(from)) return from.map(walk)
    if (Object.getPrototypeOf(from) !== Object.prototype) return from
    return Object.fromEntries(Object.entries(from).map(([key, item]) => [key, walk(item)]))
  }
  const walk = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item
    const known = done.get(item)
    if (known !== undefined) return known
    const copy = copyOf(item)
    done.set(item, copy)
    return copy
  }
  return walk(value) as T
}
