import Flatbush from 'flatbush'
import type { Point } from '#core/base/box.ts'
import { newWitness, shapeDistance } from '#core/geometry/measure/distance.ts'
import { emptyShapes, setBulge, setLine, type Shapes } from '#core/geometry/measure/shapes.ts'
import { PRIM_CAPSULE, type PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { distanceToPrim } from './prim-distance.ts'

/** The gap between two objects and its ends on either, nm; 0 where they touch or lie over each other. */
export interface ObjectGap {
  readonly from: Point
  readonly to: Point
  readonly distance: number
}

/** One object of a layer. */
export interface ObjectOf {
  readonly layer: PlottedLayer
  readonly object: number
}

/** Centre lines and edges of an object, exactly as they are drawn, each with how far the drawn shape reaches beyond it. */
interface Lines {
  readonly shapes: Shapes
  readonly reach: Float64Array
}

const linesOf = ({ layer, object }: ObjectOf): Lines => {
  const { prims, rings, objects } = layer
  const rows: (readonly [number, number, number, number, number, number])[] = []
  for (let p = objects.primFrom[object]!; p < objects.primTo[object]!; p++) {
    if (prims.kind[p] === PRIM_CAPSULE) {
      rows.push([prims.x0[p]!, prims.y0[p]!, prims.x1[p]!, prims.y1[p]!, 0, prims.r[p]!])
      continue
    }
    for (let k = prims.ringFrom[p]!; k < prims.ringTo[p]!; k++) {
      const [from, to] = [rings.start[k]!, rings.start[k + 1]!]
      for (let v = from; v < to; v++) {
        const w = v + 1 < to ? v + 1 : from
        rows.push([rings.x[v]!, rings.y[v]!, rings.x[w]!, rings.y[w]!, rings.bulge[v]!, 0])
      }
    }
  }
  const shapes = emptyShapes(rows.length)
  rows.forEach(([x0, y0, x1, y1, bulge], i) =>
    Math.abs(bulge) <= 1 && bulge !== 0 ? setBulge(shapes, i, x0, y0, x1, y1, bulge) : setLine(shapes, i, x0, y0, x1, y1),
  )
  return { shapes, reach: Float64Array.from(rows, (row) => row[5]) }
}

const covers = ({ layer, object }: ObjectOf, x: number, y: number): boolean => {
  for (let p = layer.objects.primFrom[object]!; p < layer.objects.primTo[object]!; p++)
    if (distanceToPrim(layer, p, x, y) === 0) return true
  return false
}

/** An arc lies within its chord's box grown by the radius of its belly. */
const boxOf = ({ shapes, reach }: Lines, i: number, more: number): readonly [number, number, number, number] => {
  const grow = more + reach[i]! + (shapes.r[i]! > 0 ? Math.hypot(shapes.x1[i]! - shapes.x0[i]!, shapes.y1[i]! - shapes.y0[i]!) : 0)
  return [
    Math.min(shapes.x0[i]!, shapes.x1[i]!) - grow,
    Math.min(shapes.y0[i]!, shapes.y1[i]!) - grow,
    Math.max(shapes.x0[i]!, shapes.x1[i]!) + grow,
    Math.max(shapes.y0[i]!, shapes.y1[i]!) + grow,
  ]
}

/** @returns the point `by` nm from `from` on the way to `to` */
const towards = (from: Point, to: Point, by: number): Point => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  return length === 0 ? from : [from[0] + ((to[0] - from[0]) * by) / length, from[1] + ((to[1] - from[1]) * by) / length]
}

/** @returns the gap between what two objects draw, whatever else is drawn there; null when one draws nothing */
export const objectGap = (a: ObjectOf, b: ObjectOf): ObjectGap | null => {
  const [s, t] = [linesOf(a), linesOf(b)]
  if (s.shapes.count === 0 || t.shapes.count === 0) return null
  const [startA, startB]: readonly [Point, Point] = [
    [s.shapes.x0[0]!, s.shapes.y0[0]!],
    [t.shapes.x0[0]!, t.shapes.y0[0]!],
  ]
  // Where neither edge crosses the other, one may lie wholly within the other.
  if (covers(b, ...startA)) return { from: startA, to: startA, distance: 0 }
  if (covers(a, ...startB)) return { from: startB, to: startB, distance: 0 }
  const tree = new Flatbush(t.shapes.count)
  for (let j = 0; j < t.shapes.count; j++) tree.add(...boxOf(t, j, 0))
  tree.finish()
  const out = newWitness()
  let best: ObjectGap = { from: startA, to: startB, distance: Math.hypot(startB[0] - startA[0], startB[1] - startA[1]) }
  for (let i = 0; i < s.shapes.count; i++) {
    for (const j of tree.search(...boxOf(s, i, best.distance))) {
      shapeDistance(s.shapes, i, t.shapes, j, out)
      const [reachA, reachB] = [s.reach[i]!, t.reach[j]!]
      const distance = Math.max(0, out[0]! - reachA - reachB)
      if (distance >= best.distance) continue
      const [pa, pb]: readonly [Point, Point] = [
        [out[1]!, out[2]!],
        [out[3]!, out[4]!],
      ]
      best = distance === 0 ? { from: pa, to: pa, distance } : { from: towards(pa, pb, reachA), to: towards(pb, pa, reachB), distance }
    }
  }
  return best
}
