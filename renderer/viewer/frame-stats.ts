import type { PaintReport } from './picture.ts'

/** Figures of the last frames, for the developer overlay. */
export interface FrameFigures {
  readonly p50: number
  readonly p95: number
  readonly drawn: number
  readonly bins: number
}

const KEEP = 120

export class FrameStats {
  readonly #times: number[] = []

  /** Notes a frame. @returns median and 95th percentile of the last 120 frames in ms, with what was drawn last */
  note(ms: number, { drawn, bins }: PaintReport): FrameFigures {
    this.#times.push(ms)
    if (this.#times.length > KEEP) this.#times.shift()
    const sorted = this.#times.toSorted((a, b) => a - b)
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
    return { p50: at(0.5), p95: at(0.95), drawn, bins }
  }
}
