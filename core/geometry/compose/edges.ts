import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'
import { PIECE_ARC_CCW, PIECE_ARC_CW } from '#core/geometry/image.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import type { Buffers } from './buffers.ts'
import type { CapsuleEnds } from './joints.ts'
import { doubledFloats } from './growing.ts'
import { END_NONE } from './joints.ts'

/** Doubles per edge record; one cache line. */
export const EDGE_SHIFT = 3
export const EDGE_X0 = 0
export const EDGE_Y0 = 1
export const EDGE_X1 = 2
export const EDGE_Y1 = 3
export const EDGE_CX = 4
export const EDGE_CY = 5
export const EDGE_R = 6
/** Kind (PIECE_LINE, …) + 4 when silent + 8 x primitive. */
export const EDGE_META = 7

/**
 * The boundary edges of all primitives, grouped by primitive, each with the inside of a capsule or of a counterclockwise
 * ring on its left. Ends of neighbouring edges are the same doubles. Silent edges only count for winding numbers.
 */
export interface Edges {
  count: number
  /** Records of 8 doubles. Neighbours in the plane are neighbours here as far as the order of primitives allows. */
  data: Float64Array
  /** Edges of primitive k: `from[k] <= e < to[k]`. */
  readonly from: Int32Array
  readonly to: Int32Array
}

export const kindOf = (edges: Edges, e: number): number => edges.data[(e << EDGE_SHIFT) + EDGE_META] & 3
export const isSilent = (edges: Edges, e: number): boolean => (edges.data[(e << EDGE_SHIFT) + EDGE_META] & 4) !== 0
export const primOf = (edges: Edges, e: number): number => edges.data[(e << EDGE_SHIFT) + EDGE_META] >> 3

/** Arcs of contours longer than this many cells are cut, so that their boxes stay small. */
const ARC_CELLS = 3

/**
 * Capsule caps are cut to what shows at joints of equal polarity.
 * @param order the primitives to take, those near each other one after another
 * @returns the edges of every primitive in `order` that can show
 */
export const buildEdges = (prims: Prims, rings: Rings, ends: CapsuleEnds, order: Int32Array, cell: number, buffers: Buffers): Edges => {
  const edges: Edges = {
    count: 0,
    data: buffers.doubles('edges', capacityFor(prims, rings, order) << EDGE_SHIFT),
    from: buffers.ints('edges from', prims.count),
    to: buffers.ints('edges to', prims.count),
  }
  for (const k of order) {
    edges.from[k] = edges.count
    if (!ends.gone[k]) {
      if (prims.kind[k] === PRIM_CAPSULE) addCapsule(edges, prims, ends, k)
      else addContour(edges, prims, rings, k, cell * ARC_CELLS)
    }
    edges.to[k] = edges.count
  }
  buffers.keepDoubles('edges', edges.data)
  return edges
}

const capacityFor = (prims: Prims, rings: Rings, order: Int32Array): number => {
  let n = 64
  for (const k of order) {
    n += prims.kind[k] === PRIM_CAPSULE ? 4 : Math.max(0, rings.start[prims.ringTo[k]] - rings.start[prims.ringFrom[k]])
  }
  return n
}

const addLine = (edges: Edges, k: number, ax: number, ay: number, bx: number, by: number): void => {
  const o = edges.count++ << EDGE_SHIFT
  if (o === edges.data.length) edges.data = doubledFloats(edges.data)
  const { data } = edges
  data[o] = ax
  data[o + EDGE_Y0] = ay
  data[o + EDGE_X1] = bx
  data[o + EDGE_Y1] = by
  data[o + EDGE_META] = k * 8
}

const addArc = (
  edges: Edges,
  k: number,
  kind: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  r: number,
): void => {
  addLine(edges, k, ax, ay, bx, by)
  const { data } = edges
  const o = (edges.count - 1) << EDGE_SHIFT
  data[o + EDGE_CX] = cx
  data[o + EDGE_CY] = cy
  data[o + EDGE_R] = r
  data[o + EDGE_META] = k * 8 + kind
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
    edges,
    k,
    PIECE_ARC_CCW,
    x + fromSign * ends.ox[from >> 1],
    y + fromSign * ends.oy[from >> 1],
    x + toSign * ends.ox[to >> 1],
    y + toSign * ends.oy[to >> 1],
    x,
    y,
    prims.r[k],
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
  // No arc that anyone could tell from its chord.
  if (sagitta < 4e-3) return addLine(edges, k, ax, ay, bx, by)
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
