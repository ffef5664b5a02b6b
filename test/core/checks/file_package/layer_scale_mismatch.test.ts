import { aBoard } from '#core/builder/board-builder.ts'
import { scaleBy, shiftBy } from '#core/builder/transform.ts'
import { layerScaleMismatch } from '#core/checks/file_package/layer_scale_mismatch.ts'
import { irregular, withHoles, withLayer } from '#test/core/checks/file_package/irregular-board.ts'
import { testCheck } from '#test/support/test-check.ts'

testCheck(layerScaleMismatch, {
  clean: [
    { name: 'all at one scale', board: irregular() },
    { name: 'a layer that is only off', board: withLayer(irregular(), 'bottom-copper', shiftBy(3, 2)) },
  ],
  flagged: [
    {
      name: 'bottom copper 2 % too large',
      board: withLayer(irregular(), 'bottom-copper', scaleBy(1.02)),
      findings: [{ message: 'scaled', measured: 1.02, severity: 'error', layer: 'bottom-copper' }],
    },
    {
      name: 'bottom copper at half its size',
      board: withLayer(irregular(), 'bottom-copper', scaleBy(0.5)),
      findings: [{ message: 'scaled', measured: 0.5, severity: 'error', layer: 'bottom-copper' }],
    },
    {
      name: 'drills 2 % too small',
      board: withHoles(irregular(), scaleBy(0.98)),
      findings: [{ message: 'scaled', measured: 0.98, severity: 'error' }],
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
