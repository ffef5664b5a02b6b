/** @returns a copy with twice the room */
export const doubledInts = (from: Int32Array): Int32Array => {
  const to = new Int32Array(from.length * 2)
  to.set(from)
  return to
}

/** @returns a copy with twice the room */
export const doubledFloats = (from: Float64Array): Float64Array => {
  const to = new Float64Array(from.length * 2)
  to.set(from)
  return to
}

/** A list of 32-bit whole numbers that doubles its store when full. Hot loops may read `items` below `count` directly. */
export class IntList {
  items: Int32Array
  count = 0

  /** @param store an array to start with, when there is one to use again */
  constructor(capacity: number, store?: Int32Array) {
    this.items = store ?? new Int32Array(Math.max(16, capacity))
  }

  push(value: number): void {
    if (this.count === this.items.length) this.items = doubledInts(this.items)
    this.items[this.count++] = value
  }
}
