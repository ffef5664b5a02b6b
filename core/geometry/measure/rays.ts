import { PIECE_LINE } from '#core/geometry/image.ts'
import { partsInBox, type PieceGrid } from '#core/geometry/index/piece-grid.ts'
import { isOnArc, type Shapes } from './shapes.ts'

/** Crossings nearer to each other than this are one: the end of one piece and the start of the next, nm. */
const SAME = 2

/** Where a ray meets the outline: its distance from the place, nm, and the part crossed. */
export interface Crossing {
  readonly at: number
  readonly part: number
}

/** Parts that come nearer to the place than this, nm, or see it almost between their ends, may be met by any ray. */
const AT_PLACE = 1
const HALF_TURN = 0.99 * Math.PI

/** Looks from one place in many directions: where does a ray cross the outline? All nm. */
export class Rays {
  readonly #parts: Shapes
  readonly #near: readonly number[]
  readonly #x: number
  readonly #y: number
  readonly #reach: number

  /** @param reach how far is looked */
  constructor(grid: PieceGrid, x: number, y: number, reach: number) {
    const near: number[] = []
    partsInBox(grid, x - reach, y - reach, x + reach, y + reach, (part) => {
      near.push(part)
      return false
    })
    near.sort((a, b) => a - b)
    this.#parts = grid.parts
    this.#near = near.filter((part, k) => k === 0 || part !== near[k - 1])
    this.#x = x
    this.#y = y
    this.#reach = reach
  }

  /**
   * Rays in all directions, counterclockwise.
   * @param turn the first one's direction in steps from one ray to the next
   * @returns per ray all crossings, nearest first
   */
  fan(count: number, turn: number): readonly (readonly Crossing[])[] {
    const found: Crossing[][] = Array.from({ length: count }, () => [])
    const [ux, uy] = [new Float64Array(count), new Float64Array(count)]
    for (let k = 0; k < count; k++) {
      const angle = ((k + turn) * 2 * Math.PI) / count
      ux[k] = Math.cos(angle)
      uy[k] = Math.sin(angle)
    }
    for (const part of this.#near) {
      const isLine = this.#parts.kind[part] === PIECE_LINE
      const [middle, half] = isLine ? this.#lineSector(part) : this.#arcSector(part)
      const steps = count / (2 * Math.PI)
      // One ray more on either side: rounding must not lose one.
      const first = Math.ceil((middle - half) * steps - turn) - 1
      const last = Math.min(first + count - 1, Math.floor((middle + half) * steps - turn) + 1)
      for (let n = first; n <= last; n++) {
        const k = ((n % count) + count) % count
        if (isLine) this.#crossLine(part, ux[k], uy[k], found[k])
        else this.#crossArc(part, ux[k], uy[k], found[k])
      }
    }
    return found.map((crossings) => {
      crossings.sort((a, b) => a.at - b.at)
      return crossings.filter((crossing, k) => k === 0 || crossing.at - crossings[k - 1].at > SAME)
    })
  }

  /** @returns the direction of the middle and half the width of the sector in which a line is seen, radians */
  #lineSector(i: number): readonly [number, number] {
    const { x0, y0, x1, y1 } = this.#parts
    const [ax, ay] = [x0[i] - this.#x, y0[i] - this.#y]
    const [bx, by] = [x1[i] - this.#x, y1[i] - this.#y]
    const width = Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
    const isAtPlace = ax * ax + ay * ay < AT_PLACE || bx * bx + by * by < AT_PLACE || Math.abs(width) > HALF_TURN
    return isAtPlace ? [0, Math.PI] : [Math.atan2(ay, ax) + width / 2, Math.abs(width) / 2]
  }

  /** The sector of the whole circle that an arc is part of. */
  #arcSector(i: number): readonly [number, number] {
    const { cx, cy, r } = this.#parts
    const [dx, dy] = [cx[i] - this.#x, cy[i] - this.#y]
    const d = Math.sqrt(dx * dx + dy * dy)
    return d < r[i] + AT_PLACE ? [0, Math.PI] : [Math.atan2(dy, dx), Math.asin(r[i] / d)]
  }

  #crossLine(i: number, ux: number, uy: number, found: Crossing[]): void {
    const s = this.#parts
    const ax = s.x0[i] - this.#x
    const ay = s.y0[i] - this.#y
    const bx = s.x1[i] - this.#x
    const by = s.y1[i] - this.#y
    const a = ux * ay - uy * ax
    const b = ux * by - uy * bx
    if (a > 0 === b > 0) return
    const t = a / (a - b)
    const at = (ax + t * (bx - ax)) * ux + (ay + t * (by - ay)) * uy
    if (at >= 0 && at <= this.#reach) found.push({ at, part: i })
  }

  #crossArc(i: number, ux: number, uy: number, found: Crossing[]): void {
    const s = this.#parts
    const cx = s.cx[i] - this.#x
    const cy = s.cy[i] - this.#y
    const r = s.r[i]
    const along = cx * ux + cy * uy
    const across = cx * uy - cy * ux
    const rest = r * r - across * across
    if (rest <= 0) return
    const half = Math.sqrt(rest)
    for (let side = -1; side <= 1; side += 2) {
      const at = along + side * half
      if (at >= 0 && at <= this.#reach && isOnArc(s, i, this.#x + at * ux, this.#y + at * uy)) found.push({ at, part: i })
    }
  }
}
