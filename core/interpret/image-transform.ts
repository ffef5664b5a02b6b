import { combinePlacements, PLAIN, placementOf, SWAPPED, type Placement } from '#core/interpret/placement.ts'
import type { ImageStatement } from '#core/read/gerber/statement.ts'

/**
 * The deprecated transformations of the whole image. Mirror (MI), scale (SF) and offset (OF) apply to coordinates only,
 * rotation (IR) and axis swap (AS) to everything, always in this order.
 * @source Gerber Layer Format Specification 2024.05, 8.1
 */
export class ImageTransform {
  #mirrorA = false
  #mirrorB = false
  #scaleA = 1
  #scaleB = 1
  #offsetA = 0
  #offsetB = 0
  #degrees = 0
  #swap = false
  /** Rotation and axis swap: for apertures too. */
  whole: Placement = PLAIN
  /** Nothing changes. */
  isPlain = true
  /** An arc runs the other way. */
  flipsArcs = false
  /** Circles become ellipses. */
  isUneven = false

  /** @param nm nanometres per unit of the offset */
  obey(s: ImageStatement, nm: number): void {
    this.#swap = s.swapAxes ?? this.#swap
    this.#mirrorA = s.mirrorA ?? this.#mirrorA
    this.#mirrorB = s.mirrorB ?? this.#mirrorB
    this.#degrees = s.degrees ?? this.#degrees
    if (s.scale) [this.#scaleA, this.#scaleB] = [s.scale.a, s.scale.b]
    if (s.offset) [this.#offsetA, this.#offsetB] = [s.offset.a * nm, s.offset.b * nm]
    const turn = placementOf(false, false, this.#degrees, 1)
    this.whole = this.#swap ? combinePlacements(turn, SWAPPED) : turn
    this.isPlain =
      this.whole.plain &&
      !this.#mirrorA &&
      !this.#mirrorB &&
      this.#scaleA === 1 &&
      this.#scaleB === 1 &&
      this.#offsetA === 0 &&
      this.#offsetB === 0
    this.flipsArcs = (this.#mirrorA !== this.#mirrorB) !== this.whole.flips
    this.isUneven = this.#scaleA !== this.#scaleB
  }

  /** @returns where a point as written lies in the image, nm */
  place(x: number, y: number): readonly [x: number, y: number] {
    const px = (this.#mirrorA ? -x : x) * this.#scaleA + this.#offsetA
    const py = (this.#mirrorB ? -y : y) * this.#scaleB + this.#offsetB
    const { a, b, c, d } = this.whole
    return [a * px + b * py, c * px + d * py]
  }
}
