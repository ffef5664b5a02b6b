import { ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { compareCalls } from '#core/ipc/compare.ipc.ts'
import type { CompareService } from '#main/services/compare-service.ts'
import type { AcceptedEdits } from '#main/services/decisions/accepted-edits.ts'

export const compareHandlers = (compare: CompareService, edits: AcceptedEdits): Handlers<typeof compareCalls> => ({
  'compare.run': ({ from, to, capability, refuseShift }) => compare.run(from, to, capability, refuseShift),
  'compare.accept': ({ board, kind, accepted }) => edits.accept(board, kind, accepted),
  'compare.accepted': ({ board }) => edits.kinds(board),
  'compare.progress': () => ok(compare.progress()),
  'compare.cancel': () => {
    compare.cancel()
    return ok(null)
  },
})
