import type { Box } from '#core/base/box.ts'
import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'

/** @returns the box around one plotted object, nm; x0 > x1 for an object that plots nothing */
export const extentOf = ({ objects, prims }: PlottedLayer, object: number): Box => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let p = objects.primFrom[object]!; p < objects.primTo[object]!; p++) {
    const r = prims.r[p]!
    x0 = Math.min(x0, prims.x0[p]! - r, prims.x1[p]! - r)
    y0 = Math.min(y0, prims.y0[p]! - r, prims.y1[p]! - r)
    x1 = Math.max(x1, prims.x0[p]! + r, prims.x1[p]! + r)
    y1 = Math.max(y1, prims.y0[p]! + r, prims.y1[p]! + r)
  }
  return [x0, y0, x1, y1]
}
