import type { Box, Point } from '#core/base/box.ts'
import type { Contour } from '#core/board/board.ts'
import { PIECE_ARC_CCW, PIECE_LINE, type Image } from '#core/geometry/image.ts'

const NM_PER_UNIT = 1000

/** Maps board coordinates (nm, y up) to a drawing (micrometres, y down, from the upper left corner). */
export interface Plane {
  /** What is shown, nm. */
  readonly box: Box
  /** Seen from below: x runs to the left. */
  readonly mirrored: boolean
}

/** @returns the size of the drawing in its units */
export const planeSize = ({ box }: Plane): { readonly width: number; readonly height: number } => ({
  width: Math.ceil((box[2] - box[0]) / NM_PER_UNIT),
  height: Math.ceil((box[3] - box[1]) / NM_PER_UNIT),
})

/** @returns a place of the board (nm) in the drawing, rounded to whole micrometres */
export const placed = ({ box, mirrored }: Plane, x: number, y: number): Point => [
  Math.round((mirrored ? box[2] - x : x - box[0]) / NM_PER_UNIT),
  Math.round((box[3] - y) / NM_PER_UNIT),
]

const at = (plane: Plane, x: number, y: number): string => placed(plane, x, y).join(' ')

/** Counterclockwise on the board is counterclockwise on paper, unless seen from below; SVG counts clockwise as positive. */
const arcTo = (plane: Plane, r: number, ccw: boolean, x: number, y: number): string => {
  const radius = Math.round(r / (NM_PER_UNIT / 10)) / 10
  return `A${radius} ${radius} 0 0 ${ccw === plane.mirrored ? 1 : 0} ${at(plane, x, y)}`
}

/** Path text of one layer at most: a drawing is looked at, not measured. */
const MOST_CHARACTERS = 700_000
const MOST_TRIES = 6

const imageOnce = (image: Image, plane: Plane, detail: number): string | null => {
  const { pieces, rings } = image
  const out: string[] = []
  let length = 0
  for (let k = 0; k < rings.count; k++) {
    const [from, to] = [rings.start[k]!, rings.start[k + 1]!]
    if (from === to) continue
    if (Math.max(rings.box[4 * k + 2]! - rings.box[4 * k]!, rings.box[4 * k + 3]! - rings.box[4 * k + 1]!) < detail) continue
    let [x, y] = [pieces.x0[from]!, pieces.y0[from]!]
    let text = `M${at(plane, x, y)}`
    for (let p = from; p < to; p++) {
      const [toX, toY] = [pieces.x1[p]!, pieces.y1[p]!]
      const isArc = pieces.kind[p] !== PIECE_LINE && pieces.r[p]! > detail / 2
      if (!isArc && p + 1 < to && Math.hypot(toX - x, toY - y) < detail) continue
      text += isArc ? arcTo(plane, pieces.r[p]!, pieces.kind[p] === PIECE_ARC_CCW, toX, toY) : `L${at(plane, toX, toY)}`
      ;[x, y] = [toX, toY]
    }
    out.push(`${text}Z`)
    length += text.length
    if (length > MOST_CHARACTERS) return null
  }
  return out.join('')
}

/**
 * Draws an image without what is smaller than `detail` (nm); when that is still too much text, with coarser detail.
 * @returns path data and the detail that was kept, nm
 */
export const drawnImage = (image: Image, plane: Plane, detail: number): { readonly path: string; readonly detail: number } => {
  for (let tries = 0, kept = detail; tries < MOST_TRIES; tries++, kept *= 2) {
    const path = imageOnce(image, plane, kept)
    if (path !== null) return { path, detail: kept }
  }
  return { path: '', detail: Infinity }
}

/** @returns a closed contour as path data */
export const drawnContour = ({ x, y, bulge }: Pick<Contour, 'x' | 'y' | 'bulge'>, plane: Plane): string => {
  let path = ''
  for (let i = 0; i < x.length; i++) {
    if (i === 0) path = `M${at(plane, x[0]!, y[0]!)}`
    const j = (i + 1) % x.length
    const b = bulge[i]!
    const chord = Math.hypot(x[j]! - x[i]!, y[j]! - y[i]!)
    if (b === 0) path += `L${at(plane, x[j]!, y[j]!)}`
    else path += arcTo(plane, (chord * (1 + b * b)) / (4 * Math.abs(b)), b > 0, x[j]!, y[j]!)
  }
  return x.length ? `${path}Z` : ''
}

/** @returns a hole or slot as path data; all in one direction, so that overlapping ones stay holes */
export const drawnHole = (plane: Plane, x0: number, y0: number, x1: number, y1: number, diameter: number): string => {
  const r = diameter / 2
  const length = Math.hypot(x1 - x0, y1 - y0)
  const [nx, ny] = length > 0 ? [((y1 - y0) / length) * r, (-(x1 - x0) / length) * r] : [0, -r]
  return (
    `M${at(plane, x0 + nx, y0 + ny)}L${at(plane, x1 + nx, y1 + ny)}${arcTo(plane, r, true, x1 - nx, y1 - ny)}` +
    `L${at(plane, x0 - nx, y0 - ny)}${arcTo(plane, r, true, x0 + nx, y0 + ny)}Z`
  )
}

/** @returns a box (nm) as path data */
export const drawnBox = (plane: Plane, [x0, y0, x1, y1]: Box): string =>
  `M${at(plane, x0, y0)}L${at(plane, x1, y0)}L${at(plane, x1, y1)}L${at(plane, x0, y1)}Z`
