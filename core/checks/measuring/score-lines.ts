import type { Point } from '#core/base/box.ts'
import type { Board, Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { outlineEdges } from '#core/checks/measuring/outline-edges.ts'
import { OBJECT_ARC, OBJECT_DRAW } from '#core/interpret/plotted-layer.ts'

/** A straight line to score, possibly drawn in several strokes; nm. */
export interface ScoreLine {
  readonly layer: Layer
  readonly from: Point
  readonly to: Point
  readonly length: number
  /** Line in the file of its first stroke. */
  readonly line: number
}

export interface Scoring {
  readonly lines: readonly ScoreLine[]
  /** Curved strokes on the board, nm: no blade follows them. */
  readonly curves: readonly { readonly layer: Layer; readonly at: Point; readonly line: number }[]
}

/** Shorter runs on the board are letters and arrows, nm. */
const SHORTEST_NM = 10_000_000
/** Dashes of one line are no further apart, nm. */
const DASH_NM = 3_000_000
/** Strokes of one line deviate no more, nm: what coarse files round. */
const OFF_NM = 4000
/** A line this near to the edge all along shows the edge, nm. */
const EDGE_NM = 100_000

interface Stroke {
  readonly from: Point
  readonly to: Point
  readonly line: number
}

const away = ({ from, to }: Stroke, [x, y]: Point): number => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  return Math.abs(dx * (y - from[1]) - dy * (x - from[0])) / Math.hypot(dx, dy)
}

const along = ({ from, to }: Stroke, [x, y]: Point): number => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  return (dx * (x - from[0]) + dy * (y - from[1])) / Math.hypot(dx, dy)
}

const lengthOf = ({ from, to }: Stroke): number => Math.hypot(to[0] - from[0], to[1] - from[1])

/** Joins strokes on one straight line whose ends meet or leave the gap of a dash; the longest stroke gives the line. */
const joined = (strokes: readonly Stroke[]): readonly Stroke[] => {
  const left = [...strokes].sort((a, b) => lengthOf(b) - lengthOf(a) || a.line - b.line)
  const lines: Stroke[] = []
  for (let base = left.shift(); base !== undefined; base = left.shift()) {
    let [low, high, line] = [0, lengthOf(base), base.line]
    for (let grown = true; grown;) {
      grown = false
      for (let k = left.length - 1; k >= 0; k--) {
        const stroke = left[k]!
        if (away(base, stroke.from) > OFF_NM || away(base, stroke.to) > OFF_NM) continue
        const [s, t] = [along(base, stroke.from), along(base, stroke.to)]
        if (Math.max(s, t) < low - DASH_NM || Math.min(s, t) > high + DASH_NM) continue
        low = Math.min(low, s, t)
        high = Math.max(high, s, t)
        line = Math.min(line, stroke.line)
        left.splice(k, 1)
        grown = true
      }
    }
    const [ux, uy] = [(base.to[0] - base.from[0]) / lengthOf(base), (base.to[1] - base.from[1]) / lengthOf(base)]
    const at = (s: number): Point => [base.from[0] + s * ux, base.from[1] + s * uy]
    lines.push({ from: at(low), to: at(high), line })
  }
  return lines
}

const SAMPLES = 20

/** How much of a line runs on the board, away from its edge, nm. */
const onBoard = (stroke: Stroke, isOnBoard: (at: Point) => boolean): number => {
  let inside = 0
  for (let k = 0; k < SAMPLES; k++) {
    const t = (k + 0.5) / SAMPLES
    if (isOnBoard([stroke.from[0] + t * (stroke.to[0] - stroke.from[0]), stroke.from[1] + t * (stroke.to[1] - stroke.from[1])])) inside++
  }
  return (inside / SAMPLES) * lengthOf(stroke)
}

/** More strokes than this are a drawing, not score lines. */
const MOST_STROKES = 500

/**
 * The lines to score: straight strokes on V-score layers that run on the board for a centimetre at least. Letters, arrows,
 * leaders outside, and lines that show the board edge are left out.
 * @returns lines in file order, layer after layer; both lists are empty without a V-score layer
 */
export const scoring = (board: Board, measures: Measures): Scoring =>
  measures.once('scoring', () => {
    const lines: ScoreLine[] = []
    const curves: Scoring['curves'][number][] = []
    const edges = outlineEdges(board, measures)
    const isOnBoard = (at: Point): boolean => edges.isInside(at) && edges.distance(at) > EDGE_NM
    for (const layer of board.layers.filter((l) => l.role === 'vscore')) {
      const { objects: o } = layer.plotted
      const strokes: Stroke[] = []
      for (let k = 0; k < o.count && strokes.length < MOST_STROKES; k++) {
        if (!o.dark[k]) continue
        const [from, to]: [Point, Point] = [
          [o.x0[k]!, o.y0[k]!],
          [o.x1[k]!, o.y1[k]!],
        ]
        if (o.kind[k] === OBJECT_DRAW && (from[0] !== to[0] || from[1] !== to[1])) strokes.push({ from, to, line: o.line[k]! })
        if (o.kind[k] !== OBJECT_ARC || Math.hypot(to[0] - from[0], to[1] - from[1]) < SHORTEST_NM) continue
        const at: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
        if (isOnBoard(from) || isOnBoard(to) || isOnBoard(at)) curves.push({ layer, at: from, line: o.line[k]! })
      }
      for (const stroke of joined(strokes)) {
        if (onBoard(stroke, isOnBoard) >= SHORTEST_NM) lines.push({ ...stroke, layer, length: lengthOf(stroke) })
      }
    }
    return { lines: lines.sort((a, b) => a.line - b.line), curves }
  })

/** @returns why there is nothing to judge about scoring, or null */
export const noScoring = (board: Board, { lines, curves }: Scoring): string | null => {
  if (!board.layers.some((layer) => layer.role === 'vscore')) return 'needs a V-score layer'
  return lines.length + curves.length === 0 ? 'needs V-score lines: the V-score layer has none on the board' : null
}
