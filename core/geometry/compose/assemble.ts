import type { Box } from '#core/base/box.ts'
import type { Components, Image, OutlineRings, Pieces } from '#core/geometry/image.ts'
import type { Chained } from './chain.ts'
import { NO_OWNER, nestRings } from './nest-rings.ts'
import type { TracedRings } from './trace-rings.ts'

type Place = Image['repaired'][number]

/** Makes the image of traced rings: nests them and notes where outlines touch. */
export const assemble = (traced: TracedRings, chained: Chained, repaired: readonly Place[]): Image => {
  const pieces = trimmed(traced.pieces, traced.pieceCount)
  const rings = ringsOf(traced)
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
    pinches: pinchesOf(traced, chained),
  }
}

/** @returns stores of exactly the length that is used */
const trimmed = (pieces: Pieces, count: number): Pieces => {
  const cut = <A extends Uint8Array | Uint32Array | Float64Array>(store: A): A =>
    (count === store.length ? store : store.slice(0, count)) as A
  return {
    count,
    kind: cut(pieces.kind),
    x0: cut(pieces.x0),
    y0: cut(pieces.y0),
    x1: cut(pieces.x1),
    y1: cut(pieces.y1),
    cx: cut(pieces.cx),
    cy: cut(pieces.cy),
    r: cut(pieces.r),
    prim: cut(pieces.prim),
    ring: cut(pieces.ring),
  }
}

const ringsOf = ({ ringCount: count, start, measures }: TracedRings): OutlineRings => {
  const box = new Float64Array(4 * count)
  measures.forEach(({ x0, y0, x1, y1 }, k) => {
    box[4 * k] = x0
    box[4 * k + 1] = y0
    box[4 * k + 2] = x1
    box[4 * k + 3] = y1
  })
  return { count, start: Uint32Array.from(start), area: Float64Array.from(measures, (m) => m.area), box, component: new Uint32Array(count) }
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

const pinchesOf = (traced: TracedRings, chained: Chained): readonly Place[] => {
  const seen = new Set<number>()
  const pinches = new Set<number>()
  for (let p = 0; p < traced.pieceCount; p++) {
    const node = traced.node[p]
    if (!chained.shared[node]) continue
    if (seen.has(node)) pinches.add(node)
    seen.add(node)
  }
  return [...pinches].map((node) => ({ x: chained.nodes.x[node], y: chained.nodes.y[node] }))
}
