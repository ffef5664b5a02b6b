import type { Point } from '#core/base/box.ts'
import { toNm, type Mm } from '#core/base/units.ts'
import type { Canvas } from '#core/render/canvas.ts'
import { MARK, type Colour } from '#core/render/colours.ts'
import { coverageImage } from '#core/render/coverage.ts'
import { PrimList } from '#core/render/prim-list.ts'
import type { View } from '#core/render/view.ts'

/** A place to point at: a measured line, or a point when both ends are equal; mm. */
export interface Mark {
  readonly from: Point
  readonly to: Point
  readonly colour?: Colour
}

/** Pens in pixels: what is marked must be seen at any scale. */
const LINE_PX = 1.5
const RING_PX = 9
const RING_SIDES = 32

const nm = (p: readonly [Mm, Mm]): Point => [toNm(p[0]), toNm(p[1])]

const markArt = (mark: Mark, view: View): PrimList => {
  const list = new PrimList()
  const pixel = 1e6 / view.scale
  list.capsule(nm(mark.from), nm(mark.to), (LINE_PX * pixel) / 2)
  const middle: Point = [(mark.from[0] + mark.to[0]) / 2, (mark.from[1] + mark.to[1]) / 2]
  const length = Math.hypot(mark.to[0] - mark.from[0], mark.to[1] - mark.from[1])
  const radius = Math.max(RING_PX / view.scale, length / 2 + 4 / view.scale)
  const at = (k: number): Point =>
    nm([middle[0] + radius * Math.cos((2 * Math.PI * k) / RING_SIDES), middle[1] + radius * Math.sin((2 * Math.PI * k) / RING_SIDES)])
  for (let k = 0; k < RING_SIDES; k++) list.capsule(at(k), at(k + 1), (LINE_PX * pixel) / 2)
  return list
}

/** Draws the measured lines with a ring around each; pens keep their width in pixels. */
export const paintMarks = (canvas: Canvas, view: View, marks: readonly Mark[]): void => {
  for (const mark of marks) canvas.paint(mark.colour ?? MARK, coverageImage(markArt(mark, view).paintable(), view))
}
