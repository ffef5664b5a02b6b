import { described, drawn, withItems, type CheckExample } from '#core/builder/examples/example.ts'
import { spokedPad, starvedPad } from '#core/builder/examples/thermal-board.ts'

/** Examples of the checks of soldermask and paste. */
export const surfaceExamples: Readonly<Record<string, CheckExample>> = {
  mask_bridge: drawn('one mask opening over pads of two nets', (board) =>
    board
      .pad({ at: [16, 8], size: [1, 1], paste: 0, net: 'A', ref: 'U2', pin: '1', fn: 'SMDPad,CuDef' })
      .pad({ at: [17.4, 8], size: [1, 1], paste: 0, net: 'B', ref: 'U2', pin: '2', fn: 'SMDPad,CuDef' })
      .opening({ at: [16.7, 8], size: [2.5, 1.1] }),
  ),
  mask_to_trace_clearance: drawn('copper 0.049 mm beside a mask opening', (board) =>
    board
      .pad({ at: [17, 8], size: [1, 1], opening: 0.102, paste: 0, net: 'A', ref: 'U2', pin: '1', fn: 'SMDPad,CuDef' })
      .pad({ at: [17, 9.8], size: [1, 1], opening: 0.05, paste: 0, net: 'B', ref: 'U2', pin: '2', fn: 'SMDPad,CuDef' })
      .region({
        net: 'B',
        fn: 'Conductor',
        points: [
          [15, 8.651],
          [19, 8.651],
          [19, 10.4],
          [15, 10.4],
        ],
      }),
  ),
  missing_mask_opening: described('a pad that the mask covers', (board) =>
    withItems(board, (item) => (item.layer === 'top-mask' && item.kind === 'flash' && item.at[0] === 7 && item.at[1] === 11 ? [] : [item])),
  ),
  solder_mask_expansion: drawn('a mask opening as tight as its pad', (board) =>
    board.pad({ at: [17, 8], size: [1, 1], opening: 0.01, paste: 0, net: 'A', ref: 'U2', pin: '1', fn: 'SMDPad,CuDef' }),
  ),
  solder_mask_web: drawn('two openings with 0.06 mm of mask between them', (board) =>
    board
      .pad({ at: [16, 8], size: [1, 1], opening: 0.05, paste: 0, net: 'A', ref: 'U2', pin: '1', fn: 'SMDPad,CuDef' })
      .pad({ at: [17.16, 8], size: [1, 1], opening: 0.05, paste: 0, net: 'B', ref: 'U2', pin: '2', fn: 'SMDPad,CuDef' }),
  ),
  missing_paste: drawn('one pad in a row without paste', (board) => {
    for (let i = 0; i < 6; i++)
      board.pad({
        at: [14 + 1.2 * i, 8],
        size: [0.6, 1.4],
        opening: 0.05,
        net: `U${i}`,
        ref: 'U2',
        pin: String(i + 1),
        fn: 'SMDPad,CuDef',
        ...(i === 3 ? {} : { paste: 0 }),
      })
    return board
  }),
  stencil_aperture_ratio: drawn('a paste opening of 0.24 mm', (board) =>
    board
      .pad({ at: [17, 8], size: 0.5, shape: 'circle', opening: 0.05, net: 'A', ref: 'U2', pin: '1', fn: 'SMDPad,CuDef' })
      .paste({ at: [17, 8], size: 0.24, shape: 'circle' }),
  ),
  thermal_relief_spoke_width: drawn('thermal spokes of 0.18 mm', (board) => spokedPad(board, 0.18)),
  starved_thermal: drawn('a thermal relief with one spoke left', starvedPad),
}
