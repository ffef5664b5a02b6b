import { ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { compareCalls } from '#core/ipc/compare.ipc.ts'
import type { CompareService } from '#main/services/compare-service.ts'

export const compareHandlers = (compare: CompareService): Handlers<typeof compareCalls> => ({
  'compare.run': ({ from, to, capability, refuseShift }) => compare.run(from, to, capability, refuseShift),
  'compare.cancel': () => {
    compare.cancel()
    return ok(null)
  },
})
