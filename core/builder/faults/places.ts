import type { Mm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'
import {
  copperLayerIds,
  isCopper,
  type ArtItem,
  type BoardDescription,
  type Draw,
  type Flash,
  type Hole,
  type LayerId,
} from '#core/builder/description.ts'
import { shapeSize } from '#core/builder/shape-contour.ts'
import { shuffled, type Random } from '#core/builder/random.ts'

const toSegment = (p: Point, a: Point, b: Point): Mm => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2))
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)
}

/** @returns a lower bound of the distance from a place to an item's edge (to a region: its contour), mm; negative inside */
export const distanceToItem = (p: Point, item: ArtItem): Mm => {
  switch (item.kind) {
    case 'flash': {
      const [w, h] = shapeSize(item.shape)
      return Math.hypot(p[0] - item.at[0], p[1] - item.at[1]) - Math.hypot(w, h) / 2
    }
    case 'draw':
      return toSegment(p, item.from, item.to) - item.width / 2
    case 'arc': {
      const r = Math.hypot(item.from[0] - item.centre[0], item.from[1] - item.centre[1])
      return Math.abs(Math.hypot(p[0] - item.centre[0], p[1] - item.centre[1]) - r) - item.width / 2
    }
    case 'region':
      return Math.min(
        ...item.contour.map(([x, y, bulge], i) => {
          const [nx, ny] = item.contour[(i + 1) % item.contour.length]!
          return toSegment(p, [x, y], [nx, ny]) - (Math.abs(bulge ?? 0) * Math.hypot(nx - x, ny - y)) / 2
        }),
      )
  }
}

const distanceToHole = (p: Point, hole: Hole): Mm => toSegment(p, hole.at, hole.to ?? hole.at) - hole.diameter / 2

/** @returns whether nothing of a layer for which `counts` holds comes nearer to a place than `room` */
export const isFree = (board: BoardDescription, p: Point, room: Mm, counts: (item: ArtItem) => boolean): boolean =>
  board.items.every((item) => !counts(item) || distanceToItem(p, item) >= room)

export const holesKeepOff = (board: BoardDescription, p: Point, room: Mm): boolean =>
  board.holes.every((hole) => distanceToHole(p, hole) >= room)

/** @returns whether a place lies inside a contour (arcs taken as chords) */
const within = (p: Point, contour: readonly (readonly [number, number, number?])[]): boolean => {
  let inside = false
  contour.forEach(([x, y], i) => {
    const [nx, ny] = contour[(i + 1) % contour.length]!
    if (y > p[1] !== ny > p[1] && p[0] < x + ((nx - x) * (p[1] - y)) / (ny - y)) inside = !inside
  })
  return inside
}

/** @returns the net of the pour that covers a place on a layer, or null: the last region that has it inside decides */
export const pourAt = (board: BoardDescription, layer: LayerId, p: Point): string | null => {
  let net: string | null = null
  for (const item of board.items)
    if (item.kind === 'region' && item.layer === layer && within(p, item.contour)) net = item.clear ? null : (item.net ?? '')
  return net
}

/** @returns tracks of copper with a net that are longer than `least`, in random order; what a pour is drawn with is no track */
export const tracks = (board: BoardDescription, random: Random, least: Mm): Draw[] => {
  const poured = new Set(board.items.flatMap((item) => (item.kind === 'region' && item.net !== undefined ? [item.net] : [])))
  const found = board.items.filter(
    (item): item is Draw =>
      item.kind === 'draw' &&
      isCopper(item.layer) &&
      item.net !== undefined &&
      !poured.has(item.net) &&
      Math.hypot(item.to[0] - item.from[0], item.to[1] - item.from[1]) >= least,
  )
  return shuffled(random, found)
}

export const middleOf = (d: Draw): Point => [(d.from[0] + d.to[0]) / 2, (d.from[1] + d.to[1]) / 2]

/** @returns unit vector along a draw */
export const alongOf = (d: Draw): Point => {
  const length = Math.hypot(d.to[0] - d.from[0], d.to[1] - d.from[1])
  return [(d.to[0] - d.from[0]) / length, (d.to[1] - d.from[1]) / length]
}

export const moved = (p: Point, by: Point, k = 1): Point => [p[0] + by[0] * k, p[1] + by[1] * k]

/** @returns pads soldered from above or below, in random order */
export const surfacePads = (board: BoardDescription, random: Random): Flash[] =>
  shuffled(
    random,
    board.items.filter((item): item is Flash => item.kind === 'flash' && isCopper(item.layer) && (item.fn ?? '').startsWith('SMDPad')),
  )

/** @returns vias whose net is not poured, in random order */
export const lonelyVias = (board: BoardDescription, random: Random): { readonly hole: Hole; readonly land: Flash }[] => {
  const poured = new Set(board.items.flatMap((item) => (item.kind === 'region' && item.net !== undefined ? [item.net] : [])))
  const lands = board.items.filter(
    (item): item is Flash => item.kind === 'flash' && item.fn === 'ViaPad' && item.shape.kind === 'circle' && !poured.has(item.net ?? ''),
  )
  return shuffled(random, board.holes).flatMap((hole) => {
    const land = lands.find((item) => item.at[0] === hole.at[0] && item.at[1] === hole.at[1])
    return land && hole.plated && !hole.to ? [{ hole, land }] : []
  })
}

/** @returns a place with nothing drawn and no hole within `room` on any copper layer (it may be within a pour), or null */
export const emptySpot = (board: BoardDescription, random: Random, room: Mm): Point | null => {
  const edge = board.items.flatMap((item): Point[] =>
    item.layer === 'outline' && item.kind !== 'region' && item.kind !== 'flash' ? [item.from, item.to] : [],
  )
  if (edge.length === 0) return null
  const span = (k: 0 | 1): readonly [number, number] => [Math.min(...edge.map((p) => p[k])), Math.max(...edge.map((p) => p[k]))]
  const [[x0, x1], [y0, y1]] = [span(0), span(1)]
  for (let tries = 0; tries < 2000; tries++) {
    const p: Point = [Math.round((x0 + random() * (x1 - x0)) * 100) / 100, Math.round((y0 + random() * (y1 - y0)) * 100) / 100]
    if (p[0] < x0 + room || p[0] > x1 - room || p[1] < y0 + room || p[1] > y1 - room) continue
    if (isFree(board, p, room, () => true) && holesKeepOff(board, p, room)) return p
  }
  return null
}

/** Layers of copper that the board has files for. */
export const copperOf = (board: BoardDescription): readonly LayerId[] =>
  copperLayerIds(board.copperLayers).filter((id) => !board.absent.includes(id))

/** @returns the board with one item replaced by others */
export const replaced = (board: BoardDescription, item: ArtItem, by: readonly ArtItem[]): BoardDescription => ({
  ...board,
  items: board.items.flatMap((own) => (own === item ? by : [own])),
})

/** @returns the board with more items at the end */
export const added = (board: BoardDescription, ...items: readonly ArtItem[]): BoardDescription => ({
  ...board,
  items: [...board.items, ...items],
})
