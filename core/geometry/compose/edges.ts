import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'
import { PIECE_ARC_CCW, PIECE_ARC_CW } from '#core/geometry/image.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import type { CapsuleEnds } from './joints.ts'
import { END_NONE, trimJoints } from './joints.ts'

/**
 * The boundary edges of all primitives, grouped by primitive, each with the inside of a capsule or of a counterclockwise
 * ring on its left. Ends of neighbouring edges are the same doubles. `silent` edges only count for winding numbers.
 */
export interface Edges {
  count: number
  kind: Uint8Array
  x0: Float64Array
  y0: Float64Array
  x1: Float64Array
  y1: Float64Array
  cx: Float64Array
  cy: Float64Array
  r: Float64Array
  /** Box of the edge; for arcs the box of the arc itself. */
  bx0: Float64Array
  by0: Float64Array
  bx1: Float64Array
  by1: Float64Array
  prim: Int32Array
  silent: Uint8Array
  /** Edges of primitive k: `from[k] <= e < from[k + 1]`. */
  readonly from: Int32Array
}

/** Arcs of contours longer than this many cells are cut, so that their boxes stay small. */
const ARC_CELLS = 3

/** @returns the edges of every primitive that can show; capsule caps are cut to what shows at joints of equal polarity */
export const buildEdges = (prims: Prims, rings: Rings, run: Int32Array, cell: number): { edges: Edges; ends: CapsuleEnds } => {
  const ends = trimJoints(prims, run)
  const edges = allocate(capacityFor(prims, rings), prims.count)
  for (let k = 0; k < prims.count; k++) {
    edges.from[k] = edges.count
    if (ends.gone[k]) continue
    if (prims.kind[k] === PRIM_CAPSULE) addCapsule(edges, prims, ends, k)
    else addContour(edges, prims, rings, k, cell * ARC_CELLS)
  }
  edges.from[prims.count] = edges.count
  return { edges, ends }
}

const capacityFor = (prims: Prims, rings: Rings): number => {
  let n = 64
  for (let k = 0; k < prims.count; k++) {
    n += prims.kind[k] === PRIM_CAPSULE ? 4 : Math.max(0, rings.start[prims.ringTo[k]] - rings.start[prims.ringFrom[k]])
  }
  return n
}

const allocate = (n: number, primCount: number): Edges => ({
  count: 0,
  kind: new Uint8Array(n),
  x0: new Float64Array(n),
  y0: new Float64Array(n),
  x1: new Float64Array(n),
  y1: new Float64Array(n),
  cx: new Float64Array(n),
  cy: new Float64Array(n),
  r: new Float64Array(n),
  bx0: new Float64Array(n),
  by0: new Float64Array(n),
  bx1: new Float64Array(n),
  by1: new Float64Array(n),
  prim: new Int32Array(n),
  silent: new Uint8Array(n),
  from: new Int32Array(primCount + 1),
})

const grow = (edges: Edges): void => {
  const wider = allocate(edges.kind.length * 2, 0)
  for (const name of ['kind', 'x0', 'y0', 'x1', 'y1', 'cx', 'cy', 'r', 'bx0', 'by0', 'bx1', 'by1', 'prim', 'silent'] as const) {
    wider[name].set(edges[name])
    Object.assign(edges, { [name]: wider[name] })
  }
}

/** Adds a straight edge of primitive k; its ends must be finite. */
export const addLine = (edges: Edges, k: number, ax: number, ay: number, bx: number, by: number): void => {
  if (edges.count === edges.kind.length) grow(edges)
  const e = edges.count++
  edges.x0[e] = ax
  edges.y0[e] = ay
  edges.x1[e] = bx
  edges.y1[e] = by
  edges.bx0[e] = ax < bx ? ax : bx
  edges.by0[e] = ay < by ? ay : by
  edges.bx1[e] = ax < bx ? bx : ax
  edges.by1[e] = ay < by ? by : ay
  edges.prim[e] = k
}

const addArc = (
  edges: Edges, k: number, kind: number,
  ax: number, ay: number, bx: number, by: number, cx: number, cy: number, r: number,
): void => {
  addLine(edges, k, ax, ay, bx, by)
  const e = edges.count - 1
  edges.kind[e] = kind
  edges.cx[e] = cx
  edges.cy[e] = cy
  edges.r[e] = r
  const turn = kind === PIECE_ARC_CCW ? 1 : -1
  const dx = (bx - ax) * turn
  const dy = (by - ay) * turn
  // An extreme of the circle belongs to the arc when it lies right of the counterclockwise chord.
  if (dx * (cy - ay) - dy * (cx + r - ax) < 0) edges.bx1[e] = cx + r
  if (dx * (cy - ay) - dy * (cx - r - ax) < 0) edges.bx0[e] = cx - r
  if (dx * (cy + r - ay) - dy * (cx - ax) < 0) edges.by1[e] = cy + r
  if (dx * (cy - r - ay) - dy * (cx - ax) < 0) edges.by0[e] = cy - r
}

