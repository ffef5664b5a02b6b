import { doubledFloats, doubledInts } from './growing.ts'

const CELL = 64

/** Gives piece ends their node: ends closer than the snap distance share one. */
export class SnapNodes {
  count = 0
  x: Float64Array
  y: Float64Array
  #next: Int32Array
  readonly #first: Int32Array
  readonly #mask: number
  readonly #inverse: number
  readonly #snap: number
  readonly #border: number

  constructor(expected: number, snap: number) {
    const n = Math.max(64, expected)
    const size = 1 << Math.ceil(Math.log2(n * 2))
    this.x = new Float64Array(n)
    this.y = new Float64Array(n)
    this.#next = new Int32Array(n)
    this.#first = new Int32Array(size).fill(-1)
    this.#mask = size - 1
    this.#inverse = 1 / (CELL * snap)
    this.#snap = snap * snap
    this.#border = 1 / CELL
  }

  nodeAt(x: number, y: number): number {
    const u = x * this.#inverse
    const v = y * this.#inverse
    const column = Math.floor(u)
    const row = Math.floor(v)
    const own = this.#slot(column, row)
    let node = this.#find(own, x, y)
    if (node >= 0) return node
    const du = u - column
    const dv = v - row
    const sx = du < this.#border ? -1 : du > 1 - this.#border ? 1 : 0
    const sy = dv < this.#border ? -1 : dv > 1 - this.#border ? 1 : 0
    if (sx !== 0) node = this.#find(this.#slot(column + sx, row), x, y)
    if (node < 0 && sy !== 0) node = this.#find(this.#slot(column, row + sy), x, y)
    if (node < 0 && sx !== 0 && sy !== 0) node = this.#find(this.#slot(column + sx, row + sy), x, y)
    return node >= 0 ? node : this.#add(own, x, y)
  }

  #slot(column: number, row: number): number {
    let h = Math.imul(column | 0, 0x9e3779b1) ^ Math.imul(row | 0, 0x85ebca6b)
    h ^= h >>> 15
    h = Math.imul(h, 0x2c1b3c6d)
    return (h ^ (h >>> 13)) & this.#mask
  }

  #find(slot: number, x: number, y: number): number {
    for (let i = this.#first[slot]; i >= 0; i = this.#next[i]) {
      const dx = this.x[i] - x
      const dy = this.y[i] - y
      if (dx * dx + dy * dy <= this.#snap) return i
    }
    return -1
  }

  #add(slot: number, x: number, y: number): number {
    if (this.count === this.#next.length) {
      this.x = doubledFloats(this.x)
      this.y = doubledFloats(this.y)
      this.#next = doubledInts(this.#next)
    }
    const i = this.count++
    this.x[i] = x
    this.y[i] = y
    this.#next[i] = this.#first[slot]
    this.#first[slot] = i
    return i
  }
}
