import type { Point } from '#core/base/box.ts'
import type { ArtItem, BoardDescription, Draw, Flash, PadShape } from '#core/builder/description.ts'
import { planted, type Planted, type Planting } from '#core/builder/faults/fault.ts'
import { added, middleOf, moved, replaced, surfacePads } from '#core/builder/faults/places.ts'
import { shapeSize } from '#core/builder/shape-contour.ts'
import { shuffled } from '#core/builder/random.ts'

const maskOf = (pad: Flash): string => (pad.layer.startsWith('bottom') ? 'bottom-mask' : 'top-mask')

const openingOf = (board: BoardDescription, pad: Flash): Flash | null =>
  board.items.find(
    (item): item is Flash => item.kind === 'flash' && item.layer === maskOf(pad) && item.at[0] === pad.at[0] && item.at[1] === pad.at[1],
  ) ?? null

/** A pad's mask opening is left out. */
export const coveredPad: Planting = (board, random) => {
  for (const pad of surfacePads(board, random)) {
    const opening = openingOf(board, pad)
    if (opening) return planted(replaced(board, opening, []), 'covered_pad', ['missing_mask_opening', 'solder_mask_expansion'], pad.at)
  }
  return null
}

interface Dam {
  readonly a: Flash
  readonly b: Flash
  readonly axis: 0 | 1
  readonly gap: number
}

/** Openings side by side in x or y, the narrowest dam first. */
const dams = (board: BoardDescription): Dam[] => {
  const openings = board.items.filter(
    (item): item is Flash =>
      item.kind === 'flash' && item.layer.endsWith('-mask') && item.rotation % 90 === 0 && item.shape.kind !== 'circle',
  )
  const found: Dam[] = []
  openings.forEach((a, i) => {
    for (const b of openings.slice(i + 1)) {
      if (a.layer !== b.layer) continue
      for (const axis of [0, 1] as const) {
        if (a.at[1 - axis] !== b.at[1 - axis]) continue
        const gap = Math.abs(a.at[axis] - b.at[axis]) - (shapeSize(a.shape)[axis] + shapeSize(b.shape)[axis]) / 2
        if (gap > 0.1 && gap < 0.8) found.push({ a, b, axis, gap })
      }
    }
  })
  return found.sort((p, q) => p.gap - q.gap)
}

const stretched = (flash: Flash, axis: 0 | 1, by: number, towards: number): Flash => {
  const [w, h] = shapeSize(flash.shape)
  const shape: PadShape = { kind: 'rect', width: axis === 0 ? w + by : w, height: axis === 1 ? h + by : h }
  const at: Point = axis === 0 ? [flash.at[0] + (towards * by) / 2, flash.at[1]] : [flash.at[0], flash.at[1] + (towards * by) / 2]
  return { ...flash, shape, at }
}

/** The mask between two openings gets this thin. */
export const thinDam: Planting = (board) => {
  const value = 0.03
  const [dam] = dams(board)
  if (!dam) return null
  const { a, b, axis, gap } = dam
  const towards = Math.sign(b.at[axis] - a.at[axis])
  const by = (gap - value) / 2
  const [wider, other] = [stretched(a, axis, by, towards), stretched(b, axis, by, -towards)]
  const middle = (a.at[axis] + (towards * shapeSize(a.shape)[axis]) / 2 + b.at[axis] - (towards * shapeSize(b.shape)[axis]) / 2) / 2
  const at: Point = axis === 0 ? [middle, a.at[1]] : [a.at[0], middle]
  return planted(replaced(replaced(board, a, [wider]), b, [other]), 'thin_dam', ['solder_mask_web'], at, value)
}

/** A legend stroke runs over a pad. */
export const silkOnPad: Planting = (board, random) => {
  const [pad] = surfacePads(board, random)
  if (!pad) return null
  const [w] = shapeSize(pad.shape)
  const layer = pad.layer.startsWith('bottom') ? 'bottom-legend' : 'top-legend'
  const stroke: ArtItem = { kind: 'draw', layer, from: moved(pad.at, [-w / 2, 0]), to: moved(pad.at, [w / 2, 0]), width: 0.2 }
  return planted(added(board, stroke), 'silk_on_pad', ['silkscreen_on_copper', 'silkscreen_clearance'], pad.at)
}

/** A legend stroke gets this thin. */
export const thinSilk: Planting = (board, random) => {
  const value = 0.05
  const strokes = board.items.filter(
    (item): item is Draw =>
      item.kind === 'draw' && item.layer.endsWith('-legend') && Math.hypot(item.to[0] - item.from[0], item.to[1] - item.from[1]) > 0.6,
  )
  const stroke = shuffled(random, strokes)[0]
  return stroke
    ? planted(replaced(board, stroke, [{ ...stroke, width: value }]), 'thin_silk', ['silkscreen_min_width'], middleOf(stroke), value, {
        // The thin line is one line, wherever along it is measured.
        line: [stroke.from, stroke.to],
        radius: value / 2,
      })
    : null
}

/** The board edge has a gap of this width. */
export const openOutline: Planting = (board) => {
  const value = 0.5
  const edge = board.items.find(
    (item): item is Draw =>
      item.kind === 'draw' && item.layer === 'outline' && Math.hypot(item.to[0] - item.from[0], item.to[1] - item.from[1]) > 2,
  )
  if (!edge) return null
  const length = Math.hypot(edge.to[0] - edge.from[0], edge.to[1] - edge.from[1])
  const along: Point = [(edge.to[0] - edge.from[0]) / length, (edge.to[1] - edge.from[1]) / length]
  return planted(
    replaced(board, edge, [{ ...edge, from: moved(edge.from, along, value) }]),
    'open_outline',
    ['board_outline_continuity'],
    moved(edge.from, along, value / 2),
    value,
  )
}

/** A file is left out of the package. */
export const leftOut =
  (kind: string, layer: string, checks: readonly string[]): Planting =>
  (board): Planted =>
    planted({ ...board, absent: [...board.absent, layer] }, kind, checks, null)
