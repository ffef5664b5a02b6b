import type { Box } from '#core/base/box.ts'
import { PIECE_ARC_CCW, PIECE_LINE, type Image } from '#core/geometry/image.ts'
import { placed, type Plane } from '#core/report/drawing/plane.ts'

/** Which sides of the box a point lies beyond, one bit each. */
const outside = ([x0, y0, x1, y1]: Box, x: number, y: number): number =>
  (x < x0 ? 1 : 0) | (x > x1 ? 2 : 0) | (y < y0 ? 4 : 0) | (y > y1 ? 8 : 0)

/** One ring as x, y, x, y …: arcs near the box in chords, runs beyond one side of it shortened to their ends. */
const ringNear = (image: Image, ring: number, box: Box, step: number): number[] => {
  const { pieces, rings } = image
  const out: number[] = []
  const codes: number[] = []
  const add = (x: number, y: number): void => {
    const code = outside(box, x, y)
    const n = codes.length
    if (n >= 2 && codes[n - 1]! & codes[n - 2]! & code) {
      out[2 * n - 2] = x
      out[2 * n - 1] = y
      codes[n - 1] = code
      return
    }
    out.push(x, y)
    codes.push(code)
  }
  for (let p = rings.start[ring]!; p < rings.start[ring + 1]!; p++) {
    const [cx, cy, r] = [pieces.cx[p]!, pieces.cy[p]!, pieces.r[p]!]
    const isNear = cx + r >= box[0] && cx - r <= box[2] && cy + r >= box[1] && cy - r <= box[3]
    if (pieces.kind[p] !== PIECE_LINE && isNear) {
      const from = Math.atan2(pieces.y0[p]! - cy, pieces.x0[p]! - cx)
      let sweep = Math.atan2(pieces.y1[p]! - cy, pieces.x1[p]! - cx) - from
      if (pieces.kind[p] === PIECE_ARC_CCW && sweep <= 0) sweep += 2 * Math.PI
      if (pieces.kind[p] !== PIECE_ARC_CCW && sweep >= 0) sweep -= 2 * Math.PI
      const chords = Math.min(64, Math.ceil(Math.abs(sweep) / (2 * Math.acos(Math.max(0.5, 1 - step / r)))))
      for (let k = 1; k < chords; k++) {
        const angle = from + (sweep * k) / chords
        add(cx + r * Math.cos(angle), cy + r * Math.sin(angle))
      }
    }
    add(pieces.x1[p]!, pieces.y1[p]!)
  }
  return out
}

/** Cuts a ring at one side of the box: axis 0 = x, 1 = y; `keep` 1 = the side above `bound`, -1 = below. */
const cut = (ring: readonly number[], axis: 0 | 1, bound: number, keep: 1 | -1): number[] => {
  const out: number[] = []
  const n = ring.length
  for (let i = 0; i < n; i += 2) {
    const j = (i + 2) % n
    const [a, b] = [(ring[i + axis]! - bound) * keep, (ring[j + axis]! - bound) * keep]
    if (a >= 0) out.push(ring[i]!, ring[i + 1]!)
    if (a >= 0 === b >= 0) continue
    const t = a / (a - b)
    out.push(ring[i]! + t * (ring[j]! - ring[i]!), ring[i + 1]! + t * (ring[j + 1]! - ring[i + 1]!))
  }
  return out
}

/** Chords may leave an arc by this share of the picture. */
const ROUNDNESS = 1 / 1500

/**
 * Draws the part of an image that lies in the plane's box: small whatever the size of the layer.
 * @returns path data; edges along the border of the box are not the image's own
 */
export const clippedImage = (image: Image, plane: Plane): string => {
  const { rings } = image
  const size = plane.box[2] - plane.box[0]
  const margin = size / 50
  const box: Box = [plane.box[0] - margin, plane.box[1] - margin, plane.box[2] + margin, plane.box[3] + margin]
  let path = ''
  for (let k = 0; k < rings.count; k++) {
    const at = 4 * k
    if (rings.box[at]! > box[2] || rings.box[at + 2]! < box[0] || rings.box[at + 1]! > box[3] || rings.box[at + 3]! < box[1]) continue
    let ring = ringNear(image, k, box, size * ROUNDNESS)
    ring = cut(cut(ring, 0, box[0], 1), 0, box[2], -1)
    ring = cut(cut(ring, 1, box[1], 1), 1, box[3], -1)
    if (ring.length < 6) continue
    let [lastX, lastY] = [NaN, NaN]
    let text = ''
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = placed(plane, ring[i]!, ring[i + 1]!)
      if (x === lastX && y === lastY) continue
      text += `${text ? 'L' : 'M'}${x} ${y}`
      ;[lastX, lastY] = [x, y]
    }
    path += `${text}Z`
  }
  return path
}
