import type { Outline } from '#core/board/board.ts'
import { edgeBox, insideContour } from '#core/board/outline/contour-geometry.ts'

const SIDE = 160

/**
 * Divides the board into cells that no edge touches, so that most points are known to be inside without walking contours.
 * @returns a quick test: true = surely inside an outer contour, false = ask the contours
 */
export const boardCells = (outline: Outline): ((x: number, y: number) => boolean) => {
  const box = outline.box
  if (!box) return () => false
  const [x0, y0, x1, y1] = box
  const cell = Math.max(1, Math.max(x1 - x0, y1 - y0) / SIDE)
  const cols = Math.floor((x1 - x0) / cell) + 1
  const rows = Math.floor((y1 - y0) / cell) + 1
  const state = new Uint8Array(cols * rows)
  const clamp = (k: number, most: number): number => Math.max(0, Math.min(most - 1, k))
  for (const c of outline.outer) {
    for (let v = 0; v < c.x.length; v++) {
      const w = (v + 1) % c.x.length
      const [a, b, d, e] = edgeBox(c.x[v]!, c.y[v]!, c.x[w]!, c.y[w]!, c.bulge[v]!)
      for (let r = clamp(Math.floor((b - y0) / cell), rows); r <= clamp(Math.floor((e - y0) / cell), rows); r++) {
        for (let k = clamp(Math.floor((a - x0) / cell), cols); k <= clamp(Math.floor((d - x0) / cell), cols); k++)
          state[r * cols + k] = EDGE
      }
    }
  }
  for (let r = 0; r < rows; r++) {
    let known = 0
    for (let k = 0; k < cols; k++) {
      const at = r * cols + k
      if (state[at] === EDGE) known = 0
      else {
        // Cells side by side without an edge between them share their answer.
        if (known === 0)
          known = outline.outer.some((c) => insideContour(c, x0 + (k + 0.5) * cell, y0 + (r + 0.5) * cell)) ? INSIDE : OUTSIDE
        state[at] = known
      }
    }
  }
  return (x, y) => {
    if (x < x0 || y < y0 || x > x1 || y > y1) return false
    return state[Math.floor((y - y0) / cell) * cols + Math.floor((x - x0) / cell)] === INSIDE
  }
}

const EDGE = 1
const INSIDE = 2
const OUTSIDE = 3
