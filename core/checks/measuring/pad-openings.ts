import type { Box } from '#core/base/box.ts'
import type { Board, Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { extentOf } from '#core/checks/measuring/object-extent.ts'
import { layerPads, type Pads } from '#core/checks/measuring/pads.ts'
import { imageOfObjects } from '#core/checks/measuring/subset.ts'
import { componentAt, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import type { Image } from '#core/geometry/image.ts'
import { OBJECT_FLASH, type PlottedLayer } from '#core/interpret/plotted-layer.ts'

/** Pads that fill less of their opening: fiducials, bare areas and pictures that happen to lie over a pad. */
const LEAST_SHARE = 0.2

export interface PadOpenings {
  readonly image: Image
  /** Per component of the image the copper components under the pads and flashes in it; empty where no copper is. */
  readonly own: readonly ReadonlySet<number>[]
}

/** @returns rows of the pads with their centre in the extent */
const padFinder = (pads: Pads): ((extent: Box) => readonly number[]) => {
  const byX = Array.from({ length: pads.count }, (_, row) => row).sort((a, b) => pads.x[a]! - pads.x[b]!)
  const firstAt = (x: number): number => {
    let [low, high] = [0, byX.length]
    while (low < high) {
      const mid = (low + high) >> 1
      if (pads.x[byX[mid]!]! < x) low = mid + 1
      else high = mid
    }
    return low
  }
  return ([x0, y0, x1, y1]) => {
    const found: number[] = []
    for (let k = firstAt(x0); k < byX.length && pads.x[byX[k]!]! <= x1; k++) {
      const y = pads.y[byX[k]!]!
      if (y >= y0 && y <= y1) found.push(byX[k]!)
    }
    return found
  }
}

const areaOf = ({ aperture }: Pads, row: number): number => {
  const { shape, width, height } = aperture[row]!
  return shape === 'circle' ? (Math.PI * width * height) / 4 : width * height
}

/** A flash may open a row of pads; an area drawn around many pads is a picture more often than not: its largest pad has to fill it. */
const padArea = (pads: Pads, rows: readonly number[], isFlash: boolean): number =>
  rows.reduce((sum, row) => (isFlash ? sum + areaOf(pads, row) : Math.max(sum, areaOf(pads, row))), 0)

/**
 * Mask artwork that opens pads: flashes, and areas that pads fill for a good part. Pictures, bare areas for heat or
 * shielding and the wide rings around fiducials show other copper on purpose.
 */
const openingObjects = (plotted: PlottedLayer, apart: ReadonlySet<number>, pads: Pads): readonly number[] => {
  const padsIn = padFinder(pads)
  const { objects } = plotted
  const chosen: number[] = []
  for (let o = 0; o < objects.count; o++) {
    if (apart.has(o)) continue
    if (objects.dark[o]) {
      const extent = extentOf(plotted, o)
      const inside = padsIn(extent)
      // Pads painted with a pen have no flash, but their opening may be one.
      if (inside.length === 0 && objects.kind[o] !== OBJECT_FLASH) continue
      const area = (extent[2] - extent[0]) * (extent[3] - extent[1])
      if (inside.length > 0 && padArea(pads, inside, objects.kind[o] === OBJECT_FLASH) < LEAST_SHARE * area) continue
    }
    chosen.push(o)
  }
  return chosen
}

/** @returns the openings that are there for pads, with the copper that each is for; a negative mask is taken whole */
export const padOpenings = (board: Board, measures: Measures, mask: Layer, copper: Layer): PadOpenings =>
  measures.once(`pad-openings:${mask.id}`, () => {
    const pads = layerPads(board, measures, copper)
    const chosen = mask.negative ? null : openingObjects(mask.plotted, new Set(mask.apart), pads)
    const whole = chosen === null || chosen.length === mask.plotted.objects.count - mask.apart.length
    const image = whole ? measures.image(mask) : imageOfObjects(mask.plotted, chosen)
    const grid = pieceGrid(image)
    const own: Set<number>[] = Array.from({ length: image.components.count }, () => new Set())
    const note = (x: number, y: number): void => {
      const opening = componentAt(image, grid, x, y)
      const component = opening < 0 ? -1 : measures.componentAt(copper, [x / 1e6, y / 1e6])
      if (component >= 0) own[opening]!.add(component)
    }
    for (let row = 0; row < pads.count; row++) note(pads.x[row]!, pads.y[row]!)
    const { objects } = mask.plotted
    for (const o of chosen ?? []) if (objects.kind[o] === OBJECT_FLASH && objects.dark[o]) note(objects.x0[o]!, objects.y0[o]!)
    return { image, own }
  })
