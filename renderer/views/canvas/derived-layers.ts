import type { AppState } from '#renderer/state/app-state.ts'
import { NON_PLATED_HOLES, PLATED_HOLES } from '#renderer/state/slices/layers.slice.ts'
import type { ShownLayer } from '#renderer/viewer/picture.ts'
import type { Derived, Part } from '#renderer/viewer/worker/derived-artwork.ts'

/** A layer to show that has to be made first. */
export interface DerivedLayer extends ShownLayer {
  readonly of?: Derived
}

type Input = Pick<AppState, 'board' | 'shapes' | 'showsClear' | 'flipped'>

const MATERIAL = 'made:material'
const isHole = (id: string): boolean => id === PLATED_HOLES || id === NON_PLATED_HOLES
const partOf = (layer: ShownLayer, part: Part): DerivedLayer => ({
  ...layer,
  id: `made:${part}:${layer.id}`,
  of: { kind: 'part', layer: layer.id, part },
})

/** @returns the layers with only the objects that are wanted, and what erases above them in a colour of its own */
export const layersOfShapes = (
  shown: readonly ShownLayer[],
  { board, shapes, showsClear }: Input,
  clear: string,
): readonly DerivedLayer[] => {
  const isArtwork = ({ id }: ShownLayer): boolean => !isHole(id) && board?.layers.find((l) => l.id === id)?.role !== 'outline'
  const drawn = shapes === 'all' ? shown : shown.map((layer) => (isArtwork(layer) ? partOf(layer, shapes) : layer))
  if (!showsClear) return drawn
  return [...drawn, ...shown.filter(isArtwork).map((layer) => partOf({ ...layer, color: clear, opacity: 0.85 }, 'clear'))]
}

/** Values of common boards: green mask, white legend, gold on what stays open, glass fibre. */
const LOOK = {
  laminate: '#C2A366',
  copper: '#C5B358',
  mask: '#146B3A',
  maskOpacity: 0.74,
  ground: '#0B3A20',
  groundOpacity: 0.6,
  legend: '#F4F4F0',
}

/** @returns the side that is looked at as the finished board would look, bottom first; `hole` = what is behind the board */
export const realisticLayers = ({ board, flipped }: Input, hole: string): readonly DerivedLayer[] => {
  const side = flipped ? 'bottom' : 'top'
  const ids = (role: string, onSide: boolean): readonly string[] =>
    board?.layers.filter((l) => l.role === role && (!onSide || l.side === side || l.side === 'both')).map((l) => l.id) ?? []
  const outlines = ids('outline', false)
  const openings = ids('soldermask', true)
  const solid = (id: string, color: string): DerivedLayer => ({ id, color, opacity: 1 })
  const sheet = (id: string, color: string, opacity: number): readonly DerivedLayer[] =>
    openings.length ? [{ id: `made:${id}:${side}`, color, opacity, of: { kind: 'mask', outlines, openings } }] : []
  return [
    { ...solid(MATERIAL, LOOK.laminate), of: { kind: 'material', outlines } },
    // Between the copper the mask looks darker: tracks stay readable under it.
    ...sheet('ground', LOOK.ground, LOOK.groundOpacity),
    ...[...ids('copper', true), ...ids('plane', true)].map((id) => solid(id, LOOK.copper)),
    ...sheet('mask', LOOK.mask, LOOK.maskOpacity),
    ...ids('legend', true).map((id) => solid(id, LOOK.legend)),
    solid(PLATED_HOLES, hole),
    solid(NON_PLATED_HOLES, hole),
  ]
}
