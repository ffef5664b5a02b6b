import type { Board, Holes, Layer } from '#core/board/board.ts'
import type { HoleColumns } from '#core/board/layer-blob.ts'
import { PRIM_CAPSULE, type PlottedLayer, type PlottedObjects, type Prims } from '#core/interpret/plotted-layer.ts'
import { isInPlace, placeBox, placeColumns, type Placement } from '#core/review/placement.ts'
import type { Box } from '#core/base/box.ts'

/** A contour keeps its extent in the columns where a capsule keeps its ends. */
const placedPrims = (prims: Prims, placement: Placement): Prims => {
  const [x0, y0] = placeColumns(placement, prims.x0, prims.y0)
  const [x1, y1] = placeColumns(placement, prims.x1, prims.y1)
  for (let p = 0; p < prims.count; p++) {
    if (prims.kind[p] === PRIM_CAPSULE) continue
    const box = placeBox(placement, [prims.x0[p]!, prims.y0[p]!, prims.x1[p]!, prims.y1[p]!])
    x0[p] = box[0]
    y0[p] = box[1]
    x1[p] = box[2]
    y1[p] = box[3]
  }
  return { ...prims, x0, y0, x1, y1 }
}

const placedObjects = (objects: PlottedObjects, placement: Placement): PlottedObjects => {
  const [x0, y0] = placeColumns(placement, objects.x0, objects.y0)
  const [x1, y1] = placeColumns(placement, objects.x1, objects.y1)
  const [cx, cy] = placeColumns(placement, objects.cx, objects.cy)
  const sweep = placement.mirrored ? objects.sweep.map((s) => 0 - s) : objects.sweep
  return { ...objects, x0, y0, x1, y1, cx, cy, sweep }
}

/** @returns the layer as it is drawn where it lies after the placement, whose shift is in nm */
export const placeLayer = (layer: PlottedLayer, placement: Placement): PlottedLayer => {
  if (isInPlace(placement)) return layer
  const [x, y] = placeColumns(placement, layer.rings.x, layer.rings.y)
  const bulge = placement.mirrored ? layer.rings.bulge.map((b) => 0 - b) : layer.rings.bulge
  return {
    ...layer,
    prims: placedPrims(layer.prims, placement),
    rings: { ...layer.rings, x, y, bulge },
    objects: placedObjects(layer.objects, placement),
    bounds: layer.bounds && placeBox(placement, layer.bounds),
  }
}

/** @returns the holes where they lie after the placement, whose shift is in nm */
export const placeHoles = (holes: Holes, placement: Placement): HoleColumns => {
  const [x0, y0] = placeColumns(placement, holes.x0, holes.y0)
  const [x1, y1] = placeColumns(placement, holes.x1, holes.y1)
  return { ...holes, x0, y0, x1, y1 }
}

/** @returns around all holes, with half a diameter of room; nothing without any */
const holesBox = ({ count, x0, y0, x1, y1, diameter }: Holes): readonly Box[] =>
  Array.from({ length: count }, (_, h): Box => {
    const r = diameter[h]! / 2
    return [Math.min(x0[h]!, x1[h]!) - r, Math.min(y0[h]!, y1[h]!) - r, Math.max(x0[h]!, x1[h]!) + r, Math.max(y0[h]!, y1[h]!) + r]
  })

/**
 * @returns what is to be seen of the board after the placement, nm: its outline with what is drawn around it (a panel's
 * frame) and its holes, else everything that is drawn; null for an empty board
 */
export const placedExtent = ({ outline, layers, holes }: Board, placement: Placement): Box | null => {
  const drawn = (wanted: (layer: Layer) => boolean): readonly Box[] =>
    layers.filter(wanted).flatMap(({ plotted }) => (plotted.bounds ? [plotted.bounds] : []))
  const edges = [...(outline.box ? [outline.box] : []), ...drawn(({ role }) => role === 'outline' || role === 'route')]
  const boxes = [...(edges.length ? edges : drawn(() => true)), ...holesBox(holes)]
  if (boxes.length === 0) return null
  const around = boxes.reduce((a, b): Box => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])])
  return placeBox(placement, around)
}
