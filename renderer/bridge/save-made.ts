import { err, ok, type Result } from '#core/base/result.ts'
import { handOver } from './hand-over.ts'
import type { Refusal } from './model.ts'

/** Fetches a file that the application has ready and saves it. @returns its name */
export const saveMade = async (
  address: string,
  { fileName, mime }: { readonly fileName: string; readonly mime: string },
): Promise<Result<{ readonly fileName: string }, Refusal>> => {
  try {
    const reply = await fetch(address)
    if (!reply.ok) return err({ code: 'not-served', message: `The application answered with ${reply.status}.` })
    handOver(new Blob([await reply.arrayBuffer()], { type: mime }), fileName)
    return ok({ fileName })
  } catch (error) {
    return err({ code: 'disconnected', message: error instanceof Error ? error.message : String(error) })
  }
}
