import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import { describedBoard } from '#core/builder/board-of.ts'
import { writePackage } from '#core/builder/write-package.ts'
import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import type { ReportSource } from '#core/report/source.ts'
import { reviewPackage } from '#core/run/review-package.ts'

/** A package name that would be a program in a careless report. */
export const HOSTILE = `"><img src=x onerror=alert(1)>'&\u0007`

/** A small board with findings of several kinds: a thin track, a narrow ring, tracks too close, no mask. */
export const faultyBoard = (): BoardBuilder =>
  aBoard()
    .outline({ width: 30, height: 20 })
    .via({ at: [5, 5], diameter: 0.45, drill: 0.3 })
    .track({ from: [5, 5], to: [20, 5], width: 0.06 })
    .track({ from: [5, 8], to: [20, 8], width: 0.3 })
    .track({ from: [5, 8.35], to: [20, 8.35], width: 0.3 })
    .layer('top-mask')

/** Many findings of one kind. */
export const crowdedBoard = (count: number): BoardBuilder => {
  const board = aBoard().outline({ width: 60, height: 2 * count + 10 })
  for (let i = 0; i < count; i++) board.track({ from: [5, 5 + 2 * i], to: [50, 5 + 2 * i], width: 0.06 + i * 1e-4 })
  return board
}

/** @returns the review of a described board, written as files and read back */
export const reviewedBoard = async (
  board: BoardBuilder,
  {
    name = 'board.zip',
    checks,
    rename = (path: string) => path,
  }: { name?: string; checks?: readonly string[]; rename?: (path: string) => string } = {},
): Promise<ReportSource> => {
  const files = writePackage(describedBoard(board)).map((file) => ({ ...file, path: rename(file.path) }))
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  const input = { name, sha256: 'ab'.repeat(32), bytes, files, problems: [] }
  const capability = builtInCapability(FALLBACK_CAPABILITY_ID)!
  const review = await reviewPackage(input, { capability, checks }, { clock: () => 0 })
  return { input, review, capability, version: '1.2.3', date: null }
}
