import { aBoard } from '#core/builder/board-builder.ts'
import { solderMaskExpansion } from '#core/checks/solder_mask/solder_mask_expansion.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })

testCheck(solderMaskExpansion, {
  clean: [
    {
      name: 'expansion exactly at the limit, a track leaving through the opening',
      board: edge()
        .pad({ at: [5, 6], size: [1, 1], opening: 0.05 })
        .track({ from: [5, 6], to: [9, 6], width: 0.3 }),
    },
    {
      name: 'covered pad, which is another check',
      board: edge()
        .pad({ at: [5, 6], size: [1, 1] })
        .opening({ at: [10, 6], size: [1, 1] }),
    },
  ],
  flagged: [
    {
      name: 'opening as tight as the pad',
      board: edge().pad({ at: [5, 6], size: [1, 1], opening: 0.01 }),
      findings: [{ message: 'tight', measured: 0.01, severity: 'warning', at: [5, 6] }],
    },
  ],
  skipped: [{ name: 'no mask', board: edge().pad({ at: [5, 6], size: [1, 1] }), missing: 'solder mask' }],
})
