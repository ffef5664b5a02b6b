import type { Point } from '#core/base/box.ts'
import { copperLayerIds, type ArtItem, type BoardDescription } from '#core/builder/description.ts'
import { roundedBoxContour, contourItems } from '#core/builder/outline-items.ts'
import { COMFORTABLE_SIZE } from '#core/builder/examples/comfortable-board.ts'
import { described, withItems, type CheckExample } from '#core/builder/examples/example.ts'

/** Isolation around the holes of a negative plane, mm, and what the example leaves of it at one hole. */
const ISOLATION = 0.5
const TOO_LITTLE = 0.1

/** Inner layer 1 as a ground plane drawn as a negative: dark is no copper. */
const negativePlane = (board: BoardDescription): BoardDescription => {
  const plane = 'inner-1'
  const others = withItems(board, (item) => (item.layer === plane ? [] : [item]))
  const antipads = board.holes
    .filter((hole) => hole.net !== 'GND')
    .map(({ at, diameter }): ArtItem => {
      const isolation = at[0] === 9 && at[1] === 4 ? TOO_LITTLE : ISOLATION
      return { kind: 'flash', layer: plane, at, shape: { kind: 'circle', diameter: diameter + 2 * isolation }, rotation: 0 }
    })
  const { width, height } = COMFORTABLE_SIZE
  const edge = contourItems(roundedBoxContour([0, 0], width, height, 0), plane, 2, 0)
  return { ...others, negative: [plane], items: [...others.items, ...edge, ...antipads] }
}

/** A plane of another net beside the ground plane, with a via in it; drawn afterwards, so that the ground keeps no distance. */
const secondPlane = (board: BoardDescription): BoardDescription => {
  const at: Point = [17, 8]
  const lands = copperLayerIds(board.copperLayers).map((layer): ArtItem => ({
    kind: 'flash',
    layer,
    at,
    shape: { kind: 'circle', diameter: 0.8 },
    rotation: 0,
    net: 'PWR',
    fn: 'ViaPad',
  }))
  const plane: ArtItem = {
    kind: 'region',
    layer: 'inner-1',
    contour: roundedBoxContour([12.15, 1], 10.5, 16, 0.5),
    net: 'PWR',
    fn: 'Conductor',
  }
  return {
    ...board,
    items: [...board.items, plane, ...lands],
    holes: [...board.holes, { at, diameter: 0.4, plated: true, fn: 'ViaDrill', net: 'PWR' }],
  }
}

/** Examples of the checks of planes. */
export const planeExamples: Readonly<Record<string, CheckExample>> = {
  negative_plane_isolation: described('a hole 0.1 mm from a plane that is drawn as a negative', negativePlane, {
    via_to_copper_clearance: 'the plane is copper of another net beside the hole',
  }),
  plane_split_isolation: described('two planes 0.15 mm apart', secondPlane),
}
