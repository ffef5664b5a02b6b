import { insideContour, perimeterOf, pointInside } from '#core/board/outline/contour-geometry.ts'
import type { Places } from '#core/board/outline/places.ts'
import type { OpenChain, TracedContour } from '#core/board/outline/trace-contours.ts'

export interface Nested {
  readonly outer: readonly TracedContour[]
  readonly cutouts: readonly TracedContour[]
  /** Sheet frames, letters and marks: closed, but no edge of a board. */
  readonly marks: readonly TracedContour[]
  /** Those of the marks that run around the board. */
  readonly frames: readonly TracedContour[]
  readonly doubled: number
}

interface Node {
  readonly traced: TracedContour
  /** Contours that contain it, from the outside inwards. */
  readonly parents: number[]
}

const MOST_CONTOURS = 4000
/** Two contours at most this far apart all around are the two sides of one pen stroke, nm. */
const WIDEST_PEN = 600_000
/** A closed figure outside every board smaller than this share of the largest is a mark when no pad lies in it. */
const MARK_SHARE = 0.02
/** Letters are smaller than this and stand beside other small strokes, nm. */
const LARGEST_LETTER = 6_000_000

const contains = (a: TracedContour, b: TracedContour): boolean => {
  const [p, q] = [a.contour, b.contour]
  if (p.area <= q.area || q.box[0] < p.box[0] - 1 || q.box[1] < p.box[1] - 1 || q.box[2] > p.box[2] + 1 || q.box[3] > p.box[3] + 1)
    return false
  const [x, y] = pointInside(q)
  return insideContour(p, x, y)
}

const nest = (sorted: readonly TracedContour[]): Node[] => {
  const nodes: Node[] = sorted.map((traced) => ({ traced, parents: [] }))
  for (let k = 0; k < nodes.length; k++)
    for (let j = 0; j < k; j++) if (contains(nodes[j]!.traced, nodes[k]!.traced)) nodes[k]!.parents.push(j)
  return nodes
}

/** Contours that differ by less than this in extent are the same one drawn twice (a stroke and a region), nm. */
const SAME = 5000

const isCopy = (c: TracedContour, bySize: readonly TracedContour[], k: number): boolean => {
  for (let j = k - 1; j >= 0 && bySize[j]!.contour.area <= c.contour.area * 1.001; j--) {
    if (bySize[j]!.contour.box.every((v, i) => Math.abs(v - c.contour.box[i]!) <= SAME)) return true
  }
  return false
}

/** True when the inner contour follows the outer one at less than a pen's width all around. */
const isOtherPenSide = (outer: TracedContour, inner: TracedContour): boolean => {
  const [a, b] = [outer.contour, inner.contour]
  const insets = [b.box[0] - a.box[0], b.box[1] - a.box[1], a.box[2] - b.box[2], a.box[3] - b.box[3]]
  const most = Math.max(...insets)
  if (Math.min(...insets) < 0 || most > WIDEST_PEN || most - Math.min(...insets) > 2000 + most * 0.1) return false
  const between = a.area - b.area
  return between <= 1.05 * most * perimeterOf(outer.contour) + 1
}

const isLetter = (c: TracedContour, chains: readonly OpenChain[], contours: readonly TracedContour[]): boolean => {
  const [x0, y0, x1, y1] = c.contour.box
  const size = Math.max(x1 - x0, y1 - y0)
  if (size > LARGEST_LETTER) return false
  const reach = 2.5 * size
  const near = (x: number, y: number): boolean => x > x0 - reach && x < x1 + reach && y > y0 - reach && y < y1 + reach
  const strokes = chains.filter((chain) => chain.length < 8 * size && near(chain.x[0]!, chain.y[0]!)).length
  const alike = contours.filter(
    (o) => o !== c && o.pen === c.pen && near(o.contour.box[0], o.contour.box[1]) && o.contour.box[3] - o.contour.box[1] <= 1.6 * size,
  ).length
  return strokes >= 2 || (strokes >= 1 && alike >= 1)
}

/**
 * Sorts closed contours into board edges and cut-outs by nesting: outer, cut-out, board inside a frame's opening, and so on.
 * Contours around everything whose own area holds no pad, while what lies inside does, are sheet frames.
 * @param places pads and holes; without them the nesting alone decides
 */
export const nestContours = (contours: readonly TracedContour[], chains: readonly OpenChain[], places: Places): Nested => {
  const marks: TracedContour[] = []
  const small = contours.filter((c) => {
    const letter = isLetter(c, chains, contours)
    if (letter) marks.push(c)
    return !letter
  })
  const bySize = [...small].sort((p, q) => q.contour.area - p.contour.area).slice(0, MOST_CONTOURS)
  const sorted = bySize.filter((c, k) => !isCopy(c, bySize, k))
  let doubled = sorted.filter((c) => c.doubled).length + bySize.length - sorted.length
  let nodes = nest(sorted)
  const copies = new Set(nodes.filter((n) => n.parents.some((p) => isOtherPenSide(nodes[p]!.traced, n.traced))).map((n) => n.traced))
  if (copies.size > 0) {
    doubled += copies.size
    nodes = nest(sorted.filter((c) => !copies.has(c)))
  }
  const frames = sheetFrames(nodes, places)
  const outer: TracedContour[] = []
  const cutouts: TracedContour[] = []
  for (const [k, { traced, parents }] of nodes.entries()) {
    if (frames.has(k)) marks.push(traced)
    else if (parents.filter((p) => !frames.has(p)).length % 2 === 0) outer.push(traced)
    else cutouts.push(traced)
  }
  const largest = outer[0]?.contour.area ?? 0
  const isMark = (c: TracedContour): boolean => c.contour.area < MARK_SHARE * largest && !anyInside(c, places)
  marks.push(...outer.filter(isMark))
  const around = nodes.filter((_, k) => frames.has(k)).map((n) => n.traced)
  return { outer: outer.filter((c) => !isMark(c)), cutouts, marks, frames: around, doubled }
}

const anyInside = ({ contour }: TracedContour, places: Places): boolean => {
  for (let i = 0; i < places.x.length; i++) if (insideContour(contour, places.x[i]!, places.y[i]!)) return true
  return false
}

/** The outermost contours when nearly all places lie at odd depth: then the outermost is paper, not board. */
const sheetFrames = (nodes: readonly Node[], places: Places): ReadonlySet<number> => {
  const frames = new Set<number>()
  for (let round = 0; round < 3 && places.x.length > 0; round++) {
    let odd = 0
    let even = 0
    const roots = new Map<number, number>()
    for (let i = 0; i < places.x.length; i++) {
      const around = nodes.flatMap((n, k) => (!frames.has(k) && insideContour(n.traced.contour, places.x[i]!, places.y[i]!) ? [k] : []))
      if (around.length === 0) continue
      if (around.length % 2 === 0) {
        odd++
        roots.set(around[0]!, (roots.get(around[0]!) ?? 0) + 1)
      } else even++
    }
    if (odd <= 4 * even) break
    for (const root of roots.keys()) frames.add(root)
  }
  return frames
}
