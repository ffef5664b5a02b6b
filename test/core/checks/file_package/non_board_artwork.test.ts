import { aBoard } from '#core/builder/board-builder.ts'
import { nonBoardArtwork } from '#core/checks/file_package/non_board_artwork.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .pad({ at: [5, 6], size: [1, 1], opening: 0.05 })
    .pad({ at: [8, 6], size: [1, 1], opening: 0.05 })
    .track({ from: [2, 3], to: [8, 3], width: 0.3, layer: 'bottom-copper' })
    .legend({ from: [2, 2], to: [8, 2], width: 0.15 })

/** A rectangle of strokes on a layer. */
const frame = (layer: string, [x0, y0, x1, y1]: readonly [number, number, number, number]) =>
  (
    [
      [x0, y0, x1, y0],
      [x1, y0, x1, y1],
      [x1, y1, x0, y1],
      [x0, y1, x0, y0],
    ] as const
  ).reduce((board, [ax, ay, bx, by]) => board.legend({ from: [ax, ay], to: [bx, by], width: 0.2, layer }), edge())

testCheck(nonBoardArtwork, {
  clean: [
    { name: 'everything on the board', board: edge() },
    { name: 'legend that runs over the edge', board: edge().legend({ from: [18, 6], to: [21, 6], width: 0.15 }) },
    { name: 'a mark within 1 mm of the edge', board: edge().legend({ from: [20.5, 2], to: [20.5, 4], width: 0.15 }) },
  ],
  flagged: [
    {
      name: 'a title beside the board',
      board: edge()
        .legend({ from: [24, 2], to: [30, 2], width: 0.2 })
        .legend({ from: [24, 4], to: [30, 4], width: 0.2 }),
      findings: [{ message: 'beside', measured: 2, severity: 'info', layer: 'top-legend', at: [27, 3] }],
    },
    {
      name: 'a sheet frame in copper',
      board: frame('bottom-copper', [-10, -10, 40, 30]),
      findings: [{ message: 'frame', measured: 4, severity: 'info', layer: 'bottom-copper', at: [15, 10] }],
      // Sheet frames stand upright; a slanted side isn't told from a track that leaves the board.
      not: ['turned askew'],
    },
  ],
  skipped: [{ name: 'no outline', board: aBoard().pad({ at: [5, 6], size: [1, 1] }), missing: 'outline' }],
})
