import { aBoard } from '#core/builder/board-builder.ts'
import { mirrorX, shiftBy, turnBy, type BoardTransform } from '#core/builder/transform.ts'
import { layerMirrored } from '#core/checks/file_package/layer_mirrored.ts'
import { irregular, withHoles, withLayer } from '#test/core/checks/file_package/irregular-board.ts'
import { testCheck } from '#test/support/test-check.ts'

const both = (one: BoardTransform, other: BoardTransform): BoardTransform => ({
  name: `${one.name}, ${other.name}`,
  board: (board) => other.board(one.board(board)),
  point: (p) => other.point(one.point(p)),
})
/** Mirrored and turned on the spot: the board is 40 x 30 mm. */
const mirrored = both(mirrorX(), shiftBy(40, 0))
const turned = both(turnBy(180), shiftBy(40, 30))
/** A mirror at an axis that is not level or upright is no mistake of a plot setting. */
const NOT_ASKEW = ['turned askew']

testCheck(layerMirrored, {
  clean: [
    { name: 'all seen from the top', board: irregular() },
    { name: 'a layer that is only off', board: withLayer(irregular(), 'bottom-copper', shiftBy(3, 2)) },
  ],
  flagged: [
    {
      name: 'bottom copper mirrored',
      board: withLayer(irregular(), 'bottom-copper', mirrored),
      not: NOT_ASKEW,
      findings: [{ message: 'mirrored', severity: 'error', layer: 'bottom-copper' }],
    },
    {
      name: 'bottom copper turned by 180 degrees',
      board: withLayer(irregular(), 'bottom-copper', turned),
      findings: [{ message: 'mirrored', severity: 'error', layer: 'bottom-copper' }],
    },
    {
      name: 'a mask mirrored',
      board: withLayer(irregular(), 'top-mask', mirrored),
      not: NOT_ASKEW,
      findings: [{ message: 'mirrored', severity: 'error', layer: 'top-mask' }],
    },
    {
      name: 'the drill files mirrored',
      board: withHoles(irregular(), mirrored),
      not: NOT_ASKEW,
      findings: [{ message: 'mirrored', severity: 'error' }],
    },
  ],
  skipped: [
    {
      name: 'too few pads',
      board: aBoard()
        .outline({ width: 9, height: 9 })
        .pad({ at: [4, 4], size: [1, 1] }),
      missing: 'matched',
    },
    { name: 'no copper', board: aBoard().outline({ width: 9, height: 9 }).without('top-copper', 'bottom-copper'), missing: 'copper layer' },
  ],
})
