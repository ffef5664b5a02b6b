import type { Point } from '#core/base/box.ts'
import { toMm } from '#core/base/units.ts'
import { direction, type RayResult } from '#core/checks/measuring/relief-rays.ts'
import type { Image } from '#core/geometry/image.ts'
import { componentAt, partsInBox, type PieceGrid } from '#core/geometry/index/piece-grid.ts'
import { newWitness, shapeDistance } from '#core/geometry/measure/distance.ts'

/** Where a relief has merged with another opening, it counts as so many times as wide as elsewhere. */
const MERGED = 1.2
/** Chords from corner to corner end on the rim of the relief, nm. */
const ROOM = 50_000
/** How far beside the last ray of a spoke its walls are looked for, as a share of its rays, and at least so many rays. */
const BESIDE = 0.5
const FEWEST_BESIDE = 2

/**
 * The shortest chord across a spoke: between the outlines of the openings on both of its sides, through copper.
 * @param gap usual width of the relief, nm
 * @param from first ray of the spoke
 * @param length its number of rays
 * @returns null when the walls cannot be told apart
 */
export const spokeWidth = (
  image: Image,
  grid: PieceGrid,
  { x, y, component }: { readonly x: number; readonly y: number; readonly component: number },
  rays: readonly RayResult[],
  gap: number,
  from: number,
  length: number,
): { readonly width: number; readonly a: Point; readonly b: Point } | null => {
  const count = rays.length
  const before = rays[(from + count - 1) % count]!
  const after = rays[(from + length) % count]!
  const beside = Math.max(FEWEST_BESIDE, BESIDE * length)
  const [first, last] = [from - beside, from + length - 1 + beside]
  const [mx, my] = direction(from + (length - 1) / 2, count)
  const span = ((last - first) * Math.PI) / count
  const inSpoke = (px: number, py: number): boolean => {
    const [dx, dy] = [px - x, py - y]
    return dx * mx + dy * my >= Math.cos(span) * Math.hypot(dx, dy)
  }
  const isWall = (px: number, py: number, { near, far }: RayResult): boolean => {
    const r = Math.hypot(px - x, py - y)
    return r >= near - ROOM && r <= Math.min(far, near + MERGED * gap) + ROOM
  }
  const sides: [number[], number[]] = [[], []]
  const reach = Math.max(before.near, after.near) + MERGED * gap + ROOM
  const seen = new Set<number>()
  partsInBox(grid, x - reach, y - reach, x + reach, y + reach, (part) => {
    if (!seen.has(part)) seen.add(part)
    return false
  })
  for (const part of [...seen].sort((a, b) => a - b)) {
    const { x0, y0, x1, y1 } = grid.parts
    // Walls lead from the pad outwards: their middle lies on one side of the spoke's axis.
    const [px, py] = [(x0[part]! + x1[part]!) / 2 - x, (y0[part]! + y1[part]!) / 2 - y]
    if (px * mx + py * my <= 0) continue
    sides[mx * py - my * px < 0 ? 0 : 1].push(part)
  }
  const w = newWitness()
  let best: { width: number; a: Point; b: Point } | null = null
  for (const i of sides[0]) {
    for (const j of sides[1]) {
      shapeDistance(grid.parts, i, grid.parts, j, w)
      const width = toMm(w[0]!)
      if (width <= 0 || (best && width >= best.width)) continue
      const [cx, cy] = [(w[1]! + w[3]!) / 2, (w[2]! + w[4]!) / 2]
      if (
        !isWall(w[1]!, w[2]!, before) ||
        !isWall(w[3]!, w[4]!, after) ||
        !inSpoke(cx, cy) ||
        componentAt(image, grid, cx, cy) !== component
      )
        continue
      best = { width, a: [toMm(w[1]!), toMm(w[2]!)], b: [toMm(w[3]!), toMm(w[4]!)] }
    }
  }
  return best
}
