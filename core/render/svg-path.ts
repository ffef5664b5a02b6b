import { PIECE_ARC_CCW, PIECE_ARC_CW, type Image } from '#core/geometry/image.ts'
import type { Contour } from '#core/board/board.ts'

/** Millimetres with a step of 1 nm, without trailing zeros. */
export const svgNumber = (nm: number): string => String(Math.round(nm) / 1e6)

const point = (x: number, y: number): string => `${svgNumber(x)} ${svgNumber(y)}`

/** The sweep flag counts in the picture's own axes; the picture is flipped as a whole, so board axes are used here. */
const arc = (r: number, ccw: boolean, x: number, y: number): string => `A${svgNumber(r)} ${svgNumber(r)} 0 0 ${ccw ? 1 : 0} ${point(x, y)}`

/** @returns the dark area of an image as path data, mm, board axes (y up): one subpath a ring, holes the other way round */
export const imagePath = (image: Image): string => {
  const { pieces, rings } = image
  const out: string[] = []
  for (let k = 0; k < rings.count; k++) {
    const [from, to] = [rings.start[k]!, rings.start[k + 1]!]
    if (from === to) continue
    out.push(`M${point(pieces.x0[from]!, pieces.y0[from]!)}`)
    for (let p = from; p < to; p++) {
      const kind = pieces.kind[p]!
      if (kind === PIECE_ARC_CCW || kind === PIECE_ARC_CW) out.push(arc(pieces.r[p]!, kind === PIECE_ARC_CCW, pieces.x1[p]!, pieces.y1[p]!))
      else out.push(`L${point(pieces.x1[p]!, pieces.y1[p]!)}`)
    }
    out.push('Z')
  }
  return out.join('')
}

/** @returns a contour as path data, mm, board axes */
export const contourPath = (contour: Pick<Contour, 'x' | 'y' | 'bulge'>): string => {
  const { x, y, bulge } = contour
  const out: string[] = []
  for (let i = 0; i < x.length; i++) {
    if (i === 0) out.push(`M${point(x[0]!, y[0]!)}`)
    const j = (i + 1) % x.length
    const b = bulge[i]!
    if (b === 0) out.push(`L${point(x[j]!, y[j]!)}`)
    else {
      const r = (Math.hypot(x[j]! - x[i]!, y[j]! - y[i]!) * (1 + b * b)) / (4 * Math.abs(b))
      out.push(arc(r, b > 0, x[j]!, y[j]!))
    }
  }
  return `${out.join('')}Z`
}

/** @returns a round hole or slot as path data, mm, board axes; counterclockwise */
export const capsulePath = (x0: number, y0: number, x1: number, y1: number, r: number): string => {
  const length = Math.hypot(x1 - x0, y1 - y0)
  const [nx, ny] = length > 0 ? [((y1 - y0) / length) * r, (-(x1 - x0) / length) * r] : [0, -r]
  return (
    `M${point(x0 + nx, y0 + ny)}L${point(x1 + nx, y1 + ny)}${arc(r, true, x1 - nx, y1 - ny)}` +
    `L${point(x0 - nx, y0 - ny)}${arc(r, true, x0 + nx, y0 + ny)}Z`
  )
}
