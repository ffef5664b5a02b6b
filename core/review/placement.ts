import type { Box, Point } from '#core/base/box.ts'
import type { Shift } from './vote-shift.ts'

/** How one revision lies on another: first mirrored left to right, then turned, then shifted. */
export interface Placement extends Shift {
  /** Quarter turns counterclockwise, 0..3. */
  readonly turns: number
  readonly mirrored: boolean
}

/** How a board may lie on the table, without the shift. */
export type Pose = Pick<Placement, 'turns' | 'mirrored'>

export const UPRIGHT: Pose = { turns: 0, mirrored: false }
export const IN_PLACE: Placement = { dx: 0, dy: 0, ...UPRIGHT }

/** All ways to lay a board down, the upright one first, mirrored ones last. */
export const POSES: readonly Pose[] = [false, true].flatMap((mirrored) => [0, 1, 2, 3].map((turns) => ({ turns, mirrored })))

export const isUpright = ({ turns, mirrored }: Pose): boolean => turns === 0 && !mirrored
export const isInPlace = (placement: Placement): boolean => isUpright(placement) && placement.dx === 0 && placement.dy === 0

/** @returns a direction as it lies after mirroring and turning, exactly */
export const poseOf = ({ turns, mirrored }: Pose, x: number, y: number): Point => {
  // `0 - x` keeps plain zeros out of negative zero.
  const mx = mirrored ? 0 - x : x
  switch (turns & 3) {
    case 0:
      return [mx, y]
    case 1:
      return [0 - y, mx]
    case 2:
      return [0 - mx, 0 - y]
    default:
      return [y, 0 - mx]
  }
}

/** @returns where a point of the older revision lies on the newer one; in the unit of the placement */
export const placePoint = (placement: Placement, x: number, y: number): Point => {
  const [px, py] = poseOf(placement, x, y)
  return [px + placement.dx, py + placement.dy]
}

export const placeBox = (placement: Placement, box: Box): Box => {
  const [ax, ay] = placePoint(placement, box[0], box[1])
  const [bx, by] = placePoint(placement, box[2], box[3])
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
}

/** @returns the placement that leads back */
export const inverseOf = ({ dx, dy, turns, mirrored }: Placement): Placement => {
  // A mirrored turn undoes itself.
  const back: Pose = { turns: mirrored ? turns : (4 - turns) & 3, mirrored }
  const [x, y] = poseOf(back, 0 - dx, 0 - dy)
  return { ...back, dx: x, dy: y }
}

/** @returns the placement with its shift in another unit */
export const inUnit = ({ dx, dy, ...pose }: Placement, factor: number): Placement => ({ ...pose, dx: dx * factor, dy: dy * factor })

/** Places whole columns of points; the same columns where nothing moves. */
export const placeColumns = (placement: Placement, x: Float64Array, y: Float64Array): readonly [x: Float64Array, y: Float64Array] => {
  if (isInPlace(placement)) return [x, y]
  const [px, py] = [new Float64Array(x.length), new Float64Array(y.length)]
  for (let i = 0; i < x.length; i++) {
    const at = placePoint(placement, x[i]!, y[i]!)
    px[i] = at[0]
    py[i] = at[1]
  }
  return [px, py]
}
