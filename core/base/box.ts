/** An axis-parallel box `[x0, y0, x1, y1]` with x0 <= x1 and y0 <= y1; the unit is the owner's. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number]

/** A point `[x, y]`; the unit is the owner's. */
export type Point = readonly [x: number, y: number]
