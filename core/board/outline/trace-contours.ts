import type { Contour, OutlineGap } from '#core/board/board.ts'
import { contourOf, edgeLength, middleOf } from '#core/board/outline/contour-geometry.ts'
import type { OutlineStrokes } from '#core/board/outline/edges.ts'
import type { Walk } from '#core/board/outline/faces.ts'
import { bulgeOf, dropBridges, facesOf, pruneLooseEnds } from '#core/board/outline/faces.ts'
import type { StrokeGraph } from '#core/board/outline/snap-ends.ts'
import { splitAtEnds } from '#core/board/outline/split-at-ends.ts'
import { snapEnds } from '#core/board/outline/snap-ends.ts'

export interface TracedContour {
  readonly contour: Contour
  /** Line in the file of its first stroke. */
  readonly line: number
  readonly pen: number
  /** Half or more of its length is drawn more than once. */
  readonly doubled: boolean
  /** Places where it was closed across a gap; empty when it closes by itself. */
  readonly gaps: readonly OutlineGap[]
}

/** An open run of strokes. */
export interface OpenChain {
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** One bulge per stroke: one fewer than points. */
  readonly bulge: readonly number[]
  readonly length: number
  readonly line: number
  readonly pen: number
}

export interface Traced {
  readonly contours: readonly TracedContour[]
  readonly chains: readonly OpenChain[]
}

/** Marks later copies of a stroke (same ends, same middle) and counts the copies of each. */
const markDoubles = (g: StrokeGraph, tolerance: number): { live: Uint8Array; copies: Uint16Array } => {
  const live = new Uint8Array(g.edges.length).fill(1)
  const copies = new Uint16Array(g.edges.length)
  const byEnds = new Map<number, number[]>()
  for (const [k, e] of g.edges.entries()) {
    const [a, b] = [g.from[k]!, g.to[k]!]
    const middle = middleOf(e.x0, e.y0, e.x1, e.y1, e.bulge)
    const key = Math.min(a, b) * g.nodeCount + Math.max(a, b)
    const same = byEnds.get(key) ?? []
    const twin = same.find((o) => {
      const other = g.edges[o]!
      const [mx, my] = middleOf(other.x0, other.y0, other.x1, other.y1, other.bulge)
      return Math.hypot(mx - middle[0], my - middle[1]) <= 4 * tolerance
    })
    if (twin !== undefined) {
      live[k] = 0
      copies[twin] = copies[twin]! + 1
    } else {
      same.push(k)
      byEnds.set(key, same)
    }
  }
  // A straight stroke back to where it came from bounds nothing.
  for (const [k, e] of g.edges.entries()) if (g.from[k] === g.to[k] && e.bulge === 0) live[k] = 0
  return { live, copies }
}

const startOf = (g: StrokeGraph, half: number): readonly [number, number] => {
  const node = half & 1 ? g.to[half >> 1]! : g.from[half >> 1]!
  return [g.nodeX[node]!, g.nodeY[node]!]
}

const contourOfWalk = (g: StrokeGraph, walk: Walk, copies: Uint16Array): TracedContour => {
  const points = walk.map((half) => startOf(g, half))
  const lengths = walk.map((half) => lengthOf(g, half >> 1))
  const total = lengths.reduce((a, b) => a + b, 0)
  const twice = walk.reduce((sum, half, k) => sum + (copies[half >> 1]! > 0 ? lengths[k]! : 0), 0)
  return {
    contour: contourOf(
      points.map((p) => p[0]),
      points.map((p) => p[1]),
      walk.map((half) => bulgeOf(g, half)),
    ),
    line: Math.min(...walk.slice(0, 10_000).map((half) => g.edges[half >> 1]!.line)),
    pen: g.edges[walk[0]! >> 1]!.pen,
    doubled: twice > total / 2,
    gaps: [],
  }
}

const lengthOf = (g: StrokeGraph, edge: number): number => {
  const e = g.edges[edge]!
  return edgeLength(e.x0, e.y0, e.x1, e.y1, e.bulge)
}

