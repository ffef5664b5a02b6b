import { HOLE_NON_PLATED, HOLE_PLATED, HOLE_PLATING_UNKNOWN } from '#core/board/board.ts'
import type { HoleRecord } from '#core/board/hole-columns.ts'
import type { LandTest } from '#core/board/land-test.ts'

/** A copper layer to look at, with its place in the stack. */
export interface LandLayer {
  readonly order: number
  readonly negative: boolean
  readonly test: LandTest
}

/** Copper this far outside the wall belongs to a land, nm; less is a pad no larger than its hole. */
const RING = 50_000
const POINTS = 8
/** How far pad and hole centres may be apart, nm. */
const SAME_CENTRE = 5000

/** How much of the ring around a hole is copper, 0..1; slots are asked at both ends and in the middle. */
const ringShare = (h: HoleRecord, layer: LandLayer, out: number): number => {
  let dark = 0
  let asked = 0
  const [dx, dy] = [h.x1 - h.x0, h.y1 - h.y0]
  const length = Math.hypot(dx, dy)
  if (length === 0 && !layer.negative && layer.test.padAt(h.x0, h.y0) >= h.diameter + 2 * (out + SAME_CENTRE)) return 1
  const radius = h.diameter / 2 + out
  for (const t of length === 0 ? [0] : [0, 0.5, 1]) {
    for (let k = 0; k < POINTS; k++) {
      const angle = (2 * Math.PI * (k + 0.5)) / POINTS
      const [ux, uy] = [Math.cos(angle), Math.sin(angle)]
      const along = length === 0 ? 0 : (ux * dx + uy * dy) / length
      // Towards the inside of a slot there is no wall.
      if ((t < 1 && along > 0.3 && length > 0) || (t > 0 && along < -0.3)) continue
      asked++
      if (layer.test.dark(h.x0 + t * dx + radius * ux, h.y0 + t * dy + radius * uy) !== layer.negative) dark++
    }
  }
  return asked === 0 ? 0 : dark / asked
}

/**
 * Decides holes whose plating the package does not tell, by the copper around them: a land on both outer layers of its
 * span means plated, no copper at the wall means non-plated. A board with one copper layer has nothing to connect.
 * @returns the plating; unknown where the copper does not tell either
 */
export const platingByCopper = (hole: HoleRecord, layers: readonly LandLayer[]): number => {
  if (layers.length === 0 || hole.diameter === 0) return HOLE_PLATING_UNKNOWN
  const outer = layers.filter((l) => l.order === hole.from || l.order === hole.to)
  const looked = outer.length > 0 ? outer : layers
  const shares = looked.map((l) => ringShare(hole, l, RING))
  if (looked.length >= 2 && shares.every((s) => s >= 0.75)) return HOLE_PLATED
  if (shares.every((s) => s <= 0.25)) return HOLE_NON_PLATED
  if (looked.length === 1) return HOLE_PLATING_UNKNOWN
  // A land on one side and bare laminate on the other: a plated hole would have copper on both.
  return shares.some((s) => s >= 0.75) && shares.some((s) => s <= 0.25) ? HOLE_PLATING_UNKNOWN : HOLE_PLATED
}
