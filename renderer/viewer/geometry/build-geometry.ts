import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import { flattenEdge } from './bulge.ts'
import { planBins, type BinPlan } from './bin-plan.ts'
import { TEXTURE_WIDTH, type BinnedGeometry, type GeometryRun } from './binned-geometry.ts'
import { runsOf, type Artwork, type Run } from './drawable.ts'
import { FillSweep, type FillSink } from './fill-sweep.ts'
import { Floats } from './growing.ts'

/** Radius of the lines that smooth the boundary of fills: told apart from strokes by its sign. */
const SMOOTHING = -1

/** Items of one run before they are sorted into bins: capsules x0 y0 x1 y1 r, fills l0 r0 l1 r1 y0 y1. */
class RunItems implements FillSink {
  readonly capsules = new Floats()
  readonly fills = new Floats()
  readonly capsuleKeys = new Floats()
  readonly fillKeys = new Floats()
  readonly #plan: BinPlan

  constructor(plan: BinPlan) {
    this.#plan = plan
  }

  capsule(x0: number, y0: number, x1: number, y1: number, r: number): void {
    for (const value of [x0, y0, x1, y1, r]) this.capsules.push(value)
    const grow = Math.max(0, r)
    this.capsuleKeys.push(
      this.#plan.keyOf(Math.min(x0, x1) - grow, Math.min(y0, y1) - grow, Math.max(x0, x1) + grow, Math.max(y0, y1) + grow),
    )
  }

  edge(x0: number, y0: number, x1: number, y1: number): void {
    this.capsule(x0, y0, x1, y1, SMOOTHING)
  }

