import type { Point } from '#core/base/box.ts'
import { toMm, type Mm } from '#core/base/units.ts'
import type { Board, Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { holesThrough } from '#core/checks/measuring/hole-rings.ts'
import { layerPads, padText } from '#core/checks/measuring/pads.ts'
import { fanOf, lookAround, type RayResult } from '#core/checks/measuring/relief-rays.ts'
import { leadsToPlane } from '#core/checks/measuring/spoke-lead.ts'
import { spokeWidth } from '#core/checks/measuring/spoke-width.ts'
import { imageOfObjects } from '#core/checks/measuring/subset.ts'
import type { Image } from '#core/geometry/image.ts'
import { pieceGrid, type PieceGrid } from '#core/geometry/index/piece-grid.ts'
import { Rays } from '#core/geometry/measure/rays.ts'

/** Copper between two openings of a relief. Lengths and places mm. */
export interface Spoke {
  /** Infinity where its walls cannot be told apart. */
  readonly width: number
  readonly a: Point
  readonly b: Point
  /** It leads on into the plane. */
  readonly leads: boolean
}

/** A pad or hole that hangs in a plane by spokes. */
export interface Thermal {
  readonly at: Point
  readonly component: number
  readonly spokes: readonly Spoke[]
  /** Its openings lie within this distance of `at`. */
  readonly reach: Mm
  /** `pad U1.3`; '' for a hole in a negative plane. */
  readonly text: string
  /** -1 without. */
  readonly hole: number
}

const FEW = 24
const STEP_NM = 40_000
const [FEWEST, MOST] = [240, 1440]
/** Planes are larger than this, nm², and than this many pads. */
const PLANE_NM2 = 20e12
const PLANE_PADS = 10
/** Share of the directions in which a relieved pad has a relief. */
const RELIEVED = 0.5
/** Corners and neighbouring openings widen a relief: this share of it is as wide as in the middle, within this factor. */
const EVEN_SHARE = 0.75
const UNEVEN = 1.5
/** Copper over so much of the way around is a solid connection. */
const SOLID = 0.3
/** Reliefs in negative planes are as round as their thermals, nm. */
const EVEN = 60_000

interface Anchor {
  readonly x: number
  readonly y: number
  readonly component: number
  /** Distance of the edge per ray. */
  readonly edge: (count: number) => readonly number[] | null
  readonly size: number
  readonly text: string
  readonly hole: number
}

/** Runs of rays without a gap, as first ray and number of rays, around the circle. */
const runsOf = (rays: readonly RayResult[]): readonly { readonly from: number; readonly length: number }[] => {
  const isCopper = (k: number): boolean => Number.isNaN(rays[k % rays.length]!.near)
  const start = rays.findIndex((_, k) => !isCopper(k) && isCopper(k + 1))
  if (start < 0) return []
  const runs: { from: number; length: number }[] = []
  for (let k = start + 1; k <= start + rays.length; k++) {
    if (!isCopper(k)) continue
    if (isCopper(k - 1) && runs.length > 0) runs.at(-1)!.length++
    else runs.push({ from: k % rays.length, length: 1 })
  }
  return runs
}

/** Widths of the relief in all directions where there is one, ascending. */
const gapsOf = (rays: readonly RayResult[]): readonly number[] =>
  rays.flatMap((r) => (r.beyond === 'relief' ? [r.far - r.near] : [])).sort((a, b) => a - b)

const middleOf = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0

/** Whether a pad has a relief most of the way around that is about as wide everywhere: not the meshes of a hatched plane. */
const isRelieved = (rays: readonly RayResult[]): boolean => {
  const gaps = gapsOf(rays)
  const middle = middleOf(gaps)
  const even = gaps.filter((gap) => gap > middle / UNEVEN && gap < middle * UNEVEN).length
  return gaps.length >= RELIEVED * rays.length && even >= EVEN_SHARE * gaps.length
}

const thermalAt = (image: Image, grid: PieceGrid, anchor: Anchor): Thermal | null => {
  const few = anchor.edge(FEW)
  if (!few || !isRelieved(lookAround(image, grid, { ...anchor, edge: few }))) return null
  const count = Math.min(MOST, Math.max(FEWEST, Math.round((Math.PI * anchor.size) / STEP_NM)))
  const edge = anchor.edge(count)
  if (!edge) return null
  const rays = lookAround(image, grid, { ...anchor, edge })
  if (!isRelieved(rays)) return null
  const runs = runsOf(rays)
  if (runs.length === 0 || runs.some(({ length }) => length > SOLID * count)) return null
  const gap = middleOf(gapsOf(rays))
  const at: Point = [toMm(anchor.x), toMm(anchor.y)]
  const spokes = runs.map(({ from, length }): Spoke => {
    const wide = spokeWidth(image, grid, anchor, rays, gap, from, length)
    return {
      width: wide?.width ?? Infinity,
      a: wide?.a ?? at,
      b: wide?.b ?? at,
      leads: leadsToPlane(image, grid, anchor, edge, rays, gap, from, length),
    }
  })
  const reach = toMm(Math.max(...rays.flatMap((r) => (r.beyond === 'relief' ? [r.far] : []))))
  return { at, component: anchor.component, spokes, reach, text: anchor.text, hole: anchor.hole }
}

interface FlashOutline {
  readonly grid: PieceGrid
  /** Where it was flashed, nm. */
  readonly x: number
  readonly y: number
  /** Distance of the edge per ray, by the number of rays; null where a ray misses it. */
  readonly edges: Map<number, readonly number[] | null>
}

/** Pads in planes: the edge is that of the aperture. */
const padAnchors = (board: Board, measures: Measures, layer: Layer, image: Image): readonly Anchor[] => {
  const pads = layerPads(board, measures, layer)
  const { objects } = layer.plotted
  const outlines = new Map<number, FlashOutline | null>()
  const anchors: Anchor[] = []
  for (let row = 0; row < pads.count; row++) {
    const [x, y, aperture] = [pads.x[row]!, pads.y[row]!, pads.aperture[row]!]
    const component = measures.componentAt(layer, [toMm(x), toMm(y)])
    if (component < 0 || image.components.area[component]! < Math.max(PLANE_NM2, PLANE_PADS * aperture.width * aperture.height)) continue
    // A flash is its aperture, moved: one outline serves all of its flashes.
    let outline = outlines.get(aperture.code)
    if (outline === undefined) {
      const object = pads.object[row]!
      const grid = pieceGrid(imageOfObjects(layer.plotted, [object]))
      outline = grid && { grid, x: objects.x0[object]!, y: objects.y0[object]!, edges: new Map() }
      outlines.set(aperture.code, outline)
    }
    if (!outline) continue
    const { grid, x: ox, y: oy, edges } = outline
    const size = Math.max(aperture.width, aperture.height)
    const edge = (count: number): readonly number[] | null => {
      let known = edges.get(count)
      if (known === undefined) {
        const reached = fanOf(new Rays(grid, ox, oy, size), count).map((crossings) => crossings.at(-1)?.at ?? 0)
        known = reached.every((r) => r > 0) ? reached : null
        edges.set(count, known)
      }
      return known
    }
    anchors.push({ x, y, component, edge, size, text: padText(pads, row), hole: pads.hole[row]! })
  }
  return anchors
}

/** Holes in negative planes: the edge is where the thermal's opening begins, the same all around. */
const holeAnchors = (board: Board, measures: Measures, layer: Layer, image: Image, grid: PieceGrid): readonly Anchor[] => {
  const { holes } = board
  return [...holesThrough(board, layer)].flatMap((hole): Anchor[] => {
    if (holes.x0[hole] !== holes.x1[hole] || holes.y0[hole] !== holes.y1[hole]) return []
    const [x, y, d] = [holes.x0[hole]!, holes.y0[hole]!, holes.diameter[hole]!]
    const component = measures.componentAt(layer, [toMm(x), toMm(y)])
    if (component < 0 || image.components.area[component]! < PLANE_NM2) return []
    const edge = (count: number): readonly number[] | null => {
      const near = fanOf(new Rays(grid, x, y, 2 * d + 2_000_000), count).map((crossings) => crossings[0]?.at ?? Infinity)
      const middle = [...near].sort((a, b) => a - b)[Math.floor(count / 3)]!
      if (middle < d / 2 || middle > d / 2 + 2_000_000) return null
      return near.filter((r) => Math.abs(r - middle) < EVEN).length >= RELIEVED * count ? near.map(() => middle) : null
    }
    return [{ x, y, component, edge, size: 2 * d, text: '', hole }]
  })
}

/** @returns pads and holes of a layer that hang in their own plane by spokes */
export const thermals = (board: Board, measures: Measures, layer: Layer): readonly Thermal[] =>
  measures.once(`thermals:${layer.id}`, () => {
    const image = measures.image(layer)
    const grid = pieceGrid(image)
    if (!grid) return []
    const anchors = layer.negative ? holeAnchors(board, measures, layer, image, grid) : padAnchors(board, measures, layer, image)
    return anchors.flatMap((anchor) => thermalAt(image, grid, anchor) ?? [])
  })
