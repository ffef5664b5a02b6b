import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import { missingPaste } from '#core/checks/solder_paste/missing_paste.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 30, height: 12 })

/** A row of `count` equal pads from x = 5 on; `bare` ones get no paste. */
const row = (board: BoardBuilder, count: number, bare: readonly number[], side: 'top' | 'bottom' = 'top', ref = 'U1') => {
  for (let i = 0; i < count; i++)
    board.pad({
      at: [5 + i * 0.65, 6],
      size: [0.35, 1.2],
      opening: 0.05,
      layer: `${side}-copper`,
      ref,
      pin: String(i + 1),
      fn: 'SMDPad,CuDef',
      ...(bare.includes(i) ? {} : { paste: 0.02 }),
    })
  return board
}

const chip = (board: BoardBuilder, x: number, ref: string, side: 'top' | 'bottom') =>
  [0, 1].reduce(
    (b, i) =>
      b.pad({ at: [x + i, 9], size: [0.6, 0.6], opening: 0.05, layer: `${side}-copper`, ref, pin: String(i + 1), fn: 'SMDPad,CuDef' }),
    board,
  )

const ATTRIBUTES_TELL = ['without attributes']

testCheck(missingPaste, {
  clean: [
    { name: 'every pad of the row has paste', board: row(edge(), 8, []) },
    { name: 'a test point beside the row', board: row(edge(), 8, []).pad({ at: [20, 6], size: 1, shape: 'circle', opening: 0.05 }) },
    {
      name: 'fingers: a row without any paste, beside a row with',
      board: row(row(edge(), 6, [0, 1, 2, 3, 4, 5], 'bottom', 'J1'), 6, []),
      not: [...ATTRIBUTES_TELL],
    },
    {
      name: 'a thermal pad with paste in windows',
      board: row(edge(), 8, [])
        .pad({ at: [20, 6], size: [3, 3], opening: 0.05, ref: 'U1', pin: '9', fn: 'SMDPad,CuDef' })
        .paste({ at: [19.2, 6.8], size: [1, 1] })
        .paste({ at: [20.8, 5.2], size: [1, 1] }),
    },
    {
      name: 'a covered pad in the row, which is another check',
      board: row(edge(), 6, []).pad({ at: [5 + 6 * 0.65, 6], size: [0.35, 1.2], ref: 'U1', pin: '7', fn: 'SMDPad,CuDef' }),
    },
    { name: 'a part with attributes whose pads all stay bare', board: chip(row(edge(), 8, []), 20, 'SW1', 'top'), not: ATTRIBUTES_TELL },
  ],
  flagged: [
    {
      name: 'one pad in the middle of a row',
      board: row(edge(), 8, [3]),
      findings: [{ message: 'pad', measured: 1, severity: 'warning', layer: 'top-paste', at: [5 + 3 * 0.65, 6] }],
    },
    {
      name: 'the last pad of a row on the bottom',
      board: row(edge(), 8, [7], 'bottom'),
      findings: [{ message: 'pad', measured: 1, layer: 'bottom-paste', at: [5 + 7 * 0.65, 6] }],
    },
    {
      name: 'a whole side without paste',
      board: chip(chip(row(edge(), 8, []), 8, 'R1', 'bottom'), 12, 'R2', 'bottom'),
      findings: [{ message: 'side', measured: 4, severity: 'warning', layer: 'bottom-copper' }],
      not: ATTRIBUTES_TELL,
    },
    {
      name: 'an empty paste file',
      board: chip(chip(row(edge(), 8, []), 8, 'R1', 'bottom'), 12, 'R2', 'bottom').layer('bottom-paste'),
      findings: [{ message: 'side', measured: 4, layer: 'bottom-paste' }],
      not: ATTRIBUTES_TELL,
    },
  ],
  skipped: [{ name: 'no paste at all', board: edge().pad({ at: [5, 6], size: [1, 1], opening: 0.05 }), missing: 'paste' }],
})
