import type { Image } from '#core/geometry/image.ts'
import { newWitness, pointDistance, type Witness } from '#core/geometry/measure/distance.ts'
import { boxesOf, type Shapes } from '#core/geometry/measure/shapes.ts'
import { columnOf, extentOf, fillBoxGrid, layoutFor, rowOf, widenedFor, type BoxGrid } from './box-grid.ts'
import { RowWalk } from './row-crossings.ts'
import { shapeParts } from './shape-parts.ts'

/** Lines and arcs sorted into cells for searching. All nm. */
export interface PieceGrid {
  /** What is searched: the shapes, long ones in parts. */
  readonly parts: Shapes
  /** 4 numbers per part. */
  readonly boxes: Float64Array
  /** The shape (an image's piece) that each part is of; null when part i is shape i. */
  readonly of: Uint32Array | null
  readonly cells: BoxGrid
  readonly walk: RowWalk
}

/** @returns a grid over any lines and arcs; null without any */
export const shapeGrid = (shapes: Shapes): PieceGrid | null => {
  const bounds = extentOf(boxesOf(shapes))
  if (!bounds) return null
  const layout = layoutFor(bounds, shapes.count, 1)
  const { shapes: parts, of } = shapeParts(shapes, 4 * layout.cell)
  const boxes = boxesOf(parts)
  const cells = fillBoxGrid(boxes, widenedFor(boxes, layout, 0), 0)
  return { parts, boxes, of, cells, walk: new RowWalk(parts, boxes, cells) }
}

const grids = new WeakMap<Image, PieceGrid | null>()

/** @returns the grid over an image's pieces, built on first use and kept as long as the image; null for an empty image */
export const pieceGrid = (image: Image): PieceGrid | null => {
  let grid = grids.get(image)
  if (grid === undefined) {
    grid = shapeGrid(image.pieces)
    grids.set(image, grid)
  }
  return grid
}

/** @returns the shape that a part is of */
export const shapeOfPart = (grid: PieceGrid, part: number): number => (grid.of === null ? part : grid.of[part])

/**
 * @param x nm
 * @param y nm
 * @returns the component at a place, -1 outside the dark area
 */
export const componentAt = (image: Image, grid: PieceGrid | null, x: number, y: number): number => {
  // Dark lies on the left of each piece: right of a falling one is inside.
  if (grid === null || !grid.walk.left(x, y, null) || grid.walk.direction > 0) return -1
  return image.rings.component[image.pieces.ring[shapeOfPart(grid, grid.walk.shape)]]
}

/** @returns whether a place (nm) is dark */
export const insideImage = (image: Image, x: number, y: number): boolean => componentAt(image, pieceGrid(image), x, y) >= 0

/** @returns whether a place is inside an odd number of the closed contours in the grid */
export const insideContours = (grid: PieceGrid, x: number, y: number): boolean => {
  let odd = false
  let at = x
  while (grid.walk.left(at, y, null)) {
    if (grid.walk.direction % 2 !== 0) odd = !odd
    at = grid.walk.x
  }
  return odd
}

/** Visits every part whose box meets the box; a part may come more than once. Return true from `visit` to stop. */
export const partsInBox = (grid: PieceGrid, x0: number, y0: number, x1: number, y1: number, visit: (part: number) => boolean): boolean => {
  const { layout, start, items } = grid.cells
  const [c0, c1] = [columnOf(layout, x0), columnOf(layout, x1)]
  const [r0, r1] = [rowOf(layout, y0), rowOf(layout, y1)]
  for (let r = r0; r <= r1; r++) {
    for (let cell = r * layout.cols + c0; cell <= r * layout.cols + c1; cell++) {
      for (let k = start[cell]; k < start[cell + 1]; k++) {
        const i = items[k]
        const b = 4 * i
        if (grid.boxes[b] > x1 || grid.boxes[b + 2] < x0 || grid.boxes[b + 1] > y1 || grid.boxes[b + 3] < y0) continue
        if (visit(i)) return true
      }
    }
  }
  return false
}

const boxDistance2 = (boxes: Float64Array, i: number, x: number, y: number): number => {
  const dx = Math.max(boxes[i] - x, 0, x - boxes[i + 2])
  const dy = Math.max(boxes[i + 1] - y, 0, y - boxes[i + 3])
  return dx * dx + dy * dy
}

const scratch = newWitness()

/**
 * Nearest part to a place, searched in widening rings of cells.
 * @param within nm; nothing farther is looked at
 * @param skip parts for which it is true don't count; null = all count
 * @param out the place and the nearest point on the part, with their distance
 * @returns the part, -1 when there is none within the bound (`out` is then at an infinite distance)
 */
export const nearestPart = (
  grid: PieceGrid,
  x: number,
  y: number,
  within: number,
  skip: ((part: number) => boolean) | null,
  out: Witness,
): number => {
  const { layout, start, items } = grid.cells
  const { cell, cols, rows } = layout
  const [cx, cy] = [columnOf(layout, x), rowOf(layout, y)]
  const last = Math.max(cx, cols - 1 - cx, cy, rows - 1 - cy)
  let best = -1
  let bound = within
  out[0] = Infinity
  // From inside its cell a place is at least (ring - 1) cells away from the cells of a ring; places off the grid are farther.
  for (let ring = 0; ring <= last && (ring - 1) * cell <= bound; ring++) {
    for (let r = Math.max(0, cy - ring); r <= Math.min(rows - 1, cy + ring); r++) {
      const isEdge = Math.abs(r - cy) === ring
      for (let c = cx - ring; c <= cx + ring; c += isEdge || ring === 0 ? 1 : 2 * ring) {
        if (c < 0 || c >= cols) continue
        const k = r * cols + c
        for (let m = start[k]; m < start[k + 1]; m++) {
          const i = items[m]
          if (boxDistance2(grid.boxes, 4 * i, x, y) > bound * bound || (skip !== null && skip(i))) continue
          pointDistance(x, y, grid.parts, i, scratch)
          if (scratch[0] > bound || scratch[0] >= out[0]) continue
          out.set(scratch)
          bound = scratch[0]
          best = i
        }
      }
    }
  }
  return best
}
