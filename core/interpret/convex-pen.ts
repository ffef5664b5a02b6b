import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import type { Placement } from '#core/interpret/placement.ts'
import type { Plot } from '#core/interpret/plot.ts'
import { ringArea } from '#core/interpret/ring-measures.ts'

/** A convex closed outline, counterclockwise: flat x, y, bulge per vertex, around the pen's origin. */
export type PenOutline = readonly number[]

/**
 * The outline of a pen for strokes. Convex apertures keep their exact edges; of any other the convex hull is taken, arcs as
 * chords within 0.05 µm.
 * @returns an empty outline for an aperture without area
 */
export const penOutline = (shape: Plot, placement: Placement): PenOutline => {
  const { prims } = shape
  if (prims.count === 0) return []
  const [ring] = prims.count === 1 && isOnePiece(shape) ? outerRings(shape, 0) : []
  const exact = ring && isConvex(ring) ? ring : hullOf(pointsOf(shape))
  const { a, b, c, d, flips } = placement
  const placed: number[] = []
  for (let v = 0; v < exact.length; v += 3)
    placed.push(a * exact[v]! + b * exact[v + 1]!, c * exact[v]! + d * exact[v + 1]!, flips ? -exact[v + 2]! : exact[v + 2]!)
  return flips ? reversed(placed) : placed
}

/** All rings but the first are holes. */
const isOnePiece = ({ prims, rings }: Plot): boolean => {
  for (let k = prims.ringFrom[0]! + 1; k < prims.ringTo[0]!; k++) if (ringArea(rings, k) > 0) return false
  return true
}

/** The first ring of a primitive is its outer boundary; holes don't matter for a sweep. */
const outerRings = ({ prims, rings }: Plot, p: number): number[][] => {
  if (prims.kind[p] === PRIM_CAPSULE) return [capsuleRing(prims.x0[p]!, prims.y0[p]!, prims.x1[p]!, prims.y1[p]!, prims.r[p]!)]
  const out: number[][] = []
  for (let k = prims.ringFrom[p]!; k < prims.ringTo[p]!; k++) {
    const ring: number[] = []
    for (let v = rings.start[k]!; v < rings.start[k + 1]!; v++) ring.push(rings.x[v]!, rings.y[v]!, rings.bulge[v]!)
    out.push(ring)
  }
  return out
}

/** @returns a capsule's outline, counterclockwise */
export const capsuleRing = (x0: number, y0: number, x1: number, y1: number, r: number): number[] => {
  const length = Math.hypot(x1 - x0, y1 - y0)
  if (length === 0) return [x0 - r, y0, 1, x0 + r, y0, 1]
  const nx = (-(y1 - y0) / length) * r
  const ny = ((x1 - x0) / length) * r
  return [x0 - nx, y0 - ny, 0, x1 - nx, y1 - ny, 1, x1 + nx, y1 + ny, 0, x0 + nx, y0 + ny, 1]
}

const reversed = (ring: readonly number[]): number[] => {
  const n = ring.length / 3
  const out: number[] = []
  for (let k = 0; k < n; k++) {
    const v = (n - k) % n
    const edge = (v - 1 + n) % n
    out.push(ring[3 * v]!, ring[3 * v + 1]!, -ring[3 * edge + 2]!)
  }
  return out
}

/** Direction of the edge at vertex k where it starts (`atEnd` false) or ends. */
const tangent = (ring: readonly number[], k: number, atEnd: boolean): readonly [x: number, y: number] => {
  const n = ring.length / 3
  const w = (k + 1) % n
  const dx = ring[3 * w]! - ring[3 * k]!
  const dy = ring[3 * w + 1]! - ring[3 * k + 1]!
  const half = 2 * Math.atan(ring[3 * k + 2]!) * (atEnd ? 1 : -1)
  return [dx * Math.cos(half) - dy * Math.sin(half), dx * Math.sin(half) + dy * Math.cos(half)]
}

const isConvex = (ring: readonly number[]): boolean => {
  const n = ring.length / 3
  if (n < 2) return false
  let turned = 0
  for (let k = 0; k < n; k++) {
    if (ring[3 * k + 2]! < 0) return false
    const [ax, ay] = tangent(ring, k, true)
    const [bx, by] = tangent(ring, (k + 1) % n, false)
    const turn = Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
    if (turn < -1e-9) return false
    turned += turn + 4 * Math.atan(ring[3 * k + 2]!)
  }
  return Math.abs(turned - 2 * Math.PI) < 1e-6
}

const CHORD_ERROR_NM = 50

const pointsOf = (shape: Plot): number[] => {
  const points: number[] = []
  for (let p = 0; p < shape.prims.count; p++) {
    if (shape.prims.dark[p] === 0) continue
    for (const ring of outerRings(shape, p)) {
      const n = ring.length / 3
      for (let k = 0; k < n; k++) {
        const w = (k + 1) % n
        points.push(ring[3 * k]!, ring[3 * k + 1]!)
        if (ring[3 * k + 2] !== 0) addChords(points, ring[3 * k]!, ring[3 * k + 1]!, ring[3 * w]!, ring[3 * w + 1]!, ring[3 * k + 2]!)
      }
    }
  }
  return points
}

const addChords = (points: number[], x0: number, y0: number, x1: number, y1: number, bulge: number): void => {
  const k = (1 - bulge * bulge) / (4 * bulge)
  const cx = (x0 + x1) / 2 - (y1 - y0) * k
  const cy = (y0 + y1) / 2 + (x1 - x0) * k
  const r = Math.hypot(x0 - cx, y0 - cy)
  const sweep = 4 * Math.atan(bulge)
  const step = r > CHORD_ERROR_NM ? 2 * Math.acos(1 - CHORD_ERROR_NM / r) : Math.PI
  const n = Math.min(2048, Math.max(1, Math.ceil(Math.abs(sweep) / step)))
  for (let s = 1; s < n; s++) {
    const cos = Math.cos((sweep * s) / n)
    const sin = Math.sin((sweep * s) / n)
    points.push(cx + (x0 - cx) * cos - (y0 - cy) * sin, cy + (x0 - cx) * sin + (y0 - cy) * cos)
  }
}

/** Convex hull of flat points by Andrew's monotone chain, counterclockwise, as x, y, 0. */
const hullOf = (points: readonly number[]): number[] => {
  const order = Array.from({ length: points.length / 2 }, (_, k) => k).sort(
    (p, q) => points[2 * p]! - points[2 * q]! || points[2 * p + 1]! - points[2 * q + 1]!,
  )
  const half = (list: readonly number[]): number[] => {
    const kept: number[] = []
    for (const k of list) {
      while (kept.length > 1 && !turnsLeft(points, kept.at(-2)!, kept.at(-1)!, k)) kept.pop()
      kept.push(k)
    }
    kept.pop()
    return kept
  }
  return [...half(order), ...half(order.reverse())].flatMap((k) => [points[2 * k]!, points[2 * k + 1]!, 0])
}

const turnsLeft = (points: readonly number[], p: number, q: number, k: number): boolean =>
  (points[2 * q]! - points[2 * p]!) * (points[2 * k + 1]! - points[2 * p + 1]!) -
    (points[2 * q + 1]! - points[2 * p + 1]!) * (points[2 * k]! - points[2 * p]!) >
  0
