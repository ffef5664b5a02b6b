import type { ImageStatement } from '#core/read/gerber/statement.ts'
import { placementOf, PLAIN, type Placement } from '#core/interpret/placement.ts'
import { Plot } from '#core/interpret/plot.ts'

/**
 * The withdrawn transformations of the whole image: axis swap (AS), mirror (MI), offset (OF), scale (SF), rotation (IR).
 * @source RS-274X User's Guide, directive and image parameters
 */
export class ImageTransform {
  #swap = false
  #mirrorA = false
  #mirrorB = false
  #degrees = 0
  #scaleA = 1
  #scaleB = 1
  #dx = 0
  #dy = 0

  add(s: ImageStatement, nm: number): void {
    if (s.swapAxes !== undefined) this.#swap = s.swapAxes
    if (s.mirrorA !== undefined) this.#mirrorA = s.mirrorA
    if (s.mirrorB !== undefined) this.#mirrorB = s.mirrorB
    if (s.degrees !== undefined) this.#degrees = s.degrees
    if (s.scale) [this.#scaleA, this.#scaleB] = [s.scale.a, s.scale.b]
    if (s.offset) [this.#dx, this.#dy] = [s.offset.a * nm, s.offset.b * nm]
  }

  get plain(): boolean {
    return !this.#swap && !this.#mirrorA && !this.#mirrorB && this.#degrees % 360 === 0 && this.#scaleA === 1 && this.#scaleB === 1 && this.#dx === 0 && this.#dy === 0
  }

  /** @returns the plot with the transformations applied: mirror, swap, scale, offset, then rotation of everything */
  apply(plot: Plot): Plot {
    if (this.plain) return plot
    const placement: Placement = placementOf(this.#mirrorA, this.#mirrorB, 0, this.#scaleA)
    const first = new Plot()
    first.copy(plot, placement, this.#dx, this.#dy, false)
    const swapped = this.#swap ? this.#copied(first, { ...PLAIN, a: 0, b: 1, c: 1, d: 0, flips: true, plain: false }) : first
    return this.#degrees % 360 === 0 ? swapped : this.#copied(swapped, placementOf(false, false, this.#degrees, 1))
  }

  #copied(plot: Plot, placement: Placement): Plot {
    const out = new Plot()
    out.copy(plot, placement, 0, 0, false)
    return out
  }
}
