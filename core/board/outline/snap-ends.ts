import type { Edge } from '#core/board/outline/edges.ts'

/** Strokes with their ends joined to nodes: ends within the tolerance are one node. */
export interface StrokeGraph {
  readonly edges: readonly Edge[]
  /** Node at the start and at the end of each edge. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly nodeX: readonly number[]
  readonly nodeY: readonly number[]
}

/** Gives every end a node: the first end met within the tolerance stands for all. */
export const snapEnds = (edges: readonly Edge[], tolerance: number): StrokeGraph => {
  const nodeX: number[] = []
  const nodeY: number[] = []
  const cells = new Map<string, number[]>()
  const nodeAt = (x: number, y: number): number => {
    const column = Math.floor(x / tolerance)
    const row = Math.floor(y / tolerance)
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (const node of cells.get(`${c} ${r}`) ?? []) {
          if ((nodeX[node]! - x) ** 2 + (nodeY[node]! - y) ** 2 <= tolerance * tolerance) return node
        }
      }
    }
    const key = `${column} ${row}`
    const node = nodeX.length
    nodeX.push(x)
    nodeY.push(y)
    const cell = cells.get(key)
    if (cell) cell.push(node)
    else cells.set(key, [node])
    return node
  }
  const from = Int32Array.from(edges, (e) => nodeAt(e.x0, e.y0))
  const to = Int32Array.from(edges, (e) => nodeAt(e.x1, e.y1))
  return { edges, from, to, nodeX, nodeY }
}
