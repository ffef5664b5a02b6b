import { aBoard } from '#core/builder/board-builder.ts'
import { edgeConnectorBevelClearance } from '#core/checks/mechanical_outline/edge_connector_bevel_clearance.ts'
import { testCheck } from '#test/support/test-check.ts'

/** A row of fingers of 1 x 4 mm at a pitch of 1.6 mm, from x = 10 on, towards the lower edge; bare, in one opening. */
const fingers = (setback: number, { count = 8, width = 1, paste = false, layer = 'top-copper' } = {}) => {
  const board = aBoard().outline({ width: 40, height: 30 }).layer('top-paste', 'bottom-paste')
  for (let k = 0; k < count; k++) {
    board.pad({ at: [10 + k * 1.6, setback + 2], size: [width, 4], layer, net: `F${k}`, ...(paste ? { paste: 0.05 } : {}) })
  }
  return board
}
/** The same without a paste layer: only the mask tells. */
const inMask = (opening: 'one' | 'each') => {
  const board = aBoard().outline({ width: 40, height: 30 })
  for (let k = 0; k < 8; k++) {
    board.pad({ at: [10 + k * 1.6, 2.1], size: [1, 4], ...(opening === 'each' ? { opening: 0.05 } : {}) })
  }
  return opening === 'one' ? board.opening({ at: [15.6, 2.5], size: [14, 6] }) : board
}

testCheck(edgeConnectorBevelClearance, {
  clean: [
    { name: 'fingers exactly at the target', board: fingers(0.5) },
    { name: 'a row of pads to solder', board: fingers(0.1, { paste: true }) },
    { name: 'too few pads for a connector', board: fingers(0.1, { count: 5 }) },
    { name: 'pads to solder, as the mask shows', board: inMask('each') },
    {
      name: 'a track that leaves a finger to the edge',
      board: fingers(0.5).track({ from: [10, 0.5], to: [10, 0.3], width: 0.3, net: 'F0' }),
    },
    {
      name: 'copper in the corner beside the row',
      board: fingers(0.5)
        .pad({ at: [2, 1], size: [1, 1] })
        .hole({ at: [2, 1], diameter: 0.4 }),
    },
    { name: 'fingers in a longer row of other pads', board: fingers(0.5).pad({ at: [30, 20], size: [1, 4] }) },
  ],
  flagged: [
    {
      name: 'fingers too near to the edge',
      board: fingers(0.1),
      findings: [{ message: 'setback', layer: 'top-copper', measured: 0.1, severity: 'warning' }],
    },
    {
      name: 'exactly at the limit, below the target, on the bottom',
      board: fingers(0.3, { layer: 'bottom-copper' }),
      findings: [{ message: 'setback', layer: 'bottom-copper', measured: 0.3, severity: 'info' }],
    },
    {
      name: 'fingers in one mask opening, no paste layer',
      board: inMask('one'),
      findings: [{ message: 'setback', layer: 'top-copper', measured: 0.1 }],
    },
    {
      name: 'a plane under the bevel',
      board: fingers(0.5)
        .copperLayers(4)
        .region({
          layer: 'inner-1',
          points: [
            [1, 0.8],
            [39, 0.8],
            [39, 29],
            [1, 29],
          ],
        }),
      findings: [{ message: 'copper', layer: 'inner-1', measured: 0.8, severity: 'info' }],
    },
    {
      name: 'a hole in the bevel',
      board: fingers(0.5).hole({ at: [10.8, 0.9], diameter: 0.4 }),
      findings: [{ message: 'hole', measured: 0.7, severity: 'info', at: [10.8, 0.9] }],
    },
    {
      name: 'fingers close together',
      board: fingers(0.5, { width: 1.5 }),
      findings: [{ message: 'gap', measured: 0.1, severity: 'warning', layer: 'top-copper' }],
    },
  ],
  skipped: [
    { name: 'no outline', board: aBoard().pad({ at: [5, 5], size: [1, 1] }), missing: 'outline' },
    {
      name: 'no copper',
      board: aBoard().outline({ width: 10, height: 10 }).without('top-copper', 'bottom-copper'),
      missing: 'copper layer',
    },
  ],
})
