import { aBoard } from '#core/builder/board-builder.ts'
import { thermalReliefSpokeWidth } from '#core/checks/plane_thermal/thermal_relief_spoke_width.ts'
import { testCheck } from '#test/support/test-check.ts'
import { negativeThermal, poured } from '#test/core/checks/plane_thermal/thermal-boards.ts'

testCheck(thermalReliefSpokeWidth, {
  clean: [
    { name: 'spokes exactly at the target', board: poured({ gap: 0.3, spoke: 0.25 }).pad({ at: [10, 6], size: [2, 1], net: 'GND' }) },
    { name: 'solid pour', board: poured(null).pad({ at: [10, 6], size: [2, 1], net: 'GND' }) },
    { name: 'pad of another net in the pour', board: poured({ gap: 0.3, spoke: 0.1 }).pad({ at: [10, 6], size: [2, 1], net: 'A' }) },
    {
      name: 'thin track from a pad of another net',
      board: poured({ gap: 0.3, spoke: 0.3 })
        .pad({ at: [5, 6], size: 1, net: 'A' })
        .track({ from: [5, 6], to: [12, 6], width: 0.12, net: 'A' }),
    },
    {
      name: 'round and turned pads',
      board: poured({ gap: 0.3, spoke: 0.3 })
        .pad({ at: [6, 6], size: 1.6, shape: 'circle', net: 'GND' })
        .pad({ at: [12, 6], size: [3, 1], rotation: 30, net: 'GND' }),
    },
    { name: 'thermal of a negative plane', board: negativeThermal({ spoke: 0.3 }), not: ['without attributes'] },
  ],
  flagged: [
    {
      name: 'thin spokes of a rectangular pad',
      board: poured({ gap: 0.3, spoke: 0.12 }).pad({ at: [10, 6], size: [2, 1], net: 'GND' }),
      findings: [{ message: 'thin', measured: 0.12, severity: 'warning', layer: 'top-copper' }],
    },
    {
      name: 'spokes below the target of a round pad',
      board: poured({ gap: 0.4, spoke: 0.2 }).pad({ at: [10, 6], size: 1.5, shape: 'circle', net: 'GND' }),
      findings: [{ message: 'thin', measured: 0.2, severity: 'info', layer: 'top-copper' }],
    },
    {
      name: 'thin spokes of a drilled pad and of a turned one',
      board: poured({ gap: 0.3, spoke: 0.14 })
        .pad({ at: [6, 6], size: 2, shape: 'circle', net: 'GND' })
        .pad({ at: [6, 6], size: 2, shape: 'circle', net: 'GND', layer: 'bottom-copper' })
        .hole({ at: [6, 6], diameter: 1, net: 'GND' })
        .pad({ at: [13, 6], size: [2, 1], rotation: 30, net: 'GND' }),
      findings: [
        { message: 'thin', measured: 0.14, severity: 'warning' },
        { message: 'thin', measured: 0.14, severity: 'warning' },
      ],
    },
    {
      name: 'thin spokes of a negative plane',
      board: negativeThermal({ spoke: 0.12 }),
      not: ['without attributes'],
      findings: [{ message: 'thin', measured: 0.12, severity: 'warning', layer: 'inner-1' }],
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
