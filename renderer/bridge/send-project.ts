import { z } from 'zod'
import { err, ok, type Result } from '#core/base/result.ts'
import { takenProjectShape, type TakenProjectShape } from '#core/ipc/projects.ipc.ts'
import { routes } from '#core/ipc/routes.ts'
import type { Refusal } from './model.ts'

const replySchema = z.union([
  z.object({ ok: z.literal(true), value: takenProjectShape }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
])

/** Hands a LibrePCB project file over to the application, which keeps it until it is ordered. */
export const sendProject = async (file: File): Promise<Result<TakenProjectShape, Refusal>> => {
  try {
    const reply = await fetch(routes.projects(file.name), { method: 'POST', body: file })
    const parsed = replySchema.safeParse(await reply.json())
    if (!parsed.success) return err({ code: 'internal', message: `The application gave no usable answer (${reply.status}).` })
    return parsed.data.ok ? ok(parsed.data.value) : err(parsed.data.error)
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    return err({
      code: 'disconnected',
      message: `The file could not be handed over: it has gone or the application is not reachable (${cause}).`,
    })
  }
}
