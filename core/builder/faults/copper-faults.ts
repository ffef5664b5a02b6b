import type { Point } from '#core/base/box.ts'
import { isCopper, type ArtItem, type Draw } from '#core/builder/description.ts'
import { planted, type Planting } from '#core/builder/faults/fault.ts'
import {
  added,
  alongOf,
  copperOf,
  emptySpot,
  holesKeepOff,
  isFree,
  middleOf,
  moved,
  pourAt,
  replaced,
  tracks,
} from '#core/builder/faults/places.ts'

const EDGES = { fn: 'Conductor' } as const

/** Nothing of other nets near a place, apart from what a pour is drawn with. */
const aloneAt = (board: Parameters<Planting>[0], own: Draw, p: Point, room: number): boolean =>
  isFree(
    board,
    p,
    room,
    (item) =>
      item.layer === own.layer && item !== own && item.kind !== 'region' && item.net !== pourAt(board, own.layer, sidestep(own, 0.9)),
  ) && holesKeepOff(board, p, room)

const normalOf = (d: Draw): Point => {
  const [x, y] = alongOf(d)
  return [-y, x]
}

const sidestep = (d: Draw, by: number): Point => moved(middleOf(d), normalOf(d), by)

/** A piece of a track gets this narrow. */
export const narrowTrack: Planting = (board, random) => {
  const value = 0.06
  const track = tracks(board, random, 2.4).find((t) => aloneAt(board, t, middleOf(t), 0.5))
  if (!track) return null
  const [at, along] = [middleOf(track), alongOf(track)]
  const [a, b] = [moved(at, along, -0.4), moved(at, along, 0.4)]
  const pieces = [
    { ...track, to: a },
    { ...track, from: a, to: b, width: value },
    { ...track, from: b },
  ]
  return planted(replaced(board, track, pieces), 'narrow_track', ['min_trace_width', 'min_copper_neck'], at, value, { line: [a, b] })
}

/** Foreign copper comes this close to a track. */
export const closePair: Planting = (board, random) => {
  const value = 0.05
  const width = 0.25
  const track = tracks(board, random, 2.4).find((t) => aloneAt(board, t, sidestep(t, 0.6), 0.8))
  if (!track) return null
  const middle = sidestep(track, track.width / 2 + value + width / 2)
  const net = pourAt(board, track.layer, sidestep(track, 0.9)) ?? 'PLANTED'
  const reach = 0.5
  const from = moved(middle, alongOf(track), -reach / 2)
  const stub: ArtItem = { kind: 'draw', layer: track.layer, from, to: moved(middle, alongOf(track), reach / 2), width, net, ...EDGES }
  const joint: ArtItem = { kind: 'draw', layer: track.layer, from: middle, to: sidestep(track, 1), width, net, ...EDGES }
  const gap = sidestep(track, track.width / 2 + value / 2)
  const line = [-reach / 2, reach / 2].map((by) => moved(gap, alongOf(track), by)) as [Point, Point]
  return planted(added(board, stub, joint), 'close_pair', ['min_trace_spacing'], gap, value, { line, radius: value / 2 })
}

/** A track is cut through. */
export const openNet: Planting = (board, random) => {
  const track = tracks(board, random, 1.6).find((t) => aloneAt(board, t, middleOf(t), 0.5))
  if (!track) return null
  const [at, along] = [middleOf(track), alongOf(track)]
  const cut = 0.2 + track.width / 2
  const pieces = [
    { ...track, to: moved(at, along, -cut) },
    { ...track, from: moved(at, along, cut) },
  ]
  return planted(replaced(board, track, pieces), 'open_net', ['net_open'], at, null, { note: track.net ?? '' })
}

