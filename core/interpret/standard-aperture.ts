import { composeShape } from '#core/interpret/compose-shape.ts'
import { capsuleRing } from '#core/interpret/convex-pen.ts'
import { exactTurn } from '#core/interpret/placement.ts'
import { Plot } from '#core/interpret/plot.ts'
import type { ApertureShape } from '#core/interpret/plotted-layer.ts'

/** A standard aperture around its origin, nm. */
export interface StandardAperture {
  readonly kind: Exclude<ApertureShape, 'macro' | 'block'>
  /** Empty when the size is zero or less. */
  readonly shape: Plot
  /** Pen width for draws: the diameter, else the smaller side. */
  readonly size: number
  /** Diameter of a round hole, smaller side of a rectangular one; 0 without. */
  readonly hole: number
  readonly hasRectangularHole: boolean
  /** Radius of the largest disc around the origin inside the body: a round hole up to it leaves the edge whole. */
  readonly inner: number
}

/** Most sides of a polygon that is still read; the specification allows 12. */
export const MAX_SIDES = 4096

/**
 * Plots the standard templates C, R, O, P around their origin.
 * @param p the parameters, lengths in nm
 * @returns null for another template or a polygon without usable sides
 * @source Gerber Layer Format Specification 2024.05, 4.4; rectangular holes: RS-274X User's Guide
 */
export const standardAperture = (template: string, p: readonly number[]): StandardAperture | null => {
  switch (template) {
    case 'C': {
      const d = p[0] ?? 0
      const body = (): Plot => disc(d / 2)
      return build('circle', d, d, d / 2, body, p, 1)
    }
    case 'R': {
      const [w, h] = [p[0] ?? 0, p[1] ?? p[0] ?? 0]
      return build('rectangle', w, h, Math.min(w, h) / 2, () => ringShape(rectangleRing(-w / 2, -h / 2, w / 2, h / 2)), p, 2)
    }
    case 'O': {
      const [w, h] = [p[0] ?? 0, p[1] ?? p[0] ?? 0]
      return build('obround', w, h, Math.min(w, h) / 2, () => obround(w, h), p, 2)
    }
    case 'P': {
      const [d, sides, degrees] = [p[0] ?? 0, Math.round(p[1] ?? 0), p[2] ?? 0]
      if (sides < 3 || sides > MAX_SIDES) return null
      const inner = (d / 2) * Math.cos(Math.PI / sides)
      return build('polygon', d, 2 * inner, inner, () => ringShape(polygonRing(sides, 0, 0, d / 2, degrees)), p, 3)
    }
    default:
      return null
  }
}

const build = (
  kind: StandardAperture['kind'],
  width: number,
  height: number,
  inner: number,
  body: () => Plot,
  p: readonly number[],
  holeAt: number,
): StandardAperture => {
  const [holeX, holeY] = [Math.max(0, p[holeAt] ?? 0), Math.max(0, p[holeAt + 1] ?? 0)]
  const isEmpty = !(width > 0 && height > 0)
  const hasRectangularHole = holeX > 0 && holeY > 0
  const shape = isEmpty ? new Plot() : holeX === 0 ? body() : withHole(body(), inner, holeX, holeY)
  const hole = hasRectangularHole ? Math.min(holeX, holeY) : holeX
  return { kind, shape, size: Math.max(0, Math.min(width, height)), hole, hasRectangularHole, inner }
}

const disc = (r: number): Plot => {
  const plot = new Plot()
  plot.capsule(true, 0, 0, 0, 0, r)
  return plot
}

const obround = (w: number, h: number): Plot => {
  const plot = new Plot()
  const r = Math.min(w, h) / 2
  const [x, y] = [w / 2 - r, h / 2 - r]
  plot.capsule(true, -x, -y, x, y, r)
  return plot
}

const ringShape = (ring: readonly number[]): Plot => {
  const plot = new Plot()
  plot.ring(ring)
  plot.contour(true, 0)
  return plot
}

/** Cuts the hole out: as a second ring where it lies inside the body, else by composing. */
const withHole = (body: Plot, inner: number, holeX: number, holeY: number): Plot => {
  const hole = holeY > 0 ? rectangleRing(-holeX / 2, -holeY / 2, holeX / 2, holeY / 2) : circleRing(0, 0, holeX / 2)
  const reach = holeY > 0 ? Math.hypot(holeX, holeY) / 2 : holeX / 2
  const { prims } = body
  if (reach < inner) {
    const plot = new Plot()
    if (prims.kind[0] === 0) plot.ring(capsuleRing(prims.x0[0]!, prims.y0[0]!, prims.x1[0]!, prims.y1[0]!, prims.r[0]!))
    else for (let v = 0; v < body.rings.vertices; v++) plot.rings.vertex(body.rings.x[v]!, body.rings.y[v]!, body.rings.bulge[v]!)
    if (prims.kind[0] !== 0) plot.rings.close()
    plot.ring(hole)
    plot.rings.reverse(1)
    plot.contour(true, 0)
    return plot
  }
  const from = body.rings.count
  body.ring(hole)
  body.contour(false, from)
  return composeShape(body).shape
}

/** @returns a circle of two half turns, counterclockwise */
export const circleRing = (cx: number, cy: number, r: number): number[] => [cx - r, cy, 1, cx + r, cy, 1]

/** @returns an axis-parallel rectangle, counterclockwise */
export const rectangleRing = (x0: number, y0: number, x1: number, y1: number): number[] => [x0, y0, 0, x1, y0, 0, x1, y1, 0, x0, y1, 0]

/** @returns a regular polygon, counterclockwise, its first vertex at the angle */
export const polygonRing = (sides: number, cx: number, cy: number, r: number, degrees: number): number[] => {
  const ring: number[] = []
  for (let k = 0; k < sides; k++) {
    const [cos, sin] = exactTurn(degrees + (360 * k) / sides)
    ring.push(cx + r * cos, cy + r * sin, 0)
  }
  return ring
}
