import { BoardBuilder } from '#core/builder/board-builder.ts'
import type { ArtItem, BoardDescription } from '#core/builder/description.ts'
import { roundedBoxContour } from '#core/builder/outline-items.ts'
import { plantFault, type PlantedFault } from '#core/builder/plant-fault.ts'
import { seededRandom } from '#core/builder/random.ts'
import { placeParts } from '#core/builder/sample/place-parts.ts'
import { legendItems } from '#core/builder/sample/legend.ts'
import { CUTOUT, MOUNTING, SIZE } from '#core/builder/sample/parts.ts'
import { routeParts } from '#core/builder/sample/route-parts.ts'
import { solidPour } from '#core/builder/sample/solid-pour.ts'

const EDGE_MM = 0.6
const MOUNTING_MM = 3.2

const pourContour = roundedBoxContour([EDGE_MM, EDGE_MM], SIZE.width - 2 * EDGE_MM, SIZE.height - 2 * EDGE_MM, SIZE.radius - EDGE_MM)

/** What the pours keep off besides copper: the cut-out, with the distance that they keep from the board edge. */
const keepOff = (layer: string): ArtItem => ({
  kind: 'region',
  layer,
  contour: roundedBoxContour(
    [CUTOUT.at[0] - EDGE_MM / 2, CUTOUT.at[1] - EDGE_MM / 2],
    CUTOUT.width + EDGE_MM,
    CUTOUT.height + EDGE_MM,
    CUTOUT.radius + EDGE_MM / 2,
  ),
})

const build = (): BoardDescription => {
  const board = new BoardBuilder().named('sample').layer('bottom-mask')
  board.outline({ ...SIZE, at: [0, 0] }).cutout(CUTOUT)
  placeParts(board)
  for (const at of MOUNTING) {
    board.hole({ at, diameter: MOUNTING_MM, plated: false })
    for (const layer of ['top-mask', 'bottom-mask']) board.opening({ at, size: MOUNTING_MM + 0.2, shape: 'circle', layer })
  }
  const routed = routeParts(board.description())
  const placed = board.items(routed.items).description()
  const holes = [...placed.holes, ...routed.holes]
  const poured = ['top-copper', 'bottom-copper'].flatMap((layer) =>
    solidPour(
      { contour: pourContour, layer, clearance: 0.26, pen: 0.25, thermal: { gap: 0.3, spoke: 0.4 }, belongs: { net: 'GND' } },
      [...placed.items, keepOff(layer)],
      holes,
    ),
  )
  const items = [...poured, ...placed.items]
  return { ...placed, items: [...items, ...legendItems(items)], holes }
}

let clean: BoardDescription | null = null

/** The sample board as it should be: a small sensor node on two layers, comfortable for any class 2 fab. */
export const cleanSampleBoard = (): BoardDescription => (clean ??= build())

/** @returns the sample board with its three planted faults, and what they are */
export const sampleWithFaults = (): { readonly board: BoardDescription; readonly faults: readonly PlantedFault[] } => {
  let board = cleanSampleBoard()
  const faults: PlantedFault[] = []
  for (const kind of ['narrow_track', 'shifted_drill', 'silk_on_pad'] as const) {
    const planted = plantFault(board, kind, seededRandom(7))
    if (!planted) throw new Error(`the sample board has no place for ${kind}`)
    board = planted.board
    faults.push(planted.fault)
  }
  return { board, faults }
}

/** @returns a realistic two-layer board to look around on, with three faults in it: a narrowed track, a drill off its land, legend on a pad */
export const sampleBoard = (): BoardDescription => sampleWithFaults().board
