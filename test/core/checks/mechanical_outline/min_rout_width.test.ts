import { aBoard } from '#core/builder/board-builder.ts'
import { minRoutWidth } from '#core/checks/mechanical_outline/min_rout_width.ts'
import { testCheck } from '#test/support/test-check.ts'

const art = () => aBoard().pad({ at: [3, 9], size: [1, 1] })
const box = () => art().outline({ width: 30, height: 12 })

testCheck(minRoutWidth, {
  clean: [
    { name: 'a plain board', board: box() },
    { name: 'a cut-out exactly at the target', board: box().cutout({ at: [8, 4], width: 8, height: 2 }) },
    { name: 'a small round opening, which is drilled', board: box().cutout({ at: [8, 4], diameter: 0.9 }) },
    {
      name: 'a step in the edge',
      board: art().outline({
        points: [
          [0, 0],
          [30, 0],
          [30, 11],
          [15, 11],
          [15, 12],
          [0, 12],
        ],
      }),
    },
    {
      name: 'two boards at the router gap',
      board: box()
        .pad({ at: [45, 6], size: [1, 1] })
        .outline({ at: [32, 0], width: 30, height: 12 }),
    },
    {
      name: 'a wide opening with a pointed end',
      board: box().cutout({
        points: [
          [8, 3],
          [12, 3],
          [16, 6],
          [12, 9],
          [8, 9],
        ],
      }),
    },
  ],
  flagged: [
    {
      name: 'a slot of 0.6 mm drawn as a contour',
      board: box().cutout({ at: [8, 5], width: 8, height: 0.6, radius: 0.3 }),
      findings: [{ message: 'cutout', measured: 0.6, severity: 'warning', layer: 'outline', at: [12, 5.3] }],
    },
    {
      name: 'exactly at the limit, below the target',
      board: box().cutout({ at: [8, 5], width: 8, height: 1 }),
      findings: [{ message: 'cutout', measured: 1, severity: 'info', at: [12, 5.5] }],
    },
    {
      name: 'a notch in the edge',
      board: art().outline({
        points: [
          [0, 0],
          [14, 0],
          [14, 5],
          [14.7, 5],
          [14.7, 0],
          [30, 0],
          [30, 12],
          [0, 12],
        ],
      }),
      findings: [{ message: 'cutout', measured: 0.7, at: [14.35, 2.5] }],
    },
    {
      name: 'a waist in a cut-out',
      board: box().cutout({
        points: [
          [8, 3],
          [12, 3],
          [12, 5.75],
          [16, 5.75],
          [16, 3],
          [20, 3],
          [20, 9],
          [16, 9],
          [16, 6.25],
          [12, 6.25],
          [12, 9],
          [8, 9],
        ],
      }),
      findings: [{ message: 'cutout', measured: 0.5, at: [14, 6] }],
    },
    {
      name: 'two boards half a millimetre apart',
      board: box()
        .pad({ at: [45, 6], size: [1, 1] })
        .outline({ at: [30.5, 0], width: 30, height: 12 }),
      findings: [{ message: 'gap', measured: 0.5, severity: 'warning' }],
    },
    {
      name: 'a gap that a fab wants wider',
      board: box()
        .pad({ at: [45, 6], size: [1, 1] })
        .outline({ at: [31.5, 0], width: 30, height: 12 }),
      capability: 'eurocircuits_class6',
      findings: [{ message: 'gap', measured: 1.5, severity: 'warning' }],
    },
  ],
  skipped: [{ name: 'no outline', board: art(), missing: 'outline' }],
})
