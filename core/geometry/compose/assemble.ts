import type { Box } from '#core/base/box.ts'
import type { Components, Image, OutlineRings, Pieces } from '#core/geometry/image.ts'
import type { Chained } from './chain.ts'
import type { Edges } from './edges.ts'
import { EDGE_CX, EDGE_CY, EDGE_R, EDGE_SHIFT, primOf } from './edges.ts'
import type { RingMeasure } from './measure-rings.ts'
import { measureRing } from './measure-rings.ts'
import { NO_OWNER, nestRings } from './nest-rings.ts'
import type { TracedRings } from './trace-rings.ts'

type Place = Image['repaired'][number]

/** Makes the image of traced rings: leaves dust out, measures, nests, and notes where outlines touch. */
export const assemble = (traced: TracedRings, edges: Edges, chained: Chained, dust: number, repaired: readonly Place[]): Image => {
  const kept: number[] = []
  const measures: RingMeasure[] = []
  let pieceCount = 0
  for (let k = 0; k < traced.ringCount; k++) {
    const measure: RingMeasure = { area: 0, perimeter: 0, x0: 0, y0: 0, x1: 0, y1: 0 }
    measureRing(traced, edges, traced.start[k], traced.start[k + 1], measure)
    if (!(Math.abs(measure.area) >= measure.perimeter * dust)) continue
    kept.push(k)
    measures.push(measure)
    pieceCount += traced.start[k + 1] - traced.start[k]
  }
  const pieces = piecesOf(traced, edges, kept, pieceCount)
  const rings = ringsOf(traced, kept, measures)
  const owner = nestRings(pieces, rings)
  const orphans: Place[] = []
  for (let k = 0; k < rings.count; k++)
    if (owner[k] === NO_OWNER) orphans.push({ x: pieces.x0[rings.start[k]], y: pieces.y0[rings.start[k]] })
  const components = componentsOf(rings, owner)
  return {
    pieces,
    rings,
    components,
    area: components.area.reduce((sum, area) => sum + area, 0),
    bounds: boundsOf(components),
    repaired: [...repaired, ...orphans],
    pinches: pinchesOf(traced, chained, kept),
  }
}

const piecesOf = (traced: TracedRings, edges: Edges, kept: readonly number[], count: number): Pieces => {
  const pieces: Pieces = {
    count,
    kind: new Uint8Array(count),
    x0: new Float64Array(count),
    y0: new Float64Array(count),
    x1: new Float64Array(count),
    y1: new Float64Array(count),
    cx: new Float64Array(count),
    cy: new Float64Array(count),
    r: new Float64Array(count),
    prim: new Uint32Array(count),
    ring: new Uint32Array(count),
  }
  let at = 0
  kept.forEach((k, ring) => {
    for (let p = traced.start[k]; p < traced.start[k + 1]; p++, at++) {
      const e = traced.edge[p]
      pieces.kind[at] = traced.kind[p]
      pieces.x0[at] = traced.x0[p]
      pieces.y0[at] = traced.y0[p]
      pieces.x1[at] = traced.x1[p]
      pieces.y1[at] = traced.y1[p]
      pieces.prim[at] = primOf(edges, e)
      pieces.ring[at] = ring
      if (traced.kind[p] === 0) continue
      pieces.cx[at] = edges.data[(e << EDGE_SHIFT) + EDGE_CX]
      pieces.cy[at] = edges.data[(e << EDGE_SHIFT) + EDGE_CY]
      pieces.r[at] = edges.data[(e << EDGE_SHIFT) + EDGE_R]
    }
  })
  return pieces
}

const ringsOf = (traced: TracedRings, kept: readonly number[], measures: readonly RingMeasure[]): OutlineRings => {
  const count = kept.length
  const start = new Uint32Array(count + 1)
  const area = new Float64Array(count)
  const box = new Float64Array(4 * count)
  kept.forEach((k, ring) => {
    start[ring + 1] = start[ring] + traced.start[k + 1] - traced.start[k]
    const measure = measures[ring]
    area[ring] = measure.area
    box.set([measure.x0, measure.y0, measure.x1, measure.y1], 4 * ring)
  })
  return { count, start, area, box, component: new Uint32Array(count) }
}

const componentsOf = (rings: OutlineRings, owner: Uint32Array): Components => {
  const index = new Int32Array(rings.count).fill(-1)
  let count = 0
  for (let k = 0; k < rings.count; k++) if (rings.area[k] > 0) index[k] = count++
  const area = new Float64Array(count)
  const box = new Float64Array(4 * count)
  const ringStart = new Uint32Array(count + 1)
  for (let k = 0; k < rings.count; k++) {
    const c = owner[k] === NO_OWNER ? -1 : index[owner[k]]
    if (c < 0) continue
    rings.component[k] = c
    area[c] += rings.area[k]
    ringStart[c + 1]++
    if (owner[k] === k) box.set(rings.box.subarray(4 * k, 4 * k + 4), 4 * c)
  }
  for (let c = 0; c < count; c++) ringStart[c + 1] += ringStart[c]
  const ringList = new Uint32Array(ringStart[count])
  const filled = ringStart.slice(0, count)
  for (let k = 0; k < rings.count; k++) if (owner[k] === k && index[k] >= 0) ringList[filled[index[k]]++] = k
  for (let k = 0; k < rings.count; k++) {
    if (owner[k] === k || owner[k] === NO_OWNER || index[owner[k]] < 0) continue
    ringList[filled[index[owner[k]]]++] = k
  }
  return { count, area, box, ringStart, ringList }
}

const boundsOf = ({ count, box }: Components): Box | null => {
  if (count === 0) return null
  let [x0, y0, x1, y1] = box
  for (let c = 1; c < count; c++) {
    x0 = Math.min(x0, box[4 * c])
    y0 = Math.min(y0, box[4 * c + 1])
    x1 = Math.max(x1, box[4 * c + 2])
    y1 = Math.max(y1, box[4 * c + 3])
  }
  return [x0, y0, x1, y1]
}

const pinchesOf = (traced: TracedRings, chained: Chained, kept: readonly number[]): readonly Place[] => {
  const seen = new Set<number>()
  const pinches = new Set<number>()
  for (const k of kept) {
    for (let p = traced.start[k]; p < traced.start[k + 1]; p++) {
      const node = traced.node[p]
      if (!chained.shared[node]) continue
      if (seen.has(node)) pinches.add(node)
      seen.add(node)
    }
  }
  return [...pinches].map((node) => ({ x: chained.nodes.x[node], y: chained.nodes.y[node] }))
}
