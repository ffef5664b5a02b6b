import { aBoard } from '#core/builder/board-builder.ts'
import { emptyLayer } from '#core/checks/file_package/empty_layer.ts'
import { testCheck } from '#test/support/test-check.ts'

const whole = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .via({ at: [5, 5], diameter: 0.8, drill: 0.4 })

testCheck(emptyLayer, {
  clean: [
    { name: 'something on every layer', board: whole() },
    {
      name: 'an outline drawn with a pen of no width',
      board: aBoard()
        .via({ at: [5, 5], diameter: 0.8, drill: 0.4 })
        .outline({ width: 20, height: 12, pen: 0 }),
    },
  ],
  flagged: [
    {
      name: 'an empty bottom copper',
      board: aBoard()
        .outline({ width: 20, height: 12 })
        .pad({ at: [5, 5], size: [1, 1] }),
      findings: [{ message: 'nothing', severity: 'error', layer: 'bottom-copper' }],
    },
    {
      name: 'an empty mask',
      board: whole().layer('top-mask'),
      not: ['without attributes'],
      findings: [{ message: 'nothing', severity: 'warning', layer: 'top-mask' }],
    },
    {
      name: 'an empty legend',
      board: whole().layer('top-legend'),
      not: ['without attributes'],
      findings: [{ message: 'nothing', severity: 'info', layer: 'top-legend' }],
    },
    {
      name: 'a legend that is erased again',
      board: whole()
        .legend({ from: [3, 9], to: [9, 9], width: 0.2 })
        .legend({ from: [2, 9], to: [10, 9], width: 0.6, clear: true }),
      findings: [{ message: 'cleared', severity: 'info', layer: 'top-legend' }],
    },
  ],
})
