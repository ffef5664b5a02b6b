/** Finds points near a place: a hash of square cells. */
export class PointIndex {
  readonly #cells = new Map<string, number[]>()
  readonly #x: ArrayLike<number>
  readonly #y: ArrayLike<number>
  readonly #cell: number

  /** @param cell side of a cell, in the unit of the points; queries look at most this far */
  constructor(x: ArrayLike<number>, y: ArrayLike<number>, cell: number) {
    this.#x = x
    this.#y = y
    this.#cell = cell
    for (let i = 0; i < x.length; i++) {
      const key = `${Math.floor(x[i]! / cell)},${Math.floor(y[i]! / cell)}`
      const list = this.#cells.get(key)
      if (list) list.push(i)
      else this.#cells.set(key, [i])
    }
  }

  /** @returns the indexes of all points within `reach` (at most one cell) of the place, nearest first */
  near(x: number, y: number, reach: number): readonly number[] {
    const [cx, cy] = [Math.floor(x / this.#cell), Math.floor(y / this.#cell)]
    const found: [number, number][] = []
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) {
        for (const k of this.#cells.get(`${cx + i},${cy + j}`) ?? []) {
          const distance = Math.hypot(this.#x[k]! - x, this.#y[k]! - y)
          if (distance <= reach) found.push([distance, k])
        }
      }
    }
    return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, k]) => k)
  }
}
