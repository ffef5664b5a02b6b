import type { Point } from '#core/base/box.ts'
import { isCopper, type ArtItem, type BoardDescription, type Draw, type Flash, type Hole } from '#core/builder/description.ts'
import { planted, type Planting } from '#core/builder/faults/fault.ts'
import { added, copperOf, emptySpot, lonelyVias, moved, pourAt } from '#core/builder/faults/places.ts'
import { shapeSize } from '#core/builder/shape-contour.ts'
import { shuffled } from '#core/builder/random.ts'

const withHole = (board: BoardDescription, hole: Hole, by: readonly Hole[]): BoardDescription => ({
  ...board,
  holes: board.holes.flatMap((own) => (own === hole ? by : [own])),
})

const landSize = (land: Flash): number => shapeSize(land.shape)[0]

/** A via's hole is so wide that this much land is left. */
export const thinRing: Planting = (board, random) => {
  const value = 0.04
  const [via] = lonelyVias(board, random)
  if (!via) return null
  const wide = { ...via.hole, diameter: landSize(via.land) - 2 * value }
  return planted(withHole(board, via.hole, [wide]), 'thin_ring', ['min_annular_ring'], via.hole.at, value, {
    radius: landSize(via.land) / 2,
  })
}

/** The direction (one of 16) that is farthest from all tracks that leave a place. */
const awayFromTracks = (board: BoardDescription, at: Point): Point => {
  const leaves = board.items.flatMap((item): number[] => {
    if (item.kind !== 'draw' || !isCopper(item.layer)) return []
    const starts = (p: Point): boolean => Math.hypot(p[0] - at[0], p[1] - at[1]) < 1e-6
    const other = starts(item.from) ? item.to : starts(item.to) ? item.from : null
    return other ? [Math.atan2(other[1] - at[1], other[0] - at[0])] : []
  })
  const apart = (a: number): number => Math.min(Math.PI, ...leaves.map((b) => Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)))))
  const best = Array.from({ length: 16 }, (_, k) => (k * Math.PI) / 8).sort((a, b) => apart(b) - apart(a))[0]!
  return [Math.cos(best), Math.sin(best)]
}

/** A via's hole lies so far off that this much land is left on one side. */
export const shiftedDrill: Planting = (board, random) => {
  const value = 0.04
  const [via] = lonelyVias(board, random)
  if (!via) return null
  const off = (landSize(via.land) - via.hole.diameter) / 2 - value
  const at = moved(via.hole.at, awayFromTracks(board, via.hole.at), off)
  return planted(
    withHole(board, via.hole, [{ ...via.hole, at }]),
    'shifted_drill',
    ['min_annular_ring', 'drill_pad_registration'],
    at,
    value,
    { radius: via.hole.diameter / 2 + value },
  )
}

export const smallDrill: Planting = (board, random) => {
  const value = 0.1
  const [via] = lonelyVias(board, random)
  return via
    ? planted(
        withHole(board, via.hole, [{ ...via.hole, diameter: value }]),
        'small_drill',
        ['min_drill_size', 'drill_aspect_ratio'],
        via.hole.at,
        value,
      )
    : null
}

/** Two holes with this much laminate between them: a pair of plated holes of one net. */
export const closeHoles: Planting = (board, random) => {
  const value = 0.1
  const at = emptySpot(board, random, 1.5)
  if (!at) return null
  const diameter = 0.4
  const net =
    copperOf(board)
      .map((layer) => pourAt(board, layer, at))
      .find((name) => name !== null) ?? 'PLANTED'
  const places = [-1, 1].map((k): Point => [at[0] + (k * (diameter + value)) / 2, at[1]])
  const lands = copperOf(board).flatMap((layer) =>
    places.map((p): ArtItem => ({ kind: 'flash', layer, at: p, shape: { kind: 'circle', diameter: 0.9 }, rotation: 0, net, fn: 'ViaPad' })),
  )
  const holes = places.map((p): Hole => ({ at: p, diameter, plated: true, fn: 'ViaDrill', net }))
  const more = added(board, ...lands)
  return planted({ ...more, holes: [...more.holes, ...holes] }, 'close_holes', ['drill_to_drill_spacing'], at, value)
}

/** A pad that should be drilled is not. */
export const missingHit: Planting = (board, random) => {
  const hole = shuffled(random, board.holes).find((own) => own.plated && !own.to && own.fn === 'ComponentDrill')
  return hole ? planted(withHole(board, hole, []), 'missing_hit', ['missing_drill_for_pad', 'net_open'], hole.at) : null
}

export const doubledHit: Planting = (board, random) => {
  const hole = shuffled(random, board.holes).find((own) => own.plated && !own.to)
  return hole ? planted({ ...board, holes: [...board.holes, hole] }, 'doubled_hit', ['duplicate_drill_hits'], hole.at) : null
}

/** Where a pour covers the place, a hole is made in it. */
const clearedAt = (board: BoardDescription, at: Point, diameter: number): ArtItem[] =>
  copperOf(board)
    .filter((layer) => pourAt(board, layer, at) !== null)
    .map((layer) => ({ kind: 'flash', layer, at, shape: { kind: 'circle', diameter }, rotation: 0, clear: true }))

/** A plated hole without copper around it. */
export const strayHole: Planting = (board, random) => {
  const at = emptySpot(board, random, 1.8)
  if (!at) return null
  const hole: Hole = { at, diameter: 0.8, plated: true, fn: 'ComponentDrill' }
  const more = added(board, ...clearedAt(board, at, 2.4))
  return planted({ ...more, holes: [...more.holes, hole] }, 'stray_hole', ['hole_without_pad'], at)
}

/** A non-plated hole this close to copper. */
export const npthNearCopper: Planting = (board, random) => {
  const value = 0.05
  const diameter = 1
  const at = emptySpot(board, random, 1.6)
  const [layer] = copperOf(board)
  if (!at || !layer) return null
  const cleared = clearedAt(board, at, diameter + 2 * value)
  const beside: Draw = {
    kind: 'draw',
    layer,
    from: [at[0] + diameter / 2 + value + 0.15, at[1] - 0.5],
    to: [at[0] + diameter / 2 + value + 0.15, at[1] + 0.5],
    width: 0.3,
    net: 'PLANTED',
    fn: 'Conductor',
  }
  const more = added(board, ...(cleared.length > 0 ? cleared : [beside]))
  const holes: Hole[] = [...more.holes, { at, diameter, plated: false }]
  return planted({ ...more, holes }, 'npth_near_copper', ['npth_to_copper_clearance'], at, value, { radius: diameter / 2 + value })
}
