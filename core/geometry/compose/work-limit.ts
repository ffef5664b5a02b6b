/** Most cells filled, pairs tested and entries looked at for one image, and most of what has to be stored: far beyond real layers, within reach of hostile input. */
const MOST_STEPS = 1e9
const MOST_STORED = 40_000_000
const MOST_PLACES = 20

/**
 * Bounds the work on one image. Input made so that everything crosses everything would take hours and all memory; beyond
 * the limit cells are left out and named, so that the image is never taken for exact.
 */
export class WorkLimit {
  steps = 0
  /** Splits, pairs and cell entries kept in memory so far. */
  stored = 0
  readonly places: { x: number; y: number }[] = []

  /** @returns whether there is still room for `steps` more */
  allows(steps: number): boolean {
    return this.steps + steps <= MOST_STEPS && this.stored <= MOST_STORED
  }

  /** Notes a place that was left out. */
  leaveOut(x: number, y: number): void {
    if (this.places.length < MOST_PLACES) this.places.push({ x, y })
  }
}
