import { PIECE_LINE } from '#core/geometry/image.ts'
import { isOnArc, type Shapes } from './shapes.ts'

/**
 * The nearest points of two shapes, written in place so that sweeps allocate nothing: distance, then the point on the
 * first shape (x, y), then the point on the second (x, y). The unit is the shapes' (nm); never negative: signs are the caller's.
 */
export type Witness = Float64Array

/** @returns room for a witness, at an infinite distance */
export const newWitness = (): Witness => Float64Array.of(Infinity, 0, 0, 0, 0)

const offer = (out: Witness, swap: boolean, ax: number, ay: number, bx: number, by: number): void => {
  const d = (ax - bx) * (ax - bx) + (ay - by) * (ay - by)
  if (!(d < out[0])) return
  out[0] = d
  out[1] = swap ? bx : ax
  out[2] = swap ? by : ay
  out[3] = swap ? ax : bx
  out[4] = swap ? ay : by
}

const pointToLine = (px: number, py: number, s: Shapes, i: number, swap: boolean, out: Witness): void => {
  const x0 = s.x0[i]
  const y0 = s.y0[i]
  const dx = s.x1[i] - x0
  const dy = s.y1[i] - y0
  const length2 = dx * dx + dy * dy
  const t = length2 > 0 ? ((px - x0) * dx + (py - y0) * dy) / length2 : 0
  if (t <= 0) offer(out, swap, px, py, x0, y0)
  else if (t >= 1) offer(out, swap, px, py, s.x1[i], s.y1[i])
  else offer(out, swap, px, py, x0 + t * dx, y0 + t * dy)
}

const pointToArc = (px: number, py: number, s: Shapes, i: number, swap: boolean, out: Witness): void => {
  offer(out, swap, px, py, s.x0[i], s.y0[i])
  offer(out, swap, px, py, s.x1[i], s.y1[i])
  const vx = px - s.cx[i]
  const vy = py - s.cy[i]
  const v = Math.sqrt(vx * vx + vy * vy)
  if (v === 0) return
  const qx = s.cx[i] + (s.r[i] / v) * vx
  const qy = s.cy[i] + (s.r[i] / v) * vy
  if (isOnArc(s, i, qx, qy)) offer(out, swap, px, py, qx, qy)
}

const pointTo = (px: number, py: number, s: Shapes, i: number, swap: boolean, out: Witness): void => {
  if (s.kind[i] === PIECE_LINE) pointToLine(px, py, s, i, swap, out)
  else pointToArc(px, py, s, i, swap, out)
}

const crossingOfLines = (a: Shapes, i: number, b: Shapes, j: number, out: Witness): void => {
  const ux = a.x1[i] - a.x0[i]
  const uy = a.y1[i] - a.y0[i]
  const vx = b.x1[j] - b.x0[j]
  const vy = b.y1[j] - b.y0[j]
  const wx = b.x0[j] - a.x0[i]
  const wy = b.y0[j] - a.y0[i]
  const d = ux * vy - uy * vx
  if (d === 0) return
  const s = (wx * vy - wy * vx) / d
  const t = (wx * uy - wy * ux) / d
  if (!(s >= 0 && s <= 1 && t >= 0 && t <= 1)) return
  const x = a.x0[i] + s * ux
  const y = a.y0[i] + s * uy
  offer(out, false, x, y, x, y)
}

const lineToArc = (a: Shapes, i: number, b: Shapes, j: number, swap: boolean, out: Witness): void => {
  const dx = a.x1[i] - a.x0[i]
  const dy = a.y1[i] - a.y0[i]
  const length2 = dx * dx + dy * dy
  if (length2 === 0) return
  const cx = b.cx[j]
  const cy = b.cy[j]
  const r = b.r[j]
  const t = ((cx - a.x0[i]) * dx + (cy - a.y0[i]) * dy) / length2
  const fx = a.x0[i] + t * dx
  const fy = a.y0[i] + t * dy
  const f = Math.sqrt((fx - cx) * (fx - cx) + (fy - cy) * (fy - cy))
  if (f >= r) {
    if (t < 0 || t > 1) return
    const qx = cx + ((fx - cx) * r) / f
    const qy = cy + ((fy - cy) * r) / f
    if (isOnArc(b, j, qx, qy)) offer(out, swap, fx, fy, qx, qy)
    return
  }
  const half = Math.sqrt((r * r - f * f) / length2)
  for (let side = -1; side <= 1; side += 2) {
    const u = t + side * half
    if (u < 0 || u > 1) continue
    const x = a.x0[i] + u * dx
    const y = a.y0[i] + u * dy
    if (isOnArc(b, j, x, y)) offer(out, swap, x, y, x, y)
  }
}

const arcToArc = (a: Shapes, i: number, b: Shapes, j: number, out: Witness): void => {
  const dx = b.cx[j] - a.cx[i]
  const dy = b.cy[j] - a.cy[i]
  const d = Math.sqrt(dx * dx + dy * dy)
  // Concentric arcs: where they overlap the distance is the same all along, and an end of one faces the other.
  if (d === 0) return
  const ux = dx / d
  const uy = dy / d
  const r = a.r[i]
  const q = b.r[j]
  if (d > Math.abs(r - q) && d < r + q) {
    const along = (d * d + r * r - q * q) / (2 * d)
    const across = Math.sqrt(Math.max(0, r * r - along * along))
    for (let side = -1; side <= 1; side += 2) {
      const x = a.cx[i] + along * ux - side * across * uy
      const y = a.cy[i] + along * uy + side * across * ux
      if (isOnArc(a, i, x, y) && isOnArc(b, j, x, y)) offer(out, false, x, y, x, y)
    }
    return
  }
  const outward = d >= r + q || r > q ? 1 : -1
  const inward = d >= r + q || r <= q ? -1 : 1
  const px = a.cx[i] + outward * r * ux
  const py = a.cy[i] + outward * r * uy
  const sx = b.cx[j] + inward * q * ux
  const sy = b.cy[j] + inward * q * uy
  if (isOnArc(a, i, px, py) && isOnArc(b, j, sx, sy)) offer(out, false, px, py, sx, sy)
}

/** Nearest points of shape `i` of one table and shape `j` of another (or the same): written to `out`, distance 0 where they cross. */
export const shapeDistance = (a: Shapes, i: number, b: Shapes, j: number, out: Witness): void => {
  out[0] = Infinity
  pointTo(a.x0[i], a.y0[i], b, j, false, out)
  pointTo(a.x1[i], a.y1[i], b, j, false, out)
  pointTo(b.x0[j], b.y0[j], a, i, true, out)
  pointTo(b.x1[j], b.y1[j], a, i, true, out)
  if (a.kind[i] === PIECE_LINE) {
    if (b.kind[j] === PIECE_LINE) crossingOfLines(a, i, b, j, out)
    else lineToArc(a, i, b, j, false, out)
  } else if (b.kind[j] === PIECE_LINE) lineToArc(b, j, a, i, true, out)
  else arcToArc(a, i, b, j, out)
  out[0] = Math.sqrt(out[0])
}

/** Nearest point of a shape to the point (x, y), which is the first point of the witness. */
export const pointDistance = (x: number, y: number, s: Shapes, i: number, out: Witness): void => {
  out[0] = Infinity
  pointTo(x, y, s, i, false, out)
  out[0] = Math.sqrt(out[0])
}
