import { aBoard } from '#core/builder/board-builder.ts'
import { drillRegistrationToMask } from '#core/checks/drill_via/drill_registration_to_mask.ts'
import { testCheck } from '#test/support/test-check.ts'

const MASKS = ['top-mask', 'bottom-mask']

/** A board with an opened component hole, so that both masks are there. */
const edge = () => leaded(aBoard().outline({ width: 24, height: 12 }), 3, 3, 1.9)

const leaded = (board: ReturnType<typeof aBoard>, x: number, y: number, opening: number, masks = MASKS) => {
  board.land({ at: [x, y], diameter: 1.8, layer: 'all' }).hole({ at: [x, y], diameter: 1 })
  for (const layer of masks) board.opening({ at: [x, y], size: opening, shape: 'circle', layer })
  return board
}

const screw = (opening: number | null) => {
  const board = edge().hole({ at: [12, 6], diameter: 3, plated: false })
  if (opening !== null) for (const layer of MASKS) board.opening({ at: [12, 6], size: opening, shape: 'circle', layer })
  return board
}

testCheck(drillRegistrationToMask, {
  clean: [
    { name: 'opening exactly at the target', board: screw(3.1) },
    { name: 'a covered via', board: edge().via({ at: [12, 6], diameter: 0.7, drill: 0.3 }) },
    {
      name: 'a large via covered on both sides',
      board: edge()
        .land({ at: [12, 6], diameter: 1.8, layer: 'all' })
        .hole({ at: [12, 6], diameter: 1, fn: 'ViaDrill' }),
    },
    {
      name: 'two openings that make one around the hole',
      board: edge()
        .hole({ at: [12, 6], diameter: 3, plated: false })
        .opening({ at: [11, 6], size: [4, 4] })
        .opening({ at: [13, 6], size: [4, 4] })
        .opening({ at: [12, 6], size: [4, 4], layer: 'bottom-mask' }),
    },
  ],
  flagged: [
    {
      name: 'mounting hole without openings',
      board: screw(null),
      findings: [
        { message: 'covered', severity: 'warning', layer: 'top-mask', at: [12, 6] },
        { message: 'covered', severity: 'warning', layer: 'bottom-mask', at: [12, 6] },
      ],
    },
    {
      name: 'opening smaller than the hole',
      board: screw(2.6),
      findings: [
        { message: 'partly', measured: -0.2, severity: 'warning', layer: 'top-mask', at: [12, 6] },
        { message: 'partly', measured: -0.2, severity: 'warning', layer: 'bottom-mask', at: [12, 6] },
      ],
    },
    {
      name: 'opening as wide as the hole',
      board: screw(3),
      findings: [
        { message: 'tight', measured: 0, severity: 'info', layer: 'top-mask', at: [12, 6] },
        { message: 'tight', measured: 0, severity: 'info', layer: 'bottom-mask', at: [12, 6] },
      ],
    },
    {
      name: 'component hole covered on one side',
      board: leaded(edge(), 12, 6, 1.9, ['bottom-mask']),
      findings: [{ message: 'covered', severity: 'warning', layer: 'top-mask', at: [12, 6] }],
    },
    {
      name: 'component hole cut by a shifted opening',
      board: leaded(edge(), 12, 6, 1.9, ['bottom-mask']).opening({ at: [12.8, 6], size: [1.4, 1.8] }),
      findings: [{ message: 'partly', measured: -0.6, severity: 'warning', layer: 'top-mask', at: [12, 6] }],
    },
  ],
  skipped: [{ name: 'no mask', board: edge().without('top-mask', 'bottom-mask'), missing: 'solder mask' }],
})
