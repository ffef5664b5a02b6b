import JSZip from 'jszip'
import type { Point } from '#core/base/box.ts'
import { aBoard } from '#core/builder/board-builder.ts'
import type { BoardDescription } from '#core/builder/description.ts'
import { writePackage } from '#core/builder/write-package.ts'

/** A plain board without findings that block: rows of plated holes joined by tracks. Sizes mm. */
export const orderableBoard = (width: number, height: number, layers: number): BoardDescription => {
  const board = aBoard().named('plain').copperLayers(layers).outline({ width, height })
  for (let row = 0; row < 3; row++) {
    const net = `N${row}`
    const y = 8 + row * 8
    const ends: Point[] = [
      [8, y],
      [width - 8, y],
    ]
    ends.forEach((at, i) => {
      board.land({ at, diameter: 2, layer: 'all', net, ref: `J${i}`, pin: String(row + 1), fn: 'ComponentPad' })
      board.hole({ at, diameter: 1, net, fn: 'ComponentDrill' })
      for (const layer of ['top-mask', 'bottom-mask'] as const) board.opening({ at, size: 2.1, shape: 'circle', layer })
    })
    board.route({ points: ends, width: 0.4, net, fn: 'Conductor', layer: row % 2 ? 'bottom-copper' : 'top-copper' })
  }
  const across: Point[] = [
    [8, 8],
    [width - 8, 8],
  ]
  for (let inner = 1; inner <= layers - 2; inner++) {
    board.route({ points: across, width: 0.4, net: 'N0', fn: 'Conductor', layer: `inner-${inner}` })
  }
  board.legend({ from: [14, 4], to: [20, 4], width: 0.2 })
  board.legend({ from: [14, 4], to: [20, 4], width: 0.2, layer: 'bottom-legend' })
  return board.description()
}

/** @returns the board's package as a zip, the same bytes each time */
export const zipOf = async (board: BoardDescription, extra: Readonly<Record<string, string>> = {}): Promise<Uint8Array<ArrayBuffer>> => {
  const zip = new JSZip()
  const date = new Date(Date.UTC(2026, 0, 1))
  for (const { path, bytes } of writePackage(board)) zip.file(path, bytes, { date })
  for (const [path, text] of Object.entries(extra)) zip.file(path, text, { date })
  return (await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })) as Uint8Array<ArrayBuffer>
}
