/** Cells filled, pairs tested and entries looked at: this many for any image, and this many more for each primitive. */
const MOST_STEPS = 1e9
const MOST_STEPS_PER_PRIM = 3000
/** Splits, pairs and cell entries held in memory for one strip. */
const MOST_STORED = 40_000_000
const MOST_PLACES = 20

/**
 * Bounds the work on one image, far beyond real layers. Input made so that everything crosses everything would take hours
 * and all memory; beyond the limit cells are left out and named, so that the image is never taken for exact.
 */
export class WorkLimit {
  steps = 0
  /** What is kept in memory for the present strip; set to 0 when the next one starts. */
  stored = 0
  readonly places: { x: number; y: number }[] = []
  readonly #mostSteps: number

  constructor(primCount: number) {
    this.#mostSteps = MOST_STEPS + MOST_STEPS_PER_PRIM * primCount
  }

  /** @returns whether there is still room for `steps` more */
  allows(steps: number): boolean {
    return this.steps + steps <= this.#mostSteps && this.stored <= MOST_STORED
  }

  /** Notes a place that was left out. */
  leaveOut(x: number, y: number): void {
    if (this.places.length < MOST_PLACES) this.places.push({ x, y })
  }
}
