import type { Ring } from '#core/checks/measuring/smallest-rectangle.ts'
import { PRIM_CAPSULE, type PlottedLayer } from '#core/interpret/plotted-layer.ts'

const capsule = (x0: number, y0: number, x1: number, y1: number, r: number): Ring => {
  const length = Math.hypot(x1 - x0, y1 - y0)
  const [nx, ny] = length === 0 ? [0, r] : [(-(y1 - y0) / length) * r, ((x1 - x0) / length) * r]
  return {
    x: Float64Array.of(x0 - nx, x1 - nx, x1 + nx, x0 + nx),
    y: Float64Array.of(y0 - ny, y1 - ny, y1 + ny, y0 + ny),
    bulge: Float64Array.of(0, 1, 0, 1),
  }
}

/** @returns the outlines of what one object draws dark, nm; several where it is made of parts */
export const objectRings = ({ objects, prims, rings }: PlottedLayer, object: number): readonly Ring[] => {
  const found: Ring[] = []
  for (let p = objects.primFrom[object]!; p < objects.primTo[object]!; p++) {
    if (!prims.dark[p]) continue
    if (prims.kind[p] === PRIM_CAPSULE) found.push(capsule(prims.x0[p]!, prims.y0[p]!, prims.x1[p]!, prims.y1[p]!, prims.r[p]!))
    else
      for (let k = prims.ringFrom[p]!; k < prims.ringTo[p]!; k++) {
        const [from, to] = [rings.start[k]!, rings.start[k + 1]!]
        found.push({ x: rings.x.subarray(from, to), y: rings.y.subarray(from, to), bulge: rings.bulge.subarray(from, to) })
      }
  }
  return found
}
