import { direction, type RayResult } from '#core/checks/measuring/relief-rays.ts'
import type { Image } from '#core/geometry/image.ts'
import { componentAt, type PieceGrid } from '#core/geometry/index/piece-grid.ts'

/** A spoke has reached the plane this far beyond the relief, nm. */
const BEYOND = 500_000
/** Copper is followed over squares of this side: narrower ways are no ways, nm. */
const SIDE = 40_000
const MOST_SQUARES = 40_000

/**
 * Whether the copper of a spoke leads to the plane: it is followed outwards, never back over the pad, around whatever cuts into it.
 * @param edge distance of the pad's edge per ray, nm
 * @param gap usual width of the relief, nm
 * @param from first ray of the spoke
 * @param length its number of rays
 */
export const leadsToPlane = (
  image: Image,
  grid: PieceGrid,
  { x, y, component }: { readonly x: number; readonly y: number; readonly component: number },
  edge: readonly number[],
  rays: readonly RayResult[],
  gap: number,
  from: number,
  length: number,
): boolean => {
  const count = rays.length
  const spoke = Array.from({ length }, (_, k) => (from + k) % count)
  if (spoke.some((k) => rays[k]!.beyond === 'open')) return true
  const rayAt = (px: number, py: number): number => {
    const turn = (Math.atan2(py, px) / (2 * Math.PI)) * count
    return ((Math.round(turn) % count) + count) % count
  }
  const seen = new Set<string>()
  const open: (readonly [number, number])[] = []
  const visit = (c: number, r: number): void => {
    const key = `${c},${r}`
    if (seen.has(key)) return
    seen.add(key)
    const [px, py] = [c * SIDE, r * SIDE]
    if (Math.hypot(px, py) <= edge[rayAt(px, py)]! || componentAt(image, grid, x + px, y + py) !== component) return
    open.push([c, r])
  }
  for (const k of spoke) {
    const [ux, uy] = direction(k, count)
    for (let s = edge[k]! + SIDE; s < edge[k]! + gap; s += SIDE / 2) visit(Math.round((ux * s) / SIDE), Math.round((uy * s) / SIDE))
  }
  for (let at = open.pop(); at && seen.size < MOST_SQUARES; at = open.pop()) {
    const [c, r] = at
    const [px, py] = [c * SIDE, r * SIDE]
    if (Math.hypot(px, py) >= edge[rayAt(px, py)]! + gap + BEYOND) return true
    visit(c + 1, r)
    visit(c - 1, r)
    visit(c, r + 1)
    visit(c, r - 1)
  }
  return false
}
