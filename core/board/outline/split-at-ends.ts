import { arcOf } from '#core/board/outline/contour-geometry.ts'
import type { Edge } from '#core/board/outline/edges.ts'
import { snapEnds } from '#core/board/outline/snap-ends.ts'

/** Ends tried against all strokes; a drawing full of loose text is left as it is. */
const MOST_TESTS = 20_000_000

/**
 * Splits strokes where another stroke ends on them: rails and slots drawn against the middle of an edge, and collinear
 * strokes that overlap. Strokes that merely cross stay whole.
 * @param tolerance how near an end has to come, nm
 */
export const splitAtEnds = (edges: readonly Edge[], tolerance: number): readonly Edge[] => {
  const g = snapEnds(edges, tolerance)
  const degree = new Uint32Array(g.nodeCount)
  for (let k = 0; k < edges.length; k++) {
    degree[g.from[k]!] = degree[g.from[k]!]! + 1
    degree[g.to[k]!] = degree[g.to[k]!]! + 1
  }
  const loose: number[] = []
  for (let node = 0; node < g.nodeCount; node++) if (degree[node] === 1) loose.push(node)
  if (loose.length === 0 || loose.length * edges.length > MOST_TESTS) return edges
  return edges.flatMap((edge) => {
    const cuts = loose.map((node) => along(edge, g.nodeX[node]!, g.nodeY[node]!, tolerance)).filter((t) => t !== null)
    return cuts.length === 0
      ? [edge]
      : partsOf(
          edge,
          [...new Set(cuts)].sort((a, b) => a - b),
        )
  })
}

/** @returns the share of the stroke, 0..1, at which a point lies on it between its ends; null elsewhere */
const along = (e: Edge, x: number, y: number, tolerance: number): number | null => {
  if (Math.hypot(x - e.x0, y - e.y0) <= tolerance || Math.hypot(x - e.x1, y - e.y1) <= tolerance) return null
  const arc = arcOf(e.x0, e.y0, e.x1, e.y1, e.bulge)
  if (!arc) {
    const [dx, dy] = [e.x1 - e.x0, e.y1 - e.y0]
    const length = Math.hypot(dx, dy)
    if (Math.abs((x - e.x0) * dy - (y - e.y0) * dx) > tolerance * length) return null
    const t = ((x - e.x0) * dx + (y - e.y0) * dy) / (length * length)
    return t > 0 && t < 1 ? t : null
  }
  if (Math.abs(Math.hypot(x - arc.cx, y - arc.cy) - arc.r) > tolerance) return null
  const turn = 2 * Math.PI
  const ahead = (((Math.atan2(y - arc.cy, x - arc.cx) - arc.start) * Math.sign(arc.sweep)) % turn) + turn
  const t = (ahead % turn) / Math.abs(arc.sweep)
  return t > 0 && t < 1 ? t : null
}

const partsOf = (e: Edge, cuts: readonly number[]): Edge[] => {
  const arc = arcOf(e.x0, e.y0, e.x1, e.y1, e.bulge)
  const at = (t: number): readonly [number, number] => {
    if (t === 0) return [e.x0, e.y0]
    if (t === 1) return [e.x1, e.y1]
    if (!arc) return [e.x0 + t * (e.x1 - e.x0), e.y0 + t * (e.y1 - e.y0)]
    return [arc.cx + arc.r * Math.cos(arc.start + t * arc.sweep), arc.cy + arc.r * Math.sin(arc.start + t * arc.sweep)]
  }
  const stops = [0, ...cuts, 1]
  return stops.slice(1).map((to, k) => {
    const from = stops[k]!
    const [[x0, y0], [x1, y1]] = [at(from), at(to)]
    return { ...e, x0, y0, x1, y1, bulge: arc ? Math.tan(((to - from) * arc.sweep) / 4) : 0 }
  })
}
