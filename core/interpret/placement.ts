/** A linear map that keeps circles round: x' = a x + b y, y' = c x + d y. */
export interface Placement {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  /** Factor of all lengths. */
  readonly scale: number
  /** Handedness changes: counterclockwise becomes clockwise. */
  readonly flips: boolean
  /** Nothing changes. */
  readonly plain: boolean
}

export const PLAIN: Placement = { a: 1, b: 0, c: 0, d: 1, scale: 1, flips: false, plain: true }

/** Cosine and sine, exact for multiples of a quarter turn, so that turned rectangles stay axis-parallel. */
export const exactTurn = (degrees: number): readonly [cos: number, sin: number] => {
  const turn = ((degrees % 360) + 360) % 360
  if (turn === 0) return [1, 0]
  if (turn === 90) return [0, 1]
  if (turn === 180) return [-1, 0]
  if (turn === 270) return [0, -1]
  const angle = (turn * Math.PI) / 180
  return [Math.cos(angle), Math.sin(angle)]
}

/**
 * Mirrors, then turns, then scales.
 * @param degrees counterclockwise
 * @source Gerber Layer Format Specification 2024.05, 4.8 (LM, LR, LS)
 */
export const placementOf = (mirrorX: boolean, mirrorY: boolean, degrees: number, scale: number): Placement => {
  const [cos, sin] = exactTurn(degrees)
  const mx = mirrorX ? -scale : scale
  const my = mirrorY ? -scale : scale
  return placement(cos * mx, -sin * my, sin * mx, cos * my, scale, mirrorX !== mirrorY)
}

const placement = (a: number, b: number, c: number, d: number, scale: number, flips: boolean): Placement => ({
  a,
  b,
  c,
  d,
  scale,
  flips,
  plain: a === 1 && d === 1 && b === 0 && c === 0,
})

/** @returns `first`, then `second` */
export const combinePlacements = (first: Placement, second: Placement): Placement =>
  placement(
    second.a * first.a + second.b * first.c,
    second.a * first.b + second.b * first.d,
    second.c * first.a + second.d * first.c,
    second.c * first.b + second.d * first.d,
    first.scale * second.scale,
    first.flips !== second.flips,
  )

/** Swaps x and y. */
export const SWAPPED: Placement = placement(0, 1, 1, 0, 1, true)
