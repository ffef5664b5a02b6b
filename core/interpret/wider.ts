/** Columns without rows, shared: most plots are small and many, and a column costs more than its rows. */
export const NO_BYTES = new Uint8Array(0)
export const NO_SHORTS = new Uint16Array(0)
export const NO_WORDS = new Uint32Array(0)
export const NO_DOUBLES = new Float64Array(0)

const FEWEST_ROWS = 8

/** @returns the rows to make room for when `needed` rows exceed the present room */
export const roomFor = (present: number, needed: number): number => Math.max(FEWEST_ROWS, present * 2, needed)

/** @returns the column with room for `capacity` rows */
export const widerDoubles = (column: Float64Array, capacity: number): Float64Array => {
  const wider = new Float64Array(capacity)
  wider.set(column)
  return wider
}

/** @returns the column with room for `capacity` rows */
export const widerWords = (column: Uint32Array, capacity: number): Uint32Array => {
  const wider = new Uint32Array(capacity)
  wider.set(column)
  return wider
}

/** @returns the column with room for `capacity` rows */
export const widerBytes = (column: Uint8Array, capacity: number): Uint8Array => {
  const wider = new Uint8Array(capacity)
  wider.set(column)
  return wider
}

/** @returns the column with room for `capacity` rows */
export const widerShorts = (column: Uint16Array, capacity: number): Uint16Array => {
  const wider = new Uint16Array(capacity)
  wider.set(column)
  return wider
}

/** Share of a column that must be in use to hand it out as it is; below, its rows are copied and the rest is freed. */
const WELL_FILLED = 0.75

/** @returns the first `count` rows */
export const trimmedColumn = <T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(column: T, count: number): T =>
  (count >= column.length * WELL_FILLED ? column.subarray(0, count) : column.slice(0, count)) as T
