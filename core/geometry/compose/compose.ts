import type { Image } from '#core/geometry/image.ts'
import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'
import { assemble } from './assemble.ts'
import { buildCapsules } from './capsules.ts'
import { fillCells } from './cells.ts'
import { chainAndBridge } from './bridge-gaps.ts'
import { crossCells } from './cross-cells.ts'
import { EdgeCrosser } from './cross-edges.ts'
import { cutEdges } from './cut-edges.ts'
import { buildEdges } from './edges.ts'
import { trimJoints } from './joints.ts'
import { layOutGrid, reachOf } from './layout.ts'
import { SideStates } from './point-state.ts'
import { spatialOrder } from './spatial-order.ts'
import { SplitStore } from './split-store.ts'
import { tolerancesFor } from './tolerances.ts'
import { traceRings } from './trace-rings.ts'

export interface ComposeOptions {
  /** Grid cells per boundary edge; for experiments. */
  readonly cellsPerEdge?: number
}

/** What is composed: primitives in image order and the rings that their contours use. */
export interface ComposeInput {
  readonly prims: Prims
  readonly rings: Rings
}

const CELLS_PER_EDGE = 1.2

/**
 * Works out the final image of primitives in drawing order, dark and clear in one pass: the exact outline as lines and arcs.
 * Every boundary edge is cut where others meet it; a piece stays when the last primitive that covers the point just left of
 * it and the last one just right of it differ in polarity.
 * @returns the image in nm; empty (no pieces, bounds null) when nothing dark remains
 */
export const composePrims = (input: ComposeInput, options: ComposeOptions = {}): Image => {
  const { prims, rings } = input
  const grid = layOutGrid(prims, rings, options.cellsPerEdge ?? CELLS_PER_EDGE)
  if (!grid) return emptyImage()
  const tolerances = tolerancesFor(reachOf(prims))
  const { run, runEnd } = polarityRuns(prims)
  const ends = trimJoints(prims, run)
  const order = spatialOrder(prims, rings, grid)
  const edges = buildEdges(prims, rings, ends, order, grid.cell)
  const capsules = buildCapsules(prims, edges, ends.gone, order)
  const cells = fillCells(prims, edges, capsules, runEnd, grid)
  const store = new SplitStore(edges.count)
  const live = crossCells(cells, edges, capsules, new EdgeCrosser(edges, store, tolerances))
  const pieces = cutEdges(edges, live, store, new SideStates(prims, edges, capsules, cells, tolerances.side), tolerances)
  const { chained, bridged } = chainAndBridge(pieces, edges, tolerances)
  const traced = traceRings(pieces, edges, chained)
  return assemble(traced, edges, chained, tolerances.dust, bridged)
}

const emptyImage = (): Image => ({
  pieces: {
    count: 0,
    kind: new Uint8Array(0),
    x0: new Float64Array(0),
    y0: new Float64Array(0),
    x1: new Float64Array(0),
    y1: new Float64Array(0),
    cx: new Float64Array(0),
    cy: new Float64Array(0),
    r: new Float64Array(0),
    prim: new Uint32Array(0),
    ring: new Uint32Array(0),
  },
  rings: { count: 0, start: new Uint32Array(1), area: new Float64Array(0), box: new Float64Array(0), component: new Uint32Array(0) },
  components: {
    count: 0,
    area: new Float64Array(0),
    box: new Float64Array(0),
    ringStart: new Uint32Array(1),
    ringList: new Uint32Array(0),
  },
  area: 0,
  bounds: null,
  repaired: [],
  pinches: [],
})

/** @returns per primitive the number of its polarity run and the last index of that run */
const polarityRuns = (prims: Prims): { run: Int32Array; runEnd: Int32Array } => {
  const n = prims.count
  const run = new Int32Array(n)
  const runEnd = new Int32Array(n)
  for (let k = 1; k < n; k++) run[k] = run[k - 1] + (prims.dark[k] === prims.dark[k - 1] ? 0 : 1)
  for (let k = n - 1; k >= 0; k--) runEnd[k] = k === n - 1 || run[k] !== run[k + 1] ? k : runEnd[k + 1]
  return { run, runEnd }
}
