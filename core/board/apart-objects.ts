import type { Box } from '#core/base/box.ts'
import type { Outline } from '#core/board/board.ts'
import { boardCells } from '#core/board/outline/board-cells.ts'
import { arcOf, edgeBox, insideContour } from '#core/board/outline/contour-geometry.ts'
import { OBJECT_FLASH } from '#core/interpret/plotted-layer.ts'
import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'

const NONE = new Uint32Array(0)
/** When so many of a layer's pads would be set apart, the outline is doubtful, not the artwork. */
const TOO_MUCH = 0.5

/** Extents of all objects, 4 a piece; an object that plots nothing has x0 > x1. */
const objectBoxes = ({ objects, prims }: PlottedLayer): Float64Array => {
  const boxes = new Float64Array(4 * objects.count)
  for (let i = 0; i < objects.count; i++) {
    let x0 = Infinity
    let y0 = Infinity
    let x1 = -Infinity
    let y1 = -Infinity
    for (let p = objects.primFrom[i]!; p < objects.primTo[i]!; p++) {
      const r = prims.r[p]!
      x0 = Math.min(x0, prims.x0[p]! - r, prims.x1[p]! - r)
      y0 = Math.min(y0, prims.y0[p]! - r, prims.y1[p]! - r)
      x1 = Math.max(x1, prims.x0[p]! + r, prims.x1[p]! + r)
      y1 = Math.max(y1, prims.y0[p]! + r, prims.y1[p]! + r)
    }
    boxes[4 * i] = x0
    boxes[4 * i + 1] = y0
    boxes[4 * i + 2] = x1
    boxes[4 * i + 3] = y1
  }
  return boxes
}

/** Edges are looked at in parts: the box of a long slanted or curved edge covers too much of its surroundings. */
const PARTS = 64

/** Boxes around the parts of every outer edge, arcs with their belly. */
const edgeBoxes = (outline: Outline): Box[] =>
  outline.outer.flatMap((c) =>
    Array.from(c.x, (x0, v): Box[] => {
      const w = (v + 1) % c.x.length
      const [y0, x1, y1, bulge] = [c.y[v]!, c.x[w]!, c.y[w]!, c.bulge[v]!]
      const arc = arcOf(x0, y0, x1, y1, bulge)
      if (!arc && (x0 === x1 || y0 === y1)) return [edgeBox(x0, y0, x1, y1, 0)]
      const at = (t: number): readonly [number, number] =>
        arc
          ? [arc.cx + arc.r * Math.cos(arc.start + t * arc.sweep), arc.cy + arc.r * Math.sin(arc.start + t * arc.sweep)]
          : [x0 + t * (x1 - x0), y0 + t * (y1 - y0)]
      const belly = arc ? arc.r * (1 - Math.cos(arc.sweep / PARTS / 2)) : 0
      return Array.from({ length: PARTS }, (_, k): Box => {
        const [a, b] = [at(k / PARTS), at((k + 1) / PARTS)]
        return [Math.min(a[0], b[0]) - belly, Math.min(a[1], b[1]) - belly, Math.max(a[0], b[0]) + belly, Math.max(a[1], b[1]) + belly]
      })
    }).flat(),
  )

const overlap = (b: Float64Array, i: number, box: Box): boolean =>
  b[4 * i]! <= box[2] && b[4 * i + 2]! >= box[0] && b[4 * i + 1]! <= box[3] && b[4 * i + 3]! >= box[1]

/**
 * Finds artwork that lies wholly outside the board and touches nothing on it: titles, film names, sheet frames, coupons.
 * Objects that reach the board through others (a track that runs over the edge) stay.
 * @returns indexes of objects, ascending; empty without an outline, and when most of the layer lies outside
 */
