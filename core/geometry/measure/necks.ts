import type { Mm } from '#core/base/units.ts'
import { toMm, toNm } from '#core/base/units.ts'
import type { Image } from '#core/geometry/image.ts'
import { nearParts, sweepReach } from '#core/geometry/index/near-pairs.ts'
import { shapeOfPart } from '#core/geometry/index/piece-grid.ts'
import { ClearPath } from './clear-path.ts'
import { clusterHits, type Place } from './cluster.ts'
import { newWitness } from './distance.ts'
import { FaceList, keptFaces } from './faces.ts'
import { FACE_TAPER, Facing, INWARD } from './facing.ts'
import { type EndKind, endsOf } from './neck-ends.ts'
import { Hits, type Distance } from './places.ts'
import { withoutShoulders } from './shoulders.ts'
import { findSharpTips } from './slivers.ts'

/**
 * A place where copper is narrow. `trace`: a drawn track or another long even strip. `neck`: joins two wider bodies.
 * `sliver`: tapers to a free end (its value is the width in the middle of
 * its narrow part), or an even tongue of an area that ends freely.
 */
export interface Neck extends Distance {
  readonly component: number
  readonly kind: 'trace' | 'neck' | 'sliver'
  /** How far the two sides face each other, mm. */
  readonly length: Mm
}

export interface NeckOptions {
  readonly withinMm: Mm
  /**
   * Whether a primitive (as in the image's `prim`) is a drawn track. With it, strips with both sides on tracks are `trace` and all
   * others that don't end freely are `neck`; without it, even strips longer than five times their width are `trace`.
   */
  readonly isTrack?: ((prim: number) => boolean) | null
}

/** Even strips this many times as long as wide are no necks. */
const LONG = 5
/** Strips that end freely count from this many widths on: shorter ones are pad corners, dots and ends. */
const LONG_FREE = 2
/** Widths are put together in steps of this, nm. */
const STEP = 1000

/** Parts of an image that face each other through the dark area without another outline between them. */
const inwardFaces = keptFaces(
  (near, within) => sweepReach(within, near.shared),
  (image, near, reach) => {
    const { grid } = near
    const facing = new Facing(image)
    const path = new ClearPath(grid)
    const found = new FaceList()
    const w = newWitness()
    near.eachWithin(reach, (i, j) => {
      const p = shapeOfPart(grid, i)
      const q = shapeOfPart(grid, j)
      const face = facing.face(grid.parts, i, j, p, q, INWARD, reach, w)
      if (face === 0 || !path.isClear(w)) return
      found.hits.addStretch(p, q, w, facing.stretch)
      found.note(facing.nearest, face === FACE_TAPER)
    })
    return found
  },
)

/**
 * Where copper (or any image) is narrower than the bound: true local widths between outlines that face each other through the
 * dark area, each a local minimum. Pad corners, round track ends, facets and shoulders where tracks meet pads are none of it.
 * @returns in mm, narrowest first
 */
export const necks = (image: Image, options: NeckOptions): readonly Neck[] => {
  const near = nearParts(image)
  if (!near) return []
  const within = toNm(options.withinMm)
  const { hits, tapers } = inwardFaces(image, near, within)
  const { ring } = image.pieces
  const { component } = image.rings
  const componentOf = (hit: number): number => component[ring[hits.one[hit]]]
  const places = clusterHits(hits, (hit) => componentOf(hit) * 0x200000 + Math.round(hits.value(hit) / STEP))
  const judged = places.flatMap((place) => {
    const kind = kindOf(image, hits, place, tapers[place.hit] === 1, options.isTrack ?? null)
    return kind ? [{ ...place, kind, component: componentOf(place.hit) }] : []
  })
  const found = withoutShoulders(hits, judged, componentOf).map(({ hit, length, kind, component: c }): Neck => ({
    ...hits.distance(hit),
    component: c,
    kind,
    length: toMm(length),
  }))
  return [...found, ...sharpTips(image, within)].sort((a, b) => a.value - b.value)
}

const sharpTips = (image: Image, within: number): readonly Neck[] => {
  const hits = new Hits()
  findSharpTips(image, within, hits)
  const ownerOf = (hit: number): number => image.rings.component[image.pieces.ring[hits.one[hit]]]
  return clusterHits(hits, ownerOf).map(({ hit, length }) => ({
    ...hits.distance(hit),
    component: ownerOf(hit),
    kind: 'sliver',
    length: toMm(length),
  }))
}

/** Whether both sides of a hit are drawn tracks. */
const areTracks = ({ pieces }: Image, hits: Hits, hit: number, isTrack: (prim: number) => boolean): boolean =>
  isTrack(pieces.prim[hits.one[hit]]) && isTrack(pieces.prim[hits.other[hit]])

const kindOf = (
  image: Image,
  hits: Hits,
  place: Place,
  taper: boolean,
  isTrack: ((prim: number) => boolean) | null,
): Neck['kind'] | null => {
  const { hit, length } = place
  const width = hits.value(hit)
  const ends = endsOf(image, hits, hit, length)
  const free = ends.filter((end: EndKind) => end === 'closes').length
  if (free > 0) {
    if (length < LONG_FREE * width) return null
    // A tongue of a body; where strips are even it is one only when it isn't a track.
    const isTongue = free === 1 && (taper || (isTrack !== null && !areTracks(image, hits, hit, isTrack) && ends.includes('opens')))
    return isTongue ? 'sliver' : 'trace'
  }
  if (isTrack) return areTracks(image, hits, hit, isTrack) ? 'trace' : 'neck'
  return length >= LONG * width ? 'trace' : 'neck'
}

const FIRST_MM = 0.2
const WIDEN = 2

/**
 * The narrowest trace or neck of an image, also where it is wider than any limit; slivers don't count.
 * @param options `withinMm`: widths from this on are not looked for, default 2 mm
 * @returns null when nothing is that narrow
 */
export const thinnest = (
  image: Image,
  options: { readonly withinMm?: Mm; readonly isTrack?: NeckOptions['isTrack'] } = {},
): Neck | null => {
  const furthest = options.withinMm ?? 2
  for (let reach = Math.min(FIRST_MM, furthest); ; reach = Math.min(reach * WIDEN, furthest)) {
    const found = necks(image, { withinMm: reach, isTrack: options.isTrack }).find((neck) => neck.kind !== 'sliver')
    if (found) return found
    if (reach >= furthest) return null
  }
}
