import { toNm, type Mm } from '#core/base/units.ts'
import { HOLE_NON_PLATED, type Board } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { addContour } from '#core/checks/measuring/board-region.ts'
import { circleOf } from '#core/checks/measuring/circles.ts'
import { distinctGaps } from '#core/checks/measuring/distinct-gaps.ts'
import { isMouseBite } from '#core/checks/measuring/mouse-bites.ts'
import { rayTo } from '#core/checks/measuring/ray.ts'
import { PrimList } from '#core/geometry/combine/prim-list.ts'
import { composePrims } from '#core/geometry/compose/compose.ts'
import type { Image } from '#core/geometry/image.ts'
import type { Gap } from '#core/geometry/measure/places.ts'
import { spacingGaps } from '#core/geometry/measure/spacing.ts'

/** Room around the board that counts as taken away, nm. */
const ROOM_NM = 5_000_000
/** Smaller circles on the outline layer are drilled, nm. */
const LARGEST_DRILL_NM = 6_500_000
/** A bridge reaches as far along as it is not half as wide again. */
const AS_NARROW = 1.5
const STEPS = 8
/** Rays along a bridge end within so many of its widths or say that it is over. */
const NEAR = 3
/** More bridges than this are a lattice: the narrowest are looked at. */
const MOST_BRIDGES = 500

interface Removed {
  readonly image: Image
  /** 1 for the primitives that a router makes, the world around included; 0 for round holes. */
  readonly milled: Uint8Array
}

/** @returns everything that is taken away from the board: the world around, cut-outs, slots and non-plated holes (not mouse bites) */
const removed = (board: Board, measures: Measures): Removed =>
  measures.once('removed', () => {
    const { outline, holes } = board
    const list = new PrimList()
    const [x0, y0, x1, y1] = outline.box!
    addContour(
      list,
      {
        x: Float64Array.of(x0 - ROOM_NM, x1 + ROOM_NM, x1 + ROOM_NM, x0 - ROOM_NM),
        y: Float64Array.of(y0 - ROOM_NM, y0 - ROOM_NM, y1 + ROOM_NM, y1 + ROOM_NM),
        bulge: new Float64Array(4),
      },
      false,
    )
    for (const contour of outline.outer) addContour(list, contour, true)
    const circles = outline.cutouts.map(circleOf)
    const isDrilled = (c: number): boolean => (circles[c]?.diameter ?? Infinity) <= LARGEST_DRILL_NM
    outline.cutouts.forEach((contour, c) => !isDrilled(c) && addContour(list, contour, false))
    list.contour(true, 0)
    const milled = [1]
    circles.forEach((circle, c) => {
      if (!circle || !isDrilled(c)) return
      const [x, y] = circle.centre
      list.capsule(true, x, y, x, y, circle.diameter / 2)
      milled.push(0)
    })
    const bite = isMouseBite(board, measures)
    for (let h = 0; h < holes.count; h++) {
      const isSlot = holes.x0[h] !== holes.x1[h] || holes.y0[h] !== holes.y1[h]
      if (bite[h] || (!isSlot && holes.plating[h] !== HOLE_NON_PLATED)) continue
      list.capsule(true, holes.x0[h]!, holes.y0[h]!, holes.x1[h]!, holes.y1[h]!, holes.diameter[h]! / 2)
      milled.push(isSlot ? 1 : 0)
    }
    return { image: composePrims(list.input()), milled: Uint8Array.from(milled) }
  })

const WORLD = 2
const MILLED = 1
const HOLE = 0

/** What each component of the removed is: the world around the board, something milled, or round holes only. */
const kindsOf = ({ image, milled }: Removed): Uint8Array => {
  const { pieces, rings, components } = image
  const kinds = new Uint8Array(components.count).fill(HOLE)
  for (let p = 0; p < pieces.count; p++) if (milled[pieces.prim[p]!]) kinds[rings.component[pieces.ring[p]!]!] = MILLED
  for (let c = 0; c < components.count; c++) if (components.box[4 * c] === image.bounds![0]) kinds[c] = WORLD
  return kinds
}

/** Pieces whose box, of arcs that of the whole circle, comes within a distance of a place on both axes. */
const piecesNear = (pieces: Image['pieces'], x: number, y: number, reach: number): readonly number[] => {
  const found: number[] = []
  for (let p = 0; p < pieces.count; p++) {
    const r = pieces.r[p]!
    const [x0, x1] = r > 0 ? [pieces.cx[p]! - r, pieces.cx[p]! + r] : [pieces.x0[p]!, pieces.x1[p]!]
    const [y0, y1] = r > 0 ? [pieces.cy[p]! - r, pieces.cy[p]! + r] : [pieces.y0[p]!, pieces.y1[p]!]
    if (Math.min(x0, x1) <= x + reach && Math.max(x0, x1) >= x - reach && Math.min(y0, y1) <= y + reach && Math.max(y0, y1) >= y - reach)
      found.push(p)
  }
  return found
}

/** How far along a gap stays narrow, nm. */
const lengthOf = ({ pieces }: Image, gap: Gap): number => {
  const width = toNm(gap.value)
  const [ax, ay, bx, by] = [toNm(gap.a[0]), toNm(gap.a[1]), toNm(gap.b[0]), toNm(gap.b[1])]
  const [ux, uy] = [(bx - ax) / width, (by - ay) / width]
  const [mx, my] = [(ax + bx) / 2, (ay + by) / 2]
  const near = piecesNear(pieces, mx, my, NEAR * width)
  const widthAt = (offset: number): number => {
    const [x, y] = [mx - offset * uy, my + offset * ux]
    let [ahead, back] = [Infinity, Infinity]
    for (const p of near) {
      ahead = Math.min(ahead, rayTo(pieces, p, x, y, ux, uy))
      back = Math.min(back, rayTo(pieces, p, x, y, -ux, -uy))
    }
    return ahead + back
  }
  const reach = (side: 1 | -1): number => {
    let k = 0
    while (k < STEPS && widthAt((side * (k + 1) * width) / STEPS) <= AS_NARROW * width) k++
    return (k * width) / STEPS
  }
  return reach(1) + reach(-1)
}

/**
 * Webs of board material between two things that are taken away. Where one only comes near with a corner the board is not
 * weak: such places are left out, and so are round holes beside the edge or each other, which have spacing rules of their own.
 * @returns gaps in mm, narrowest first; 0 < value < within
 */
export const boardBridges = (board: Board, measures: Measures, within: Mm): readonly Gap[] => {
  const all = removed(board, measures)
  const kinds = kindsOf(all)
  const isBridge = ({ componentA, componentB }: Gap): boolean => kinds[componentA] === MILLED || kinds[componentB] === MILLED
  return distinctGaps(spacingGaps(all.image, { withinMm: within }))
    .filter((gap) => gap.value > 0 && isBridge(gap))
    .slice(0, MOST_BRIDGES)
    .filter((gap) => lengthOf(all.image, gap) >= toNm(gap.value) * (1 - 1e-6))
}
