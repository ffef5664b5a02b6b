import { doubledFloats, doubledInts } from './growing.ts'

const CELL = 64

/**
 * Gives piece ends their node: ends closer than the snap distance share one. Ends are looked up group by group, so that the
 * table stays small; only border ends are known to all groups.
 */
export class SnapNodes {
  count = 0
  x: Float64Array
  y: Float64Array
  #next: Int32Array
  #group: Int32Array = new Int32Array(0)
  readonly #border: Int32Array
  readonly #inverse: number
  readonly #snap: number

  constructor(expected: number, expectedAtBorders: number, snap: number) {
    const n = Math.max(64, expected)
    this.x = new Float64Array(n)
    this.y = new Float64Array(n)
    this.#next = new Int32Array(n)
    this.#border = tableFor(expectedAtBorders)
    this.#inverse = 1 / (CELL * snap)
    this.#snap = snap * snap
  }

  /** Forgets all ends but those at borders. */
  startGroup(expected: number): void {
    const table = tableFor(expected)
    if (table.length <= this.#group.length) this.#group.fill(-1)
    else this.#group = table
  }

  nodeAt(x: number, y: number, isBorder: boolean): number {
    const table = isBorder ? this.#border : this.#group
    const u = x * this.#inverse
    const v = y * this.#inverse
    const column = Math.floor(u)
    const row = Math.floor(v)
    const own = slotOf(table, column, row)
    let node = this.#find(table, own, x, y)
    if (node >= 0) return node
    const du = u - column
    const dv = v - row
    const sx = du < 1 / CELL ? -1 : du > 1 - 1 / CELL ? 1 : 0
    const sy = dv < 1 / CELL ? -1 : dv > 1 - 1 / CELL ? 1 : 0
    if (sx !== 0) node = this.#find(table, slotOf(table, column + sx, row), x, y)
    if (node < 0 && sy !== 0) node = this.#find(table, slotOf(table, column, row + sy), x, y)
    if (node < 0 && sx !== 0 && sy !== 0) node = this.#find(table, slotOf(table, column + sx, row + sy), x, y)
    return node >= 0 ? node : this.#add(table, own, x, y)
  }

  #find(table: Int32Array, slot: number, x: number, y: number): number {
    for (let i = table[slot]; i >= 0; i = this.#next[i]) {
      const dx = this.x[i] - x
      const dy = this.y[i] - y
      if (dx * dx + dy * dy <= this.#snap) return i
    }
    return -1
  }

  #add(table: Int32Array, slot: number, x: number, y: number): number {
    if (this.count === this.#next.length) {
      this.x = doubledFloats(this.x)
      this.y = doubledFloats(this.y)
      this.#next = doubledInts(this.#next)
    }
    const i = this.count++
    this.x[i] = x
    this.y[i] = y
    this.#next[i] = table[slot]
    table[slot] = i
    return i
  }
}

/** @returns an empty hash table with room for `expected` entries; its length is a power of two */
const tableFor = (expected: number): Int32Array => new Int32Array(1 << Math.ceil(Math.log2(Math.max(64, expected * 2)))).fill(-1)

const slotOf = (table: Int32Array, column: number, row: number): number => {
  let h = Math.imul(column | 0, 0x9e3779b1) ^ Math.imul(row | 0, 0x85ebca6b)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 13)) & (table.length - 1)
}
