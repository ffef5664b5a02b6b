import type { Point } from '#core/base/box.ts'
import type { Contour } from '#core/board/board.ts'
import { arcOf, edgeBox } from '#core/board/outline/contour-geometry.ts'

/** Crossings looked for; one more would tell nothing new. */
const MOST_CROSSINGS = 50
/** Pairs of edges compared before giving up on a contour made to be slow. */
const MOST_PAIRS = 2_000_000
/** Arcs are tested as chords that leave the arc by no more than this, nm. */
const SAGITTA = 1000

/** Breaks the contour into straight pieces; each piece keeps the number of its edge. */
const straightened = (c: Contour): { x: number[]; y: number[]; edge: number[] } => {
  const [x, y, edge] = [[] as number[], [] as number[], [] as number[]]
  const n = c.x.length
  for (let v = 0; v < n; v++) {
    const w = (v + 1) % n
    const arc = arcOf(c.x[v]!, c.y[v]!, c.x[w]!, c.y[w]!, c.bulge[v]!)
    const parts = arc
      ? Math.min(64, Math.max(1, Math.ceil(Math.abs(arc.sweep) / (2 * Math.acos(Math.max(0, 1 - SAGITTA / Math.max(arc.r, 2 * SAGITTA)))))))
      : 1
    for (let k = 0; k < parts; k++) {
      x.push(arc && k > 0 ? arc.cx + arc.r * Math.cos(arc.start + (arc.sweep * k) / parts) : c.x[v]!)
      y.push(arc && k > 0 ? arc.cy + arc.r * Math.sin(arc.start + (arc.sweep * k) / parts) : c.y[v]!)
      edge.push(v)
    }
  }
  return { x, y, edge }
}

/** @returns places where a contour crosses itself properly (touching ends excluded), at most 50, nm */
export const selfCrossings = (contour: Contour): Point[] => {
  const { x, y, edge } = straightened(contour)
  const n = x.length
  const order = Array.from({ length: n }, (_, k) => k)
  const boxes = order.map((k) => edgeBox(x[k]!, y[k]!, x[(k + 1) % n]!, y[(k + 1) % n]!, 0))
  order.sort((a, b) => boxes[a]![0] - boxes[b]![0])
  const found: Point[] = []
  const active: number[] = []
  let pairs = 0
  for (const k of order) {
    const box = boxes[k]!
    let kept = 0
    for (const j of active) {
      if (boxes[j]![2] < box[0]) continue
      active[kept++] = j
      if (++pairs > MOST_PAIRS || found.length >= MOST_CROSSINGS) return found
      if (boxes[j]![1] > box[3] || boxes[j]![3] < box[1] || edge[j] === edge[k]) continue
      const at = crossing(x[k]!, y[k]!, x[(k + 1) % n]!, y[(k + 1) % n]!, x[j]!, y[j]!, x[(j + 1) % n]!, y[(j + 1) % n]!)
      if (at) found.push(at)
    }
    active.length = kept
    active.push(k)
  }
  return found
}

const crossing = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): Point | null => {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, dx - cx, dy - cy]
  const det = ux * vy - uy * vx
  if (det === 0) return null
  const s = ((cx - ax) * vy - (cy - ay) * vx) / det
  const t = ((cx - ax) * uy - (cy - ay) * ux) / det
  const eps = 1e-6
  return s > eps && s < 1 - eps && t > eps && t < 1 - eps ? [ax + s * ux, ay + s * uy] : null
}
