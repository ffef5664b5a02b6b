import type { BoardBuilder } from '#core/builder/board-builder.ts'
import { strokeText } from '#core/builder/stroke-font.ts'
import { described, drawn, fileOf, link, padPair, withItems, written, type CheckExample } from '#core/builder/examples/example.ts'

const conductor = { fn: 'Conductor' } as const

/** A soldered pad of net A that an area hangs on. */
const anchored = (board: BoardBuilder): BoardBuilder =>
  board.pad({ at: [15.5, 5.2], size: [1, 1], opening: 0.05, paste: 0, net: 'A', ref: 'U2', pin: '1', fn: 'SMDPad,CuDef' })

/** Examples of the checks of copper and of connectivity. */
export const copperExamples: Readonly<Record<string, CheckExample>> = {
  min_trace_width: drawn('a piece of a track is 0.1 mm wide', (board) =>
    padPair(board, 6, 'A')
      .track({ from: [14, 6], to: [16.5, 6], width: 0.3, net: 'A', ...conductor })
      .track({ from: [16.5, 6], to: [18.5, 6], width: 0.1, net: 'A', ...conductor })
      .track({ from: [18.5, 6], to: [21, 6], width: 0.3, net: 'A', ...conductor }),
  ),
  min_trace_spacing: drawn('two tracks run 0.1 mm apart', (board) =>
    padPair(link(board, 6, 'A'), 9, 'B').route({
      points: [
        [14, 9],
        [16, 9],
        [16, 6.4],
        [19, 6.4],
        [19, 9],
        [21, 9],
      ],
      width: 0.3,
      net: 'B',
      ...conductor,
    }),
  ),
  min_copper_neck: drawn('two areas hang together by 0.1 mm', (board) =>
    anchored(board).region({
      net: 'A',
      ...conductor,
      points: [
        [14, 4],
        [17, 4],
        [17, 6.45],
        [17.3, 6.45],
        [17.3, 4],
        [20, 4],
        [20, 9],
        [17.3, 9],
        [17.3, 6.55],
        [17, 6.55],
        [17, 9],
        [14, 9],
      ],
    }),
  ),
  copper_sliver_width: drawn('a pour ends in a tongue of 0.06 mm', (board) =>
    anchored(board).region({
      net: 'A',
      ...conductor,
      points: [
        [14, 4],
        [18, 4],
        [18, 6.47],
        [20, 6.47],
        [20, 6.53],
        [18, 6.53],
        [18, 9],
        [14, 9],
      ],
    }),
  ),
  same_net_spacing: drawn('a slot of 0.08 mm in a pour', (board) =>
    anchored(board).region({
      net: 'A',
      ...conductor,
      points: [
        [14, 3],
        [17, 3],
        [17, 7],
        [17.08, 7],
        [17.08, 3],
        [20, 3],
        [20, 10],
        [14, 10],
      ],
    }),
  ),
  copper_void_sliver: drawn('a pinhole of 0.08 mm in a pour', (board) =>
    anchored(board)
      .region({
        net: 'A',
        ...conductor,
        points: [
          [14, 4],
          [20, 4],
          [20, 10],
          [14, 10],
        ],
      })
      .items([{ kind: 'flash', layer: 'top-copper', clear: true, at: [17.5, 7], shape: { kind: 'circle', diameter: 0.08 }, rotation: 0 }]),
  ),
  near_touch_gap: drawn(
    'a track that misses its pad by 2 µm',
    (board) => padPair(board, 6, 'A').track({ from: [14.652, 6], to: [21, 6], width: 0.3, net: 'A', ...conductor }),
    {
      min_trace_spacing: 'copper that misses leaves a gap between two pieces',
      net_open: 'a gap of any width opens the net',
      dangling_track: 'the end that misses its pad ends free',
      mask_to_trace_clearance: 'the end that misses its pad lies in the opening of the pad',
    },
  ),
  copper_to_edge_distance: drawn('a track 0.2 mm from the board edge', (board) =>
    padPair(board, 6, 'A').route({
      points: [
        [21, 6],
        [23.65, 6],
        [23.65, 9],
        [21, 9],
        [14, 9],
        [14, 6],
      ],
      width: 0.3,
      net: 'A',
      ...conductor,
    }),
  ),
  copper_outside_board: drawn(
    'an area reaches over the board edge',
    (board) =>
      board.region({
        net: 'A',
        ...conductor,
        points: [
          [22, 6],
          [25, 6],
          [25, 8],
          [22, 8],
        ],
      }),
    { copper_to_edge_distance: 'copper that crosses the edge is nearer to it than any distance' },
  ),
  etch_compensation_margin: written(
    'a job file states 70 µm of copper on a board with a gap for 35 µm',
    (files) => [
      ...files,
      fileOf(
        'example-job.gbrjob',
        JSON.stringify({
          Header: { GenerationSoftware: { Vendor: 'Boardproof', Application: 'Builder', Version: '1' } },
          GeneralSpecs: { LayerNumber: 4, BoardThickness: 1.6 },
          MaterialStackup: Array.from({ length: 4 }, () => ({ Type: 'Copper', Thickness: 0.07 })),
        }),
      ),
    ],
    {},
    (board) => padPair(board, 6, 'A').track({ from: [14, 6], to: [21, 6], width: 0.16, net: 'A', ...conductor }),
  ),
  min_annular_ring: drawn('a via with 0.1 mm of copper around its hole on the outer layers', (board) =>
    ['top-copper', 'inner-1', 'inner-2', 'bottom-copper']
      .reduce((b, layer) => b.land({ at: [17, 8], diameter: layer.startsWith('inner') ? 0.9 : 0.6, layer, net: 'A', fn: 'ViaPad' }), board)
      .hole({ at: [17, 8], diameter: 0.4, fn: 'ViaDrill', net: 'A' }),
  ),
  inner_annular_ring: drawn('a via with 0.1 mm of copper around its hole on an inner layer', (board) =>
    ['top-copper', 'inner-1', 'inner-2', 'bottom-copper']
      .reduce((b, layer) => b.land({ at: [17, 8], diameter: layer === 'inner-1' ? 0.6 : 0.9, layer, net: 'A', fn: 'ViaPad' }), board)
      .hole({ at: [17, 8], diameter: 0.4, fn: 'ViaDrill', net: 'A' }),
  ),
  floating_copper: drawn('an area that nothing connects', (board) =>
    board.region({
      net: 'A',
      ...conductor,
      points: [
        [15, 5],
        [20, 5],
        [20, 10],
        [15, 10],
      ],
    }),
  ),
  dangling_track: drawn('a track that ends nowhere', (board) =>
    link(board, 6, 'A').track({ from: [17, 6], to: [17, 10], width: 0.3, net: 'A', ...conductor }),
  ),
  net_open: drawn('two pads of one net without a connection', (board) => padPair(board, 6, 'A')),
  net_short: drawn('a track joins two nets', (board) =>
    link(link(board, 6, 'A'), 10, 'B').track({ from: [17.5, 6], to: [17.5, 10], width: 0.3, net: 'A', ...conductor }),
  ),
}

/** Examples of the checks of the silkscreen. */
export const legendExamples: Readonly<Record<string, CheckExample>> = {
  silkscreen_min_width: drawn('a legend line of 0.08 mm', (board) => board.legend({ from: [14, 15], to: [20, 15], width: 0.08 })),
  silkscreen_mirrored: drawn('text on the top that reads backwards', (board) =>
    board.items(
      ['R1 R2', 'R3 R4', 'FR4 F', 'REF G', 'PRE 2'].flatMap((word, i) =>
        strokeText(word, [22, 4 + i * 2.4], 1.2, 0.18, 'top-legend', true),
      ),
    ),
  ),
  silkscreen_on_copper: described('a legend line across a pad', (board) =>
    withItems(board, (item) =>
      item.layer === 'top-legend' && item.kind === 'draw' && item.from[1] === 13 && item.to[1] === 13
        ? [item, { ...item, from: [6, 11], to: [8, 11] }]
        : [item],
    ),
  ),
}
