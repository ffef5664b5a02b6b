import { toMm, type Mm } from '#core/base/units.ts'
import { PIECE_ARC_CCW, PIECE_LINE, type Image, type Pieces } from '#core/geometry/image.ts'

const TURN = 2 * Math.PI

/** @returns how far an arc piece turns, radians, positive; 0 for a line */
export const pieceSweep = (pieces: Pieces, p: number): number => {
  if (pieces.kind[p] === PIECE_LINE) return 0
  const start = Math.atan2(pieces.y0[p]! - pieces.cy[p]!, pieces.x0[p]! - pieces.cx[p]!)
  const end = Math.atan2(pieces.y1[p]! - pieces.cy[p]!, pieces.x1[p]! - pieces.cx[p]!)
  const turned = pieces.kind[p] === PIECE_ARC_CCW ? end - start : start - end
  return ((turned % TURN) + TURN) % TURN
}

const pieceLength = (pieces: Pieces, p: number): number =>
  pieces.kind[p] === PIECE_LINE
    ? Math.hypot(pieces.x1[p]! - pieces.x0[p]!, pieces.y1[p]! - pieces.y0[p]!)
    : pieces.r[p]! * pieceSweep(pieces, p)

/** Visits the pieces of a component, the outer ring's first. */
const eachPiece = ({ components, rings }: Image, component: number, visit: (piece: number) => void): void => {
  for (let k = components.ringStart[component]!; k < components.ringStart[component + 1]!; k++) {
    const ring = components.ringList[k]!
    for (let p = rings.start[ring]!; p < rings.start[ring + 1]!; p++) visit(p)
  }
}

/** @returns the length of a component's whole boundary, holes included, mm; arcs at their true length */
export const componentPerimeter = (image: Image, component: number): Mm => {
  let length = 0
  eachPiece(image, component, (p) => (length += pieceLength(image.pieces, p)))
  return toMm(length)
}

export interface Spread {
  /** Least distance between two parallel lines that hold the component between them, mm. */
  readonly width: Mm
  /** Extent along those lines, mm. */
  readonly length: Mm
}

/** Extent of a component along a direction (unit vector), nm. Arcs count with their belly. */
const extentAlong = (image: Image, component: number, ux: number, uy: number): number => {
  const { pieces } = image
  let [low, high] = [Infinity, -Infinity]
  const note = (v: number): void => {
    low = Math.min(low, v)
    high = Math.max(high, v)
  }
  eachPiece(image, component, (p) => {
    note(pieces.x0[p]! * ux + pieces.y0[p]! * uy)
    if (pieces.kind[p] === PIECE_LINE) return
    const start = Math.atan2(pieces.y0[p]! - pieces.cy[p]!, pieces.x0[p]! - pieces.cx[p]!)
    const sweep = pieceSweep(pieces, p)
    const sense = pieces.kind[p] === PIECE_ARC_CCW ? 1 : -1
    const centre = pieces.cx[p]! * ux + pieces.cy[p]! * uy
    for (const side of [1, -1]) {
      const angle = (Math.atan2(side * uy, side * ux) - start) * sense
      if (((angle % TURN) + TURN) % TURN <= sweep) note(centre + side * pieces.r[p]!)
    }
  })
  return high - low
}

/** Rounded shapes as polygons have many edges: a few dozen directions tell their width to a fraction of a percent. */
const MOST_DIRECTIONS = 64

/**
 * How wide and long a component is, whatever its angle: the least width of convex shapes lies square to one of their
 * straight edges; a shape without straight edges is measured along its box and its diagonals.
 */
export const componentSpread = (image: Image, component: number): Spread => {
  const { pieces } = image
  const directions = new Map<number, readonly [number, number]>()
  const add = (dx: number, dy: number): void => {
    const length = Math.hypot(dx, dy)
    if (length === 0 || directions.size >= MOST_DIRECTIONS) return
    const angle = Math.round(((Math.atan2(dy, dx) + Math.PI) % Math.PI) * 1e4)
    if (!directions.has(angle)) directions.set(angle, [dx / length, dy / length])
  }
  eachPiece(image, component, (p) => {
    if (pieces.kind[p] === PIECE_LINE) add(pieces.x1[p]! - pieces.x0[p]!, pieces.y1[p]! - pieces.y0[p]!)
  })
  for (const [dx, dy] of [
    [1, 0],
    [0, 1],
    [1, 1],
    [1, -1],
  ])
    add(dx!, dy!)
  let best: Spread = { width: Infinity, length: 0 }
  for (const [ux, uy] of directions.values()) {
    const width = toMm(extentAlong(image, component, -uy, ux))
    if (width < best.width) best = { width, length: toMm(extentAlong(image, component, ux, uy)) }
  }
  return best
}
