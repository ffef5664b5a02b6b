import { describe, expect, test } from 'vitest'
import { boardOf } from '#core/builder/board-of.ts'
import { generateBoard } from '#core/builder/generate-board.ts'
import { composeJob, runComposeJob } from '#core/board/layer-image.ts'
import { imageDifference } from '#core/review/compare/image-difference.ts'
import { placedExtent, placeHoles, placeLayer } from '#core/review/compare/place-layer.ts'
import { placeImage } from '#core/review/compare/place-image.ts'
import { IN_PLACE, inverseOf, placePoint, POSES } from '#core/review/placement.ts'
import { smallBoard } from '#test/main/support/small-board.ts'

const BOARDS = [boardOf(smallBoard()), boardOf(generateBoard(180, 2, 6))] as const

describe.each(POSES.map((pose) => ({ ...pose, dx: 12.7e6, dy: -3e6 })))('laid down with $turns turns, mirrored $mirrored', (placement) => {
  test('a layer draws the picture that its image shows', () => {
    for (const board of BOARDS) {
      for (const layer of board.layers.filter((l) => !l.negative)) {
        const drawn = runComposeJob(composeJob(placeLayer(layer.plotted, placement), layer.apart, false, board.outline))
        const placed = placeImage(layer.image(), placement)
        expect(drawn.area).toBeCloseTo(layer.image().area, -6)
        expect(imageDifference(placed, drawn)).toMatchObject({ onlyFrom: 0, onlyTo: 0 })
      }
    }
  })

  test('it lies as it did when it is laid back', () => {
    for (const board of BOARDS) {
      for (const { plotted } of board.layers) {
        const back = placeLayer(placeLayer(plotted, placement), inverseOf(placement))
        expect(back.prims.kind).toEqual(plotted.prims.kind)
        expect(back.objects.sweep.map((s) => s || 0)).toEqual(plotted.objects.sweep.map((s) => s || 0))
        for (let v = 0; v < (plotted.rings.start.at(-1) ?? 0); v++) expect(back.rings.x[v]).toBeCloseTo(plotted.rings.x[v]!, 3)
      }
    }
  })

  test('holes and extent move along', () => {
    const [board] = BOARDS
    const holes = placeHoles(board.holes, placement)
    expect([holes.x0[3], holes.y0[3]]).toEqual([...placePoint(placement, board.holes.x0[3]!, board.holes.y0[3]!)])
    const box = placedExtent(board, placement)!
    const sides = [board.outline.box![2] - board.outline.box![0], board.outline.box![3] - board.outline.box![1]]
    const [width, height] = placement.turns % 2 ? sides.reverse() : sides
    // Half the width of the line that draws the edge, on each side.
    expect(box[2] - box[0] - width!).toBeCloseTo(box[3] - box[1] - height!, 3)
    expect(box[2] - box[0]).toBeGreaterThanOrEqual(width!)
  })
})

test('what is in place is the very same', () => {
  const { plotted } = BOARDS[0].layers[0]!
  expect(placeLayer(plotted, IN_PLACE)).toBe(plotted)
  expect(
    placedExtent(
      { ...BOARDS[0], outline: { ...BOARDS[0].outline, box: null }, layers: [], holes: { ...BOARDS[0].holes, count: 0 } },
      IN_PLACE,
    ),
  ).toBeNull()
})
