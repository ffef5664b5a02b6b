import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'
import { PRIM_CAPSULE } from '#core/interpret/plotted-layer.ts'
import type { Buffers } from './buffers.ts'
import { columnOf, rowOf } from './layout.ts'
import type { Strip } from './strips.ts'

/** Side of the blocks of cells by which primitives are sorted. */
const BLOCK = 8

/** @returns the primitives of a strip, block of cells by block of cells, within a block in image order: what is near is stored near */
export const spatialOrder = (prims: Prims, rings: Rings, { grid, prims: list }: Strip, buffers: Buffers): Int32Array => {
  const across = Math.ceil(grid.columns / BLOCK)
  const blocks = across * Math.ceil(grid.rows / BLOCK)
  const block = buffers.ints('blocks', list.length)
  const start = new Int32Array(blocks + 1)
  for (let i = 0; i < list.length; i++) {
    const k = list[i]
    const isCapsule = prims.kind[k] === PRIM_CAPSULE
    const v = isCapsule ? 0 : rings.start[prims.ringFrom[k]]
    const x = isCapsule ? prims.x0[k] : rings.x[v]
    const y = isCapsule ? prims.y0[k] : rings.y[v]
    block[i] = Math.floor(rowOf(grid, y) / BLOCK) * across + Math.floor(columnOf(grid, x) / BLOCK)
    start[block[i] + 1]++
  }
  for (let b = 0; b < blocks; b++) start[b + 1] += start[b]
  const order = new Int32Array(list.length)
  for (let i = 0; i < list.length; i++) order[start[block[i]]++] = list[i]
  return order
}
