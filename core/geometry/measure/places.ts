import type { Point } from '#core/base/box.ts'
import type { Mm } from '#core/base/units.ts'
import { NM_PER_MM } from '#core/base/units.ts'
import type { Witness } from './distance.ts'

/** A measured distance: `a` and `b` are its two ends. All mm; negative = overlap by that depth. */
export interface Distance {
  readonly value: Mm
  readonly a: Point
  readonly b: Point
}

/** A distance between two components of one image or of two (the second's component is `componentB`). */
export interface Gap extends Distance {
  readonly componentA: number
  readonly componentB: number
  /** How far the places that were joined to this one reach, mm; 0 for a single pair of points. */
  readonly length: Mm
}

/** @returns nm as mm */
export const mmPoint = (x: number, y: number): Point => [x / NM_PER_MM, y / NM_PER_MM]

/** Numbers kept per hit: distance, a.x, a.y, b.x, b.y, stretch x0, y0, x1, y1. */
export const HIT_NUMBERS = 9

const point = new Float64Array(4)

/** Distances found by a sweep, in growing columns: a witness, the stretch along which it holds, and the two things measured. nm. */
export class Hits {
  count = 0
  one = new Int32Array(64)
  other = new Int32Array(64)
  /** HIT_NUMBERS per hit: distance, a.x, a.y, b.x, b.y, stretch x0, y0, x1, y1. */
  numbers = new Float64Array(64 * HIT_NUMBERS)

  /** Adds a hit whose stretch is the middle of its witness. */
  add(one: number, other: number, w: Witness): void {
    point[0] = point[2] = (w[1] + w[3]) / 2
    point[1] = point[3] = (w[2] + w[4]) / 2
    this.addStretch(one, other, w, point)
  }

  /** @param stretch x0, y0, x1, y1 */
  addStretch(one: number, other: number, w: Witness, stretch: Float64Array): void {
    if (this.count === this.one.length) this.#grow()
    this.one[this.count] = one
    this.other[this.count] = other
    const at = this.count++ * HIT_NUMBERS
    for (let k = 0; k < 5; k++) this.numbers[at + k] = w[k]
    for (let k = 0; k < 4; k++) this.numbers[at + 5 + k] = stretch[k]
  }

  /** Adds a hit whose numbers stand in a row from `from`. */
  copy(one: number, other: number, numbers: Float64Array, from: number): void {
    if (this.count === this.one.length) this.#grow()
    this.one[this.count] = one
    this.other[this.count] = other
    const at = this.count++ * HIT_NUMBERS
    for (let k = 0; k < HIT_NUMBERS; k++) this.numbers[at + k] = numbers[from + k]
  }

  value(hit: number): number {
    return this.numbers[hit * HIT_NUMBERS]
  }

  /** @param k 0 distance, 1-4 witness, 5-8 stretch */
  number(hit: number, k: number): number {
    return this.numbers[hit * HIT_NUMBERS + k]
  }

  /** @returns a hit's witness as a distance in mm */
  distance(hit: number): Distance {
    const at = hit * HIT_NUMBERS
    const n = this.numbers
    return { value: n[at] / NM_PER_MM, a: mmPoint(n[at + 1], n[at + 2]), b: mmPoint(n[at + 3], n[at + 4]) }
  }

  #grow(): void {
    const size = this.one.length * 2
    const [one, other, numbers] = [new Int32Array(size), new Int32Array(size), new Float64Array(size * HIT_NUMBERS)]
    one.set(this.one)
    other.set(this.other)
    numbers.set(this.numbers)
    this.one = one
    this.other = other
    this.numbers = numbers
  }
}
