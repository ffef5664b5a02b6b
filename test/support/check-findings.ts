import { boardOf } from '#core/builder/board-of.ts'
import type { BoardBuilder } from '#core/builder/board-builder.ts'
import type { BoardDescription } from '#core/builder/description.ts'
import type { Dialect } from '#core/builder/dialect.ts'
import { builtInCapability, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import { boardMeasures } from '#core/checks/board-measures.ts'
import type { CheckDefinition } from '#core/checks/check.ts'
import { judgeCheck, runCheck, type Judged } from '#core/checks/run-checks.ts'
import type { Board } from '#core/board/board.ts'
import { judgeContextOf } from '#core/run/judge-context.ts'

const timeless = (): number => 0

/** @returns what a check says about a board, judged by the conservative capability; fails the test when the check crashes */
export const judgedOn = (board: Board, checks: readonly CheckDefinition[]): readonly Judged[] => {
  const measures = boardMeasures(board)
  const context = judgeContextOf(board)
  const capability = builtInCapability(FALLBACK_CAPABILITY_ID)!
  return checks.map((check) => {
    const raw = runCheck(check, board, measures, timeless)
    if (raw.run.kind === 'crashed') throw new Error(`${check.id} crashed: ${raw.run.reason}`)
    return judgeCheck(check, raw, capability, context)
  })
}

/** The same for a described board, written as files and read again. */
export const judgedBoard = (
  board: BoardBuilder | BoardDescription,
  checks: readonly CheckDefinition[],
  dialect?: Dialect,
): readonly Judged[] => judgedOn(boardOf(board, dialect), checks)
