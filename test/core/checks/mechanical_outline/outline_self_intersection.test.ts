import { aBoard } from '#core/builder/board-builder.ts'
import { outlineSelfIntersection } from '#core/checks/mechanical_outline/outline_self_intersection.ts'
import { testCheck } from '#test/support/test-check.ts'

const art = () => aBoard().pad({ at: [10, 6], size: [1, 1] })
const box = () => art().outline({ width: 20, height: 12, radius: 1 })

testCheck(outlineSelfIntersection, {
  clean: [
    { name: 'round corners and a round cut-out', board: box().cutout({ at: [5, 5], diameter: 3 }) },
    {
      name: 'a cut-out whose corner touches the edge',
      board: box().cutout({
        points: [
          [8, 0],
          [10, 3],
          [6, 3],
        ],
      }),
    },
    {
      name: 'a corner that reaches back to another edge',
      board: art().outline({
        points: [
          [0, 0],
          [20, 0],
          [20, 12],
          [10, 0],
          [0, 12],
        ],
      }),
    },
    { name: 'a contour drawn twice', board: art().outline({ width: 20, height: 12 }).outline({ width: 20, height: 12 }) },
    { name: 'an arc that touches an edge', board: box().cutout({ at: [10, 2], diameter: 4 }) },
  ],
  flagged: [
    {
      name: 'a loop at a corner',
      board: art().outline({
        points: [
          [0, 0],
          [21, 0],
          [20, -1],
          [20, 12],
          [0, 12],
        ],
      }),
      findings: [{ message: 'crosses', severity: 'error', layer: 'outline', at: [20, 0] }],
    },
    {
      name: 'a figure of eight',
      board: aBoard()
        .pad({ at: [2, 6], size: [0.5, 0.5] })
        .outline({
          points: [
            [0, 0],
            [20, 8],
            [20, 2],
            [0, 12],
          ],
        }),
      findings: [{ message: 'crosses', at: [13.333, 5.333] }],
    },
    {
      name: 'a spike that pierces an arc',
      board: art().outline({
        points: [
          [0, 0],
          [8, 0],
          [10, 9],
          [12, 0],
          [20, 0],
          [20, 12],
          [14, 12, -1],
          [6, 12],
          [0, 12],
        ],
      }),
      findings: [
        { message: 'crosses', at: [9.779, 8.006] },
        { message: 'crosses', at: [10.221, 8.006] },
      ],
    },
    {
      name: 'a cut-out across the edge',
      board: box().cutout({ at: [9, -1], width: 2, height: 4 }),
      findings: [
        { message: 'contours', at: [9, 0] },
        { message: 'contours', at: [11, 0] },
      ],
    },
    {
      name: 'a stroke of no length',
      board: box().items([{ kind: 'draw', layer: 'outline', from: [3, 3], to: [3, 3], width: 0.1 }]),
      findings: [{ message: 'points', measured: 1, severity: 'info', at: [3, 3] }],
    },
  ],
  skipped: [{ name: 'no outline', board: art(), missing: 'outline' }],
})
