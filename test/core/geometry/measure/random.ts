/** A small seeded generator, so that failures can be repeated. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** @returns a number from 0 up to 1 */
  next(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0
    return this.#state / 0x100000000
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low)
  }

  whole(below: number): number {
    return Math.floor(this.next() * below)
  }
}
