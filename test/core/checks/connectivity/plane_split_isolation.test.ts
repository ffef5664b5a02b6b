import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import { roundedBoxContour } from '#core/builder/outline-items.ts'
import { planeSplitIsolation } from '#core/checks/connectivity/plane_split_isolation.ts'
import { testCheck } from '#test/support/test-check.ts'

const board = (): BoardBuilder =>
  aBoard()
    .outline({ width: 40, height: 20 })
    .copperLayers(4)
    .via({ at: [38, 18], diameter: 1, drill: 0.5 })

const area = (b: BoardBuilder, x: number, width: number, net: string, height = 16): BoardBuilder =>
  b.region({ points: roundedBoxContour([x, 1], width, height, 0), net, layer: 'inner-1' })

/** Two halves of one plane, joined by a strip. */
const joined = (width: number): BoardBuilder =>
  area(area(board(), 1, 12, 'GND'), 15, 12, 'GND').region({
    points: roundedBoxContour([12.5, 8], 3, width, 0),
    net: 'GND',
    layer: 'inner-1',
  })

testCheck(planeSplitIsolation, {
  clean: [
    { name: 'gap exactly at the target', board: area(area(board(), 1, 12, 'GND'), 13.3, 12, 'VCC') },
    { name: 'small copper beside a plane', board: area(area(board(), 1, 12, 'GND'), 13.1, 4, 'VCC') },
    { name: 'one plane', board: area(board(), 1, 30, 'GND') },
    { name: 'halves joined by a strip exactly as wide as the target', board: joined(0.3) },
    {
      name: 'small part that hangs by a thin strip',
      board: area(area(board(), 1, 24, 'GND'), 26, 2, 'GND', 4).region({
        points: roundedBoxContour([24.5, 2], 2, 0.1, 0),
        net: 'GND',
        layer: 'inner-1',
      }),
    },
    {
      name: 'halves joined at two places',
      board: joined(0.15).region({ points: roundedBoxContour([12.5, 4], 3, 1, 0), net: 'GND', layer: 'inner-1' }),
    },
  ],
  flagged: [
    {
      name: 'narrow split',
      board: area(area(board(), 1, 12, 'GND'), 13.15, 12, 'VCC'),
      findings: [{ message: 'gap', measured: 0.15, severity: 'warning', layer: 'inner-1' }],
    },
    {
      name: 'split below the target only',
      board: area(area(board(), 1, 12, 'GND'), 13.25, 12, 'VCC'),
      findings: [{ message: 'gap', measured: 0.25, severity: 'info', layer: 'inner-1' }],
    },
    {
      name: 'halves joined by a thin strip',
      board: joined(0.15),
      findings: [{ message: 'web', measured: 0.15, severity: 'warning', layer: 'inner-1', at: [14, 8.075] }],
    },
  ],
  skipped: [
    {
      name: 'two layers',
      board: aBoard()
        .outline({ width: 20, height: 12 })
        .via({ at: [5, 6], diameter: 1, drill: 0.5 }),
      missing: 'inner',
    },
  ],
})