export const apartObjects = (plotted: PlottedLayer, outline: Outline): Uint32Array => {
  const { objects } = plotted
  const board = outline.box
  if (!board || !plotted.bounds || outline.outer.length === 0) return NONE
  const [bx0, by0, bx1, by1] = plotted.bounds
  const rectangular = outline.outer.length === 1 && outline.outer[0]!.x.length === 4 && outline.outer[0]!.bulge.every((b) => b === 0)
  if (rectangular && bx0 >= board[0] && by0 >= board[1] && bx1 <= board[2] && by1 <= board[3]) return NONE
  const boxes = objectBoxes(plotted)
  const edges = rectangular ? [] : edgeBoxes(outline)
  const inner = rectangular ? null : boardCells(outline)
  const outside: number[] = []
  const rest: number[] = []
  for (let i = 0; i < objects.count; i++) {
    if (boxes[4 * i]! > boxes[4 * i + 2]!) continue
    if (inner?.(boxes[4 * i]!, boxes[4 * i + 1]!)) rest.push(i)
    else if (isOutside(boxes, i, board, outline, rectangular, edges)) outside.push(i)
    else rest.push(i)
  }
  if (outside.length === 0 || doubtful(plotted, outside)) return NONE
  return Uint32Array.from(unconnected(boxes, outside, rest))
}

const doubtful = ({ objects }: PlottedLayer, outside: readonly number[]): boolean => {
  let pads = 0
  for (let i = 0; i < objects.count; i++) if (objects.kind[i] === OBJECT_FLASH) pads++
  if (pads < 4) return outside.length >= objects.count
  return outside.filter((i) => objects.kind[i] === OBJECT_FLASH).length > TOO_MUCH * pads
}

const isOutside = (boxes: Float64Array, i: number, board: Box, outline: Outline, rectangular: boolean, edges: readonly Box[]): boolean => {
  if (!overlap(boxes, i, board)) return true
  if (rectangular) return false
  const [x0, y0, x1, y1] = [boxes[4 * i]!, boxes[4 * i + 1]!, boxes[4 * i + 2]!, boxes[4 * i + 3]!]
  if (outline.outer.some((c) => insideContour(c, (x0 + x1) / 2, (y0 + y1) / 2) || insideContour(c, x0, y0) || insideContour(c, x1, y1)))
    return false
  return !edges.some((e) => overlap(boxes, i, e))
}

/** The list of objects too large for cells. */
const LARGE = Number.MAX_SAFE_INTEGER

/** Grows the board's artwork through overlapping extents; what it never reaches is apart. */
const unconnected = (boxes: Float64Array, outside: readonly number[], rest: readonly number[]): number[] => {
  const cell = 2_000_000
  const cellsOf = (i: number): number[] => {
    const keys: number[] = []
    const [c0, r0, c1, r1] = [0, 1, 2, 3].map((k) => Math.floor(boxes[4 * i + k]! / cell)) as [number, number, number, number]
    if ((c1 - c0 + 1) * (r1 - r0 + 1) > 400) return [LARGE]
    for (let c = c0; c <= c1; c++) for (let r = r0; r <= r1; r++) keys.push(c * 65_537 + r)
    return keys
  }
  const grid = new Map<number, number[]>()
  for (const i of outside) {
    for (const key of cellsOf(i)) {
      const list = grid.get(key)
      if (list) list.push(i)
      else grid.set(key, [i])
    }
  }
  const large = new Set(grid.get(LARGE) ?? [])
  const apart = new Set(outside)
  const boxOf = (i: number): Box => [boxes[4 * i]!, boxes[4 * i + 1]!, boxes[4 * i + 2]!, boxes[4 * i + 3]!]
  const reach = (i: number): number[] => {
    const keys = cellsOf(i)
    const near = keys[0] === LARGE ? outside : [...keys.flatMap((key) => grid.get(key) ?? []), ...large]
    return near.filter((o) => o !== i && apart.has(o) && overlap(boxes, o, boxOf(i)))
  }
  const extent = outside.reduce<Box>(
    (b, i) => [
      Math.min(b[0], boxes[4 * i]!),
      Math.min(b[1], boxes[4 * i + 1]!),
      Math.max(b[2], boxes[4 * i + 2]!),
      Math.max(b[3], boxes[4 * i + 3]!),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  )
  const queue = rest.filter((i) => overlap(boxes, i, extent))
  for (let i = queue.pop(); i !== undefined; i = queue.pop()) {
    for (const o of reach(i)) {
      apart.delete(o)
      queue.push(o)
    }
  }
  return outside.filter((i) => apart.has(i))
}
