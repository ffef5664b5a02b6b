import type { Edges } from './edges.ts'
import { EDGE_CX, EDGE_CY, EDGE_META, EDGE_R, EDGE_SHIFT, EDGE_X1, EDGE_Y0, EDGE_Y1 } from './edges.ts'
import type { SplitStore } from './split-store.ts'

/** Splits edges where they pass a strip's border. Both strips that share it compute the same doubles, so their outlines meet. */
export const splitAtHeight = ({ data }: Edges, live: Int32Array, store: SplitStore, height: number): void => {
  for (const e of live) {
    const o = e << EDGE_SHIFT
    const ax = data[o]
    const ay = data[o + EDGE_Y0]
    const bx = data[o + EDGE_X1]
    const by = data[o + EDGE_Y1]
    const kind = data[o + EDGE_META] & 3
    if (kind === 0) {
      if (ay < height !== by < height) store.split(e, ax + ((height - ay) / (by - ay)) * (bx - ax), height)
      continue
    }
    const r = data[o + EDGE_R]
    const up = height - data[o + EDGE_CY]
    if (Math.abs(up) >= r) continue
    const half = Math.sqrt((r - up) * (r + up))
    splitArc(store, e, data[o + EDGE_CX] - half, height, ax, ay, bx, by, kind)
    splitArc(store, e, data[o + EDGE_CX] + half, height, ax, ay, bx, by, kind)
  }
}

const splitArc = (
  store: SplitStore,
  e: number,
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  kind: number,
): void => {
  const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  if (kind === 1 ? turn < 0 : turn > 0) store.split(e, x, y)
}
