import type { Plot } from '#core/interpret/plot.ts'
import { circleRing, rectangleRing } from '#core/interpret/standard-aperture.ts'
import { exactTurn } from '#core/interpret/placement.ts'

/**
 * Adds macro primitive 7: a ring cut by a cross into four pieces; lengths in nm, exact.
 * @param degrees rotation about the macro's origin
 * @source Gerber Layer Format Specification 2024.05, 4.5.1.8
 */
export const addThermal = (plot: Plot, cx: number, cy: number, outer: number, inner: number, gap: number, degrees: number): void => {
  const [ro, ri, h] = [outer / 2, Math.max(0, inner / 2), gap / 2]
  if (!(ro > 0 && ri < ro)) return
  const from = plot.rings.count
  if (h <= 0) {
    plot.ring(turned(circleRing(cx, cy, ro), degrees))
    if (ri > 0) {
      plot.ring(turned(circleRing(cx, cy, ri), degrees))
      plot.rings.reverse(plot.rings.count - 1)
    }
  } else {
    if (ro <= h * Math.SQRT2) return
    for (let quarter = 0; quarter < 4; quarter++) plot.ring(turned(shifted(turned(quarterRing(ro, ri, h), 90 * quarter), cx, cy), degrees))
  }
  plot.contour(true, from)
}

/** The piece in the first quadrant. */
const quarterRing = (ro: number, ri: number, h: number): number[] => {
  const far = Math.sqrt(ro * ro - h * h)
  const outerBulge = Math.tan((Math.atan2(far, h) - Math.atan2(h, far)) / 4)
  const ring = [far, h, outerBulge, h, far, 0]
  if (ri <= h * Math.SQRT2) return [...ring, h, h, 0]
  const near = Math.sqrt(ri * ri - h * h)
  return [...ring, h, near, -Math.tan((Math.atan2(near, h) - Math.atan2(h, near)) / 4), near, h, 0]
}

/**
 * Adds macro primitive 6: concentric rings and a cross hair; lengths in nm.
 * @source Gerber Layer Format Specification 2021.02, 4.5.1.7 (deprecated since)
 */
export const addMoire = (plot: Plot, p: readonly number[], nm: number): void => {
  const [cx, cy, outer, thickness, gap, most, crossWidth, crossLength] = p as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const degrees = p[8] ?? 0
  let d = outer
  for (let k = 0; k < Math.min(most, MAX_MOIRE_RINGS) && d > 0; k++, d -= 2 * (thickness + gap)) {
    const from = plot.rings.count
    plot.ring(turned(circleRing(cx * nm, cy * nm, (d / 2) * nm), degrees))
    if (d > 2 * thickness) {
      plot.ring(turned(circleRing(cx * nm, cy * nm, (d / 2 - thickness) * nm), degrees))
      plot.rings.reverse(plot.rings.count - 1)
    }
    plot.contour(true, from)
    if (!(thickness + gap > 0)) break
  }
  const [l, w] = [crossLength / 2, crossWidth / 2]
  if (!(l > 0 && w > 0)) return
  for (const [x, y] of [
    [l, w],
    [w, l],
  ] as const) {
    const from = plot.rings.count
    plot.ring(turned(rectangleRing((cx - x) * nm, (cy - y) * nm, (cx + x) * nm, (cy + y) * nm), degrees))
    plot.contour(true, from)
  }
}

const MAX_MOIRE_RINGS = 1000

/** @returns the ring turned about the origin */
export const turned = (ring: readonly number[], degrees: number): readonly number[] => {
  const [cos, sin] = exactTurn(degrees)
  if (cos === 1) return ring
  const out: number[] = []
  for (let v = 0; v < ring.length; v += 3) out.push(ring[v]! * cos - ring[v + 1]! * sin, ring[v]! * sin + ring[v + 1]! * cos, ring[v + 2]!)
  return out
}

const shifted = (ring: readonly number[], dx: number, dy: number): number[] =>
  ring.map((value, k) => (k % 3 === 0 ? value + dx : k % 3 === 1 ? value + dy : value))
