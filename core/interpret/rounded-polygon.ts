import { bulgeFor } from '#core/interpret/arc-geometry.ts'
import { Plot } from '#core/interpret/plot.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'

type Point = readonly [x: number, y: number]

/** Macros round their numbers, often to 0.0001 mm; edges that meet within this belong together, nm. */
const TOLERANCE_NM = 100
const MOST_CORNERS = 12

/**
 * Recognises what nearly every rounded pad is made of: equal discs at the corners of a convex polygon, and convex polygons
 * that fill it and the strips along its sides, whatever their number. Their union is known without composing.
 * @param parts dark primitives around the aperture's origin
 * @returns the union as one ring with an exact arc at each corner (between two discs a capsule), or null when the parts are
 *   something else
 */
export const roundedPolygon = (parts: Plot): Plot | null => {
  const { prims } = parts
  if (prims.count < 2 || prims.count > 4 * MOST_CORNERS) return null
  const centres: Point[] = []
  const polygons: (readonly Point[])[] = []
  let r = 0
  for (let p = 0; p < prims.count; p++) {
    if (prims.kind[p] !== PRIM_CAPSULE) {
      const polygon = convexPolygon(parts, p)
      if (!polygon) return null
      polygons.push(polygon)
      continue
    }
    const [x, y] = [prims.x0[p]!, prims.y0[p]!]
    if (x !== prims.x1[p] || y !== prims.y1[p]) return null
    if (r !== 0 && Math.abs(prims.r[p]! - r) > TOLERANCE_NM) return null
    r ||= prims.r[p]!
    if (!centres.some((centre) => Math.hypot(centre[0] - x, centre[1] - y) <= TOLERANCE_NM)) centres.push([x, y])
  }
  if (centres.length < 2 || centres.length > MOST_CORNERS) return null
  const corners = inOrder(centres)
  if (!corners || !isFilled(corners, r, polygons) || !polygons.every((polygon) => polygon.every((point) => isWithin(point, corners, r))))
    return null
  return outlineOf(corners, r)
}

/** @returns the corners of a single straight convex counterclockwise ring, or null */
const convexPolygon = ({ prims, rings }: Plot, p: number): readonly Point[] | null => {
  if (prims.ringTo[p]! - prims.ringFrom[p]! !== 1) return null
  const points: Point[] = []
  for (let v = rings.start[prims.ringFrom[p]!]!; v < rings.start[prims.ringTo[p]!]!; v++) {
    if (rings.bulge[v] !== 0) return null
    points.push([rings.x[v]!, rings.y[v]!])
  }
  return points.length >= 3 && points.length <= 4 * MOST_CORNERS && isConvex(points) ? points : null
}

const cross = (a: Point, b: Point, c: Point): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

const isConvex = (points: readonly Point[]): boolean => {
  const n = points.length
  let turned = 0
  for (let k = 0; k < n; k++) {
    const [a, b, c] = [points[k]!, points[(k + 1) % n]!, points[(k + 2) % n]!]
    if (cross(a, b, c) < 0) return false
    turned += Math.atan2(cross(a, b, c), (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]))
  }
  return Math.abs(turned - 2 * Math.PI) < 1e-6
}

/** @returns the points counterclockwise around their middle, or null when they are no convex polygon's corners; two stay two */
const inOrder = (points: readonly Point[]): readonly Point[] | null => {
  if (points.length === 2) return points
  const mx = points.reduce((sum, [x]) => sum + x, 0) / points.length
  const my = points.reduce((sum, [, y]) => sum + y, 0) / points.length
  const order = [...points].sort((p, q) => Math.atan2(p[1] - my, p[0] - mx) - Math.atan2(q[1] - my, q[0] - mx))
  const n = order.length
  for (let k = 0; k < n; k++) {
    const [a, b, c] = [order[k]!, order[(k + 1) % n]!, order[(k + 2) % n]!]
    if (Math.hypot(b[0] - a[0], b[1] - a[1]) < TOLERANCE_NM || cross(a, b, c) <= 0) return null
  }
  return isConvex(order) ? order : null
}

/** Outward unit normal of the side from a to b. */
const outward = (a: Point, b: Point): Point => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  return [(b[1] - a[1]) / length, -(b[0] - a[0]) / length]
}

/** Whether some polygon holds the inside, and some polygon each strip between a side and its parallel at distance r. */
const isFilled = (corners: readonly Point[], r: number, polygons: readonly (readonly Point[])[]): boolean => {
  const isHeld = (area: readonly Point[]): boolean => polygons.some((polygon) => area.every((point) => isWithin(point, polygon, 0)))
  return (
    isHeld(corners) &&
    corners.every((a, k) => {
      const b = corners[(k + 1) % corners.length]!
      const [nx, ny] = outward(a, b)
      return isHeld([a, b, [b[0] + nx * r, b[1] + ny * r], [a[0] + nx * r, a[1] + ny * r]])
    })
  )
}

/** Whether a point lies no farther than `margin` outside a convex counterclockwise polygon. */
const isWithin = (point: Point, polygon: readonly Point[], margin: number): boolean => {
  const n = polygon.length
  let isInside = true
  for (let k = 0; k < n; k++) {
    const [a, b] = [polygon[k]!, polygon[(k + 1) % n]!]
    const [nx, ny] = outward(a, b)
    const beyond = (point[0] - a[0]) * nx + (point[1] - a[1]) * ny
    if (beyond > margin + TOLERANCE_NM) return false
    if (beyond <= TOLERANCE_NM) continue
    isInside = false
    const along = Math.max(
      0,
      Math.min(1, ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / Math.hypot(b[0] - a[0], b[1] - a[1]) ** 2),
    )
    if (Math.hypot(point[0] - a[0] - along * (b[0] - a[0]), point[1] - a[1] - along * (b[1] - a[1])) <= margin + TOLERANCE_NM) return true
  }
  return isInside
}

const outlineOf = (corners: readonly Point[], r: number): Plot => {
  const plot = new Plot()
  const n = corners.length
  if (n === 2) {
    plot.capsule(true, corners[0]![0], corners[0]![1], corners[1]![0], corners[1]![1], r)
    return plot
  }
  for (let k = 0; k < n; k++) {
    const [before, at, after] = [corners[(k + n - 1) % n]!, corners[k]!, corners[(k + 1) % n]!]
    const [ax, ay] = outward(before, at)
    const [bx, by] = outward(at, after)
    const turn = Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
    plot.rings.vertex(at[0] + ax * r, at[1] + ay * r, bulgeFor(turn))
    plot.rings.vertex(at[0] + bx * r, at[1] + by * r, 0)
  }
  plot.rings.close()
  plot.contour(true, 0)
  return plot
}
