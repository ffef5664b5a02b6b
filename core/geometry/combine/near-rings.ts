import type { Image } from '#core/geometry/image.ts'
import { columnOf, extentOf, fillBoxGrid, layoutFor, rowOf, widenedFor } from '#core/geometry/index/box-grid.ts'

/** Room around boxes, nm: more than the kernel moves anything by. */
const ROOM = 1000

/**
 * Rings that can matter where another image is dark: those whose box meets the box of one of its components. A ring whose box
 * does not, neither crosses nor encloses anything of it.
 * @returns ascending
 */
export const ringsNear = (image: Image, other: Image): readonly number[] => {
  const boxes = other.components.box
  const bounds = extentOf(boxes)
  if (!bounds) return []
  const layout = layoutFor(bounds, boxes.length / 4, 1)
  const { layout: cells, start, items } = fillBoxGrid(boxes, widenedFor(boxes, layout, 0), 0)
  const { box } = image.rings
  const meets = (ring: number): boolean => {
    const [x0, y0] = [box[4 * ring] - ROOM, box[4 * ring + 1] - ROOM]
    const [x1, y1] = [box[4 * ring + 2] + ROOM, box[4 * ring + 3] + ROOM]
    if (x0 > bounds[2] || x1 < bounds[0] || y0 > bounds[3] || y1 < bounds[1]) return false
    const [c0, c1] = [columnOf(cells, x0), columnOf(cells, x1)]
    const r1 = rowOf(cells, y1)
    for (let r = rowOf(cells, y0); r <= r1; r++) {
      for (let k = start[r * cells.cols + c0]; k < start[r * cells.cols + c1 + 1]; k++) {
        const b = 4 * items[k]
        if (boxes[b] <= x1 && boxes[b + 2] >= x0 && boxes[b + 1] <= y1 && boxes[b + 3] >= y0) return true
      }
    }
    return false
  }
  const near: number[] = []
  for (let ring = 0; ring < image.rings.count; ring++) if (meets(ring)) near.push(ring)
  return near
}
