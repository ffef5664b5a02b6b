import { edgeBox } from '#core/board/outline/contour-geometry.ts'
import type { OutlineStrokes } from '#core/board/outline/edges.ts'
import { snapEnds } from '#core/board/outline/snap-ends.ts'

/**
 * Keeps only strokes that hang together with others to a figure of a wanted extent: letters and symbols of a drawing drop
 * out before contours are looked for.
 */
export const strokesOfFigures = (
  strokes: OutlineStrokes,
  wanted: (x0: number, y0: number, x1: number, y1: number) => boolean,
): OutlineStrokes => {
  const g = snapEnds(strokes.edges, strokes.resolution)
  const parent = Int32Array.from({ length: g.nodeCount }, (_, k) => k)
  const rootOf = (node: number): number => {
    let root = node
    while (parent[root] !== root) root = parent[root]!
    for (let k = node; parent[k] !== root;) {
      const up = parent[k]!
      parent[k] = root
      k = up
    }
    return root
  }
  for (let k = 0; k < g.edges.length; k++) parent[rootOf(g.from[k]!)] = rootOf(g.to[k]!)
  const extents = new Float64Array(4 * g.nodeCount)
  for (let k = 0; k < g.nodeCount; k++) extents.set([Infinity, Infinity, -Infinity, -Infinity], 4 * k)
  for (const [k, e] of g.edges.entries()) {
    const at = 4 * rootOf(g.from[k]!)
    const own = e.bulge === 0 ? null : edgeBox(e.x0, e.y0, e.x1, e.y1, e.bulge)
    extents[at] = Math.min(extents[at]!, own ? own[0] : Math.min(e.x0, e.x1))
    extents[at + 1] = Math.min(extents[at + 1]!, own ? own[1] : Math.min(e.y0, e.y1))
    extents[at + 2] = Math.max(extents[at + 2]!, own ? own[2] : Math.max(e.x0, e.x1))
    extents[at + 3] = Math.max(extents[at + 3]!, own ? own[3] : Math.max(e.y0, e.y1))
  }
  return {
    ...strokes,
    edges: g.edges.filter((_, k) => {
      const at = 4 * rootOf(g.from[k]!)
      return wanted(extents[at]!, extents[at + 1]!, extents[at + 2]!, extents[at + 3]!)
    }),
  }
}
