import type { Point } from '#core/base/box.ts'

/** A measurement in progress or done, nm. */
export interface Measurement {
  readonly from: Point
  readonly to: Point
  readonly done: boolean
}

/** First click: start. Second click: end. Third click: a new start. */
export class MeasureTool {
  #current: Measurement | null = null

  get current(): Measurement | null {
    return this.#current
  }

  clear(): void {
    this.#current = null
  }

  click(at: Point): Measurement {
    this.#current =
      this.#current && !this.#current.done ? { from: this.#current.from, to: at, done: true } : { from: at, to: at, done: false }
    return this.#current
  }

  move(at: Point): Measurement | null {
    if (!this.#current || this.#current.done) return this.#current
    this.#current = { ...this.#current, to: at }
    return this.#current
  }
}
