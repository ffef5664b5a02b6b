import { err, ok, type Result } from '#core/base/result.ts'
import { routes } from '#core/ipc/routes.ts'
import type { ReportFormat } from '#core/report/formats.ts'
import { handOver } from './hand-over.ts'
import type { Refusal } from './model.ts'

/** Fetches a report that was made and saves it. @returns its file name */
export const saveReport = async (
  board: string,
  format: ReportFormat,
  { fileName, mime }: { readonly fileName: string; readonly mime: string },
): Promise<Result<{ readonly fileName: string }, Refusal>> => {
  try {
    const reply = await fetch(routes.report(board, format))
    if (!reply.ok) return err({ code: 'not-served', message: `The application answered with ${reply.status}.` })
    handOver(new Blob([await reply.arrayBuffer()], { type: mime }), fileName)
    return ok({ fileName })
  } catch (error) {
    return err({ code: 'disconnected', message: error instanceof Error ? error.message : String(error) })
  }
}
