import type { Handlers } from '#core/ipc/call.ts'
import type { reportCalls } from '#core/ipc/report.ipc.ts'
import type { ReportService } from '#main/services/report-service.ts'

export const reportHandlers = (reports: ReportService): Handlers<typeof reportCalls> => ({
  'report.make': ({ board, capability, format }) => reports.make(board, capability, format),
})
