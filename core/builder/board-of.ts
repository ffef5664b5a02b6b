import type { Board } from '#core/board/board.ts'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { BoardBuilder } from '#core/builder/board-builder.ts'
import type { BoardDescription } from '#core/builder/description.ts'
import { kicadDialect, type Dialect } from '#core/builder/dialect.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'

/** @returns plain data for a builder or for a description */
export const describedBoard = (board: BoardBuilder | BoardDescription): BoardDescription =>
  board instanceof BoardBuilder ? board.description() : board

/** @returns the board that the product sees when it is given the described one as files: written, read, identified, assembled */
export const boardOf = (board: BoardBuilder | BoardDescription, dialect: Dialect = kicadDialect): Board =>
  assembleBoard(identifyPackage(writePackage(describedBoard(board), dialect).map(readPackageFile), []))
