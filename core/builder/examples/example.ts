import { asciiBytes } from '#core/builder/ascii.ts'
import type { BoardBuilder } from '#core/builder/board-builder.ts'
import { describedBoard } from '#core/builder/board-of.ts'
import type { ArtItem, BoardDescription } from '#core/builder/description.ts'
import { kicadDialect, type Dialect } from '#core/builder/dialect.ts'
import { comfortableBoard } from '#core/builder/examples/comfortable-board.ts'
import { sha256Hex } from '#core/builder/sha256.ts'
import { writePackage } from '#core/builder/write-package.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'

/** The comfortable board with one edit that a check answers to. */
export interface CheckExample {
  /** The edit, in words. */
  readonly change: string
  /** The package as files in memory; the same on every call. */
  readonly files: () => readonly PackageFile[]
  /** Checks that the edit trips as well, each with the reason why it can't be otherwise. */
  readonly also: Readonly<Record<string, string>>
}

type Also = Readonly<Record<string, string>>

/** Something is drawn on the comfortable board in addition. */
export const drawn = (
  change: string,
  edit: (board: BoardBuilder) => BoardBuilder,
  also: Also = {},
  dialect: Dialect = kicadDialect,
): CheckExample => ({ change, also, files: () => writePackage(describedBoard(edit(comfortableBoard())), dialect) })

/** The description of the comfortable board is changed. */
export const described = (
  change: string,
  edit: (board: BoardDescription) => BoardDescription,
  also: Also = {},
  dialect: Dialect = kicadDialect,
): CheckExample => ({ change, also, files: () => writePackage(edit(describedBoard(comfortableBoard())), dialect) })

/** The written files are changed. */
export const written = (
  change: string,
  edit: (files: readonly PackageFile[]) => readonly PackageFile[],
  also: Also = {},
  board: (board: BoardBuilder) => BoardBuilder = (same) => same,
): CheckExample => ({ change, also, files: () => edit(writePackage(describedBoard(board(comfortableBoard())))) })

/** @returns a file of the package with these characters */
export const fileOf = (path: string, text: string): PackageFile => {
  const bytes = asciiBytes(text)
  return { path, bytes, sha256: sha256Hex(bytes) }
}

const textOf = ({ bytes }: PackageFile): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** @returns an edit that rewrites the files whose path holds `name`; fails when it changes nothing */
export const inFile =
  (name: string, edit: (text: string) => string) =>
  (files: readonly PackageFile[]): readonly PackageFile[] =>
    files.map((file) => {
      if (!file.path.includes(name)) return file
      const [before, after] = [textOf(file), edit(textOf(file))]
      if (before === after) throw new Error(`the edit of ${file.path} changes nothing`)
      return fileOf(file.path, after)
    })

/** @returns the board with other items */
export const withItems = (board: BoardDescription, change: (item: ArtItem) => readonly ArtItem[]): BoardDescription => ({
  ...board,
  items: board.items.flatMap(change),
})

/** Two soldered pads at x 14 and 21, for a connection between them. */
export const padPair = (board: BoardBuilder, y: number, net: string): BoardBuilder =>
  [14, 21].reduce(
    (b, x, i) => b.pad({ at: [x, y], size: [1, 1], opening: 0.05, paste: 0, net, ref: `R${y}`, pin: String(i + 1), fn: 'SMDPad,CuDef' }),
    board,
  )

/** A pad pair with a track of 0.3 mm between them. */
export const link = (board: BoardBuilder, y: number, net: string): BoardBuilder =>
  padPair(board, y, net).track({ from: [14, y], to: [21, y], width: 0.3, net, fn: 'Conductor' })
