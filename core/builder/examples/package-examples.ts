import { described, drawn, fileOf, inFile, withItems, written, type CheckExample } from '#core/builder/examples/example.ts'
import type { ArtItem, BoardDescription } from '#core/builder/description.ts'
import { mirrorX, shiftBy } from '#core/builder/transform.ts'

const moved = (board: BoardDescription, layer: string, change: (board: BoardDescription) => BoardDescription): BoardDescription => {
  const items = change(board).items
  return { ...board, items: board.items.map((item, i) => (item.layer === layer ? (items[i] as ArtItem) : item)) }
}

const scaled = (item: ArtItem, factor: number): ArtItem => {
  const at = (p: readonly [number, number]): readonly [number, number] => [p[0] * factor, p[1] * factor]
  switch (item.kind) {
    case 'flash':
      return { ...item, at: at(item.at) }
    case 'draw':
      return { ...item, from: at(item.from), to: at(item.to) }
    case 'arc':
      return { ...item, from: at(item.from), to: at(item.to), centre: at(item.centre) }
    case 'region':
      return { ...item, contour: item.contour.map(([x, y, bulge]) => [x * factor, y * factor, bulge ?? 0]) }
  }
}

/** What a mask that lies wrong as a whole leads to. */
const WRONG_MASK = {
  drill_registration_to_mask: 'a mask in the wrong place covers holes',
  missing_mask_opening: 'a mask in the wrong place covers pads',
}

/** Examples of the checks of files and of the package as a whole. */
export const packageExamples: Readonly<Record<string, CheckExample>> = {
  aperture_definition_errors: drawn('a flash with an aperture without size', (board) =>
    board.items([{ kind: 'flash', layer: 'top-copper', at: [17, 8], shape: { kind: 'circle', diameter: 0 }, rotation: 0 }]),
  ),
  empty_layer: drawn('a silkscreen file for the bottom without anything in it', (board) => board.layer('bottom-legend')),
  excellon_format_ambiguity: written(
    'the drill file does not say its units',
    inFile('-PTH.drl', (text) => text.replace(/^(METRIC|;FORMAT).*\n/gm, '')),
  ),
  file_parse_failure: written(
    'a line of the top copper cannot be read',
    inFile('F_Cu', (text) => text.replace('M02*', '%ADD99*%\nM02*')),
  ),
  gerber_deprecated_constructs: written(
    'a coordinate word without an operation code, as old programs wrote',
    inFile('F_Cu', (text) => text.replace('%LPD*%', '%LPD*%\nG54D10*')),
  ),
  gerber_invalid_constructs: written(
    'a region is closed that was never opened',
    inFile('F_Silkscreen', (text) => text.replace('M02*', 'G37*\nM02*')),
  ),
  inner_layer_order_ambiguous: written(
    'two inner layers claim the same place',
    inFile('In2', (text) => text.replace('Copper,L3', 'Copper,L2')),
    { layer_role_unresolved: 'a layer whose place is contested is not sure' },
  ),
  layer_mirrored: described(
    'the top mask is mirrored',
    (board) => moved(board, 'top-mask', (b) => shiftBy(24, 0).board(mirrorX().board(b))),
    WRONG_MASK,
  ),
  layer_misregistration: described(
    'the bottom mask lies 2 mm beside the board',
    (board) => moved(board, 'bottom-mask', shiftBy(2, 1).board),
    WRONG_MASK,
  ),
  layer_polarity_suspect: written(
    'the top mask is drawn as mask instead of openings',
    inFile('F_Mask', (text) =>
      text.replace(
        '%LPD*%',
        '%LPD*%\nG36*\nX0Y0D02*\nG01*\nX24000000Y0D01*\nX24000000Y18000000D01*\nX0Y18000000D01*\nX0Y0D01*\nG37*\n%LPC*%',
      ),
    ),
    WRONG_MASK,
  ),
  layer_role_unresolved: written('a Gerber file that nothing tells the purpose of', (files) => [
    ...files,
    fileOf('zz9.xyz', '%FSLAX46Y46*%\n%MOMM*%\n%ADD10C,1.5*%\nD10*\nX17000000Y8000000D03*\nM02*\n'),
  ]),
  layer_scale_mismatch: described(
    'the top mask is drawn at half its size',
    (board) => withItems(board, (item) => [item.layer === 'top-mask' ? scaled(item, 0.5) : item]),
    { ...WRONG_MASK, solder_mask_expansion: 'openings in the wrong place cut pads' },
  ),
  missing_required_layers: drawn('the bottom mask is missing', (board) => board.without('bottom-mask')),
  multiple_designs_in_package: drawn(
    'a second board of another shape in the same files',
    (board) => {
      board.outline({ at: [30, 0], width: 20, height: 12 })
      for (let i = 0; i < 8; i++)
        board.pad({
          at: [32 + 2 * i, 6],
          size: [1, 1],
          opening: 0.05,
          paste: 0,
          net: `B${i}`,
          ref: 'U9',
          pin: String(i + 1),
          fn: 'SMDPad,CuDef',
        })
      return board
    },
    { multiple_outlines: 'two boards are two outlines' },
  ),
  non_board_artwork: drawn('a title beside the board', (board) =>
    board.legend({ from: [28, 6], to: [34, 6], width: 0.2 }).legend({ from: [28, 8], to: [34, 8], width: 0.2 }),
  ),
  package_provenance_mismatch: written(
    'the top copper was exported in another coordinate frame',
    inFile('F_Cu', (text) => text.replace('.SameCoordinates,Original', '.SameCoordinates,Other')),
  ),
  plating_ambiguous: drawn(
    'a hole that is said to be non-plated has lands on both sides',
    (board) => {
      for (const layer of ['top-mask', 'bottom-mask']) board.opening({ at: [17, 8], size: 3.1, shape: 'circle', layer })
      for (const layer of ['top-copper', 'bottom-copper']) board.land({ at: [17, 8], diameter: 3, layer })
      return board.hole({ at: [17, 8], diameter: 2, plated: false })
    },
    { npth_with_pad: 'the lands are what makes the plating doubtful' },
  ),
  reader_disagreement: written(
    'a full circle on the silkscreen without the command that says how arcs are read',
    inFile('F_Silkscreen', (text) => text.replace('G75*\n', '')),
    { gerber_invalid_constructs: 'an arc without a quadrant mode is invalid by itself' },
    (board) => board.arc({ layer: 'top-legend', from: [19, 8], to: [19, 8], centre: [17, 8], width: 0.2 }),
  ),
}
