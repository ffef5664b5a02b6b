import { aBoard } from '#core/builder/board-builder.ts'
import { castellatedEdgePlating } from '#core/checks/drill_via/castellated_edge_plating.ts'
import { testCheck } from '#test/support/test-check.ts'

const FN = 'CastellatedDrill'

const edge = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .via({ at: [10, 6], diameter: 1, drill: 0.5 })
    .via({ at: [15, 6], diameter: 1, drill: 0.5 })

interface Spec {
  readonly drill?: number
  readonly land?: number
  readonly fn?: string
  readonly sides?: readonly string[]
}

/** A half-hole in the left edge, its land cut by the edge only when the board is milled. */
const halfHole = (
  board: ReturnType<typeof edge>,
  y: number,
  { drill = 0.6, land = 1, fn = FN, sides = ['top-copper', 'bottom-copper'] }: Spec = {},
  x = 0,
) => sides.reduce((b, layer) => b.land({ at: [x, y], diameter: land, layer }), board).hole({ at: [x, y], diameter: drill, fn })

/** The order is said by an attribute only. */
const not = ['without attributes']

testCheck(castellatedEdgePlating, {
  clean: [
    { name: 'no half-holes', board: edge() },
    { name: 'half-holes of 0.6 mm, 0.6 mm apart', board: halfHole(halfHole(edge(), 4), 5.2), not },
    { name: 'ring exactly at the target', board: halfHole(edge(), 4, { drill: 0.7 }), not },
    {
      name: 'pads trimmed at the edge',
      board: ['top-copper', 'bottom-copper'].reduce(
        (b, layer) => b.pad({ at: [0.5, 4], size: 1, layer }),
        edge().hole({ at: [0, 4], diameter: 0.6, fn: FN }),
      ),
      not,
    },
    {
      name: 'mouse bites, which have no copper',
      board: edge()
        .hole({ at: [0, 4], diameter: 0.5, plated: false })
        .hole({ at: [0, 5], diameter: 0.5, plated: false }),
    },
    { name: 'centre a quarter of the diameter inside', board: halfHole(edge(), 4, { drill: 0.6, land: 1.2 }, 0.15), not },
    {
      name: 'plated slot across the edge',
      board: edge()
        .hole({ at: [-1, 4], to: [1, 4], diameter: 0.5 })
        .pad({ at: [0, 4], size: [3, 2] })
        .pad({ at: [0, 4], size: [3, 2], layer: 'bottom-copper' }),
    },
    { name: 'exactly what the fab asks for', board: halfHole(edge(), 4), capability: 'jlcpcb_2layer', not },
  ],
  flagged: [
    {
      name: 'small half-hole',
      board: halfHole(edge(), 4, { drill: 0.4 }),
      not,
      findings: [{ message: 'small', measured: 0.4, severity: 'warning', at: [0, 4] }],
    },
    {
      name: 'half-hole that another fab can do',
      board: halfHole(edge(), 4, { drill: 0.4 }),
      capability: 'seeed_advanced',
      not,
      findings: [{ message: 'small', measured: 0.4, severity: 'info', at: [0, 4] }],
    },
    {
      name: 'half-hole below the target only',
      board: halfHole(edge(), 4, { drill: 0.55 }),
      not,
      findings: [{ message: 'small', measured: 0.55, severity: 'info', at: [0, 4] }],
    },
    {
      name: 'half-holes close to each other',
      board: halfHole(halfHole(edge(), 4, { land: 0.9 }), 5, { land: 0.9 }),
      not,
      findings: [{ message: 'close', measured: 0.4, severity: 'warning', at: [0, 4.5] }],
    },
    {
      name: 'thin land at the edge',
      board: halfHole(edge(), 4, { land: 0.76 }),
      not,
      findings: [
        { message: 'ring', measured: 0.08, severity: 'warning', layer: 'top-copper', at: [0, 4] },
        { message: 'ring', measured: 0.08, severity: 'warning', layer: 'bottom-copper', at: [0, 4] },
      ],
    },
    {
      name: 'centre too far outside',
      board: halfHole(edge(), 4, { land: 1.4 }, -0.2),
      not,
      findings: [{ message: 'offset', measured: 0.333, severity: 'warning', at: [-0.2, 4] }],
    },
    {
      name: 'land on one side only',
      board: halfHole(edge(), 4, { sides: ['top-copper'] }),
      not,
      findings: [{ message: 'oneSide', severity: 'warning', layer: 'bottom-copper', at: [0, 4] }],
    },
    {
      name: 'half-holes that nothing declares',
      board: halfHole(halfHole(edge(), 4, { fn: 'ComponentDrill' }), 5.5, { fn: 'ComponentDrill' }),
      findings: [{ message: 'order', measured: 2, severity: 'info', at: [0, 4] }],
    },
  ],
  skipped: [
    { name: 'no drill file', board: edge().without('drill'), missing: 'drill file' },
    { name: 'no outline', board: aBoard().via({ at: [5, 5], diameter: 1, drill: 0.5 }), missing: 'outline' },
  ],
})
