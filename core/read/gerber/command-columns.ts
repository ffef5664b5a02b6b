/** Growable columns of commands; see `GerberCommands` for their meaning. */
export class CommandColumns {
  count = 0
  kind: Uint8Array
  x: Float64Array
  y: Float64Array
  at: Uint32Array
  arcCount = 0
  i: Float64Array = new Float64Array(64)
  j: Float64Array = new Float64Array(64)
  quadrant: Uint8Array = new Uint8Array(64)

  constructor(expected: number) {
    const capacity = Math.max(64, expected)
    this.kind = new Uint8Array(capacity)
    this.x = new Float64Array(capacity)
    this.y = new Float64Array(capacity)
    this.at = new Uint32Array(capacity)
  }

  push(kind: number, x: number, y: number, at: number): void {
    const n = this.count
    if (n === this.kind.length) this.#grow()
    this.kind[n] = kind
    this.x[n] = x
    this.y[n] = y
    this.at[n] = at
    this.count = n + 1
  }

  /** The centre of the arc command pushed with it. */
  pushCentre(i: number, j: number, quadrant: number): void {
    const n = this.arcCount
    if (n === this.i.length) {
      this.i = widen(this.i, n * 2)
      this.j = widen(this.j, n * 2)
      const quadrants = new Uint8Array(n * 2)
      quadrants.set(this.quadrant)
      this.quadrant = quadrants
    }
    this.i[n] = i
    this.j[n] = j
    this.quadrant[n] = quadrant
    this.arcCount = n + 1
  }

  #grow(): void {
    const capacity = this.kind.length * 2
    const kind = new Uint8Array(capacity)
    kind.set(this.kind)
    this.kind = kind
    this.x = widen(this.x, capacity)
    this.y = widen(this.y, capacity)
    const at = new Uint32Array(capacity)
    at.set(this.at)
    this.at = at
  }
}

const widen = (column: Float64Array, capacity: number): Float64Array => {
  const wider = new Float64Array(capacity)
  wider.set(column)
  return wider
}
