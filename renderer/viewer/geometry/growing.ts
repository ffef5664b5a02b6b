/** A float column that grows; cheaper than a JavaScript array for millions of entries. */
export class Floats {
  #data: Float64Array
  length = 0

  constructor(capacity = 256) {
    this.#data = new Float64Array(capacity)
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const grown = new Float64Array(this.#data.length * 2)
      grown.set(this.#data)
      this.#data = grown
    }
    this.#data[this.length++] = value
  }

  at(index: number): number {
    return this.#data[index]!
  }

  /** @returns a view of what was pushed; valid until the next push */
  view(): Float64Array {
    return this.#data.subarray(0, this.length)
  }
}
