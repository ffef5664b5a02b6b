import type { Image } from '#core/geometry/image.ts'
import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'
import { assemble } from './assemble.ts'
import { Buffers } from './buffers.ts'
import { buildCapsules } from './capsules.ts'
import { fillCells } from './cells.ts'
import { chainAndBridge } from './bridge-gaps.ts'
import { crossCells } from './cross-cells.ts'
import { EdgeCrosser } from './cross-edges.ts'
import { cutEdges } from './cut-edges.ts'
import { buildEdges } from './edges.ts'
import { emptyImage } from './empty-image.ts'
import { trimJoints } from './joints.ts'
import { layOutGrid, reachOf } from './layout.ts'
import { LoosePieces } from './loose-pieces.ts'
import { SideStates } from './point-state.ts'
import { markRepeated } from './repeated.ts'
import { spatialOrder } from './spatial-order.ts'
import { SplitStore } from './split-store.ts'
import { EDGES_PER_STRIP, planStrips } from './strips.ts'
import { tolerancesFor } from './tolerances.ts'
import { traceRings } from './trace-rings.ts'
import { WorkLimit } from './work-limit.ts'

export interface ComposeOptions {
  /** Grid cells per boundary edge. The image does not depend on it; tests vary it. */
  readonly cellsPerEdge?: number
  /** Edges per strip of the grid. The image does not depend on it; tests vary it. */
  readonly edgesPerStrip?: number
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
  const ends = trimJoints(prims, run, markRepeated(prims, rings))
  const pieces = new LoosePieces(prims.count * 2)
  const buffers = new Buffers()
  const limit = new WorkLimit(prims.count)
  for (const strip of planStrips(grid, prims, rings, options.edgesPerStrip ?? EDGES_PER_STRIP)) {
    limit.stored = 0
    const order = spatialOrder(prims, rings, strip, buffers)
    const edges = buildEdges(prims, rings, ends, order, grid.cell, buffers)
    const capsules = buildCapsules(prims, edges, ends.gone, order, buffers)
    const cells = fillCells(prims, strip, edges, capsules, runEnd, buffers, limit)
    const store = new SplitStore(edges.count, buffers)
    const live = crossCells(cells, edges, capsules, new EdgeCrosser(edges, store, tolerances), buffers, limit)
    const states = new SideStates(prims, edges, capsules, cells, tolerances.side, limit)
    pieces.startGroup(strip.grid.low, strip.grid.high)
    cutEdges(edges, live, store, states, strip.grid, tolerances, pieces)
  }
  const { chained, bridged } = chainAndBridge(pieces, tolerances)
  return assemble(traceRings(pieces, chained, tolerances.dust), chained, [...limit.places, ...bridged])
}

/** @returns per primitive the number of its polarity run and the last index of that run */
const polarityRuns = (prims: Prims): { run: Int32Array; runEnd: Int32Array } => {
  const n = prims.count
  const run = new Int32Array(n)
  const runEnd = new Int32Array(n)
  for (let k = 1; k < n; k++) run[k] = run[k - 1] + (prims.dark[k] === prims.dark[k - 1] ? 0 : 1)
  for (let k = n - 1; k >= 0; k--) runEnd[k] = k === n - 1 || run[k] !== run[k + 1] ? k : runEnd[k + 1]
  return { run, runEnd }
}
