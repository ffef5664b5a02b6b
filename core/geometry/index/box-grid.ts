import type { Box } from '#core/base/box.ts'

/** A uniform grid over an area; cell (c, r) has the number r * cols + c. All nm. */
export interface GridLayout {
  readonly x0: number
  readonly y0: number
  readonly cell: number
  readonly cols: number
  readonly rows: number
}

/** Which boxes touch which cell, cell after cell: `items[start[k] .. start[k + 1])`. Every box is in each cell that it touches. */
export interface BoxGrid {
  readonly layout: GridLayout
  readonly start: Uint32Array
  readonly items: Uint32Array
  /** Lower left cell of each box: column in the low, row in the high 16 bits. */
  readonly low: Uint32Array
}

const MOST_SIDE = 8192
const CELLS_PER_ITEM = 2
const FEWEST_CELLS = 64

/**
 * @param smallest lower bound of the cell size
 * @returns a layout with about two cells an item, so that time and memory stay linear whatever the extent is
 */
export const layoutFor = (bounds: Box, count: number, smallest: number): GridLayout => {
  const width = Math.max(1, bounds[2] - bounds[0])
  const height = Math.max(1, bounds[3] - bounds[1])
  const cells = Math.max(FEWEST_CELLS, count * CELLS_PER_ITEM)
  const cell = Math.max(smallest, Math.sqrt((width * height) / cells), width / cells, height / cells, Math.max(width, height) / MOST_SIDE)
  return { x0: bounds[0], y0: bounds[1], cell, cols: Math.floor(width / cell) + 1, rows: Math.floor(height / cell) + 1 }
}

/** @returns the column of a place, clamped to the grid */
export const columnOf = (l: GridLayout, x: number): number => Math.max(0, Math.min(l.cols - 1, Math.floor((x - l.x0) / l.cell)))

/** @returns the row of a place, clamped to the grid */
export const rowOf = (l: GridLayout, y: number): number => Math.max(0, Math.min(l.rows - 1, Math.floor((y - l.y0) / l.cell)))

/** @returns the extent of boxes (4 numbers each), null without any */
export const extentOf = (boxes: Float64Array): Box | null => {
  if (boxes.length === 0) return null
  let x0 = Infinity
  let y0 = Infinity
  let x1 = -Infinity
  let y1 = -Infinity
  for (let k = 0; k < boxes.length; k += 4) {
    if (boxes[k] < x0) x0 = boxes[k]
    if (boxes[k + 1] < y0) y0 = boxes[k + 1]
    if (boxes[k + 2] > x1) x1 = boxes[k + 2]
    if (boxes[k + 3] > y1) y1 = boxes[k + 3]
  }
  return [x0, y0, x1, y1]
}

/** Entries allowed per box on average, and for few boxes in all. */
const ENTRIES_PER_BOX = 24
const ENTRIES_AT_LEAST = 1_000_000

/** @returns the layout, with cells widened until boxes that span much of the area (many long slanted lines) no longer fill memory */
export const widenedFor = (boxes: Float64Array, layout: GridLayout, grow: number): GridLayout => {
  let { cell } = layout
  for (;;) {
    const most = (ENTRIES_PER_BOX * boxes.length) / 4 + ENTRIES_AT_LEAST
    let entries = 0
    for (let b = 0; b < boxes.length && entries <= most; b += 4) {
      entries += ((boxes[b + 2] - boxes[b] + 2 * grow) / cell + 1) * ((boxes[b + 3] - boxes[b + 1] + 2 * grow) / cell + 1)
    }
    if (entries <= most || layout.cols * layout.rows === 1) return layout
    const factor = 2
    cell *= factor
    layout = { ...layout, cell, cols: Math.ceil(layout.cols / factor), rows: Math.ceil(layout.rows / factor) }
  }
}

/**
 * Sorts boxes into the cells of a layout.
 * @param grow every box is taken larger by this on all sides
 */
export const fillBoxGrid = (boxes: Float64Array, layout: GridLayout, grow: number): BoxGrid => {
  const count = boxes.length / 4
  const { cols, rows } = layout
  const start = new Uint32Array(cols * rows + 1)
  const low = new Uint32Array(count)
  const high = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const c0 = columnOf(layout, boxes[4 * i] - grow)
    const r0 = rowOf(layout, boxes[4 * i + 1] - grow)
    const c1 = columnOf(layout, boxes[4 * i + 2] + grow)
    const r1 = rowOf(layout, boxes[4 * i + 3] + grow)
    low[i] = c0 | (r0 << 16)
    high[i] = c1 | (r1 << 16)
    for (let r = r0; r <= r1; r++) for (let k = r * cols + c0; k <= r * cols + c1; k++) start[k + 1]++
  }
  for (let k = 0; k < cols * rows; k++) start[k + 1] += start[k]
  const items = new Uint32Array(start[cols * rows])
  // Filling moves each start to the next cell's; afterwards all are moved back by one.
  for (let i = 0; i < count; i++) {
    const c0 = low[i] & 0xffff
    const c1 = high[i] & 0xffff
    const r1 = high[i] >>> 16
    for (let r = low[i] >>> 16; r <= r1; r++) for (let k = r * cols + c0; k <= r * cols + c1; k++) items[start[k]++] = i
  }
  start.copyWithin(1, 0, cols * rows)
  start[0] = 0
  return { layout, start, items, low }
}
