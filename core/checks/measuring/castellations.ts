import { toMm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'
import { HOLE_PLATED, type Board, type Layer } from '#core/board/board.ts'
import { insideContour } from '#core/board/outline/contour-geometry.ts'
import { isOuter, type Measures } from '#core/checks/measures.ts'
import { PIECE_LINE } from '#core/geometry/image.ts'
import { eachBoxPairBetween } from '#core/geometry/index/box-pairs.ts'
import { contourShapes } from '#core/geometry/measure/contour-shapes.ts'
import { newWitness, pointDistance } from '#core/geometry/measure/distance.ts'
import { boxesOf, type Shapes } from '#core/geometry/measure/shapes.ts'

/** A plated round hole that the board edge cuts, with copper around it. Places in mm. */
export interface Castellation {
  readonly hole: number
  readonly centre: Point
  /** On the edge, nearest to the hole's centre. */
  readonly edge: Point
  /** From the edge to the centre, mm: positive when the centre is on the board. */
  readonly inset: number
  /** Where the edge cuts the wall, on both sides, with the direction along the edge away from the hole. */
  readonly corners: readonly { readonly at: Point; readonly away: Point }[]
  /** Points onto the board, at right angles to the edge. */
  readonly inward: Point
  /** Outer layers with a land at the hole. */
  readonly lands: readonly Layer[]
}

/** Holes that the edge cuts by less than this are holes that touch it, nm. */
const LEAST_CUT = 10_000
const BESIDE = 1000

const isOnBoard = ({ outline }: Board, x: number, y: number): boolean =>
  outline.outer.some((c) => insideContour(c, x, y)) && !outline.cutouts.some((c) => insideContour(c, x, y))

/** The edge nearest to each hole that it cuts. */
const cutHoles = (
  board: Board,
  edges: Shapes,
): ReadonlyMap<number, { readonly edge: number; readonly distance: number; readonly at: Point }> => {
  const { holes } = board
  const boxes = new Float64Array(4 * holes.count)
  for (let h = 0; h < holes.count; h++) {
    const r = holes.diameter[h]! / 2
    boxes.set([holes.x0[h]! - r, holes.y0[h]! - r, holes.x0[h]! + r, holes.y0[h]! + r], 4 * h)
  }
  const nearest = new Map<number, { edge: number; distance: number; at: Point }>()
  const w = newWitness()
  eachBoxPairBetween(boxes, boxesOf(edges), 0, (h, edge) => {
    if (holes.plating[h] !== HOLE_PLATED || holes.x0[h] !== holes.x1[h] || holes.y0[h] !== holes.y1[h]) return
    pointDistance(holes.x0[h]!, holes.y0[h]!, edges, edge, w)
    if (w[0]! > holes.diameter[h]! / 2 - LEAST_CUT || w[0]! >= (nearest.get(h)?.distance ?? Infinity)) return
    nearest.set(h, { edge, distance: w[0]!, at: [w[3]!, w[4]!] })
  })
  return nearest
}

/** Direction of an edge at a place on it. */
const directionAt = (edges: Shapes, edge: number, [x, y]: Point): Point => {
  const [dx, dy] =
    edges.kind[edge] === PIECE_LINE
      ? [edges.x1[edge]! - edges.x0[edge]!, edges.y1[edge]! - edges.y0[edge]!]
      : [-(y - edges.cy[edge]!), x - edges.cx[edge]!]
  const length = Math.hypot(dx, dy)
  return length > 0 ? [dx / length, dy / length] : [1, 0]
}

const landsAt = (measures: Measures, hole: number): readonly Layer[] =>
  measures.copper.filter(
    (layer) => isOuter(layer) && measures.rings(layer).some((ring) => ring.hole === hole && ring.component >= 0 && ring.value > -Infinity),
  )

/** @returns the half-holes in the board's edge, cut-outs included, in hole order; cut holes without copper are mouse bites and left out */
export const castellations = (board: Board, measures: Measures): readonly Castellation[] =>
  measures.once('castellations', () => {
    const { holes, outline } = board
    const edges = contourShapes([...outline.outer, ...outline.cutouts])
    const found: Castellation[] = []
    for (const [hole, { edge, distance, at }] of cutHoles(board, edges)) {
      const [x, y, r] = [holes.x0[hole]!, holes.y0[hole]!, holes.diameter[hole]! / 2]
      const [tx, ty] = directionAt(edges, edge, at)
      const onLeft = isOnBoard(board, at[0] - ty * BESIDE, at[1] + tx * BESIDE)
      const inward: Point = onLeft ? [-ty, tx] : [ty, -tx]
      const half = Math.sqrt(r * r - distance * distance)
      const lands = landsAt(measures, hole)
      if (lands.length === 0) continue
      const corner = (side: number): Castellation['corners'][number] => ({
        at: [toMm(at[0] + side * tx * half), toMm(at[1] + side * ty * half)],
        away: [side * tx, side * ty],
      })
      found.push({
        hole,
        centre: [toMm(x), toMm(y)],
        edge: [toMm(at[0]), toMm(at[1])],
        inset: toMm(distance) * ((x - at[0]) * inward[0] + (y - at[1]) * inward[1] < 0 ? -1 : 1),
        corners: [corner(-1), corner(1)],
        inward,
        lands,
      })
    }
    return found.sort((a, b) => a.hole - b.hole)
  })

const STEP_MM = 0.02
const FURTHEST_MM = 1
const EXACT_MM = 1e-5
/** The ring is read this far inside the edge: pads are often trimmed exactly to it. */
const INSIDE_MM = 0.005

/**
 * Copper along the edge beside a half-hole, from the wall outwards, in mm: the smaller of both sides.
 * @returns the width with its line; the width is 1 mm at most
 */
export const ringAtEdge = (
  measures: Measures,
  layer: Layer,
  { corners, inward }: Castellation,
): { readonly value: number; readonly a: Point; readonly b: Point } => {
  const sides = corners.map(({ at, away }) => {
    const place = (s: number): Point => [at[0] + inward[0] * INSIDE_MM + away[0] * s, at[1] + inward[1] * INSIDE_MM + away[1] * s]
    const isCopper = (s: number): boolean => measures.componentAt(layer, place(s)) >= 0
    let from = 0
    while (from < FURTHEST_MM && isCopper(from + STEP_MM)) from += STEP_MM
    let to = from + STEP_MM
    while (from > 0 && to - from > EXACT_MM) {
      const middle = (from + to) / 2
      if (isCopper(middle)) from = middle
      else to = middle
    }
    return { value: Math.min(from, FURTHEST_MM), a: at, b: place(from) }
  })
  return sides.reduce((one, other) => (other.value < one.value ? other : one))
}
