import type { Point } from '#core/base/box.ts'
import { toMm, toNm, type Mm } from '#core/base/units.ts'
import type { Image } from '#core/geometry/image.ts'
import { pieceGrid, shapeOfPart, type PieceGrid } from '#core/geometry/index/piece-grid.ts'
import { newWitness } from './distance.ts'
import { holeAt, type HoleShape, type HoleTable } from './hole.ts'
import { NearAxis } from './near-axis.ts'
import { mmPoint } from './places.ts'

/** Copper around a hole on one layer. Lengths and points mm. */
export interface AnnularRing {
  /**
   * Axis in copper: thinnest copper around the wall, negative when the hole breaks out. Axis not in copper: distance from the wall to the nearest copper
   * (negative when the wall cuts into it), Infinity when there is none within the search bound.
   */
  readonly ring_mm: Mm
  /** On the hole's wall. */
  readonly wall: Point
  /** On the copper's outline. */
  readonly edge: Point
  /** Whether the axis lies in copper, voids wholly inside the hole counting as copper. */
  readonly covered: boolean
  /** The component that holds the axis; -1 when not covered. */
  readonly component: number
  /** The component that `edge` belongs to; -1 when nothing was found. */
  readonly nearest: number
  /**
   * The copper at the axis lies wholly inside the hole. On an outer layer that is a hole wider than its land; on an inner layer it is what some
   * CAD tools leave of a removed pad, and the layer isn't connected.
   */
  readonly swallowed: boolean
}

/** Copper farther from the wall than this isn't looked for. */
const FURTHEST_MM = 5
/** A void counts as inside the hole when it reaches beyond its wall by no more than this, nm: inch against metric rounding. */
const ROUNDING = 1000

/** Measures rings on one image. */
class RingMeter {
  readonly #image: Image
  readonly #grid: PieceGrid
  readonly #within: number
  readonly #axis = new NearAxis()
  readonly #w = newWitness()
  /** Whether a ring lies wholly inside the current hole; filled on demand. */
  readonly #drilled = new Map<number, boolean>()
  #hole: HoleShape | null = null
  /** Whether copper wholly inside the hole counts: only voids are looked through then. */
  #lands = false

  constructor(image: Image, grid: PieceGrid, within: number) {
    this.#image = image
    this.#grid = grid
    this.#within = within
  }

  measure(hole: HoleShape): AnnularRing {
    this.#hole = hole
    this.#drilled.clear()
    this.#lands = false
    const r = hole.d / 2
    let component = this.#componentOn(hole)
    if (component < 0) {
      // A land that the hole swallows whole is a breakout, not a mark to be drilled away.
      this.#lands = true
      component = this.#componentOn(hole)
      this.#lands = component >= 0
    }
    const part = this.#axis.nearest(this.#grid, hole, r + this.#within, this.#skip, this.#w)
    const w = this.#w
    if (part < 0) {
      const at = mmPoint(hole.x0, hole.y0)
      return { ring_mm: Infinity, wall: at, edge: at, covered: component >= 0, component, nearest: -1, swallowed: this.#lands }
    }
    const nearest = this.#image.rings.component[this.#ringOf(part)]
    const ux = w[0] > 0 ? (w[3] - w[1]) / w[0] : 1
    const uy = w[0] > 0 ? (w[4] - w[2]) / w[0] : 0
    return {
      ring_mm: toMm(w[0] - r),
      wall: mmPoint(w[1] + ux * r, w[2] + uy * r),
      edge: mmPoint(w[3], w[4]),
      covered: component >= 0,
      component,
      nearest,
      swallowed: this.#lands,
    }
  }

  readonly #skip = (part: number): boolean => {
    const ring = this.#ringOf(part)
    return !(this.#lands && this.#image.rings.area[ring] > 0) && this.#isDrilled(ring)
  }

  #ringOf(part: number): number {
    return this.#image.pieces.ring[shapeOfPart(this.#grid, part)]
  }

