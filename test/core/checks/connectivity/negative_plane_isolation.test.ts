import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import { negativePlaneIsolation } from '#core/checks/connectivity/negative_plane_isolation.ts'
import { testCheck } from '#test/support/test-check.ts'

/** Only attributes can say that a layer is a negative. */
const not = ['without attributes']

const board = (): BoardBuilder => aBoard().outline({ width: 20, height: 12 }).copperLayers(4).negative('inner-1')

interface Spec {
  readonly drill?: number
  /** Diameter of the clear shape in the plane; 0 = none. */
  readonly antipad: number
  readonly plated?: boolean
}

/** A hole with lands on the other layers and a clear shape in the plane. */
const hole = (b: BoardBuilder, at: readonly [number, number], { drill = 0.5, antipad, plated = true }: Spec): BoardBuilder => {
  if (plated) for (const layer of ['top-copper', 'inner-2', 'bottom-copper']) b.land({ at, diameter: 1, layer })
  if (antipad > 0) b.land({ at, diameter: antipad, layer: 'inner-1' })
  return b.hole({ at, diameter: drill, plated })
}

testCheck(negativePlaneIsolation, {
  clean: [
    { name: 'isolated holes', board: hole(hole(board(), [5, 6], { antipad: 1.2 }), [10, 6], { antipad: 1.2 }), not },
    { name: 'isolation exactly at the target', board: hole(board(), [5, 6], { antipad: 1.1 }), not },
    { name: 'hole joined solidly', board: hole(board(), [5, 6], { antipad: 0 }), not },
    { name: 'web exactly at the target', board: hole(hole(board(), [5, 6], { antipad: 1.2 }), [6.4, 6], { antipad: 1.2 }), not },
    { name: 'clear shapes that overlap', board: hole(hole(board(), [5, 6], { antipad: 1.2 }), [6, 6], { antipad: 1.2 }), not },
  ],
  flagged: [
    {
      name: 'clear shape too small',
      board: hole(board(), [5, 6], { antipad: 0.8 }),
      not,
      findings: [{ message: 'close', measured: 0.15, severity: 'error', layer: 'inner-1' }],
    },
    {
      name: 'isolation below the target only',
      board: hole(board(), [5, 6], { antipad: 1 }),
      not,
      findings: [{ message: 'close', measured: 0.25, severity: 'warning', layer: 'inner-1' }],
    },
    {
      name: 'clear shape smaller than the drill',
      board: hole(board(), [5, 6], { antipad: 0.4 }),
      not,
      findings: [{ message: 'contact', measured: -0.05, severity: 'error', layer: 'inner-1' }],
    },
    {
      name: 'clear shape beside the hole',
      board: hole(board(), [5, 6], { antipad: 0 }).land({ at: [5.2, 6], diameter: 0.7, layer: 'inner-1' }),
      not,
      findings: [{ message: 'contact', measured: -0.1, severity: 'error', layer: 'inner-1', at: [4.8, 6] }],
    },
    {
      name: 'non-plated hole close to the plane',
      board: hole(board(), [5, 6], { antipad: 0.7, plated: false }).via({ at: [15, 6], diameter: 1, drill: 0.4 }),
      not,
      findings: [{ message: 'close', measured: 0.1, severity: 'error', layer: 'inner-1' }],
    },
    {
      name: 'thin web between two isolated holes',
      board: hole(hole(board(), [5, 6], { antipad: 1.2 }), [6.28, 6], { antipad: 1.2 }),
      not,
      findings: [{ message: 'web', measured: 0.08, severity: 'error', layer: 'inner-1', at: [5.64, 6] }],
    },
  ],
  skipped: [
    {
      name: 'no negative plane',
      board: aBoard()
        .outline({ width: 20, height: 12 })
        .via({ at: [5, 6], diameter: 1, drill: 0.5 }),
      missing: 'negative',
    },
    { name: 'no drill file', board: hole(board(), [5, 6], { antipad: 1 }).without('drill'), missing: 'drill file' },
  ],
})
