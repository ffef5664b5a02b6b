import type { Point } from '#core/base/box.ts'
import type { Vertex } from '#core/builder/description.ts'
import { combineImages } from '#core/geometry/combine/combine.ts'
import { imageToRings } from '#core/geometry/combine/image-rings.ts'
import { offsetImage } from '#core/geometry/combine/offset.ts'
import { partOfImage } from '#core/geometry/combine/part-of-image.ts'
import { PrimList } from '#core/geometry/combine/prim-list.ts'
import { composePrims } from '#core/geometry/compose/compose.ts'
import type { Image } from '#core/geometry/image.ts'
import { componentAt, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import type { Plane } from '#core/read/librepcb/shapes.ts'
import { addBlob, contoursOf, flatPath, NM, openedContour, type Blob } from './blob.ts'

/** Something on the plane's layer that it keeps away from or connects to. */
export interface PlaneNeighbour {
  readonly kind: 'pad' | 'via' | 'trace' | 'art'
  readonly net: string | null
  readonly blobs: readonly Blob[]
  /** Least distance that it wants itself, mm. */
  readonly clearance: number
  /** For pads: directions of spokes, radians, and how far the pad reaches that way, mm. */
  readonly spokes: readonly { readonly angle: number; readonly reach: number }[]
  readonly at: Point
}

export interface PlaneSurroundings {
  /** The board without its cut-outs; null when the outline is not known. */
  readonly board: Image | null
  readonly neighbours: readonly PlaneNeighbour[]
  /** Holes without plating. */
  readonly holes: readonly Blob[]
  /** Areas that planes stay out of. */
  readonly keepOut: readonly Blob[]
  /** Planes that were filled before this one on the same layer, as they came out. */
  readonly before: readonly { readonly net: string | null; readonly image: Image }[]
}

export interface FilledPlane {
  readonly image: Image
  /** Outer contours and holes of each part, largest part first; mm. */
  readonly parts: readonly { readonly area: number; readonly outer: readonly Vertex[]; readonly holes: readonly (readonly Vertex[])[] }[]
  /** Parts that touch nothing of the net and were left out. */
  readonly islandsLeftOut: number
}

const composed = (fill: (list: PrimList) => void): Image => {
  const list = new PrimList()
  fill(list)
  return composePrims(list.input())
}

/** Opening with a round pen loses nothing wider than the pen; a hair less, so that a neck of exactly the width stays. */
const HAIR_NM = 5

const withoutThinParts = (image: Image, width: number): Image => {
  const by = (width * NM) / 2 - HAIR_NM
  return by > 0 ? offsetImage(offsetImage(image, -by), by) : image
}

const isSame = (plane: Plane, net: string | null): boolean => net !== null && net === plane.net

/** @returns what the plane keeps away from: everything of other nets, holes, forbidden areas, other planes */
const foreignArea = (plane: Plane, { neighbours, holes, keepOut, before }: PlaneSurroundings): Image => {
  const direct = composed((list) => {
    for (const { net, blobs, clearance } of neighbours)
      if (!isSame(plane, net)) for (const blob of blobs) addBlob(list, blob, Math.max(plane.copperClearance, clearance))
    for (const hole of holes) addBlob(list, hole, plane.holeClearance)
    for (const area of keepOut) addBlob(list, area)
  })
  return before
    .filter(({ net }) => !isSame(plane, net))
    .reduce((all, { image }) => combineImages(all, offsetImage(image, plane.copperClearance * NM), 'union'), direct)
}

/** A spoke of a thermal relief: the line that is drawn, a point in its gap and one beyond. */
interface Spoke {
  readonly blob: Blob
  readonly inGap: Point
  readonly beyond: Point
}

const spokeOf = ({ at }: PlaneNeighbour, angle: number, reach: number, gap: number, width: number): Spoke => {
  const pointAt = (distance: number): Point => [at[0] + distance * Math.cos(angle), at[1] + distance * Math.sin(angle)]
  return {
    blob: { kind: 'stroke', path: [at, pointAt(reach + gap + width)], width },
    inGap: pointAt(reach + gap / 2),
    beyond: pointAt(reach + gap + width / 2),
  }
}

/** @returns gaps around the pads of the plane's own net, and the spokes across them */
const reliefs = (plane: Plane, { neighbours }: PlaneSurroundings): { readonly gaps: Image; readonly spokes: readonly Spoke[] } => {
  const pads = neighbours.filter(({ kind, net }) => kind === 'pad' && isSame(plane, net))
  const isolated = plane.connect === 'solid' ? [] : pads
  const gap = plane.connect === 'thermal' ? plane.thermalGap : plane.copperClearance
  const gaps = composed((list) => isolated.forEach(({ blobs }) => blobs.forEach((blob) => addBlob(list, blob, gap))))
  if (plane.connect !== 'thermal') return { gaps, spokes: [] }
  return { gaps, spokes: pads.flatMap((pad) => pad.spokes.map(({ angle, reach }) => spokeOf(pad, angle, reach, gap, plane.spokeWidth))) }
}

const isIn = (image: Image, [x, y]: Point): boolean => componentAt(image, pieceGrid(image), x * NM, y * NM) >= 0

const partsOf = (image: Image): FilledPlane['parts'] => {
  const rings = imageToRings(image)
  const contour = (ring: number): readonly Vertex[] =>
    Array.from({ length: rings.start[ring + 1]! - rings.start[ring]! }, (_, i): Vertex => {
      const v = rings.start[ring]! + i
      return [rings.x[v]! / NM, rings.y[v]! / NM, rings.bulge[v]!]
    })
  const { components } = image
  return Array.from({ length: components.count }, (_, c) => {
    const [outer, ...holes] = [...components.ringList.subarray(components.ringStart[c], components.ringStart[c + 1])]
    return { area: image.rings.area[outer!]!, outer: contour(outer!), holes: holes.map(contour) }
  }).sort((a, b) => b.area - a.area)
}

/** Points that lie in a neighbour's copper whatever its shape is. */
const pointsIn = ({ kind, at, blobs }: PlaneNeighbour): readonly Point[] =>
  kind === 'pad' ? [at] : blobs.flatMap((blob) => (blob.kind === 'shape' ? [blob.at] : blob.kind === 'stroke' ? flatPath(blob.path) : []))

/** @returns the parts that touch copper of the plane's own net */
const connected = (image: Image, plane: Plane, { neighbours }: PlaneSurroundings): ReadonlySet<number> => {
  const own = neighbours.filter(({ net }) => isSame(plane, net))
  const grid = pieceGrid(image)
  const kept = new Set<number>()
  for (const [x, y] of own.flatMap(pointsIn)) kept.add(componentAt(image, grid, x * NM, y * NM))
  kept.delete(-1)
  if (kept.size === image.components.count) return kept
  const copper = composed((list) => own.forEach(({ blobs }) => blobs.forEach((blob) => addBlob(list, blob))))
  for (let c = 0; c < image.components.count; c++)
    if (!kept.has(c) && combineImages(partOfImage(image, new Set([c])), copper, 'intersect').area > 0) kept.add(c)
  return kept
}

/**
 * Fills a plane as LibrePCB does when it exports: the area inside the board without what has to keep clear, thin parts
 * taken away, spokes to the pads of its net, islands left out. Vias are always connected all around.
 */
export const fillPlane = (plane: Plane, around: PlaneSurroundings): FilledPlane => {
  const drawn = contoursOf([openedContour(plane.path)])
  const inside = around.board ? combineImages(drawn, offsetImage(around.board, -plane.boardClearance * NM), 'intersect') : drawn
  const foreign = foreignArea(plane, around)
  const { gaps, spokes } = reliefs(plane, around)
  const body = withoutThinParts(combineImages(combineImages(inside, foreign, 'subtract'), gaps, 'subtract'), plane.minWidth)
  // A spoke that would end in a gap or beside the board carries nothing.
  const useful = spokes.filter(({ inGap, beyond }) => isIn(body, beyond) && !isIn(foreign, inGap))
  const drawnSpokes = composed((list) => useful.forEach(({ blob }) => addBlob(list, blob)))
  const arms = combineImages(combineImages(drawnSpokes, inside, 'intersect'), foreign, 'subtract')
  const whole = combineImages(body, arms, 'union')
  if (plane.keepsIslands) return { image: whole, parts: partsOf(whole), islandsLeftOut: 0 }
  const kept = connected(whole, plane, around)
  const image = kept.size === whole.components.count ? whole : partOfImage(whole, kept)
  return { image, parts: partsOf(image), islandsLeftOut: whole.components.count - kept.size }
}