const addCapsule = (edges: Edges, prims: Prims, ends: CapsuleEnds, k: number): void => {
  const ax = prims.x0[k]
  const ay = prims.y0[k]
  const bx = prims.x1[k]
  const by = prims.y1[k]
  const r = prims.r[k]
  if (!(r > 0) || !Number.isFinite(ax + ay + bx + by + r)) return
  const ox = ends.ox[k]
  const oy = ends.oy[k]
  if (ends.disc[k]) {
    if (ends.capFrom[2 * k] === END_NONE) return
    addArc(edges, k, PIECE_ARC_CCW, ax, ay - r, ax, ay + r, ax, ay, r)
    addArc(edges, k, PIECE_ARC_CCW, ax, ay + r, ax, ay - r, ax, ay, r)
    return
  }
  addLine(edges, k, ax - ox, ay - oy, bx - ox, by - oy)
  addCap(edges, prims, ends, k, 1)
  addLine(edges, k, bx + ox, by + oy, ax + ox, ay + oy)
  addCap(edges, prims, ends, k, 0)
}

const addCap = (edges: Edges, prims: Prims, ends: CapsuleEnds, k: number, side: number): void => {
  const from = ends.capFrom[2 * k + side]
  if (from === END_NONE) return
  const to = ends.capTo[2 * k + side]
  const x = side ? prims.x1[k] : prims.x0[k]
  const y = side ? prims.y1[k] : prims.y0[k]
  // A cap runs from the right side line of its outgoing end to the left one; both may belong to other capsules of the joint.
  const fromSign = from & 1 ? -1 : 1
  const toSign = to & 1 ? 1 : -1
  addArc(
    edges, k, PIECE_ARC_CCW,
    x + fromSign * ends.ox[from >> 1], y + fromSign * ends.oy[from >> 1],
    x + toSign * ends.ox[to >> 1], y + toSign * ends.oy[to >> 1],
    x, y, prims.r[k],
  )
}

const addContour = (edges: Edges, prims: Prims, rings: Rings, k: number, longest: number): void => {
  for (let ring = prims.ringFrom[k]; ring < prims.ringTo[k]; ring++) {
    const from = rings.start[ring]
    const to = rings.start[ring + 1]
    if (to - from < 2 || !isFiniteRing(rings, from, to)) continue
    for (let v = from; v < to; v++) {
      const w = v + 1 < to ? v + 1 : from
      const ax = rings.x[v]
      const ay = rings.y[v]
      const bx = rings.x[w]
      const by = rings.y[w]
      if (ax === bx && ay === by) continue
      const bulge = rings.bulge[v]
      if (bulge === 0) addLine(edges, k, ax, ay, bx, by)
      else addBulge(edges, k, ax, ay, bx, by, bulge, longest)
    }
  }
}

const isFiniteRing = (rings: Rings, from: number, to: number): boolean => {
  for (let v = from; v < to; v++) if (!Number.isFinite(rings.x[v] + rings.y[v] + rings.bulge[v])) return false
  return true
}

const addBulge = (edges: Edges, k: number, ax: number, ay: number, bx: number, by: number, bulge: number, longest: number): void => {
  const chord = Math.hypot(bx - ax, by - ay)
  const b = Math.max(-1, Math.min(1, bulge))
  const sagitta = Math.abs(b) * chord * 0.5
  // Flatter than the probe distance: no arc that anyone could tell from its chord.
  if (sagitta < 1e-4) return addLine(edges, k, ax, ay, bx, by)
  const kind = b > 0 ? PIECE_ARC_CCW : PIECE_ARC_CW
  const toCentre = (1 - b * b) / (4 * b)
  const cx = (ax + bx) * 0.5 - (by - ay) * toCentre
  const cy = (ay + by) * 0.5 + (bx - ax) * toCentre
  const r = (chord * (1 + b * b)) / (4 * Math.abs(b))
  const sweep = 4 * Math.atan(b)
  const parts = Math.min(4096, Math.ceil((Math.abs(sweep) * r) / longest))
  if (parts <= 2) return addArc(edges, k, kind, ax, ay, bx, by, cx, cy, r)
  const start = Math.atan2(ay - cy, ax - cx)
  let px = ax
  let py = ay
  for (let i = 1; i <= parts; i++) {
    const angle = start + (sweep * i) / parts
    const qx = i === parts ? bx : cx + r * Math.cos(angle)
    const qy = i === parts ? by : cy + r * Math.sin(angle)
    addArc(edges, k, kind, px, py, qx, qy, cx, cy, r)
    px = qx
    py = qy
  }
}

