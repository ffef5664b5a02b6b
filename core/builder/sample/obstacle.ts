import type { Mm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'

/** Something copper to keep away from, mm: a box, or a segment with a half width. */
export type Obstacle =
  | { readonly kind: 'box'; readonly at: Point; readonly half: readonly [Mm, Mm] }
  | { readonly kind: 'capsule'; readonly from: Point; readonly to: Point; readonly r: Mm }

/** @returns the distance from a place to the obstacle's edge, mm; 0 or less within it */
export const distanceTo = (o: Obstacle, x: number, y: number): number => {
  if (o.kind === 'box') return Math.hypot(Math.max(0, Math.abs(x - o.at[0]) - o.half[0]), Math.max(0, Math.abs(y - o.at[1]) - o.half[1]))
  const [dx, dy] = [o.to[0] - o.from[0], o.to[1] - o.from[1]]
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - o.from[0]) * dx + (y - o.from[1]) * dy) / length2))
  return Math.hypot(x - o.from[0] - t * dx, y - o.from[1] - t * dy) - o.r
}
