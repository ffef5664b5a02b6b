const ROW = 2 ** 26

/** Points by square cells, for looking up what lies near a place; mm. */
export class PointGrid {
  readonly #cell: number
  readonly #cells = new Map<number, number[]>()
  readonly #x: ArrayLike<number>
  readonly #y: ArrayLike<number>

  /** @param rows which points; default all */
  constructor(x: ArrayLike<number>, y: ArrayLike<number>, cell: number, rows?: Iterable<number>) {
    this.#cell = cell
    this.#x = x
    this.#y = y
    for (const row of rows ?? Array.from({ length: x.length }, (_, i) => i)) {
      const key = this.#key(Math.floor(x[row]! / cell), Math.floor(y[row]! / cell))
      const cellRows = this.#cells.get(key)
      if (cellRows) cellRows.push(row)
      else this.#cells.set(key, [row])
    }
  }

  /** Cells far apart may share a key: distances are checked anyway. */
  #key(cx: number, cy: number): number {
    return cx * ROW + cy
  }

  /** Calls `visit` for every point within `reach` of the place, in no particular order. */
  near(px: number, py: number, reach: number, visit: (row: number, distance: number) => void): void {
    const c = this.#cell
    for (let cx = Math.floor((px - reach) / c); cx <= Math.floor((px + reach) / c); cx++) {
      for (let cy = Math.floor((py - reach) / c); cy <= Math.floor((py + reach) / c); cy++) {
        for (const row of this.#cells.get(this.#key(cx, cy)) ?? []) {
          const distance = Math.hypot(this.#x[row]! - px, this.#y[row]! - py)
          if (distance <= reach) visit(row, distance)
        }
      }
    }
  }
}
