import type { Box, Point } from '#core/base/box.ts'
import { toMm } from '#core/base/units.ts'
import type { Board } from '#core/board/board.ts'
import { combineImages } from '#core/geometry/combine/combine.ts'
import { composePrims } from '#core/geometry/compose/compose.ts'
import type { IdentifiedFile } from '#core/identify/identified-file.ts'
import type { OtherReading } from '#core/reread/other-reading.ts'

/** Where two images of one file differ. */
export interface ReadingDifference {
  /** Area dark in one of them only, mm². */
  readonly area: number
  /** On the outline of the largest differing part, mm. */
  readonly at: Point
  /** Longest side of the largest differing part, mm. */
  readonly extent: number
}

/** A reading with another unit or format counts when its extent stays in these proportions to the rest of the package. */
const BOARD_LIKE = { least: 0.5, most: 1.25, away: 0.25 } as const
/** Without anything to compare with, boards between these sizes are plausible, mm. */
const SIZES_MM = [3, 700] as const

const SCALES: ReadonlySet<OtherReading['kind']> = new Set(['unit', 'format'])

const lengths = ([x0, y0, x1, y1]: Box): [number, number] => [x1 - x0, y1 - y0]

/** Extent of what other files say plainly; null when every file is in doubt. */
const witnessOf = (board: Board, file: IdentifiedFile): Box | null => {
  if (board.outline.box && board.outline.path !== file.path) return board.outline.box
  const sure = board.layers.find((l) => l.path !== file.path && l.role === 'copper' && !l.file.others?.length && l.plotted.bounds)
  return sure?.plotted.bounds ?? null
}

const isBoardLike = (box: Box, witness: Box | null): boolean => {
  const [width, height] = lengths(box)
  const size = Math.max(width, height)
  if (!witness) return toMm(size) >= SIZES_MM[0] && toMm(size) <= SIZES_MM[1]
  const expected = Math.max(...lengths(witness))
  const away = BOARD_LIKE.away * expected
  return (
    size >= BOARD_LIKE.least * expected &&
    size <= BOARD_LIKE.most * expected &&
    box[0] >= witness[0] - away &&
    box[1] >= witness[1] - away &&
    box[2] <= witness[2] + away &&
    box[3] <= witness[3] + away
  )
}

/** @returns whether the reading could be what the designer meant: those that move or scale must still give this board */
export const isPlausible = (board: Board, file: IdentifiedFile, { kind, bounds }: OtherReading): boolean =>
  bounds !== null && (!SCALES.has(kind) || isBoardLike(bounds, witnessOf(board, file)))

/** @returns how the image of a file differs under another reading; null when both are the same */
export const readingDifference = (file: IdentifiedFile, { prims, rings }: OtherReading): ReadingDifference | null => {
  const first = composePrims(file.gerber!.plotted)
  const differing = combineImages(first, composePrims({ prims, rings }), 'xor')
  const { components, rings: outlines, pieces } = differing
  let largest = -1
  for (let c = 0; c < components.count; c++) if (largest < 0 || components.area[c]! > components.area[largest]!) largest = c
  if (largest < 0) return null
  const piece = outlines.start[components.ringList[components.ringStart[largest]!]!]!
  const box = components.box.subarray(4 * largest, 4 * largest + 4)
  return {
    area: differing.area / 1e12,
    at: [toMm(pieces.x0[piece]!), toMm(pieces.y0[piece]!)],
    extent: toMm(Math.max(box[2]! - box[0]!, box[3]! - box[1]!)),
  }
}
