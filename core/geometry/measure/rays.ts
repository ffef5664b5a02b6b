import { PIECE_LINE } from '#core/geometry/image.ts'
import { partsInBox, type PieceGrid } from '#core/geometry/index/piece-grid.ts'
import { isOnArc, type Shapes } from './shapes.ts'

/** Crossings nearer to each other than this are one: the end of one piece and the start of the next, nm. */
const SAME = 2

/** Looks from one place in many directions: where does a ray cross the outline? All nm. */
export class Rays {
  readonly #parts: Shapes
  readonly #near: readonly number[]
  readonly #x: number
  readonly #y: number
  readonly #reach: number

  /** @param reach how far is looked */
  constructor(grid: PieceGrid, x: number, y: number, reach: number) {
    const near = new Set<number>()
    partsInBox(grid, x - reach, y - reach, x + reach, y + reach, (part) => {
      near.add(part)
      return false
    })
    this.#parts = grid.parts
    this.#near = [...near].sort((a, b) => a - b)
    this.#x = x
    this.#y = y
    this.#reach = reach
  }

  /** @returns distances of all crossings from the place, ascending, with the part crossed */
  crossings(ux: number, uy: number): readonly { readonly at: number; readonly part: number }[] {
    const found: { at: number; part: number }[] = []
    for (const part of this.#near) {
      if (this.#parts.kind[part] === PIECE_LINE) this.#crossLine(part, ux, uy, found)
      else this.#crossArc(part, ux, uy, found)
    }
    found.sort((a, b) => a.at - b.at)
    return found.filter((crossing, k) => k === 0 || crossing.at - found[k - 1].at > SAME)
  }

  #crossLine(i: number, ux: number, uy: number, found: { at: number; part: number }[]): void {
    const s = this.#parts
    const [ax, ay] = [s.x0[i] - this.#x, s.y0[i] - this.#y]
    const [bx, by] = [s.x1[i] - this.#x, s.y1[i] - this.#y]
    const a = ux * ay - uy * ax
    const b = ux * by - uy * bx
    if (a > 0 === b > 0) return
    const t = a / (a - b)
    const at = (ax + t * (bx - ax)) * ux + (ay + t * (by - ay)) * uy
    if (at >= 0 && at <= this.#reach) found.push({ at, part: i })
  }

  #crossArc(i: number, ux: number, uy: number, found: { at: number; part: number }[]): void {
    const s = this.#parts
    const [cx, cy, r] = [s.cx[i] - this.#x, s.cy[i] - this.#y, s.r[i]]
    const along = cx * ux + cy * uy
    const across = cx * uy - cy * ux
    const rest = r * r - across * across
    if (rest <= 0) return
    const half = Math.sqrt(rest)
    for (const at of [along - half, along + half]) {
      if (at >= 0 && at <= this.#reach && isOnArc(s, i, this.#x + at * ux, this.#y + at * uy)) found.push({ at, part: i })
    }
  }
}
