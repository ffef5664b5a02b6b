import { toMm } from '#core/base/units.ts'
import type { Capability } from '#core/capability/capability.ts'
import type { Board } from '#core/board/board.ts'
import { decidedOn, type ReportDecisions } from '#core/report/decisions.ts'
import type { ReportSource } from '#core/report/source.ts'
import { boardFacts, fileRow } from '#core/report/board-json.ts'

export const CHECK_SCHEMA = 'boardproof.check/1'
/** The same with what was decided: `decisions`, and `state`, `assignee`, `waiver` and `notes` at each finding. */
export const DECIDED_CHECK_SCHEMA = 'boardproof.check/2'

const decidedSummary = ({ findings: _, ...summary }: ReportDecisions): Omit<ReportDecisions, 'findings'> => summary

const ms = (value: number): number => Math.round(value * 10) / 10

/**
 * The check result as the JSON contract `boardproof.check/1` has it, or `boardproof.check/2` where people decided on it:
 * lengths mm, areas mm², y up. `summary` is the engine's in both; `decisions` tells what is left of it.
 * @param withTimings false leaves out everything that differs between two runs of the same input
 */
export const checkJson = (
  input: ReportSource['input'],
  review: ReportSource['review'],
  capability: Capability,
  version: string,
  withTimings: boolean,
  decisions: ReportSource['decisions'],
): Record<string, unknown> => ({
  schema: decisions ? DECIDED_CHECK_SCHEMA : CHECK_SCHEMA,
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
  ...(decisions ? { decisions: decidedSummary(decisions) } : {}),
  findings: decisions ? review.findings.map((finding) => ({ ...finding, ...decidedOn(decisions, finding) })) : review.findings,
  ...(withTimings
    ? { timings: Object.fromEntries(Object.entries(review.timings).map(([name, value]) => [name, ms(value as number)])) }
    : {}),
})

/** @returns width and height of the board in mm, null without an outline */
export const boardSize = (board: Board): { readonly width: number; readonly height: number } | null => {
  const { box } = board.outline
  return box && { width: toMm(box[2] - box[0]), height: toMm(box[3] - box[1]) }
}
