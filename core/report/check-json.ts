import { toMm } from '#core/base/units.ts'
import type { Capability } from '#core/capability/capability.ts'
import type { Board } from '#core/board/board.ts'
import type { ReportSource } from '#core/report/source.ts'
import { boardFacts, fileRow } from '#core/report/board-json.ts'

export const CHECK_SCHEMA = 'boardproof.check/1'

const ms = (value: number): number => Math.round(value * 10) / 10

/**
 * The check result as the JSON contract `boardproof.check/1` has it: lengths mm, areas mm², y up.
 * @param withTimings false leaves out everything that differs between two runs of the same input
 */
export const checkJson = (
  input: ReportSource['input'],
  review: ReportSource['review'],
  capability: Capability,
  version: string,
  withTimings: boolean,
): Record<string, unknown> => ({
  schema: CHECK_SCHEMA,
  tool: { name: 'boardproof', version },
  input: {
    name: input.name,
    sha256: input.sha256,
    bytes: input.bytes,
    files: review.board.files.map(fileRow),
    problems: input.problems,
  },
  board: boardFacts(review.board, review.netCount),
  capability: { id: capability.id, name: capability.name },
  summary: review.summary,
  checks: review.outcomes.map(({ ms: spent, ...outcome }) => (withTimings ? { ...outcome, ms: ms(spent) } : outcome)),
  findings: review.findings,
  ...(withTimings
    ? { timings: Object.fromEntries(Object.entries(review.timings).map(([name, value]) => [name, ms(value as number)])) }
    : {}),
})

/** @returns width and height of the board in mm, null without an outline */
export const boardSize = (board: Board): { readonly width: number; readonly height: number } | null => {
  const { box } = board.outline
  return box && { width: toMm(box[2] - box[0]), height: toMm(box[3] - box[1]) }
}
