import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import type { Grid } from './layout.ts'
import { columnOf, rowOf } from './layout.ts'

/** Side of the blocks of cells by which primitives are sorted. */
const BLOCK = 8

/** @returns all primitives, block of cells by block of cells, within a block in image order: what is near is stored near */
export const spatialOrder = (prims: Prims, rings: Rings, grid: Grid): Int32Array => {
  const across = Math.ceil(grid.columns / BLOCK)
  const blocks = across * Math.ceil(grid.rows / BLOCK)
  const block = new Int32Array(prims.count)
  const start = new Int32Array(blocks + 1)
  for (let k = 0; k < prims.count; k++) {
    const isCapsule = prims.kind[k] === PRIM_CAPSULE
    const v = isCapsule ? 0 : rings.start[prims.ringFrom[k]]
    const x = isCapsule ? prims.x0[k] : rings.x[v]
    const y = isCapsule ? prims.y0[k] : rings.y[v]
    block[k] = Math.floor(rowOf(grid, y) / BLOCK) * across + Math.floor(columnOf(grid, x) / BLOCK)
    start[block[k] + 1]++
  }
  for (let b = 0; b < blocks; b++) start[b + 1] += start[b]
  const order = new Int32Array(prims.count)
  for (let k = 0; k < prims.count; k++) order[start[block[k]]++] = k
  return order
}