  /** The component at the middle of the axis, else at one of its ends; drilled-away voids and islands are looked through. */
  #componentOn({ x0, y0, x1, y1 }: HoleShape): number {
    const middle = this.#componentAt((x0 + x1) / 2, (y0 + y1) / 2)
    if (middle >= 0 || (x0 === x1 && y0 === y1)) return middle
    const end = this.#componentAt(x0, y0)
    return end >= 0 ? end : this.#componentAt(x1, y1)
  }

  #componentAt(x: number, y: number): number {
    const { walk } = this.#grid
    if (!walk.left(x, y, this.#skip) || walk.direction > 0) return -1
    return this.#image.rings.component[this.#ringOf(walk.shape)]
  }

  #isDrilled(ring: number): boolean {
    let inside = this.#drilled.get(ring)
    if (inside === undefined) {
      inside = this.#liesInHole(ring)
      this.#drilled.set(ring, inside)
    }
    return inside
  }

  #liesInHole(ring: number): boolean {
    const { rings, pieces } = this.#image
    const { x0, y0, x1, y1, d } = this.#hole!
    const r = d / 2 + ROUNDING
    const box = 4 * ring
    if (rings.box[box] < Math.min(x0, x1) - r || rings.box[box + 1] < Math.min(y0, y1) - r) return false
    if (rings.box[box + 2] > Math.max(x0, x1) + r || rings.box[box + 3] > Math.max(y0, y1) + r) return false
    for (let p = rings.start[ring]; p < rings.start[ring + 1]; p++) {
      if (distanceToAxis(pieces.x0[p], pieces.y0[p], this.#hole!) > r) return false
      // An arc bulges out between its ends, by no more than to the point of it that is farthest from the axis.
      if (
        pieces.kind[p] !== 0 &&
        distanceToAxis(pieces.cx[p], pieces.cy[p], this.#hole!) + pieces.r[p] > r &&
        arcLeaves(pieces, p, this.#hole!, r)
      )
        return false
    }
    return true
  }
}

const distanceToAxis = (x: number, y: number, { x0, y0, x1, y1 }: HoleShape): number => {
  const dx = x1 - x0
  const dy = y1 - y0
  const length2 = dx * dx + dy * dy
  const t = length2 > 0 ? Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length2)) : 0
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy)
}

const ARC_SAMPLES = 8

/** Samples an arc: the tolerance is far wider than what lies between the samples of arcs as small as a hole. */
const arcLeaves = (pieces: Image['pieces'], p: number, hole: HoleShape, r: number): boolean => {
  const { cx, cy } = pieces
  const from = Math.atan2(pieces.y0[p] - cy[p], pieces.x0[p] - cx[p])
  let sweep = Math.atan2(pieces.y1[p] - cy[p], pieces.x1[p] - cx[p]) - from
  if (pieces.kind[p] === 1 && sweep < 0) sweep += 2 * Math.PI
  if (pieces.kind[p] === 2 && sweep > 0) sweep -= 2 * Math.PI
  for (let k = 1; k < ARC_SAMPLES; k++) {
    const angle = from + (sweep * k) / ARC_SAMPLES
    if (distanceToAxis(cx[p] + pieces.r[p] * Math.cos(angle), cy[p] + pieces.r[p] * Math.sin(angle), hole) > r) return true
  }
  return false
}

const NO_COPPER = (hole: HoleShape): AnnularRing => {
  const at = mmPoint(hole.x0, hole.y0)
  return { ring_mm: Infinity, wall: at, edge: at, covered: false, component: -1, nearest: -1, swallowed: false }
}

/**
 * The ring of copper that holes leave on a layer, each the exact distance from the hole's axis to the outline around it less its radius. The
 * outline is that of all copper together, so tracks and pours widen the ring; voids wholly inside the hole are drilled away and don't count.
 * @param rows which holes; default all
 * @returns one entry per row, in that order
 */
export const annularRings = (image: Image, holes: HoleTable, rows?: ArrayLike<number>): readonly AnnularRing[] => {
  const grid = pieceGrid(image)
  const meter = grid ? new RingMeter(image, grid, toNm(FURTHEST_MM)) : null
  const count = rows ? rows.length : holes.count
  const found: AnnularRing[] = []
  for (let k = 0; k < count; k++) {
    const hole = holeAt(holes, rows ? rows[k] : k)
    found.push(meter ? meter.measure(hole) : NO_COPPER(hole))
  }
  return found
}

/** @returns the ring around one hole: see `annularRings` */
export const annularRing = (image: Image, hole: HoleShape): AnnularRing => {
  const grid = pieceGrid(image)
  return grid ? new RingMeter(image, grid, toNm(FURTHEST_MM)).measure(hole) : NO_COPPER(hole)
}
