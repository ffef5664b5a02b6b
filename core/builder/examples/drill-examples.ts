import { kicadDialect } from '#core/builder/dialect.ts'
import { drawn, type CheckExample } from '#core/builder/examples/example.ts'
import type { BoardBuilder } from '#core/builder/board-builder.ts'
import type { Point } from '#core/base/box.ts'

const MASKS = ['top-mask', 'bottom-mask']

/** A non-plated hole that both masks keep clear of. */
const openHole = (board: BoardBuilder, at: Point, diameter: number): BoardBuilder =>
  MASKS.reduce((b, layer) => b.opening({ at, size: diameter + 0.2, shape: 'circle', layer }), board.hole({ at, diameter, plated: false }))

/** Lands on every layer and openings of a slot. */
const slotLands = (board: BoardBuilder, at: Point, size: readonly [number, number]): BoardBuilder => {
  for (const layer of ['top-copper', 'inner-1', 'inner-2', 'bottom-copper'])
    board.pad({ at, size, shape: 'obround', layer, net: 'A', fn: 'ComponentPad', ref: 'J2', pin: '1' })
  for (const layer of MASKS) board.opening({ at, size: [size[0] + 0.1, size[1] + 0.1], shape: 'obround', layer })
  return board
}

const slotContour = ([x, y]: Point, length: number, width: number) => {
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

/** Examples of the checks of holes. */
export const drillExamples: Readonly<Record<string, CheckExample>> = {
  castellated_edge_plating: drawn(
    'a half-hole of 0.4 mm in the board edge',
    (board) =>
      ['top-copper', 'inner-1', 'inner-2', 'bottom-copper']
        .reduce((b, layer) => b.land({ at: [24, 9], diameter: 1, layer, net: 'A', fn: 'CastellatedPad' }), board)
        .hole({ at: [24, 9], diameter: 0.4, fn: 'CastellatedDrill', net: 'A' })
        .opening({ at: [24, 9], size: 1.1, shape: 'circle' })
        .opening({ at: [24, 9], size: 1.1, shape: 'circle', layer: 'bottom-mask' }),
    { copper_to_edge_distance: 'the land of a half-hole reaches over the edge, as it must' },
  ),
  drill_aspect_ratio: drawn('a via of 0.3 mm through a board of 3.2 mm', (board) =>
    board.thickness(3.2).via({ at: [17, 8], diameter: 0.8, drill: 0.3, net: 'A' }),
  ),
  drill_pad_registration: drawn(
    'a hole 0.31 mm beside the centre of its land',
    (board) => {
      for (const layer of MASKS) board.opening({ at: [17, 8], size: 2, shape: 'circle', layer })
      for (const layer of ['top-copper', 'inner-1', 'inner-2', 'bottom-copper']) {
        const diameter = layer.startsWith('inner') ? 2.4 : 1.9
        board.land({ at: [17, 8], diameter, layer, net: 'A', ref: 'J2', pin: '1', fn: 'ComponentPad' })
      }
      return board.hole({ at: [17.31, 8], diameter: 1, fn: 'ComponentDrill', net: 'A' })
    },
    { min_annular_ring: 'a hole off centre matters only where it thins its ring' },
  ),
  drill_registration_to_mask: drawn('a mounting hole that the mask covers', (board) =>
    board.hole({ at: [17, 8], diameter: 3, plated: false }),
  ),
  drill_to_drill_spacing: drawn('two vias with 0.15 mm between their holes', (board) =>
    board.via({ at: [17, 8], diameter: 0.8, drill: 0.4, net: 'A' }).via({ at: [17.55, 8], diameter: 0.8, drill: 0.4, net: 'A' }),
  ),
  duplicate_drill_hits: drawn('a via drilled twice', (board) => board.hole({ at: [9, 4], diameter: 0.4, fn: 'ViaDrill', net: 'MID' })),
  hole_to_edge_distance: drawn('a hole 0.3 mm from the board edge', (board) => openHole(board, [22.6, 9], 2.2)),
  hole_without_pad: drawn('a plated hole without copper', (board) => board.hole({ at: [17, 8], diameter: 0.4, fn: 'ViaDrill' })),
  min_drill_size: drawn('a via of 0.25 mm', (board) => board.via({ at: [17, 8], diameter: 0.8, drill: 0.25, net: 'A' })),
  min_slot_width: drawn('a plated slot of 0.6 mm', (board) =>
    slotLands(board, [17, 8], [3.6, 1.6]).hole({ at: [16, 8], to: [18, 8], diameter: 0.6, fn: 'ComponentDrill', net: 'A' }),
  ),
  missing_drill_for_pad: drawn('a component land on all layers without a hole', (board) => {
    for (const layer of MASKS) board.opening({ at: [17, 8], size: 2, shape: 'circle', layer })
    return board.land({ at: [17, 8], diameter: 1.9, layer: 'all', ref: 'J2', pin: '1', fn: 'ComponentPad' })
  }),
  npth_to_copper_clearance: drawn('copper 0.15 mm from a non-plated hole', (board) =>
    openHole(board, [17, 8], 2)
      .via({ at: [19.3, 8], diameter: 0.8, drill: 0.4, net: 'A' })
      .region({
        layer: 'inner-1',
        net: 'A',
        fn: 'Conductor',
        points: [
          [18.15, 6],
          [20, 6],
          [20, 10],
          [18.15, 10],
        ],
      }),
  ),
  npth_with_pad: drawn('a land around a non-plated hole', (board) => {
    for (const layer of MASKS) board.opening({ at: [17, 8], size: 3.1, shape: 'circle', layer })
    return board.land({ at: [17, 8], diameter: 3 }).hole({ at: [17, 8], diameter: 2, plated: false })
  }),
  slot_aspect_ratio: drawn('a plated slot hardly longer than wide', (board) =>
    slotLands(board, [17, 8], [2.4, 2]).hole({ at: [16.8, 8], to: [17.2, 8], diameter: 1, fn: 'ComponentDrill', net: 'A' }),
  ),
  slot_definition_conflict: drawn(
    'a slot that the outline shows wider than it is drilled',
    (board) => {
      for (const layer of MASKS) board.opening({ at: [17, 8], size: [5.4, 3], shape: 'obround', layer })
      return board.hole({ at: [16, 8], to: [18, 8], diameter: 2.2, plated: false }).cutout(slotContour([17, 8], 5, 2.6))
    },
    { hole_to_edge_distance: 'the drilled slot lies beside the edge that is drawn for it' },
  ),
  unsupported_hole_types: drawn('a hole of 8 mm', (board) => openHole(board, [17, 8], 8)),
  via_in_pad_open: drawn('a via in a soldered pad', (board) =>
    board
      .pad({ at: [17, 8], size: [2, 1.5], opening: 0.05, paste: 0, net: 'A', ref: 'U2', pin: '1', fn: 'SMDPad,CuDef' })
      .via({ at: [17, 8], diameter: 0.8, drill: 0.4, net: 'A' }),
  ),
  via_partial_mask_exposure: drawn('a mask opening whose edge cuts a via', (board) =>
    board.opening({ at: [16, 8], size: [2, 1.5] }).via({ at: [17.1, 8], diameter: 0.8, drill: 0.4, net: 'A' }),
  ),
  via_to_copper_clearance: drawn('inner copper of another net 0.1 mm from the wall of a via', (board) =>
    ['top-copper', 'bottom-copper']
      .reduce((b, layer) => b.land({ at: [17, 8], diameter: 0.8, layer, net: 'A', fn: 'ViaPad' }), board)
      .hole({ at: [17, 8], diameter: 0.4, net: 'A', fn: 'ViaDrill' })
      .via({ at: [19, 8], diameter: 0.8, drill: 0.4, net: 'B' })
      .region({
        layer: 'inner-1',
        net: 'B',
        fn: 'Conductor',
        points: [
          [17.3, 7],
          [20, 7],
          [20, 9],
          [17.3, 9],
        ],
      }),
  ),
  drill_span_ambiguous: drawn(
    'vias without lands on the bottom, and the drill file does not say which layers they connect',
    (board) => {
      for (let i = 0; i < 12; i++) {
        const at: Point = [14 + (i % 4) * 2, 4 + Math.floor(i / 4) * 3]
        for (const layer of ['top-copper', 'inner-1', 'inner-2']) board.land({ at, diameter: 0.8, layer, net: `V${i}`, fn: 'ViaPad' })
        board.hole({ at, diameter: 0.4, fn: 'ViaDrill', net: `V${i}` })
      }
      return board
    },
    { hole_without_pad: 'a blind via that is not stated as one is a hole without a pad on the other side' },
    { ...kicadDialect, drill: { ...kicadDialect.drill, says: 'types' } },
  ),
}
