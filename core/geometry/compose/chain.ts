import type { LoosePieces } from './loose-pieces.ts'
import { pairOpenNodes } from './open-nodes.ts'
import { SnapNodes } from './snap-nodes.ts'
import type { Tolerances } from './tolerances.ts'

/** Which piece follows which. Pieces that shrink to one node have `next` = SHRUNK, pieces of broken walks OPEN. */
export interface Chained {
  readonly next: Int32Array
  /** The node where each piece starts. */
  readonly node: Int32Array
  readonly nodes: SnapNodes
  /** Per node: 1 where more than one outline passes. */
  readonly shared: Uint8Array
  /** Nodes where starts and ends do not balance, and by how many starts. */
  readonly open: ReadonlyMap<number, number>
}

export const SHRUNK = -2
export const OPEN = -1

/**
 * Links pieces at their nodes. Where several outlines pass one node, each turns as far left as it can, so that dark areas
 * that touch in a point stay apart.
 */
export const chainPieces = (pieces: LoosePieces, tolerances: Tolerances): Chained => {
  const n = pieces.count
  const { nodes, node, end } = nodesOf(pieces, tolerances.snap)
  let open = openNodes(node, end, nodes.count)
  if (open.size > 0) {
    const pairs = pairOpenNodes(open, nodes.x, nodes.y, tolerances.join)
    if (pairs.length > 0) {
      joinNodes(node, end, pairs)
      open = openNodes(node, end, nodes.count)
    }
  }
  const next = new Int32Array(n).fill(OPEN)
  const starting = new Int32Array(nodes.count).fill(-1)
  const shared = new Uint8Array(nodes.count)
  for (let p = 0; p < n; p++) {
    if (node[p] === end[p]) {
      next[p] = SHRUNK
      continue
    }
    if (starting[node[p]] >= 0) shared[node[p]] = 1
    starting[node[p]] = p
  }
  for (const at of open.keys()) shared[at] = 1
  const ends = new Map<number, number[]>()
  for (let p = 0; p < n; p++) {
    if (next[p] === SHRUNK) continue
    if (shared[end[p]]) push(ends, end[p], -1 - p)
    else next[p] = starting[end[p]]
    if (shared[node[p]]) push(ends, node[p], p)
  }
  for (const [at, list] of ends) turnLeft(pieces, nodes.x[at], nodes.y[at], list, next)
  return { next, node, nodes, shared, open }
}

const nodesOf = (pieces: LoosePieces, snap: number): { nodes: SnapNodes; node: Int32Array; end: Int32Array } => {
  const n = pieces.count
  const { x0, y0, x1, y1, groups } = pieces
  const nodes = new SnapNodes(n + (n >> 2), groups.length > 1 ? n >> 4 : 0, snap)
  const node = new Int32Array(n)
  const end = new Int32Array(n)
  groups.forEach(({ from, low, high }, g) => {
    const to = g + 1 < groups.length ? groups[g + 1].from : n
    nodes.startGroup(to - from)
    for (let p = from; p < to; p++) {
      node[p] = nodes.nodeAt(x0[p], y0[p], y0[p] === low || y0[p] === high)
      end[p] = nodes.nodeAt(x1[p], y1[p], y1[p] === low || y1[p] === high)
    }
  })
  return { nodes, node, end }
}

const openNodes = (node: Int32Array, end: Int32Array, count: number): Map<number, number> => {
  const balance = new Int32Array(count)
  for (let p = 0; p < node.length; p++) {
    balance[node[p]]++
    balance[end[p]]--
  }
  const open = new Map<number, number>()
  for (let i = 0; i < count; i++) if (balance[i] !== 0) open.set(i, balance[i])
  return open
}

const joinNodes = (node: Int32Array, end: Int32Array, pairs: readonly (readonly [number, number])[]): void => {
  const other = new Map<number, number>()
  const root = (i: number): number => {
    let at = i
    for (let to = other.get(at); to !== undefined; to = other.get(at)) at = to
    return at
  }
  for (const [a, b] of pairs) {
    const ra = root(a)
    const rb = root(b)
    if (ra !== rb) other.set(ra, rb)
  }
  for (let p = 0; p < node.length; p++) {
    if (other.has(node[p])) node[p] = root(node[p])
    if (other.has(end[p])) end[p] = root(end[p])
  }
}

const push = (map: Map<number, number[]>, key: number, value: number): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Links the pieces that end at a node (given as -1 - p) with those that start there (given as p). */
const turnLeft = (pieces: LoosePieces, x: number, y: number, list: readonly number[], next: Int32Array): void => {
  let reach = Infinity
  for (const item of list) {
    const p = item < 0 ? -1 - item : item
    reach = Math.min(reach, Math.hypot(pieces.x1[p] - pieces.x0[p], pieces.y1[p] - pieces.y0[p]))
  }
  // Seen at a small distance, where pieces that leave in one direction have already parted.
  const around = list
    .map((item) => ({ item, angle: angleAt(pieces, x, y, item, reach * 0.5) }))
    .sort((a, b) => b.angle - a.angle || a.item - b.item)
  const taken = new Set<number>()
  // Clockwise from an arriving piece lies its dark side, up to the first piece that leaves: matched like brackets.
  const waiting: number[] = []
  for (let round = 0; round < 2; round++) {
    for (const { item } of around) {
      if (item < 0) {
        if (round === 0) waiting.push(-1 - item)
      } else if (!taken.has(item) && waiting.length > 0) {
        next[waiting.pop()!] = item
        taken.add(item)
      }
    }
  }
}

/** @returns the direction, in radians, in which a piece is met at `reach` from its end at the node */
const angleAt = (pieces: LoosePieces, x: number, y: number, item: number, reach: number): number => {
  const p = item < 0 ? -1 - item : item
  const hereX = item < 0 ? pieces.x1[p] : pieces.x0[p]
  const hereY = item < 0 ? pieces.y1[p] : pieces.y0[p]
  const thereX = item < 0 ? pieces.x0[p] : pieces.x1[p]
  const thereY = item < 0 ? pieces.y0[p] : pieces.y1[p]
  const arc = pieces.arc[p]
  if (arc < 0) {
    const share = reach / Math.hypot(thereX - hereX, thereY - hereY)
    return Math.atan2(hereY + (thereY - hereY) * share - y, hereX + (thereX - hereX) * share - x)
  }
  const row = 3 * (arc >> 1)
  const cx = pieces.circles[row]
  const cy = pieces.circles[row + 1]
  const dx = hereX - cx
  const dy = hereY - cy
  const isCounterclockwise = (arc & 1) === 0
  const angle = 2 * Math.asin(Math.min(1, reach / (2 * pieces.circles[row + 2]))) * (isCounterclockwise === item >= 0 ? 1 : -1)
  const qx = cx + dx * Math.cos(angle) - dy * Math.sin(angle)
  const qy = cy + dx * Math.sin(angle) + dy * Math.cos(angle)
  return Math.atan2(qy - y, qx - x)
}
