import Flatbush from 'flatbush'
import { NM_PER_MM, toMm, toNm } from '#core/base/units.ts'
import type { Layer } from '#core/board/board.ts'
import type { Image } from '#core/geometry/image.ts'
import { IN_PLACE, inUnit, isInPlace, type Placement } from '#core/review/placement.ts'
import { drawnObject, type DrawnObject } from './drawn-object.ts'
import { imageDifference, type DifferencePlace } from './image-difference.ts'
import { changedObjects, unmatchedObjects, type ChangedObject } from './match-objects.ts'
import { placeImage } from './place-image.ts'

export type LayerState = 'same-bytes' | 'same-picture' | 'differs' | 'added' | 'removed'

/** How one layer of two boards compares. Areas nm², places nm on the newer board. */
export interface LayerComparison {
  readonly from: Layer | null
  readonly to: Layer | null
  readonly state: LayerState
  readonly onlyFrom: number
  readonly onlyTo: number
  readonly places: readonly DifferencePlace[]
  readonly changes: readonly ChangedObject[]
}

const EVERYTHING_SAME = { onlyFrom: 0, onlyTo: 0, places: [], changes: [] } as const
/** Room around a difference in which an object may be its cause, nm. */
const ROOM_NM = 20_000

const objectsOf = (layer: Layer, placement: Placement): readonly DrawnObject[] =>
  Array.from({ length: layer.plotted.objects.count }, (_, i) => drawnObject(layer, i, placement))

const imageOf = (layer: Layer, placement: Placement): Image => placeImage(layer.image(), inUnit(placement, NM_PER_MM))

/** Without erasing, the same objects make the same picture whatever their order. */
const hasClear = (layer: Layer): boolean => {
  const { dark, count } = layer.plotted.objects
  for (let i = 0; i < count; i++) if (dark[i] === 0) return true
  return layer.negative
}

/** @returns a test for whether an object touches a place where the pictures differ */
const touches = (places: readonly DifferencePlace[]): ((object: DrawnObject) => boolean) => {
  if (places.length === 0) return () => false
  const index = new Flatbush(places.length)
  for (const { box } of places) index.add(box[0] - ROOM_NM, box[1] - ROOM_NM, box[2] + ROOM_NM, box[3] + ROOM_NM)
  index.finish()
  return ({ box }) => index.search(toNm(box[0]), toNm(box[1]), toNm(box[2]), toNm(box[3]), () => true).length > 0
}

/** Compares one layer of two boards: by bytes, by objects, and where those differ by the exact pictures. */
export const compareLayer = (from: Layer, to: Layer, placement: Placement): LayerComparison => {
  const sides = { from, to }
  if (isInPlace(placement) && from.file.sha256 === to.file.sha256 && from.negative === to.negative)
    return { ...sides, ...EVERYTHING_SAME, state: 'same-bytes' }
  const [before, now] = [objectsOf(from, placement), objectsOf(to, IN_PLACE)]
  const unmatched = unmatchedObjects(before, now)
  const isSame = unmatched.from.length === 0 && unmatched.to.length === 0 && !hasClear(from) && !hasClear(to)
  if (isSame) return { ...sides, ...EVERYTHING_SAME, state: 'same-picture' }
  const { onlyFrom, onlyTo, places } = imageDifference(imageOf(from, placement), to.image())
  if (places.length === 0) return { ...sides, ...EVERYTHING_SAME, state: 'same-picture' }
  // What is only drawn otherwise, with the same picture, is no change.
  const isCause = touches(places)
  const changes = changedObjects(unmatched.from.filter(isCause), unmatched.to.filter(isCause))
  return { ...sides, state: 'differs', onlyFrom, onlyTo, places, changes }
}

/** A layer that only one of the boards has: all of it is one difference. */
export const layerAlone = (layer: Layer, side: 'from' | 'to', placement: Placement): LayerComparison => {
  const image = side === 'from' ? imageOf(layer, placement) : layer.image()
  const places = image.bounds ? [{ box: image.bounds, area: image.area, only: side }] : []
  return {
    from: side === 'from' ? layer : null,
    to: side === 'to' ? layer : null,
    state: side === 'from' ? 'removed' : 'added',
    onlyFrom: side === 'from' ? image.area : 0,
    onlyTo: side === 'to' ? image.area : 0,
    places,
    changes: [],
  }
}

/** @returns the box in mm, as it crosses the bridge */
export const boxMm = (box: DifferencePlace['box']): [number, number, number, number] => [
  toMm(box[0]),
  toMm(box[1]),
  toMm(box[2]),
  toMm(box[3]),
]