/** A bridge from a track to the pour beside it, or to the nearest track of another net. */
export const short: Planting = (board, random) => {
  const candidates = tracks(board, random, 1.6)
  const width = 0.25
  for (const track of candidates) {
    const end = sidestep(track, 0.9)
    const pour = pourAt(board, track.layer, end)
    if (pour !== null && pour !== track.net && aloneAt(board, track, sidestep(track, 0.5), 0.6)) {
      const bridge: ArtItem = { kind: 'draw', layer: track.layer, from: middleOf(track), to: end, width, net: track.net!, ...EDGES }
      return planted(added(board, bridge), 'short', ['net_short'], end, null, {
        note: `${track.net} + ${pour}`,
        line: [bridge.from, end],
        radius: width / 2,
      })
    }
    if (pour !== null) continue
    const other = candidates.find(
      (t) =>
        t.layer === track.layer &&
        t.net !== track.net &&
        Math.hypot(middleOf(t)[0] - middleOf(track)[0], middleOf(t)[1] - middleOf(track)[1]) < 3,
    )
    if (!other) continue
    const [from, to] = [middleOf(track), middleOf(other)]
    const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    const between = (item: ArtItem): boolean => item.layer === track.layer && item !== track && item !== other
    if (!isFree(board, middle, 0.5, between)) continue
    return planted(
      added(board, { kind: 'draw', layer: track.layer, from, to, width, net: track.net!, ...EDGES }),
      'short',
      ['net_short'],
      middle,
      null,
      // Either end of the bridge is the joint.
      { note: `${track.net} + ${other.net}`, line: [from, to], radius: width / 2 },
    )
  }
  return null
}

/** Copper comes this close to the board edge. */
export const copperAtEdge: Planting = (board, random) => {
  const value = 0.08
  const width = 0.3
  const edges = board.items.filter(
    (item): item is Draw =>
      item.kind === 'draw' && item.layer === 'outline' && Math.hypot(item.to[0] - item.from[0], item.to[1] - item.from[1]) > 10,
  )
  const [layer] = copperOf(board)
  for (const edge of edges)
    for (let tries = 0; tries < 20; tries++) {
      const at = moved(edge.from, [edge.to[0] - edge.from[0], edge.to[1] - edge.from[1]], 0.2 + 0.6 * random())
      // The contour runs counterclockwise: the board lies on its left.
      const inward = normalOf(edge)
      const inner = moved(at, inward, 1.6)
      if (
        !isFree(
          board,
          moved(at, inward, 1),
          1,
          (item) => isCopper(item.layer) && item.kind !== 'region' && item.net !== pourAt(board, layer!, inner),
        )
      )
        continue
      const net = pourAt(board, layer!, inner)
      const art: ArtItem = {
        kind: 'draw',
        layer: layer!,
        from: moved(at, inward, value + width / 2),
        to: inner,
        width,
        ...(net === null ? {} : { net }),
        ...EDGES,
      }
      return planted(added(board, art), 'copper_at_edge', ['copper_to_edge_distance'], moved(at, inward, value), value)
    }
  return null
}

/** A finger of copper this thin, free at one end, in a hole of a pour. */
export const copperSliver: Planting = (board, random) => {
  const value = 0.05
  const at = emptySpot(board, random, 1.6)
  const layer = at && copperOf(board).find((id) => pourAt(board, id, at) !== null)
  if (!at || !layer) return null
  const net = pourAt(board, layer, at)!
  const hole: ArtItem = { kind: 'flash', layer, at, shape: { kind: 'rect', width: 1.6, height: 1.2 }, rotation: 0, clear: true }
  const finger: ArtItem = { kind: 'region', layer, contour: [[at[0] - 0.9, at[1]], [at[0] - 0.9, at[1] - value], [at[0] + 0.3, at[1] - value], [at[0] + 0.3, at[1]]], net } // prettier-ignore
  return planted(
    added(board, hole, finger),
    'copper_sliver',
    ['copper_sliver_width', 'min_copper_neck'],
    [at[0] - 0.2, at[1] - value / 2],
    value,
    // From the edge of the hole to the finger's free end.
    {
      line: [
        [at[0] - 0.8, at[1] - value / 2],
        [at[0] + 0.3, at[1] - value / 2],
      ],
      radius: value / 2,
    },
  )
}
