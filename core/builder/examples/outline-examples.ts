import type { BoardBuilder } from '#core/builder/board-builder.ts'
import { described, drawn, withItems, type CheckExample } from '#core/builder/examples/example.ts'
import type { BoardDescription } from '#core/builder/description.ts'
import { contourItems, roundedBoxContour } from '#core/builder/outline-items.ts'

/** The board with another edge. */
const edged = (board: BoardDescription, items: ReturnType<typeof contourItems>): BoardDescription => {
  const rest = withItems(board, (item) => (item.layer === 'outline' ? [] : [item]))
  return { ...rest, items: [...rest.items, ...items] }
}

/** The board in a panel large enough to be scored, with these lines. */
const scored = (
  board: BoardDescription,
  lines: readonly (readonly [from: readonly [number, number], to: readonly [number, number]])[],
): BoardDescription => {
  const panel = edged(board, contourItems(roundedBoxContour([-2, -2], 110, 90, 0), 'outline', 0.1, 0))
  return {
    ...panel,
    items: [...panel.items, ...lines.map(([from, to]) => ({ kind: 'draw', layer: 'v-score', from, to, width: 0.2 }) as const)],
  }
}

const fingers = (board: BoardBuilder): BoardBuilder => {
  for (let k = 0; k < 8; k++)
    board.pad({ at: [13.5 + k * 1.2, 2.1], size: [0.8, 4], net: `F${k}`, ref: 'J3', pin: String(k + 1), fn: 'ConnectorPad' })
  return board.opening({ at: [17.7, 2.2], size: [9.4, 4.4] })
}

/** Six placed pads with one fiducial. */
const oneFiducial = (board: BoardBuilder): BoardBuilder =>
  board.pad({ at: [17, 9], size: 1, shape: 'circle', opening: 0.5, fn: 'FiducialPad,Global' })

/** Examples of the checks of the board edge and of panels. */
export const outlineExamples: Readonly<Record<string, CheckExample>> = {
  board_outline_continuity: described('the outline has a gap of 0.5 mm', (board) =>
    edged(board, contourItems(roundedBoxContour([0, 0], 24, 18, 0), 'outline', 0.1, 0.5)),
  ),
  board_outline_missing: drawn('there is no outline', (board) => board.without('outline'), {
    missing_required_layers: 'the outline is one of the required layers',
  }),
  board_size_limits: described('the board is 460 mm long', (board) =>
    edged(board, contourItems(roundedBoxContour([0, 0], 460, 18, 0), 'outline', 0.1, 0)),
  ),
  edge_connector_bevel_clearance: drawn('gold fingers 0.1 mm from the edge', fingers, {
    copper_to_edge_distance: 'fingers at the edge are copper at the edge',
  }),
  min_board_bridge: drawn('a cut-out 0.6 mm from the edge', (board) => board.cutout({ at: [15, 0.6], width: 6, height: 5, radius: 0.6 })),
  min_rout_width: drawn('a cut-out 0.6 mm wide', (board) =>
    board.cutout({
      points: [
        [14.3, 8],
        [20, 8, 1],
        [20, 8.6],
        [14.3, 8.6, 1],
      ],
    }),
  ),
  multiple_outlines: drawn('the outline is drawn twice', (board) => board.outline({ width: 24, height: 18, at: [0, 0] })),
  outline_self_intersection: drawn('a cut-out lies across the board edge', (board) => board.cutout({ at: [14, -2], width: 4, height: 5 }), {
    multiple_outlines: 'the part beyond the edge is read as a contour of its own',
  }),
  outline_stray_geometry: drawn('a dimension line on the outline layer', (board) =>
    board.items([{ kind: 'draw', layer: 'outline', from: [0, -4], to: [24, -4], width: 0.1 }]),
  ),
  fiducial_coverage: drawn('a single fiducial on a side with parts', oneFiducial),
  vscore_clearance: described('copper 0.3 mm from a V-score line', (board) =>
    scored(
      {
        ...board,
        items: [
          ...board.items,
          {
            kind: 'flash',
            layer: 'inner-1',
            at: [29.2, 9],
            shape: { kind: 'rect', width: 1, height: 1 },
            rotation: 0,
            net: 'A',
            fn: 'Conductor',
          },
        ],
      },
      [
        [
          [30, -4],
          [30, 90],
        ],
      ],
    ),
  ),
  vscore_geometry: described('a V-score line that stops inside the board', (board) =>
    scored(board, [
      [
        [40, -4],
        [40, 60],
      ],
    ]),
  ),
}
