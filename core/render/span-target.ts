/** Rows of one byte a (sub)pixel; `firstRow` is the picture row of the first one. */
export interface SpanTarget {
  readonly data: Uint8Array
  readonly width: number
  readonly firstRow: number
  readonly rows: number
}

/** Sets the pixels of a row whose centres lie in [from, to). */
export const fillSpan = (target: SpanTarget, row: number, from: number, to: number, value: number): void => {
  const a = Math.max(0, Math.ceil(from - 0.5))
  const b = Math.min(target.width, Math.ceil(to - 0.5))
  if (a >= b) return
  const base = (row - target.firstRow) * target.width
  if (b - a < 16) for (let i = base + a; i < base + b; i++) target.data[i] = value
  else target.data.fill(value, base + a, base + b)
}

/** @returns first and last row (exclusive) of the target whose centres lie within [y0, y1] */
export const rowRange = (target: SpanTarget, y0: number, y1: number): readonly [number, number] => [
  Math.max(target.firstRow, Math.ceil(y0 - 0.5)),
  Math.min(target.firstRow + target.rows, Math.floor(y1 - 0.5) + 1),
]
