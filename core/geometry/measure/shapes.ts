import { PIECE_ARC_CCW, PIECE_ARC_CW, PIECE_LINE, type Pieces } from '#core/geometry/image.ts'

/** Lines and arcs in columns, nm: an image's pieces, the parts of long pieces, or contours. Arcs sweep half a turn at most. */
export type Shapes = Pick<Pieces, 'count' | 'kind' | 'x0' | 'y0' | 'x1' | 'y1' | 'cx' | 'cy' | 'r'>

/** @returns columns for `count` shapes, all zero: lines of no length at the origin */
export const emptyShapes = (count: number): Shapes => ({
  count,
  kind: new Uint8Array(count),
  x0: new Float64Array(count),
  y0: new Float64Array(count),
  x1: new Float64Array(count),
  y1: new Float64Array(count),
  cx: new Float64Array(count),
  cy: new Float64Array(count),
  r: new Float64Array(count),
})

/** Writes a straight line into row `i`. */
export const setLine = (shapes: Shapes, i: number, x0: number, y0: number, x1: number, y1: number): void => {
  shapes.kind[i] = PIECE_LINE
  shapes.x0[i] = x0
  shapes.y0[i] = y0
  shapes.x1[i] = x1
  shapes.y1[i] = y1
}

/** Writes the arc that leads from one end to the other with `bulge` = tan(sweep / 4), |bulge| <= 1, into row `i`; a line when 0. */
export const setBulge = (shapes: Shapes, i: number, x0: number, y0: number, x1: number, y1: number, bulge: number): void => {
  setLine(shapes, i, x0, y0, x1, y1)
  if (bulge === 0) return
  // The centre lies on the chord's normal, (1 - bulge²) / (4 bulge) of the chord to the left.
  const h = (1 - bulge * bulge) / (4 * bulge)
  const [dx, dy] = [x1 - x0, y1 - y0]
  shapes.kind[i] = bulge > 0 ? PIECE_ARC_CCW : PIECE_ARC_CW
  shapes.cx[i] = (x0 + x1) / 2 - dy * h
  shapes.cy[i] = (y0 + y1) / 2 + dx * h
  shapes.r[i] = (Math.hypot(dx, dy) * (1 + bulge * bulge)) / (4 * Math.abs(bulge))
}

/** @returns whether a point of the arc's circle lies on the arc; arcs shorter than 1 nm count as their ends only */
export const isOnArc = (s: Shapes, i: number, x: number, y: number): boolean => {
  const dx = s.x1[i] - s.x0[i]
  const dy = s.y1[i] - s.y0[i]
  if (dx * dx + dy * dy < 1) return false
  const side = dx * (y - s.y0[i]) - dy * (x - s.x0[i])
  return s.kind[i] === PIECE_ARC_CCW ? side <= 0 : side >= 0
}

/** Writes the box of row `i` as x0, y0, x1, y1 to `out` from `at`. */
export const boxOf = (s: Shapes, i: number, out: Float64Array, at: number): void => {
  let x0 = Math.min(s.x0[i], s.x1[i])
  let x1 = Math.max(s.x0[i], s.x1[i])
  let y0 = Math.min(s.y0[i], s.y1[i])
  let y1 = Math.max(s.y0[i], s.y1[i])
  if (s.kind[i] !== PIECE_LINE) {
    const cx = s.cx[i]
    const cy = s.cy[i]
    const r = s.r[i]
    if (cx - r < x0 && isOnArc(s, i, cx - r, cy)) x0 = cx - r
    if (cx + r > x1 && isOnArc(s, i, cx + r, cy)) x1 = cx + r
    if (cy - r < y0 && isOnArc(s, i, cx, cy - r)) y0 = cy - r
    if (cy + r > y1 && isOnArc(s, i, cx, cy + r)) y1 = cy + r
  }
  out[at] = x0
  out[at + 1] = y0
  out[at + 2] = x1
  out[at + 3] = y1
}

/** @returns boxes of all shapes, 4 numbers each */
export const boxesOf = (s: Shapes): Float64Array => {
  const boxes = new Float64Array(4 * s.count)
  for (let i = 0; i < s.count; i++) boxOf(s, i, boxes, 4 * i)
  return boxes
}
