import type { Camera } from './camera.ts'

const KEEP = 50
const same = (a: Camera, b: Camera): boolean =>
  a.turns === b.turns && a.flipped === b.flipped && Math.abs(a.scale / b.scale - 1) < 0.02 && Math.hypot(a.x - b.x, a.y - b.y) * a.scale < 8

/** Views left by a deliberate act (fit, zoom to a finding, flip), so that "previous view" can return to them. */
export class CameraHistory {
  readonly #views: Camera[] = []

  /** Remembers a view that is about to be left; equal views in a row count once. */
  push(camera: Camera): void {
    const last = this.#views.at(-1)
    if (last && same(last, camera)) return
    this.#views.push(camera)
    if (this.#views.length > KEEP) this.#views.shift()
  }

  /** @returns the last view other than `current`, removed from the history; null when there is none */
  pop(current: Camera): Camera | null {
    let view = this.#views.pop()
    while (view && same(view, current)) view = this.#views.pop()
    return view ?? null
  }
}
