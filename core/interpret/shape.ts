/** A closed ring as flat numbers x, y, bulge per vertex, nm around the aperture's origin. */
export type ShapeRing = readonly number[]

/** A part of an aperture around its own origin, nm. `dark` false only inside blocks. */
export type ShapePart =
  | { readonly kind: 'capsule'; readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number; readonly r: number; readonly dark: boolean }
  | { readonly kind: 'contour'; readonly rings: readonly ShapeRing[]; readonly dark: boolean }

export const HALF_TURN = 1

/** @returns a circle of two half turns, counterclockwise or, as a hole, clockwise */
export const circleRing = (cx: number, cy: number, r: number, hole = false): ShapeRing =>
  hole ? [cx - r, cy, -HALF_TURN, cx + r, cy, -HALF_TURN] : [cx - r, cy, HALF_TURN, cx + r, cy, HALF_TURN]

/** @returns an axis-parallel rectangle, counterclockwise or, as a hole, clockwise */
export const rectangleRing = (x0: number, y0: number, x1: number, y1: number, hole = false): ShapeRing =>
  hole ? [x0, y0, 0, x0, y1, 0, x1, y1, 0, x1, y0, 0] : [x0, y0, 0, x1, y0, 0, x1, y1, 0, x0, y1, 0]

/** @returns the ring turned by an angle in radians about the origin */
export const turnedRing = (ring: ShapeRing, angle: number): ShapeRing => {
  if (angle === 0) return ring
  const [cos, sin] = exactTurn(angle)
  const out = new Array<number>(ring.length)
  for (let v = 0; v < ring.length; v += 3) {
    out[v] = ring[v]! * cos - ring[v + 1]! * sin
    out[v + 1] = ring[v]! * sin + ring[v + 1]! * cos
    out[v + 2] = ring[v + 2]!
  }
  return out
}

/** Cosine and sine, exact for multiples of a quarter turn, so that turned rectangles stay axis-parallel. */
export const exactTurn = (angle: number): readonly [cos: number, sin: number] => {
  const quarters = angle / (Math.PI / 2)
  const whole = Math.round(quarters)
  if (Math.abs(quarters - whole) > 1e-12) return [Math.cos(angle), Math.sin(angle)]
  return ([[1, 0], [0, 1], [-1, 0], [0, -1]] as const)[((whole % 4) + 4) % 4]!
}

const CHORD_ERROR_NM = 50

/** @returns the ring's outline as points x, y, arcs as chords within 0.05 µm */
export const flattenedRing = (ring: ShapeRing): number[] => {
  const out: number[] = []
  for (let v = 0; v < ring.length; v += 3) {
    const w = (v + 3) % ring.length
    out.push(ring[v]!, ring[v + 1]!)
    if (ring[v + 2] !== 0) flattenArc(out, ring[v]!, ring[v + 1]!, ring[w]!, ring[w + 1]!, ring[v + 2]!)
  }
  return out
}

/** Adds the inner points of an arc given by its ends and bulge. */
export const flattenArc = (out: number[], x0: number, y0: number, x1: number, y1: number, bulge: number): void => {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const k = (1 - bulge * bulge) / (4 * bulge)
  const [cx, cy] = [(x0 + x1) / 2 - dy * k, (y0 + y1) / 2 + dx * k]
  const [rx, ry] = [x0 - cx, y0 - cy]
  const r = Math.hypot(rx, ry)
  const sweep = 4 * Math.atan(bulge)
  const step = r > CHORD_ERROR_NM ? 2 * Math.acos(1 - CHORD_ERROR_NM / r) : Math.PI
  const n = Math.min(4096, Math.max(1, Math.ceil(Math.abs(sweep) / step)))
  for (let s = 1; s < n; s++) {
    const [cos, sin] = [Math.cos((sweep * s) / n), Math.sin((sweep * s) / n)]
    out.push(cx + rx * cos - ry * sin, cy + rx * sin + ry * cos)
  }
}

/** @returns outline points of a part; of a capsule with its round ends */
export const partPoints = (part: ShapePart): number[] => {
  if (part.kind === 'contour') return part.rings.flatMap(flattenedRing)
  const { x0, y0, x1, y1, r } = part
  return [...flattenedRing(circleRing(x0, y0, r)), ...(x0 === x1 && y0 === y1 ? [] : flattenedRing(circleRing(x1, y1, r)))]
}

/** @returns the extent of parts: width and height, nm */
export const extentOf = (parts: readonly ShapePart[]): readonly [width: number, height: number] => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const part of parts) {
    const points = partPoints(part)
    for (let v = 0; v < points.length; v += 2) {
      x0 = Math.min(x0, points[v]!)
      x1 = Math.max(x1, points[v]!)
      y0 = Math.min(y0, points[v + 1]!)
      y1 = Math.max(y1, points[v + 1]!)
    }
  }
  return x1 >= x0 ? [x1 - x0, y1 - y0] : [0, 0]
}
