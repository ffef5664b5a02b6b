import type { Board, Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { layerPads } from '#core/checks/measuring/pads.ts'
import { combineImages } from '#core/geometry/combine/combine.ts'
import { PrimList } from '#core/geometry/combine/prim-list.ts'
import { composePrims } from '#core/geometry/compose/compose.ts'
import type { Image } from '#core/geometry/image.ts'
import { OBJECT_FLASH } from '#core/interpret/plotted-layer.ts'

export type OuterSide = 'top' | 'bottom'
export const OUTER_SIDES: readonly OuterSide[] = ['top', 'bottom']

/** @returns the first layer of a role on a side, or null */
export const layerOn = (board: Board, role: Layer['role'], side: OuterSide): Layer | null =>
  board.layers.find((l) => l.role === role && l.side === side) ?? null

/** @returns outer copper that the mask leaves open: copper inside openings, or all copper without a mask file */
export const exposedCopper = (board: Board, measures: Measures, side: OuterSide): Image | null =>
  measures.once(`exposed:${side}`, () => {
    const copper = layerOn(board, 'copper', side)
    const mask = layerOn(board, 'soldermask', side)
    if (!copper) return null
    return mask ? combineImages(measures.image(copper), measures.image(mask), 'intersect') : measures.image(copper)
  })

/** @returns what the drills take away, as an image */
export const drilledAway = (board: Board, measures: Measures): Image =>
  measures.once('drilled-away', () => {
    const { holes } = board
    const list = new PrimList()
    for (let h = 0; h < holes.count; h++) list.capsule(true, holes.x0[h]!, holes.y0[h]!, holes.x1[h]!, holes.y1[h]!, holes.diameter[h]! / 2)
    return composePrims(list.input())
  })

/**
 * Which copper each mask opening is for: the components under the centres of the pads and of the flashes that made it.
 * @returns per mask component the copper components, possibly none
 */
export const openingCopper = (board: Board, measures: Measures, mask: Layer, copper: Layer): readonly ReadonlySet<number>[] =>
  measures.once(`opening-copper:${mask.id}`, () => {
    const found: Set<number>[] = Array.from({ length: measures.image(mask).components.count }, () => new Set())
    const note = (x: number, y: number): void => {
      const at = [x / 1e6, y / 1e6] as const
      const opening = measures.componentAt(mask, at)
      if (opening < 0) return
      const component = measures.componentAt(copper, at)
      if (component >= 0) found[opening]!.add(component)
    }
    const pads = layerPads(board, measures, copper)
    for (let i = 0; i < pads.count; i++) note(pads.x[i]!, pads.y[i]!)
    const { objects } = mask.plotted
    for (let o = 0; o < objects.count; o++) if (objects.kind[o] === OBJECT_FLASH && objects.dark[o]) note(objects.x0[o]!, objects.y0[o]!)
    return found
  })

/** @returns the middle of a component's box, mm: close to where it is, for small areas */
export const componentPlace = (image: Image, component: number): readonly [number, number] => {
  const box = image.components.box.subarray(component * 4, component * 4 + 4)
  return [(box[0]! + box[2]!) / 2e6, (box[1]! + box[3]!) / 2e6]
}
