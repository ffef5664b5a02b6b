/** Points in a hash grid, for "is there one within reach of here": built once, asked often. Any unit. */
export class PointIndex {
  readonly #cell: number
  readonly #first = new Map<number, number>()
  readonly #next: Int32Array
  readonly #x: Float64Array
  readonly #y: Float64Array
  readonly count: number

  /** @param reach the largest distance that will be asked for */
  constructor(x: Float64Array, y: Float64Array, reach: number) {
    this.#cell = reach
    this.#x = x
    this.#y = y
    this.count = x.length
    this.#next = new Int32Array(x.length).fill(-1)
    for (let i = 0; i < x.length; i++) {
      const key = this.#key(Math.floor(x[i]! / reach), Math.floor(y[i]! / reach))
      this.#next[i] = this.#first.get(key) ?? -1
      this.#first.set(key, i)
    }
  }

  #key(column: number, row: number): number {
    return column * 67_108_859 + row
  }

  /** @returns true when a point lies within the reach of (x, y) */
  has(x: number, y: number): boolean {
    return this.find(x, y) >= 0
  }

  /** @returns the index of a point within the reach, or -1 */
  find(x: number, y: number): number {
    const column = Math.floor(x / this.#cell)
    const row = Math.floor(y / this.#cell)
    const limit = this.#cell * this.#cell
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (let i = this.#first.get(this.#key(c, r)) ?? -1; i >= 0; i = this.#next[i]!) {
          const dx = this.#x[i]! - x
          const dy = this.#y[i]! - y
          if (dx * dx + dy * dy <= limit) return i
        }
      }
    }
    return -1
  }
}
