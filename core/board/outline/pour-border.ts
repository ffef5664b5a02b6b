import { landTest } from '#core/board/land-test.ts'
import { middleOf } from '#core/board/outline/contour-geometry.ts'
import type { TracedContour } from '#core/board/outline/trace-contours.ts'
import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'

/** Just beyond the pen's inner side, nm. */
const BEYOND = 30_000
const POUR_SHARE = 0.3
const POINTS_AN_EDGE = 16

/** True when copper lies against the inner side of a closed stroke on copper: it is the border of a pour, not the board's edge. */
export const boundsPour = (plotted: PlottedLayer, { contour, pen }: TracedContour): boolean => {
  const { dark } = landTest(plotted)
  let asked = 0
  let filled = 0
  const n = contour.x.length
  for (let v = 0; v < n; v++) {
    const w = (v + 1) % n
    const [x0, y0, x1, y1] = [contour.x[v]!, contour.y[v]!, contour.x[w]!, contour.y[w]!]
    const length = Math.hypot(x1 - x0, y1 - y0)
    if (length === 0) continue
    const [mx, my] = middleOf(x0, y0, x1, y1, contour.bulge[v]!)
    const [bx, by] = [mx - (x0 + x1) / 2, my - (y0 + y1) / 2]
    for (let k = 1; k <= POINTS_AN_EDGE; k++) {
      const t = k / (POINTS_AN_EDGE + 1)
      // The belly of an arc, near enough for a probe: full in the middle, none at the ends.
      const belly = 4 * t * (1 - t)
      const out = pen / 2 + BEYOND
      asked++
      if (dark(x0 + t * (x1 - x0) + belly * bx - ((y1 - y0) / length) * out, y0 + t * (y1 - y0) + belly * by + ((x1 - x0) / length) * out))
        filled++
    }
  }
  return filled > POUR_SHARE * asked
}
