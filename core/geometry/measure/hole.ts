/** A drilled hole or slot: centre line (both ends equal for a round hole) and diameter. nm, y up. */
export interface HoleShape {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly d: number
}

/** The same for many, in columns, as in `Board.holes`. */
export interface HoleTable {
  readonly count: number
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
  readonly diameter: Float64Array
}

/** @returns one row of a table of holes */
export const holeAt = (holes: HoleTable, k: number): HoleShape => ({
  x0: holes.x0[k],
  y0: holes.y0[k],
  x1: holes.x1[k],
  y1: holes.y1[k],
  d: holes.diameter[k],
})
