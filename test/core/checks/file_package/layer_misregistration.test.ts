import { aBoard } from '#core/builder/board-builder.ts'
import { shiftBy } from '#core/builder/transform.ts'
import { layerMisregistration } from '#core/checks/file_package/layer_misregistration.ts'
import { irregular, withHoles, withLayer } from '#test/core/checks/file_package/irregular-board.ts'
import { testCheck } from '#test/support/test-check.ts'

/** The same board with the lands of one side somewhere else altogether. */
const foreign = () => {
  const board = irregular()
  let k = 0
  return {
    ...board,
    items: board.items.map((item) => {
      if (item.layer !== 'bottom-copper' || item.kind !== 'flash') return item
      k++
      return { ...item, at: [3 + ((k * k * 3.33 + k * 0.7) % 34), 3 + ((k * 11.3 + k * k * 0.9) % 24)] as const }
    }),
  }
}

testCheck(layerMisregistration, {
  clean: [
    { name: 'all in one frame', board: irregular() },
    { name: 'a shift no larger than the target', board: withLayer(irregular(), 'bottom-copper', shiftBy(0.01, 0)) },
  ],
  flagged: [
    {
      name: 'bottom copper 3 and 2 mm off',
      board: withLayer(irregular(), 'bottom-copper', shiftBy(3, 2)),
      findings: [{ message: 'shifted', measured: 3.606, severity: 'error', layer: 'bottom-copper' }],
    },
    {
      name: 'a mask off its pads',
      board: withLayer(irregular(), 'top-mask', shiftBy(0.5, 0)),
      findings: [{ message: 'shifted', measured: 0.5, severity: 'error', layer: 'top-mask' }],
    },
    {
      name: 'all drills off the copper',
      board: withHoles(irregular(), shiftBy(0.8, 0)),
      findings: [{ message: 'shifted', measured: 0.8, severity: 'error' }],
    },
    {
      name: 'copper of another board',
      board: foreign(),
      findings: [{ message: 'unrelated', severity: 'error', layer: 'bottom-copper' }],
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