  trapezoid(y0: number, y1: number, l0: number, r0: number, l1: number, r1: number): void {
    for (const value of [l0, r0, l1, r1, y0, y1]) this.fills.push(value)
    this.fillKeys.push(this.#plan.keyOf(Math.min(l0, l1), y0, Math.max(r0, r1), y1))
  }
}

/** Feeds the rings of one contour to the sweep, arcs replaced by chords within 1 µm. */
export const sweepContour = (sweep: FillSweep, art: Artwork, prim: number, sink: FillSink): void => {
  const { rings } = art
  sweep.begin()
  for (let k = art.prims.ringFrom[prim]!; k < art.prims.ringTo[prim]!; k++) {
    const points: number[] = []
    const from = rings.start[k]!
    const to = rings.start[k + 1]!
    for (let v = from; v < to; v++) {
      const w = v + 1 < to ? v + 1 : from
      points.push(rings.x[v]!, rings.y[v]!)
      flattenEdge(points, rings.x[v]!, rings.y[v]!, rings.x[w]!, rings.y[w]!, rings.bulge[v]!)
    }
    sweep.ring(points)
  }
  sweep.run(sink)
}

const itemsOf = (art: Artwork, run: Run, plan: BinPlan, sweep: FillSweep): RunItems => {
  const items = new RunItems(plan)
  const { kind, x0, y0, x1, y1, r } = art.prims
  for (let p = run.from; p < run.to; p++) {
    if (kind[p] === PRIM_CAPSULE) items.capsule(x0[p]!, y0[p]!, x1[p]!, y1[p]!, r[p]!)
    else sweepContour(sweep, art, p, items)
  }
  return items
}

const sortedBy = (keys: Floats): Uint32Array => {
  const order = Uint32Array.from({ length: keys.length }, (_, i) => i)
  return order.sort((a, b) => keys.at(a) - keys.at(b))
}

const padded = (items: number, floats: number, texelsEach: number): Float32Array => {
  const texels = items * texelsEach
  return new Float32Array(Math.max(1, Math.ceil(texels / TEXTURE_WIDTH)) * TEXTURE_WIDTH * (floats / texelsEach))
}

/** Where the next item goes in the layer's columns. */
interface Cursor {
  capsule: number
  fill: number
}

/** Makes a layer ready for the GPU. Linear in its primitives; contours are cut into trapezoids. */
export const buildGeometry = (art: Artwork): BinnedGeometry => {
  const plan = planBins(art.prims)
  const sweep = new FillSweep()
  const runs = runsOf(art.prims)
  const items = runs.map((run) => itemsOf(art, run, plan, sweep))
  const capsules = items.reduce((sum, i) => sum + i.capsuleKeys.length, 0)
  const trapezoids = items.reduce((sum, i) => sum + i.fillKeys.length, 0)
  const columns = {
    capsuleEnds: padded(capsules, 4, 1),
    capsuleExtra: padded(capsules, 2, 1),
    fills: padded(trapezoids, 8, 2),
  }
  const bins = new Map<number, number>()
  const cursor: Cursor = { capsule: 0, fill: 0 }
  const geometryRuns = runs.map((run, i) => placeRun(run.dark, items[i]!, plan, bins, cursor, columns))
  const binOrigins = new Float64Array(bins.size * 2)
  for (const [key, bin] of bins) binOrigins.set(plan.originOf(key), bin * 2)
  return { ...columns, capsules, trapezoids, binOrigins, bins: bins.size, runs: geometryRuns }
}

type Columns = Pick<BinnedGeometry, 'capsuleEnds' | 'capsuleExtra' | 'fills'>

const placeRun = (
  dark: boolean,
  items: RunItems,
  plan: BinPlan,
  bins: Map<number, number>,
  cursor: Cursor,
  columns: Columns,
): GeometryRun => {
  const capsuleOrder = sortedBy(items.capsuleKeys)
  const fillOrder = sortedBy(items.fillKeys)
  const capsuleFrom: number[] = []
  const fillFrom: number[] = []
  const boxes: number[] = []
  let c = 0
  let f = 0
  while (c < capsuleOrder.length || f < fillOrder.length) {
    const capsuleKey = c < capsuleOrder.length ? items.capsuleKeys.at(capsuleOrder[c]!) : Infinity
    const fillKey = f < fillOrder.length ? items.fillKeys.at(fillOrder[f]!) : Infinity
    const key = Math.min(capsuleKey, fillKey)
    let bin = bins.get(key)
    if (bin === undefined) bins.set(key, (bin = bins.size))
    const origin = plan.originOf(key)
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
    capsuleFrom.push(cursor.capsule)
    fillFrom.push(cursor.fill)
    for (; c < capsuleOrder.length && items.capsuleKeys.at(capsuleOrder[c]!) === key; c++) {
      placeCapsule(columns, cursor.capsule++, items.capsules, capsuleOrder[c]! * 5, bin, origin, box)
    }
    for (; f < fillOrder.length && items.fillKeys.at(fillOrder[f]!) === key; f++) {
      placeFill(columns.fills, cursor.fill++, items.fills, fillOrder[f]! * 6, bin, origin, box)
    }
    boxes.push(...box)
  }
  const ranges = capsuleFrom.length
  capsuleFrom.push(cursor.capsule)
  fillFrom.push(cursor.fill)
  return { dark, ranges, capsuleFrom: Uint32Array.from(capsuleFrom), fillFrom: Uint32Array.from(fillFrom), boxes: Float64Array.from(boxes) }
}

type MutableBox = [number, number, number, number]

const grow = (box: MutableBox, x0: number, y0: number, x1: number, y1: number): void => {
  if (x0 < box[0]) box[0] = x0
  if (y0 < box[1]) box[1] = y0
  if (x1 > box[2]) box[2] = x1
  if (y1 > box[3]) box[3] = y1
}

const placeCapsule = (
  out: Columns,
  at: number,
  from: Floats,
  i: number,
  bin: number,
  [ox, oy]: readonly [number, number],
  box: MutableBox,
): void => {
  const x0 = from.at(i)
  const y0 = from.at(i + 1)
  const x1 = from.at(i + 2)
  const y1 = from.at(i + 3)
  const r = from.at(i + 4)
  out.capsuleEnds.set([x0 - ox, y0 - oy, x1 - ox, y1 - oy], at * 4)
  out.capsuleExtra.set([r, bin], at * 2)
  const margin = Math.max(0, r)
  grow(box, Math.min(x0, x1) - margin, Math.min(y0, y1) - margin, Math.max(x0, x1) + margin, Math.max(y0, y1) + margin)
}

const placeFill = (
  out: Float32Array,
  at: number,
  from: Floats,
  i: number,
  bin: number,
  [ox, oy]: readonly [number, number],
  box: MutableBox,
): void => {
  const l0 = from.at(i)
  const r0 = from.at(i + 1)
  const l1 = from.at(i + 2)
  const r1 = from.at(i + 3)
  const y0 = from.at(i + 4)
  const y1 = from.at(i + 5)
  out.set([l0 - ox, r0 - ox, l1 - ox, r1 - ox, y0 - oy, y1 - oy, bin, 0], at * 8)
  grow(box, Math.min(l0, l1), y0, Math.max(r0, r1), y1)
}
