import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { OBJECT_FLASH, PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import { fillBoxGrid, layoutFor } from '#core/geometry/index/box-grid.ts'
import { PointIndex } from '#core/identify/point-index.ts'
import type { BoxGrid } from '#core/geometry/index/box-grid.ts'

/** Answers "is there copper here?" for single points of a plotted layer without composing it. */
export interface LandTest {
  /** @returns true when the last primitive that covers (x, y), nm, is dark */
  readonly dark: (x: number, y: number) => boolean
  /** Smaller side of a dark pad flashed at (x, y), nm; 0 for none, and where the layer has clear artwork that may cut it. */
  readonly padAt: (x: number, y: number) => number
}

/** Builds the test: one pass over the primitives. */
export const landTest = (plotted: PlottedLayer): LandTest => {
  const { prims, rings, bounds } = plotted
  if (!bounds) return { dark: () => false, padAt: () => 0 }
  const boxes = new Float64Array(4 * prims.count)
  for (let p = 0; p < prims.count; p++) {
    const r = prims.r[p]!
    boxes[4 * p] = Math.min(prims.x0[p]!, prims.x1[p]!) - r
    boxes[4 * p + 1] = Math.min(prims.y0[p]!, prims.y1[p]!) - r
    boxes[4 * p + 2] = Math.max(prims.x0[p]!, prims.x1[p]!) + r
    boxes[4 * p + 3] = Math.max(prims.y0[p]!, prims.y1[p]!) + r
  }
  const layout = layoutFor(bounds, prims.count, 100_000)
  const grid: BoxGrid = fillBoxGrid(boxes, layout, 0)
  const covers = (p: number, x: number, y: number): boolean => {
    if (x < boxes[4 * p]! || x > boxes[4 * p + 2]! || y < boxes[4 * p + 1]! || y > boxes[4 * p + 3]!) return false
    if (prims.kind[p] === PRIM_CAPSULE) return inCapsule(prims.x0[p]!, prims.y0[p]!, prims.x1[p]!, prims.y1[p]!, prims.r[p]!, x, y)
    let winding = 0
    for (let k = prims.ringFrom[p]!; k < prims.ringTo[p]!; k++) winding += windingOf(rings, k, x, y)
    return winding !== 0
  }
  return {
    padAt: padFinder(plotted),
    dark: (x, y) => {
      const column = Math.floor((x - layout.x0) / layout.cell)
      const row = Math.floor((y - layout.y0) / layout.cell)
      if (column < 0 || row < 0 || column >= layout.cols || row >= layout.rows) return false
      const cell = row * layout.cols + column
      let last = -1
      for (let k = grid.start[cell]!; k < grid.start[cell + 1]!; k++) {
        const p = grid.items[k]!
        if (p > last && covers(p, x, y)) last = p
      }
      return last >= 0 && prims.dark[last] === 1
    },
  }
}

/** Pads of layers without clear artwork need no geometry: their aperture says how large they are. */
const padFinder = ({ objects: o, apertures, prims }: PlottedLayer): LandTest['padAt'] => {
  if (prims.dark.some((d) => d === 0)) return () => 0
  const flashes: number[] = []
  for (let i = 0; i < o.count; i++) if (o.kind[i] === OBJECT_FLASH && o.dark[i] === 1) flashes.push(i)
  const index = new PointIndex(
    Float64Array.from(flashes, (i) => o.x0[i]!),
    Float64Array.from(flashes, (i) => o.y0[i]!),
    5000,
  )
  return (x, y) => {
    const found = index.find(x, y)
    const aperture = found < 0 ? undefined : apertures[o.aperture[flashes[found]!]!]
    return aperture && aperture.shape !== 'macro' && aperture.shape !== 'block' ? Math.min(aperture.width, aperture.height) : 0
  }
}

const inCapsule = (x0: number, y0: number, x1: number, y1: number, r: number, x: number, y: number): boolean => {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length2))
  return (x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2 <= r * r
}

/** Winding number of a ring around a point; arcs count by the half-disc between chord and arc. */
const windingOf = (rings: PlottedLayer['rings'], k: number, px: number, py: number): number => {
  const [from, to] = [rings.start[k]!, rings.start[k + 1]!]
  let winding = 0
  for (let v = from; v < to; v++) {
    const w = v + 1 === to ? from : v + 1
    const [x0, y0, x1, y1] = [rings.x[v]!, rings.y[v]!, rings.x[w]!, rings.y[w]!]
    const side = (x1 - x0) * (py - y0) - (y1 - y0) * (px - x0)
    if (y0 <= py && y1 > py && side > 0) winding++
    else if (y0 > py && y1 <= py && side < 0) winding--
    const bulge = rings.bulge[v]!
    if (bulge === 0) continue
    const f = (1 - bulge * bulge) / (4 * bulge)
    const [cx, cy] = [(x0 + x1) / 2 - f * (y1 - y0), (y0 + y1) / 2 + f * (x1 - x0)]
    if ((px - cx) ** 2 + (py - cy) ** 2 > (x0 - cx) ** 2 + (y0 - cy) ** 2) continue
    if (bulge > 0 && side < 0) winding++
    else if (bulge < 0 && side > 0) winding--
  }
  return winding
}
