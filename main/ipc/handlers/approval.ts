import { ok } from '#core/base/result.ts'
import type { approvalCalls, auditCalls } from '#core/ipc/approval.ipc.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { ApprovalDeeds } from '#main/services/decisions/approval-deeds.ts'
import type { ApprovalFiles } from '#main/services/decisions/approval-files.ts'
import type { ReviewService } from '#main/services/review-service.ts'
import type { Store } from '#main/store/store.ts'

export const approvalHandlers = (approvals: ApprovalDeeds, files: ApprovalFiles): Handlers<typeof approvalCalls> => ({
  'approval.draft': ({ board, capability }) => approvals.draft(board, capability),
  'approval.decide': ({ board, capability, ...given }) => approvals.decide(board, capability, given),
  'approval.list': ({ board }) => approvals.list(board),
  'approval.get': ({ id }) => approvals.get(id),
  'approval.make': ({ id, kind }) => files.make(id, kind),
})

export const auditHandlers = (store: Store, reviews: ReviewService): Handlers<typeof auditCalls> => ({
  'audit.list': ({ board, before, limit }) => {
    const place = board === null ? null : reviews.locate(board)
    if (place && !place.ok) return place
    const entries = store.audit.list(place?.value.board ?? null, before, limit)
    return ok(
      entries.map(({ seq, at, actor, action, board: of, body, hash }) => ({ seq, at, actor, action, board: of, says: body.says, hash })),
    )
  },
  'audit.verify': () => ok({ ...store.verifyLog() }),
})
