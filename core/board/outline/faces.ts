import type { StrokeGraph } from '#core/board/outline/snap-ends.ts'

/** A walk along edges: `half` = 2 * edge for forwards, 2 * edge + 1 for backwards. */
export type Walk = readonly number[]

const originOf = (g: StrokeGraph, half: number): number => (half & 1 ? g.to[half >> 1]! : g.from[half >> 1]!)
const targetOf = (g: StrokeGraph, half: number): number => (half & 1 ? g.from[half >> 1]! : g.to[half >> 1]!)

/** Bulge of an edge as walked. */
export const bulgeOf = (g: StrokeGraph, half: number): number => (half & 1 ? -g.edges[half >> 1]!.bulge : g.edges[half >> 1]!.bulge)

/** Direction in which a half edge leaves its node, radians. */
const headingOf = (g: StrokeGraph, half: number): number => {
  const [a, b] = [originOf(g, half), targetOf(g, half)]
  const e = g.edges[half >> 1]!
  const same = a === b
  const [x0, y0] = same ? [half & 1 ? e.x1 : e.x0, half & 1 ? e.y1 : e.y0] : [g.nodeX[a]!, g.nodeY[a]!]
  const [x1, y1] = same ? [half & 1 ? e.x0 : e.x1, half & 1 ? e.y0 : e.y1] : [g.nodeX[b]!, g.nodeY[b]!]
  // A chord leaves at its own angle, an arc turned by half its sweep.
  return Math.atan2(y1 - y0, x1 - x0) - 2 * Math.atan(bulgeOf(g, half))
}

const leavingOf = (g: StrokeGraph, live: Uint8Array): Map<number, number[]> => {
  const leaving = new Map<number, number[]>()
  for (let e = 0; e < g.edges.length; e++) {
    if (live[e] === 0) continue
    for (const half of [2 * e, 2 * e + 1]) {
      const node = originOf(g, half)
      const list = leaving.get(node)
      if (list) list.push(half)
      else leaving.set(node, [half])
    }
  }
  return leaving
}

/**
 * Takes away edges that lead nowhere, again and again, until every node has at least two.
 * @returns the live edges (1) after it
 */
export const pruneLooseEnds = (g: StrokeGraph, live: Uint8Array): Uint8Array => {
  const left = live.slice()
  const leaving = leavingOf(g, left)
  const degree = new Map([...leaving].map(([node, halves]) => [node, halves.length]))
  const loose = [...degree].filter(([, d]) => d === 1).map(([node]) => node)
  for (let node = loose.pop(); node !== undefined; node = loose.pop()) {
    const half = leaving.get(node)!.find((h) => left[h >> 1] === 1)
    if (half === undefined || degree.get(node) !== 1) continue
    left[half >> 1] = 0
    const other = targetOf(g, half)
    degree.set(node, 0)
    degree.set(other, degree.get(other)! - 1)
    if (degree.get(other) === 1) loose.push(other)
  }
  return left
}

/** @returns every face of the live edges as a walk with the face on its left: inner faces counterclockwise, outer ones clockwise */
export const facesOf = (g: StrokeGraph, live: Uint8Array): Walk[] => {
  const leaving = leavingOf(g, live)
  const next = new Int32Array(2 * g.edges.length).fill(-1)
  for (const halves of leaving.values()) {
    const sorted = halves.map((half) => ({ half, angle: headingOf(g, half) })).sort((a, b) => a.angle - b.angle || a.half - b.half)
    // Arriving along the twin of one half edge, the face on the left goes on with the next one clockwise.
    sorted.forEach(({ half }, k) => {
      next[half ^ 1] = sorted[(k + sorted.length - 1) % sorted.length]!.half
    })
  }
  const faces: Walk[] = []
  const seen = new Uint8Array(2 * g.edges.length)
  for (let start = 0; start < next.length; start++) {
    if (seen[start] === 1 || next[start]! < 0) continue
    const walk: number[] = []
    for (let half = start; seen[half] === 0; half = next[half]!) {
      seen[half] = 1
      walk.push(half)
    }
    faces.push(walk)
  }
  return faces
}

/** Marks edges that have the same face on both sides as not live: they join two figures and bound neither. */
export const dropBridges = (faces: readonly Walk[], live: Uint8Array): boolean => {
  let dropped = false
  for (const walk of faces) {
    const own = new Set(walk)
    for (const half of walk) {
      if (live[half >> 1] === 1 && own.has(half ^ 1)) {
        live[half >> 1] = 0
        dropped = true
      }
    }
  }
  return dropped
}
