import { exactTurn } from '#core/interpret/shape.ts'

/** How apertures are placed: mirrored first, then turned, then scaled. x' = a x + b y, y' = c x + d y. */
export interface Placement {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly scale: number
  /** The handedness changes: arcs run the other way. */
  readonly flips: boolean
  /** Nothing but a shift. */
  readonly plain: boolean
}

/**
 * @param degrees counterclockwise
 * @source Gerber Layer Format Specification 2024.05, 4.9 (LM, LR, LS)
 */
export const placementOf = (mirrorX: boolean, mirrorY: boolean, degrees: number, scale: number): Placement => {
  const [cos, sin] = exactTurn((degrees * Math.PI) / 180)
  const [mx, my] = [mirrorX ? -1 : 1, mirrorY ? -1 : 1]
  return {
    a: cos * mx * scale,
    b: -sin * my * scale,
    c: sin * mx * scale,
    d: cos * my * scale,
    scale,
    flips: mirrorX !== mirrorY,
    plain: !mirrorX && !mirrorY && degrees % 360 === 0 && scale === 1,
  }
}

export const PLAIN: Placement = placementOf(false, false, 0, 1)
