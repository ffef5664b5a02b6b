import { PIECE_LINE } from '#core/geometry/image.ts'
import { isOnArc, type Shapes } from '#core/geometry/measure/shapes.ts'

/** @returns how far a ray (unit direction) runs from a point until it meets a line or arc; Infinity when it passes by. nm */
export const rayTo = (s: Shapes, i: number, x: number, y: number, ux: number, uy: number): number => {
  if (s.kind[i] === PIECE_LINE) {
    const [dx, dy] = [s.x1[i]! - s.x0[i]!, s.y1[i]! - s.y0[i]!]
    const det = ux * dy - uy * dx
    if (det === 0) return Infinity
    const [wx, wy] = [s.x0[i]! - x, s.y0[i]! - y]
    const along = (wx * uy - wy * ux) / det
    const far = (wx * dy - wy * dx) / det
    return along >= 0 && along <= 1 && far >= 0 ? far : Infinity
  }
  const [wx, wy] = [s.cx[i]! - x, s.cy[i]! - y]
  const along = wx * ux + wy * uy
  const across = wx * uy - wy * ux
  const half2 = s.r[i]! ** 2 - across * across
  if (half2 < 0) return Infinity
  const half = Math.sqrt(half2)
  const isHit = (far: number): boolean => far >= 0 && isOnArc(s, i, x + far * ux, y + far * uy)
  if (isHit(along - half)) return along - half
  return isHit(along + half) ? along + half : Infinity
}
