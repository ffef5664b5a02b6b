import { PRIM_CAPSULE, type PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { flattenEdge } from '../geometry/bulge.ts'
import type { Shape } from './protocol.ts'

/** Rings of larger contours are not outlined one by one: the box says enough. */
const MAX_VERTICES = 200_000

/** @returns the shapes of one object, arcs replaced by chords */
export const shapeOf = ({ prims, rings, objects }: PlottedLayer, object: number): Shape => {
  const shape: { capsules: Shape['capsules'][number][]; rings: Float64Array[] } = { capsules: [], rings: [] }
  let vertices = 0
  for (let p = objects.primFrom[object]!; p < objects.primTo[object]!; p++) {
    if (prims.kind[p] === PRIM_CAPSULE) {
      shape.capsules.push({ x0: prims.x0[p]!, y0: prims.y0[p]!, x1: prims.x1[p]!, y1: prims.y1[p]!, r: prims.r[p]! })
      continue
    }
    for (let k = prims.ringFrom[p]!; k < prims.ringTo[p]! && vertices < MAX_VERTICES; k++) {
      const points: number[] = []
      const from = rings.start[k]!
      const to = rings.start[k + 1]!
      for (let v = from; v < to; v++) {
        const w = v + 1 < to ? v + 1 : from
        points.push(rings.x[v]!, rings.y[v]!)
        flattenEdge(points, rings.x[v]!, rings.y[v]!, rings.x[w]!, rings.y[w]!, rings.bulge[v]!)
      }
      vertices += points.length / 2
      shape.rings.push(Float64Array.from(points))
    }
  }
  return shape
}