/** Signed area is enough here: an outer face runs clockwise. */
const isOuterFace = (g: StrokeGraph, walk: Walk): boolean => {
  let twice = 0
  const [ox, oy] = startOf(g, walk[0]!)
  for (const [k, half] of walk.entries()) {
    const [x0, y0] = startOf(g, half)
    const [x1, y1] = startOf(g, walk[(k + 1) % walk.length]!)
    twice += (x0 - ox) * (y1 - oy) - (x1 - ox) * (y0 - oy)
    const bulge = bulgeOf(g, half)
    if (bulge !== 0) {
      const sweep = 4 * Math.atan(bulge)
      const chord = (x1 - x0) ** 2 + (y1 - y0) ** 2
      const r2 = (chord * (1 + bulge * bulge) ** 2) / (16 * bulge * bulge)
      twice += r2 * (sweep - Math.sin(sweep))
    }
  }
  return twice < 0
}

/** Follows the strokes that bound no face into runs between ends and branches. */
const chainsOf = (g: StrokeGraph, open: Uint8Array): OpenChain[] => {
  const at = new Map<number, number[]>()
  const touch = (node: number, edge: number): void => {
    const list = at.get(node)
    if (list) list.push(edge)
    else at.set(node, [edge])
  }
  for (let e = 0; e < g.edges.length; e++) {
    if (open[e] === 0) continue
    touch(g.from[e]!, e)
    touch(g.to[e]!, e)
  }
  const used = new Uint8Array(g.edges.length)
  const chains: OpenChain[] = []
  const follow = (start: number): void => {
    for (const first of at.get(start)!) {
      if (used[first] === 1) continue
      const x = [g.nodeX[start]!]
      const y = [g.nodeY[start]!]
      const bulge: number[] = []
      let length = 0
      let node = start
      for (let edge: number | undefined = first; edge !== undefined;) {
        used[edge] = 1
        const forward: boolean = g.from[edge] === node
        bulge.push(forward ? g.edges[edge]!.bulge : -g.edges[edge]!.bulge)
        node = forward ? g.to[edge]! : g.from[edge]!
        x.push(g.nodeX[node]!)
        y.push(g.nodeY[node]!)
        length += lengthOf(g, edge)
        const here: number[] = at.get(node)!
        edge = here.length === 2 ? here.find((e) => used[e] === 0) : undefined
      }
      chains.push({ x, y, bulge, length, line: g.edges[first]!.line, pen: g.edges[first]!.pen })
    }
  }
  for (const [node, edges] of at) if (edges.length !== 2) follow(node)
  for (const node of at.keys()) follow(node)
  return chains
}

/**
 * Joins strokes into closed contours. Where strokes branch, the outer boundary of the whole figure counts and the
 * strokes inside it are left over; copies of strokes are dropped; dead ends become open chains.
 * @returns contours and chains in the order of their first strokes
 */
export const traceContours = (strokes: OutlineStrokes): Traced => {
  const g = snapEnds(splitAtEnds(strokes.edges, strokes.resolution), strokes.resolution)
  const { live, copies } = markDoubles(g, strokes.resolution)
  let closed = pruneLooseEnds(g, live)
  let faces = facesOf(g, closed)
  for (let round = 0; round < 8 && dropBridges(faces, closed); round++) {
    closed = pruneLooseEnds(g, closed)
    faces = facesOf(g, closed)
  }
  const outer = faces.filter((walk) => isOuterFace(g, walk))
  const bounding = new Uint8Array(g.edges.length)
  for (const walk of outer) for (const half of walk) bounding[half >> 1] = 1
  const open = live.map((alive, e) => (alive === 1 && bounding[e] === 0 ? 1 : 0))
  const loops = strokes.loops.map((l): TracedContour => ({
    contour: contourOf(l.x, l.y, l.bulge),
    line: l.line,
    pen: 0,
    doubled: false,
    gaps: [],
  }))
  const contours = [...outer.map((walk) => contourOfWalk(g, walk, copies)), ...loops]
  return { contours: contours.filter((c) => c.contour.area > 0).sort((a, b) => a.line - b.line), chains: chainsOf(g, open) }
}
