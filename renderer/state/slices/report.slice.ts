import type { Backend } from '#renderer/bridge/backend.ts'
import type { ReportFormat } from '#core/report/formats.ts'
import type { Slice } from '../app-state.ts'

export interface ReportSlice {
  /** The report that is being made. */
  readonly makingReport: ReportFormat | null
  exportReport(format: ReportFormat): Promise<void>
}

/** Reports of the open board's review, by the capability that is shown. */
export const createReportSlice =
  (backend: Backend): Slice<ReportSlice> =>
  (set, get) => ({
    makingReport: null,
    async exportReport(format) {
      const { boardId, review, makingReport, notify } = get()
      if (!boardId || !review || makingReport) return
      set({ makingReport: format })
      const reply = await backend.exportReport(boardId, review.capability, format)
      set({ makingReport: null })
      if (reply.ok) notify('success', `Saved ${reply.value.fileName}.`)
      else notify('error', 'The report was not saved.', reply.error.message)
    },
  })
