import { aBoard } from '#core/builder/board-builder.ts'
import { stencilApertureRatio } from '#core/checks/solder_paste/stencil_aperture_ratio.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })

testCheck(stencilApertureRatio, {
  clean: [
    { name: 'round opening exactly at the target: d / 4t = 0.66', board: edge().paste({ at: [5, 6], size: 0.3168, shape: 'circle' }) },
    {
      name: 'ordinary openings',
      board: edge()
        .paste({ at: [5, 6], size: [0.5, 0.6] })
        .paste({ at: [9, 6], size: [0.3, 1.5], rotation: 30 }),
    },
    { name: 'long opening exactly at the aspect limit', board: edge().paste({ at: [5, 6], size: [0.18, 1.8] }) },
    {
      name: 'two openings that make one wide one',
      board: edge()
        .paste({ at: [5, 6], size: [0.2, 0.4] })
        .paste({ at: [5.15, 6], size: [0.2, 0.4] }),
    },
  ],
  flagged: [
    {
      name: 'small round opening',
      board: edge().paste({ at: [5, 6], size: 0.24, shape: 'circle' }),
      findings: [{ message: 'area', measured: 0.5, severity: 'warning', layer: 'top-paste', at: [5, 6] }],
    },
    {
      name: 'between the limit and the target',
      board: edge().paste({ at: [5, 6], size: 0.3024, shape: 'circle', layer: 'bottom-paste' }),
      findings: [{ message: 'area', measured: 0.63, severity: 'info', layer: 'bottom-paste', at: [5, 6] }],
    },
    {
      name: 'long and narrow, at an angle',
      board: edge().paste({ at: [5, 6], size: [0.15, 1.5], rotation: 40 }),
      findings: [{ message: 'aspect', measured: 1.25, severity: 'warning', at: [5, 6] }],
    },
    {
      name: 'an opening parted by a rib: each part stands for itself',
      board: edge()
        .paste({ at: [5, 6], size: [0.2, 0.24] })
        .paste({ at: [5.3, 6], size: [0.2, 0.24] }),
      findings: [
        { message: 'area', measured: 0.455, at: [5, 6] },
        { message: 'area', measured: 0.455, at: [5.3, 6] },
      ],
    },
  ],
  skipped: [{ name: 'no paste', board: edge().pad({ at: [5, 6], size: [1, 1] }), missing: 'paste' }],
})
