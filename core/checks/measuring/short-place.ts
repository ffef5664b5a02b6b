import type { Layer } from '#core/board/board.ts'
import type { NetShort } from '#core/board/nets/trace-nets.ts'
import type { Point } from '#core/base/box.ts'
import type { Measures } from '#core/checks/measures.ts'
import { imageOfObjects } from '#core/checks/measuring/subset.ts'
import { combineImages } from '#core/geometry/combine/combine.ts'
import { OBJECT_DRAW, OBJECT_FLASH } from '#core/interpret/plotted-layer.ts'

export interface ShortPlace {
  readonly layer: Layer
  readonly at: Point
  readonly line: number
}

/** Objects of a layer that carry one of the names and lie on the net, by name. */
const objectsByName = (layer: Layer, measures: Measures, net: number, names: readonly string[]): ReadonlyMap<string, readonly number[]> => {
  const { objects, attributes } = layer.plotted
  const found = new Map<string, number[]>()
  for (let o = 0; o < objects.count; o++) {
    if (!objects.dark[o]) continue
    const nets = attributes[objects.attributes[o]!]?.nets
    const name = nets?.length === 1 ? nets[0]! : null
    if (name === null || !names.includes(name)) continue
    const at: Point =
      objects.kind[o] === OBJECT_FLASH
        ? [objects.x0[o]! / 1e6, objects.y0[o]! / 1e6]
        : [(objects.x0[o]! + objects.x1[o]!) / 2e6, (objects.y0[o]! + objects.y1[o]!) / 2e6]
    const component = measures.componentAt(layer, at)
    if (component < 0 || measures.nets().of(layer, component).id !== net) continue
    const list = found.get(name)
    if (list) list.push(o)
    else found.set(name, [o])
  }
  return found
}

/** The objects with everything clear drawn in between: pours are cut out by what clears them. */
const withClear = (layer: Layer, objects: readonly number[]): readonly number[] => {
  const { dark, count } = layer.plotted.objects
  const clear = Array.from({ length: count }, (_, o) => o).filter((o) => !dark[o])
  return clear.length ? [...objects, ...clear].sort((a, b) => a - b) : objects
}

/** The stroke among some objects that covers a place; the shortest one wins, since the intruder is usually short. */
const strokeAt = (layer: Layer, candidates: readonly number[], at: Point): number | null => {
  const { objects, apertures } = layer.plotted
  let best: number | null = null
  let shortest = Infinity
  for (const o of candidates) {
    if (objects.kind[o] !== OBJECT_DRAW) continue
    const [ax, ay] = [objects.x0[o]! / 1e6, objects.y0[o]! / 1e6]
    const [dx, dy] = [objects.x1[o]! / 1e6 - ax, objects.y1[o]! / 1e6 - ay]
    const length = Math.hypot(dx, dy)
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((at[0] - ax) * dx + (at[1] - ay) * dy) / (length * length)))
    const away = Math.hypot(at[0] - ax - t * dx, at[1] - ay - t * dy)
    if (away <= (apertures[objects.aperture[o]!]?.size ?? 0) / 2e6 + 1e-4 && length < shortest) {
      shortest = length
      best = o
    }
  }
  return best
}

/**
 * Where copper of one name touches copper of another: the middle of the stroke that reaches across, else the middle of the
 * common area.
 * @returns one place per layer and pair of names; empty when the labelled copper does not touch (an unlabelled object joins it)
 */
export const shortPlaces = (measures: Measures, short: NetShort): readonly ShortPlace[] => {
  const names = [...new Set(short.labels.flatMap((label) => label.names))]
  const places: ShortPlace[] = []
  for (const layer of measures.copper) {
    const byName = objectsByName(layer, measures, short.net, names)
    const present = names.filter((name) => byName.has(name))
    for (let i = 0; i < present.length; i++) {
      for (let j = i + 1; j < present.length; j++) {
        const [one, other] = [byName.get(present[i]!)!, byName.get(present[j]!)!]
        const common = combineImages(
          imageOfObjects(layer.plotted, withClear(layer, one)),
          imageOfObjects(layer.plotted, withClear(layer, other)),
          'intersect',
        )
        for (let c = 0; c < common.components.count; c++) {
          const box = common.components.box
          const middle: Point = [(box[4 * c]! + box[4 * c + 2]!) / 2e6, (box[4 * c + 1]! + box[4 * c + 3]!) / 2e6]
          const across = [strokeAt(layer, one, middle), strokeAt(layer, other, middle)].filter((o) => o !== null)
          const { objects } = layer.plotted
          const lengthOf = (o: number): number => Math.hypot(objects.x1[o]! - objects.x0[o]!, objects.y1[o]! - objects.y0[o]!)
          const stroke = across.sort((a, b) => lengthOf(a) - lengthOf(b))[0]
          places.push(
            stroke === undefined
              ? { layer, at: middle, line: 0 }
              : {
                  layer,
                  at: [(objects.x0[stroke]! + objects.x1[stroke]!) / 2e6, (objects.y0[stroke]! + objects.y1[stroke]!) / 2e6],
                  line: objects.line[stroke]!,
                },
          )
        }
      }
    }
  }
  return places
}
