import type { Prims } from '#core/interpret/plotted-layer.ts'

const ITEMS_PER_TILE = 256
const MIN_TILE_NM = 250_000
const MAX_TILE_NM = 50_000_000
const MAX_LEVEL = 8

/** Decides the tile that a box belongs to: by its middle, on a level whose tiles are at least as large as the box. */
export interface BinPlan {
  readonly tile: number
  /** @returns a number that orders bins row by row, level by level; equal for equal bins */
  keyOf(x0: number, y0: number, x1: number, y1: number): number
  /** @returns the bin's origin (middle of the tile), nm */
  originOf(key: number): readonly [number, number]
}

const SIDE = 1 << 20
const HALF = SIDE / 2

/** @returns a plan with about 256 primitives in each tile of the finest level */
export const planBins = (prims: Prims): BinPlan => {
  let x0 = Infinity
  let y0 = Infinity
  let x1 = -Infinity
  let y1 = -Infinity
  for (let p = 0; p < prims.count; p++) {
    x0 = Math.min(x0, prims.x0[p]!, prims.x1[p]!)
    x1 = Math.max(x1, prims.x0[p]!, prims.x1[p]!)
    y0 = Math.min(y0, prims.y0[p]!, prims.y1[p]!)
    y1 = Math.max(y1, prims.y0[p]!, prims.y1[p]!)
  }
  const area = Math.max(1, x1 - x0) * Math.max(1, y1 - y0)
  const wanted = Math.sqrt((area * ITEMS_PER_TILE) / Math.max(1, prims.count))
  const tile = Math.min(MAX_TILE_NM, Math.max(MIN_TILE_NM, Number.isFinite(wanted) ? wanted : MAX_TILE_NM))
  const baseX = Number.isFinite(x0) ? (x0 + x1) / 2 : 0
  const baseY = Number.isFinite(y0) ? (y0 + y1) / 2 : 0
  const cell = (value: number, size: number): number => Math.max(0, Math.min(SIDE - 1, Math.floor(value / size) + HALF))
  return {
    tile,
    keyOf(ax, ay, bx, by) {
      const extent = Math.max(bx - ax, by - ay)
      let level = 0
      while (level < MAX_LEVEL && extent > tile * 4 ** level) level++
      const size = tile * 4 ** level
      return (level * SIDE + cell((ay + by) / 2 - baseY, size)) * SIDE + cell((ax + bx) / 2 - baseX, size)
    },
    originOf(key) {
      const column = key % SIDE
      const rest = (key - column) / SIDE
      const row = rest % SIDE
      const size = tile * 4 ** ((rest - row) / SIDE)
      return [Math.round(baseX + (column - HALF + 0.5) * size), Math.round(baseY + (row - HALF + 0.5) * size)]
    },
  }
}
