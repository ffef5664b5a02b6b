import type { Point } from '#core/base/box.ts'
import { newWitness, shapeDistance } from './distance.ts'
import { emptyShapes, setBulge, setLine, type Shapes } from './shapes.ts'

/** A shape of its own, outside any table. `sweep` is in radians, positive = counterclockwise, at most a full turn. */
export type Shape =
  | { readonly kind: 'point'; readonly at: Point }
  | { readonly kind: 'segment'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'arc'; readonly centre: Point; readonly radius: number; readonly start: number; readonly sweep: number }
  | { readonly kind: 'circle'; readonly centre: Point; readonly radius: number }

/** How many rows an arc needs: well below half a turn each, so that bulges stay small. */
const partsOf = (sweep: number): number => Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9))

const arcShapes = (centre: Point, radius: number, start: number, sweep: number): Shapes => {
  const parts = partsOf(sweep)
  const shapes = emptyShapes(parts)
  const at = (k: number): Point => {
    const angle = start + (sweep * k) / parts
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)]
  }
  for (let k = 0; k < parts; k++) {
    const [x0, y0] = at(k)
    const [x1, y1] = at(k + 1)
    setBulge(shapes, k, x0, y0, x1, y1, Math.tan(sweep / parts / 4))
    // The exact centre and radius are known; from the bulge they would carry rounding.
    shapes.cx[k] = centre[0]
    shapes.cy[k] = centre[1]
    shapes.r[k] = radius
  }
  return shapes
}

const lineShapes = (from: Point, to: Point): Shapes => {
  const shapes = emptyShapes(1)
  setLine(shapes, 0, from[0], from[1], to[0], to[1])
  return shapes
}

/** @returns a shape as rows of a table; a circle is four quarters */
export const shapesOf = (shape: Shape): Shapes => {
  if (shape.kind === 'point') return lineShapes(shape.at, shape.at)
  if (shape.kind === 'segment') return lineShapes(shape.from, shape.to)
  if (shape.kind === 'circle') return arcShapes(shape.centre, shape.radius, 0, 2 * Math.PI)
  return arcShapes(shape.centre, shape.radius, shape.start, shape.sweep)
}

/**
 * Exact nearest points of two curves (the curves themselves, not what they enclose), in the unit given.
 * @returns the distance, 0 where they cross, with one of possibly many nearest pairs
 */
export const closestPoints = (one: Shape, other: Shape): { readonly distance: number; readonly a: Point; readonly b: Point } => {
  const [s, t] = [shapesOf(one), shapesOf(other)]
  const [best, out] = [newWitness(), newWitness()]
  for (let i = 0; i < s.count; i++) {
    for (let j = 0; j < t.count; j++) {
      shapeDistance(s, i, t, j, out)
      if (out[0] < best[0]) best.set(out)
    }
  }
  return { distance: best[0], a: [best[1], best[2]], b: [best[3], best[4]] }
}
