/** Points sorted into square cells, for finding those near a place. nm. */
export class PlaceIndex {
  readonly #cells = new Map<string, number[]>()
  readonly #x: ArrayLike<number>
  readonly #y: ArrayLike<number>
  readonly #reach: number

  /** @param reach largest distance that `near` looks */
  constructor(x: ArrayLike<number>, y: ArrayLike<number>, reach: number) {
    this.#x = x
    this.#y = y
    this.#reach = reach
    for (let k = 0; k < x.length; k++) {
      const key = this.#key(Math.floor(x[k] / reach), Math.floor(y[k] / reach))
      const cell = this.#cells.get(key)
      if (cell) cell.push(k)
      else this.#cells.set(key, [k])
    }
  }

  /** @returns the nearest point within reach, -1 for none */
  nearest(x: number, y: number): number {
    const [c, r] = [Math.floor(x / this.#reach), Math.floor(y / this.#reach)]
    let best = -1
    let bound = this.#reach
    for (let u = -1; u <= 1; u++) {
      for (let v = -1; v <= 1; v++) {
        for (const k of this.#cells.get(this.#key(c + u, r + v)) ?? []) {
          const d = Math.hypot(this.#x[k] - x, this.#y[k] - y)
          if (d > bound) continue
          bound = d
          best = k
        }
      }
    }
    return best
  }

  #key(c: number, r: number): string {
    return `${c},${r}`
  }
}
