import type { Edge } from '#core/board/outline/edges.ts'

/** Strokes with their ends joined to nodes: ends within the tolerance are one node. */
export interface StrokeGraph {
  readonly edges: readonly Edge[]
  /** Node at the start and at the end of each edge. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly nodeCount: number
  readonly nodeX: Float64Array
  readonly nodeY: Float64Array
}

/** Nodes found by place: a hash grid whose cells are lists through `next`. */
class NodeGrid {
  readonly x: Float64Array
  readonly y: Float64Array
  count = 0
  readonly #next: Int32Array
  readonly #first = new Map<number, number>()
  readonly #tolerance: number

  constructor(most: number, tolerance: number) {
    this.x = new Float64Array(most)
    this.y = new Float64Array(most)
    this.#next = new Int32Array(most)
    this.#tolerance = tolerance
  }

  /** @returns the node within the tolerance, a new one when there is none */
  at(x: number, y: number): number {
    const t = this.#tolerance
    // Cells of twice the tolerance: at most one neighbour on each axis can hold a node in reach.
    const [cx, cy] = [x / (2 * t), y / (2 * t)]
    const [column, row] = [Math.floor(cx), Math.floor(cy)]
    const sideways = cx - column < 0.5 ? -1 : 1
    const upwards = cy - row < 0.5 ? -1 : 1
    for (let k = 0; k < 4; k++) {
      const key = keyOf(column + (k & 1 ? sideways : 0), row + (k & 2 ? upwards : 0))
      for (let node = this.#first.get(key) ?? -1; node >= 0; node = this.#next[node]!) {
        const dx = this.x[node]! - x
        const dy = this.y[node]! - y
        if (dx * dx + dy * dy <= t * t) return node
      }
    }
    const key = keyOf(column, row)
    const node = this.count++
    this.x[node] = x
    this.y[node] = y
    this.#next[node] = this.#first.get(key) ?? -1
    this.#first.set(key, node)
    return node
  }
}

/** Different cells may share a key; the distance is tested anyway. */
const keyOf = (column: number, row: number): number => column * 4_194_301 + row

/** Gives every end a node: the first end met within the tolerance stands for all. */
export const snapEnds = (edges: readonly Edge[], tolerance: number): StrokeGraph => {
  const grid = new NodeGrid(2 * edges.length, tolerance)
  const from = new Int32Array(edges.length)
  const to = new Int32Array(edges.length)
  for (const [k, e] of edges.entries()) {
    from[k] = grid.at(e.x0, e.y0)
    to[k] = grid.at(e.x1, e.y1)
  }
  return { edges, from, to, nodeCount: grid.count, nodeX: grid.x, nodeY: grid.y }
}
