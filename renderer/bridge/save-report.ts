import { err, ok, type Result } from '#core/base/result.ts'
import { routes } from '#core/ipc/routes.ts'
import type { ReportFormat } from '#core/report/formats.ts'
import type { Refusal } from './model.ts'

/** Hands bytes to the user as a file: the browser's download, the desktop window's save dialog. */
const handOver = (bytes: Blob, fileName: string): void => {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download reads it from now on; a minute is far more than it takes to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

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
