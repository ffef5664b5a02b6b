import type { Point } from '#core/base/box.ts'
import { toNm, type Mm } from '#core/base/units.ts'
import type { Board, Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { layerOn, OUTER_SIDES, type OuterSide } from '#core/checks/measuring/exposed.ts'
import { objectRings } from '#core/checks/measuring/object-rings.ts'
import { holeIndex, layerPads, padFunction, type Pads } from '#core/checks/measuring/pads.ts'
import { rayTo } from '#core/checks/measuring/ray.ts'
import { smallestRectangle } from '#core/checks/measuring/smallest-rectangle.ts'
import { contourShapes } from '#core/geometry/measure/contour-shapes.ts'
import type { Shapes } from '#core/geometry/measure/shapes.ts'

/** A gold finger: a long pad towards the board edge. Mm. */
export interface Finger {
  /** Row in the layer's pads. */
  readonly pad: number
  readonly centre: Point
  readonly width: Mm
  /** From its tip to the edge; negative when it reaches over. */
  readonly setback: Mm
  /** The tip and the edge in front of it. */
  readonly tip: Point
  readonly edge: Point
  readonly component: number
}

/** Fingers of one edge connector on one side, in order along the edge. */
export interface FingerRow {
  readonly layer: Layer
  readonly pads: Pads
  readonly fingers: readonly Finger[]
  /** Unit vectors along the edge, and from the board to the edge. */
  readonly along: Point
  readonly outward: Point
  /** Narrowest gap between two neighbours, mm. */
  readonly gap: Mm
}

const FEWEST = 6
const SHORTEST_MM = 1.5
const WIDEST_MM = 3
/** Length over width. */
const SLENDER = 2
/** Tips are this near to the edge, mm. */
const NEAR_EDGE_MM = 3
/** Pads of one row are alike and in line within this, mm. */
const ALIKE_MM = 0.02
/** Of the pitches of a row this share is the same; a key or a missing finger leaves the rest. */
const EVEN = 0.6
/** The edge in front of a row is straight within this, mm. */
const STRAIGHT_MM = 0.1

/** More long bare pads than this are no connectors: each is looked at from the edge. */
const MOST_LONG = 5000

interface Candidate {
  readonly pad: number
  readonly centre: Point
  readonly width: Mm
  readonly length: Mm
  readonly outward: Point
  readonly setback: Mm
  readonly edge: Point
  readonly component: number
}

const mmOf = (nm: number): Mm => nm / 1e6

/** The nearer edge along the pad's axis, seen from its centre. */
const toEdge = (edges: Shapes, [cx, cy]: Point, [ux, uy]: Point): { readonly outward: Point; readonly far: Mm } => {
  const far = (sign: 1 | -1): number => {
    let nearest = Infinity
    for (let i = 0; i < edges.count; i++) nearest = Math.min(nearest, rayTo(edges, i, toNm(cx), toNm(cy), sign * ux, sign * uy))
    return nearest
  }
  const [ahead, back] = [far(1), far(-1)]
  return ahead <= back ? { outward: [ux, uy], far: mmOf(ahead) } : { outward: [-ux, -uy], far: mmOf(back) }
}

/** Whether anything speaks against a finger: solder paste on it, a hole in it, or a function that says otherwise. */
const isBare = (board: Board, measures: Measures, pads: Pads, row: number, centre: Point, paste: Layer | null): boolean => {
  const fn = padFunction(pads.aperture[row]!)
  if (fn !== null && fn !== 'ConnectorPad') return false
  if (paste && measures.componentAt(paste, centre) >= 0) return false
  return holeIndex(board, measures).near(toNm(centre[0]), toNm(centre[1]), 1_000_000).length === 0
}

const candidatesOn = (board: Board, measures: Measures, layer: Layer, side: OuterSide): readonly Candidate[] => {
  const pads = layerPads(board, measures, layer)
  const paste = layerOn(board, 'paste', side)
  const edges = contourShapes(board.outline.outer)
  const shapes = new Map<number, boolean>()
  const found: Candidate[] = []
  let long = 0
  for (let row = 0; row < pads.count && long < MOST_LONG; row++) {
    // Round and small apertures are most of a board: their size alone says it.
    const { code } = pads.aperture[row]!
    if (shapes.get(code) === false || pads.hole[row]! >= 0) continue
    const box = smallestRectangle(objectRings(layer.plotted, pads.object[row]!))
    const isLong = box.long >= SHORTEST_MM && box.short <= WIDEST_MM && box.long >= SLENDER * box.short
    shapes.set(code, isLong)
    if (!isLong || !isBare(board, measures, pads, row, box.centre, paste)) continue
    long++
    const { outward, far } = toEdge(edges, box.centre, box.along)
    const setback = far - box.long / 2
    if (setback > NEAR_EDGE_MM) continue
    found.push({
      pad: row,
      centre: box.centre,
      width: box.short,
      length: box.long,
      outward,
      setback,
      edge: [box.centre[0] + far * outward[0], box.centre[1] + far * outward[1]],
      component: measures.componentAt(layer, box.centre),
    })
  }
  return found
}

/** Pads alike in size and direction whose centres lie on one line across them. */
const inLine = (candidates: readonly Candidate[]): readonly (readonly Candidate[])[] => {
  const rows: Candidate[][] = []
  for (const c of candidates) {
    const row = rows.find(([first]) => {
      const [dx, dy] = [c.centre[0] - first!.centre[0], c.centre[1] - first!.centre[1]]
      return (
        Math.abs(c.width - first!.width) <= ALIKE_MM &&
        Math.abs(c.length - first!.length) <= ALIKE_MM &&
        c.outward[0] * first!.outward[0] + c.outward[1] * first!.outward[1] > 0.9999 &&
        Math.abs(dx * first!.outward[0] + dy * first!.outward[1]) <= ALIKE_MM &&
        Math.abs(c.setback - first!.setback) <= STRAIGHT_MM
      )
    })
    if (row) row.push(c)
    else rows.push([c])
  }
  return rows
}

/** Without an attribute or a paste layer, a common opening in the mask tells fingers from pads to solder. */
const isConfirmed = (board: Board, measures: Measures, pads: Pads, row: readonly Candidate[], side: OuterSide): boolean => {
  if (row.every((c) => padFunction(pads.aperture[c.pad]!) === 'ConnectorPad') || layerOn(board, 'paste', side)) return true
  const mask = layerOn(board, 'soldermask', side)
  if (!mask) return false
  const openings = new Set(row.map((c) => measures.componentAt(mask, c.centre)))
  return openings.size === 1 && !openings.has(-1)
}

/**
 * Edge connectors: at least six bare pads alike, side by side at one pitch, that point to a straight edge near their tips.
 * @returns rows of both sides, top first; the roles are guessed from the shapes
 */
export const fingerRows = (board: Board, measures: Measures): readonly FingerRow[] =>
  measures.once('finger-rows', () =>
    OUTER_SIDES.flatMap((side): FingerRow[] => {
      const layer = layerOn(board, 'copper', side)
      if (!layer) return []
      const pads = layerPads(board, measures, layer)
      return inLine(candidatesOn(board, measures, layer, side)).flatMap((row): FingerRow[] => {
        if (row.length < FEWEST || !isConfirmed(board, measures, pads, row, side)) return []
        const { outward, width, length } = row[0]!
        const along: Point = [-outward[1], outward[0]]
        const place = (c: Candidate): number => c.centre[0] * along[0] + c.centre[1] * along[1]
        const sorted = [...row].sort((a, b) => place(a) - place(b))
        const steps = sorted.slice(1).map((c, k) => place(c) - place(sorted[k]!))
        const pitch = Math.min(...steps)
        if (steps.filter((step) => step - pitch <= ALIKE_MM).length < EVEN * steps.length) return []
        const fingers = sorted.map((c): Finger => ({
          ...c,
          tip: [c.centre[0] + (outward[0] * length) / 2, c.centre[1] + (outward[1] * length) / 2],
        }))
        return [{ layer, pads, fingers, along, outward, gap: pitch - width }]
      })
    }),
  )
