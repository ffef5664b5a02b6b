import { aBoard } from '#core/builder/board-builder.ts'
import { roundedBoxContour } from '#core/builder/outline-items.ts'
import { starvedThermal } from '#core/checks/plane_thermal/starved_thermal.ts'
import { negativeThermal, poured } from '#test/core/checks/plane_thermal/thermal-boards.ts'
import { testCheck } from '#test/support/test-check.ts'

const spokes = { gap: 0.3, spoke: 0.3 }

/** A pad of the pour's net with small pads of another net where its spokes lead, which cut them. */
const beset = (...sides: readonly ('left' | 'right' | 'above' | 'below')[]) => {
  const places = { left: [8.5, 6], right: [11.5, 6], above: [10, 7.5], below: [10, 4.5] } as const
  const board = poured(spokes).pad({ at: [10, 6], size: [2, 2], net: 'GND' })
  for (const side of sides) {
    const [x, y] = places[side]
    board.region({ points: roundedBoxContour([x - 0.45, y - 0.45], 0.9, 0.9, 0), clear: true })
  }
  return sides.reduce((b, side) => b.pad({ at: places[side], size: 0.4, shape: 'circle', net: 'A' }), board)
}

/** A long pad in a pour with clear strips along its sides, which leave wide spokes at its corners. */
const cornered = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .region({ points: roundedBoxContour([0.5, 0.5], 19, 11, 0), net: 'GND' })
    .region({ points: roundedBoxContour([9, 4.9], 0.15, 2.2, 0), clear: true })
    .region({ points: roundedBoxContour([10.85, 4.9], 0.15, 2.2, 0), clear: true })
    .region({ points: roundedBoxContour([9.5, 4.1], 1, 0.15, 0), clear: true })
    .region({ points: roundedBoxContour([9.5, 7.75], 1, 0.15, 0), clear: true })
    .pad({ at: [10, 6], size: [1.7, 3.5], net: 'GND' })
    .hole({ at: [10, 6], diameter: 0.9, net: 'GND' })

testCheck(starvedThermal, {
  clean: [
    { name: 'four spokes', board: beset() },
    { name: 'one spoke cut', board: beset('left') },
    { name: 'two spokes cut', board: beset('left', 'above') },
    {
      name: 'solid pour',
      board: poured(null)
        .pad({ at: [10, 6], size: 2, net: 'GND' })
        .track({ from: [8.5, 3], to: [8.5, 9], width: 0.3, net: 'A' }),
    },
    {
      name: 'spokes that lead into the pour around another pad',
      board: poured(spokes)
        .pad({ at: [10, 6], size: 1.5, shape: 'circle', net: 'GND' })
        .pad({ at: [10, 8], size: 1, net: 'A' })
        .pad({ at: [10, 4], size: 1, net: 'A' }),
    },
    {
      name: 'pad of another net with one track',
      board: poured(spokes)
        .pad({ at: [10, 6], size: 2, net: 'A' })
        .track({ from: [10, 6], to: [15, 6], width: 0.3, net: 'A' }),
    },
    {
      name: 'pad in a hatched plane',
      board: Array.from({ length: 19 }, (_, k) => k).reduce(
        (b, k) =>
          b
            .track({ from: [0.5 + k, 0.5], to: [0.5 + k, 11.5], width: 0.3, net: 'GND' })
            .track({ from: [0.5, 0.5 + k * 0.6], to: [19.5, 0.5 + k * 0.6], width: 0.3, net: 'GND' }),
        aBoard()
          .outline({ width: 20, height: 12 })
          .via({ at: [9.6, 5.9], diameter: 0.7, drill: 0.3, net: 'GND' }),
      ),
    },
    { name: 'long pad with wide spokes at its corners', board: cornered() },
    { name: 'thermal of a negative plane', board: negativeThermal({ spoke: 0.3 }), not: ['without attributes'] },
  ],
  flagged: [
    {
      name: 'three spokes cut',
      board: beset('left', 'above', 'right'),
      findings: [{ message: 'starved', measured: 1, severity: 'warning', layer: 'top-copper', at: [10, 6] }],
    },
    {
      name: 'one opening around a hole in a negative plane',
      board: negativeThermal({ spoke: 0.3, openings: 1 }),
      not: ['without attributes'],
      findings: [{ message: 'starved', measured: 1, severity: 'warning', layer: 'inner-1', at: [8, 6] }],
    },
  ],
  skipped: [
    {
      name: 'no drill file',
      board: aBoard()
        .outline({ width: 20, height: 12 })
        .pad({ at: [5, 5], size: 1 }),
      missing: 'drill file',
    },
  ],
})
