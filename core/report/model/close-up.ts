import type { Box } from '#core/base/box.ts'
import { toNm } from '#core/base/units.ts'
import type { Board, Contour, Layer } from '#core/board/board.ts'
import type { Finding } from '#core/checks/finding.ts'
import { formatValue } from '#core/checks/format-value.ts'
import { clippedImage } from '#core/report/drawing/clipped.ts'
import type { DrawnPath } from '#core/report/drawing/drawing.ts'
import { drawnContour, drawnHole, placed, planeSize, type Plane } from '#core/report/drawing/plane.ts'
import { paintOf } from '#core/report/model/board-drawings.ts'

/** A finding from near: its layers cut to a square, with the measured line. Micrometres from the upper left corner, y down. */
export interface CloseUp {
  readonly width: number
  readonly height: number
  /** In painting order; cut to the square. */
  readonly paths: readonly DrawnPath[]
  readonly edge: string
  readonly rims: string
  /** The measured line, or a point when both ends are equal. */
  readonly line: readonly [x0: number, y0: number, x1: number, y1: number]
  /** What was measured, with its unit; empty when the finding has no figure. */
  readonly label: string
  /** A round length for a scale bar, and its text. */
  readonly scale: { readonly length: number; readonly text: string }
}

/** The picture shows the measured length this many times, and never less than this. */
const TIMES = 5
const LEAST_MM = 1.6
/** Around a place without a measured line, and around the hole that is there. */
const POINT_MM = 4
const HOLE_TIMES = 1.7
/** Findings about whole outlines and the like: as much of the board as helps. */
const MOST_MM = 40

/** Length over all of the largest hole or slot around a place, mm; 0 without. */
const holeAround = ({ holes }: Board, x: number, y: number): number => {
  let largest = 0
  for (let h = 0; h < holes.count; h++) {
    const length = Math.hypot(holes.x1[h]! - holes.x0[h]!, holes.y1[h]! - holes.y0[h]!) + holes.diameter[h]!
    const [cx, cy] = [(holes.x0[h]! + holes.x1[h]!) / 2, (holes.y0[h]! + holes.y1[h]!) / 2]
    if (Math.hypot(x * 1e6 - cx, y * 1e6 - cy) <= length / 2) largest = Math.max(largest, length / 1e6)
  }
  return largest
}

const windowOf = (board: Board, finding: Finding): Box | null => {
  if (!finding.at) return null
  const [x0, y0, x1, y1] = finding.boundsMm ?? [finding.at.x, finding.at.y, finding.at.x, finding.at.y]
  const length = Math.max(x1 - x0, y1 - y0)
  const wanted = length > 0 ? TIMES * length : Math.max(POINT_MM, HOLE_TIMES * holeAround(board, finding.at.x, finding.at.y))
  const side = Math.min(MOST_MM, Math.max(LEAST_MM, wanted))
  const [cx, cy] = side < MOST_MM ? [(x0 + x1) / 2, (y0 + y1) / 2] : [finding.at.x, finding.at.y]
  return [toNm(cx - side / 2), toNm(cy - side / 2), toNm(cx + side / 2), toNm(cy + side / 2)]
}

const isCopper = (layer: Layer): boolean => layer.role === 'copper' || layer.role === 'plane'

/** The finding's own layers over copper of the same side, so that a mask or a legend has something to be seen against. */
const shownLayers = (board: Board, finding: Finding): { readonly own: readonly Layer[]; readonly below: readonly Layer[] } => {
  const own = board.layers.filter((layer) => finding.layers.includes(layer.id))
  if (own.some(isCopper)) return { own, below: [] }
  const side = own.find((layer) => layer.side === 'top' || layer.side === 'bottom')?.side ?? 'top'
  return { own, below: board.layers.filter((layer) => isCopper(layer) && layer.side === side) }
}

/** 1, 2 or 5 times a power of ten, about a quarter of the picture. */
const scaleBar = (sideMm: number): CloseUp['scale'] => {
  const wanted = sideMm / 4
  const power = 10 ** Math.floor(Math.log10(wanted))
  const mm = [5, 2, 1].find((factor) => factor * power <= wanted)! * power
  return { length: Math.round(mm * 1000), text: mm < 0.1 ? `${Math.round(mm * 1000)} µm` : `${Number(mm.toPrecision(1))} mm` }
}

const meets = (box: Box, [x0, y0, x1, y1]: Box): boolean => x0 <= box[2] && x1 >= box[0] && y0 <= box[3] && y1 >= box[1]

/** Whether the line of a contour comes into the box, which may also lie wholly inside it. */
const passesThrough = ({ x, y, bulge }: Contour, box: Box): boolean => {
  for (let i = 0; i < x.length; i++) {
    const j = (i + 1) % x.length
    const bow = (Math.abs(bulge[i]!) * Math.hypot(x[j]! - x[i]!, y[j]! - y[i]!)) / 2
    const [x0, x1] = [Math.min(x[i]!, x[j]!) - bow, Math.max(x[i]!, x[j]!) + bow]
    const [y0, y1] = [Math.min(y[i]!, y[j]!) - bow, Math.max(y[i]!, y[j]!) + bow]
    if (meets(box, [x0, y0, x1, y1])) return true
  }
  return false
}

const rimsIn = ({ holes }: Board, plane: Plane): string => {
  let path = ''
  for (let h = 0; h < holes.count; h++) {
    const r = holes.diameter[h]! / 2
    const [x0, y0, x1, y1] = [holes.x0[h]!, holes.y0[h]!, holes.x1[h]!, holes.y1[h]!]
    if (meets(plane.box, [Math.min(x0, x1) - r, Math.min(y0, y1) - r, Math.max(x0, x1) + r, Math.max(y0, y1) + r]))
      path += drawnHole(plane, x0, y0, x1, y1, holes.diameter[h]!)
  }
  return path
}

/** @returns the picture, or null for a finding without a place */
export const closeUpOf = (board: Board, finding: Finding): CloseUp | null => {
  const box = windowOf(board, finding)
  if (!box || !finding.at) return null
  const plane: Plane = { box, mirrored: false }
  const { own, below } = shownLayers(board, finding)
  const paths = [...below.map((layer) => ['context', layer] as const), ...own.map((layer) => [paintOf(layer), layer] as const)]
    .map(([paint, layer]): DrawnPath => ({ paint, path: clippedImage(layer.image(), plane), within: [] }))
    .filter(({ path }) => path !== '')
  const [from, to] =
    finding.witness.length === 2
      ? finding.witness
      : [
          [finding.at.x, finding.at.y],
          [finding.at.x, finding.at.y],
        ]
  const line = [from!, to!].flatMap((p) => placed(plane, toNm(p[0]!), toNm(p[1]!))) as unknown as CloseUp['line']
  return {
    ...planeSize(plane),
    paths,
    edge: [...board.outline.outer, ...board.outline.cutouts]
      .filter((contour) => passesThrough(contour, box))
      .map((contour) => drawnContour(contour, plane))
      .join(''),
    rims: rimsIn(board, plane),
    line,
    label: finding.measured === null || finding.unit === 'count' ? '' : formatValue(finding.measured, finding.unit),
    scale: scaleBar((box[2] - box[0]) / 1e6),
  }
}
