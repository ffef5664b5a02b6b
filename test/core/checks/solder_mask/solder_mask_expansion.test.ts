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
      name: 'expansion exactly at the upper target: 4 mil',
      board: edge().pad({ at: [5, 6], size: [1, 1], opening: 0.1016 }),
    },
    {
      name: 'the wide opening of a fiducial',
      board: edge().pad({ at: [5, 6], size: 1, shape: 'circle', opening: 0.5, fn: 'FiducialPad,Global' }),
    },
    {
      name: 'one wide window over a row of pads',
      board: edge()
        .pad({ at: [5, 6], size: [0.6, 1] })
        .pad({ at: [6, 6], size: [0.6, 1] })
        .opening({ at: [5.5, 6], size: [2.4, 1.8] }),
    },
    {
      name: 'a non-plated hole with an opening as wide as its copper ring',
      board: edge()
        .pad({ at: [5, 6], size: 1, shape: 'circle', opening: 0 })
        .hole({ at: [5, 6], diameter: 0.8, plated: false }),
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
    {
      name: 'opening wider than the upper limit',
      board: edge().pad({ at: [5, 6], size: [1.5, 1], opening: 0.25, rotation: 20 }),
      findings: [{ message: 'wide', measured: 0.25, severity: 'warning', at: [5, 6] }],
    },
    {
      name: 'opening between the upper target and limit',
      board: edge().pad({ at: [5, 6], size: [1.5, 1], opening: 0.15, layer: 'bottom-copper' }),
      findings: [{ message: 'wide', measured: 0.15, severity: 'info', layer: 'bottom-mask' }],
    },
    {
      name: 'mask on one side of the pad',
      board: edge()
        .pad({ at: [5, 6], size: [1, 1] })
        .opening({ at: [5.1, 6], size: [1.1, 1.1] }),
      findings: [{ message: 'tight', measured: 0, severity: 'warning', at: [5, 6] }],
    },
    {
      name: 'pads defined by the mask are told once',
      board: edge()
        .pad({ at: [5, 6], size: [1, 1], opening: -0.05 })
        .pad({ at: [8, 6], size: [1, 1], opening: -0.05 }),
      findings: [{ message: 'defined', severity: 'info', layer: 'top-mask', at: [5, 6] }],
    },
  ],
  skipped: [{ name: 'no mask', board: edge().pad({ at: [5, 6], size: [1, 1] }), missing: 'solder mask' }],
})
