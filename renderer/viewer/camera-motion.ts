import { blend, type Camera } from './camera.ts'

const DURATION_MS = 180
const easeOut = (t: number): number => 1 - (1 - t) ** 3

/** Moves a camera over a moment, or at once where motion is not wanted. */
export class CameraMotion {
  #from: Camera | null = null
  #to: Camera | null = null
  #start = 0

  /** @param jump no motion: the next `at` gives the end */
  begin(from: Camera, to: Camera, now: number, jump: boolean): void {
    const turned = from.turns !== to.turns || from.flipped !== to.flipped
    this.#from = jump || turned ? to : from
    this.#to = to
    this.#start = now
  }

  stop(): void {
    this.#from = this.#to = null
  }

  /** Where a running motion leads; null at rest. */
  get target(): Camera | null {
    return this.#to
  }

  /** @returns the camera at a moment, or null when nothing moves */
  at(now: number): Camera | null {
    if (!this.#from || !this.#to) return null
    const t = this.#from === this.#to ? 1 : Math.min(1, (now - this.#start) / DURATION_MS)
    const camera = t >= 1 ? this.#to : blend(this.#from, this.#to, easeOut(t))
    if (t >= 1) this.stop()
    return camera
  }
}
