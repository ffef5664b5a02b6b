import type { Point } from '#core/base/box.ts'
import { PIECE_ARC_CCW, PIECE_LINE } from '#core/geometry/image.ts'
import type { Shapes } from '#core/geometry/measure/shapes.ts'

const lengthOf = (s: Shapes, i: number): number => {
  const chord = Math.hypot(s.x1[i]! - s.x0[i]!, s.y1[i]! - s.y0[i]!)
  return s.kind[i] === PIECE_LINE ? chord : 2 * s.r[i]! * Math.asin(Math.min(1, chord / (2 * s.r[i]!)))
}

/** Walks along a closed contour whose edges are the rows from `first` on. nm. */
export class ContourWalk {
  readonly #shapes: Shapes
  readonly #first: number
  readonly #count: number

  constructor(shapes: Shapes, first: number, count: number) {
    this.#shapes = shapes
    this.#first = first
    this.#count = count
  }

  #next(edge: number, direction: 1 | -1): number {
    return this.#first + ((edge - this.#first + direction + this.#count) % this.#count)
  }

  /** How far along an edge a place on it lies. */
  #along(edge: number, [x, y]: Point): number {
    const s = this.#shapes
    const [ux, uy] = [x - s.x0[edge]!, y - s.y0[edge]!]
    if (s.kind[edge] === PIECE_LINE) {
      const length = lengthOf(s, edge)
      return length === 0 ? 0 : (ux * (s.x1[edge]! - s.x0[edge]!) + uy * (s.y1[edge]! - s.y0[edge]!)) / length
    }
    return 2 * s.r[edge]! * Math.asin(Math.min(1, Math.hypot(ux, uy) / (2 * s.r[edge]!)))
  }

  #at(edge: number, along: number): Point {
    const s = this.#shapes
    const length = lengthOf(s, edge)
    const t = length === 0 ? 0 : along / length
    if (s.kind[edge] === PIECE_LINE) {
      return [s.x0[edge]! + t * (s.x1[edge]! - s.x0[edge]!), s.y0[edge]! + t * (s.y1[edge]! - s.y0[edge]!)]
    }
    const turn = (along / s.r[edge]!) * (s.kind[edge] === PIECE_ARC_CCW ? 1 : -1)
    const [ux, uy] = [s.x0[edge]! - s.cx[edge]!, s.y0[edge]! - s.cy[edge]!]
    return [s.cx[edge]! + ux * Math.cos(turn) - uy * Math.sin(turn), s.cy[edge]! + ux * Math.sin(turn) + uy * Math.cos(turn)]
  }

  #walked(edge: number, from: number, distance: number): Point {
    let [at, along, left] = [edge, from, Math.abs(distance)]
    const direction = distance < 0 ? -1 : 1
    for (let k = 0; k <= this.#count; k++) {
      const room = direction > 0 ? lengthOf(this.#shapes, at) - along : along
      if (left <= room) return this.#at(at, along + direction * left)
      left -= Math.max(0, room)
      at = this.#next(at, direction)
      along = direction > 0 ? 0 : lengthOf(this.#shapes, at)
    }
    return this.#at(at, along)
  }

  /** @returns the directions, radians, in which the contour leaves a place on one of its edges: backwards and forwards */
  branches(edge: number, at: Point, distance: number): readonly [number, number] {
    const along = this.#along(edge, at)
    const [back, ahead] = [this.#walked(edge, along, -distance), this.#walked(edge, along, distance)]
    return [Math.atan2(back[1] - at[1], back[0] - at[0]), Math.atan2(ahead[1] - at[1], ahead[0] - at[0])]
  }

  /** @returns whether two edges follow each other and the place is the corner between them */
  isNear(one: number, other: number, [x, y]: Point, distance: number): boolean {
    const s = this.#shapes
    const isCorner = (edge: number): boolean => Math.hypot(s.x1[edge]! - x, s.y1[edge]! - y) <= distance
    return (this.#next(one, 1) === other && isCorner(one)) || (this.#next(other, 1) === one && isCorner(other))
  }
}
