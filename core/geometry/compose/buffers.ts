/**
 * Big arrays that are used again for each strip: fresh memory costs more than what is done with it. Contents are left over
 * from the last use unless filled by the caller.
 */
export class Buffers {
  readonly #ints = new Map<string, Int32Array>()
  readonly #doubles = new Map<string, Float64Array>()

  /** @returns at least `n` whole numbers */
  ints(name: string, n: number): Int32Array {
    const kept = this.#ints.get(name)
    if (kept && kept.length >= n) return kept
    const made = new Int32Array(Math.max(16, n))
    this.#ints.set(name, made)
    return made
  }

  /** @returns at least `n` doubles */
  doubles(name: string, n: number): Float64Array {
    const kept = this.#doubles.get(name)
    if (kept && kept.length >= n) return kept
    const made = new Float64Array(Math.max(16, n))
    this.#doubles.set(name, made)
    return made
  }

  /** Keeps an array that its user had to make longer. */
  keepInts(name: string, items: Int32Array): void {
    this.#ints.set(name, items)
  }

  keepDoubles(name: string, items: Float64Array): void {
    this.#doubles.set(name, items)
  }
}
