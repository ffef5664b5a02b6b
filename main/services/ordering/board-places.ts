import { ok } from '#core/base/result.ts'
import type { ApprovalDeeds } from '#main/services/decisions/approval-deeds.ts'
import type { ReviewService } from '#main/services/review-service.ts'
import type { ChangedSince } from './approved-revisions.ts'
import type { BoardPlaces } from './ordering-parts.ts'

/** Boards as the page calls them: open ones and those of the store. */
export const boardPlaces = (reviews: ReviewService): BoardPlaces => ({
  locate: (id) => reviews.locate(id),
  factsOf(id) {
    const board = reviews.board(id)
    return board.ok ? ok({ name: board.value.name, copperLayers: board.value.facts.copperLayers, facts: board.value.facts }) : board
  },
})

/** What approvals say of the state that is there now. */
export const approvalChanges =
  (approvals: ApprovalDeeds): ChangedSince =>
  (board, approvalId) => {
    const rows = approvals.list(board)
    // A board that is just being read anew says nothing yet: what was approved stays what is meant.
    return rows.ok ? (rows.value.find(({ id }) => id === approvalId)?.changed ?? []) : []
  }
