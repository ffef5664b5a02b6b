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

const NUMBERS = 9

/** Distances found by a sweep, in growing columns: a witness, the stretch along which it holds, and the two things measured. nm. */
export class Hits {
  count = 0
  one = new Int32Array(64)
  other = new Int32Array(64)
  /** NUMBERS per hit: distance, a.x, a.y, b.x, b.y, stretch x0, y0, x1, y1. */
  numbers = new Float64Array(64 * NUMBERS)

  /** Adds a hit whose stretch is the middle of its witness. */
  add(one: number, other: number, w: Witness): void {
    const x = (w[1] + w[3]) / 2
    const y = (w[2] + w[4]) / 2
    this.addStretch(one, other, w, x, y, x, y)
  }

  addStretch(one: number, other: number, w: Witness, x0: number, y0: number, x1: number, y1: number): void {
    if (this.count === this.one.length) this.#grow()
    this.one[this.count] = one
    this.other[this.count] = other
    const at = this.count++ * NUMBERS
    for (let k = 0; k < 5; k++) this.numbers[at + k] = w[k]
    this.numbers[at + 5] = x0
    this.numbers[at + 6] = y0
    this.numbers[at + 7] = x1
    this.numbers[at + 8] = y1
  }

  value(hit: number): number {
    return this.numbers[hit * NUMBERS]
  }

  /** @param k 0 distance, 1-4 witness, 5-8 stretch */
  number(hit: number, k: number): number {
    return this.numbers[hit * NUMBERS + k]
  }

  /** @returns a hit's witness as a distance in mm */
  distance(hit: number): Distance {
    const at = hit * NUMBERS
    const n = this.numbers
    return { value: n[at] / NM_PER_MM, a: mmPoint(n[at + 1], n[at + 2]), b: mmPoint(n[at + 3], n[at + 4]) }
  }

  #grow(): void {
    const size = this.one.length * 2
    const [one, other, numbers] = [new Int32Array(size), new Int32Array(size), new Float64Array(size * NUMBERS)]
    one.set(this.one)
    other.set(this.other)
    numbers.set(this.numbers)
    this.one = one
    this.other = other
    this.numbers = numbers
  }
}
