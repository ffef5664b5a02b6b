import { aBoard } from '#core/builder/board-builder.ts'
import { slotAspectRatio } from '#core/checks/drill_via/slot_aspect_ratio.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 20, height: 12 })

/** A slot as a contour: `length` over all, lying. */
const slotContour = ([x, y]: readonly [number, number], length: number, width: number) => {
  const [a, r] = [(length - width) / 2, width / 2]
  return {
    points: [
      [x - a, y - r],
      [x + a, y - r, 1],
      [x + a, y + r],
      [x - a, y + r, 1],
    ] as const,
  }
}

testCheck(slotAspectRatio, {
  clean: [
    { name: 'plated slot exactly twice as long as wide', board: edge().hole({ at: [5, 5], to: [5.8, 5], diameter: 0.8 }) },
    { name: 'non-plated slot exactly at its limit', board: edge().hole({ at: [5, 5], to: [5.6, 5], diameter: 1, plated: false }) },
    { name: 'askew slot, whose box is nearly square', board: edge().hole({ at: [5, 5], to: [7, 7], diameter: 0.8 }) },
    { name: 'round holes only', board: edge().hole({ at: [5, 5], diameter: 1 }) },
    {
      name: 'two round holes that overlap',
      board: edge()
        .hole({ at: [5, 5], diameter: 1 })
        .hole({ at: [5.2, 5], diameter: 1 }),
    },
    {
      name: 'long chain of round holes',
      board: edge()
        .hole({ at: [5, 5], diameter: 1 })
        .hole({ at: [5.6, 5], diameter: 1 })
        .hole({ at: [6.2, 5], diameter: 1 }),
    },
    {
      name: 'long slot in the outline',
      board: edge()
        .cutout(slotContour([8, 6], 4, 1))
        .hole({ at: [3, 3], diameter: 1 }),
    },
    {
      name: 'wide opening in the outline',
      board: edge()
        .cutout(slotContour([8, 6], 4, 3))
        .hole({ at: [3, 3], diameter: 1 }),
    },
    {
      name: 'square opening in the outline',
      board: edge()
        .cutout({ at: [8, 6], width: 1.5, height: 1.2 })
        .hole({ at: [3, 3], diameter: 1 }),
    },
  ],
  flagged: [
    {
      name: 'plated slot below the limit',
      board: edge().hole({ at: [5, 5], to: [5.4, 5], diameter: 0.8 }),
      findings: [{ message: 'short', measured: 1.5, severity: 'warning', at: [5.2, 5] }],
    },
    {
      name: 'plated slot below the target only',
      board: edge().hole({ at: [5, 5], to: [5.72, 5], diameter: 0.8 }),
      findings: [{ message: 'short', measured: 1.9, severity: 'info', at: [5.36, 5] }],
    },
    {
      name: 'askew slot, measured along itself',
      board: edge().hole({ at: [5, 5], to: [5.3, 5.4], diameter: 1, plated: false }),
      findings: [{ message: 'short', measured: 1.5, severity: 'warning', at: [5.15, 5.2] }],
    },
    {
      name: 'short chain of round holes is one slot',
      board: edge()
        .hole({ at: [5, 5], diameter: 1 })
        .hole({ at: [5.2, 5], diameter: 1 })
        .hole({ at: [5.4, 5], diameter: 1 }),
      findings: [{ message: 'short', measured: 1.4, severity: 'warning', at: [5.2, 5] }],
    },
    {
      name: 'short slot in the outline',
      board: edge()
        .cutout(slotContour([8, 6], 1.5, 1))
        .hole({ at: [3, 3], diameter: 1 }),
      findings: [{ message: 'cutout', measured: 1.5, severity: 'warning', at: [8, 6] }],
    },
  ],
  skipped: [{ name: 'no drill file', board: edge().land({ at: [5, 5], diameter: 1 }), missing: 'drill file' }],
})
