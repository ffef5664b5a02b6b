import { z } from 'zod'
import { boardId, fileShape, progressShape, refusalShape } from './board-shapes.ts'
import { jobId } from './parts-libraries.ipc.ts'
import { messageId, placedOrderShape, syncStatusShape } from './order-shapes.ts'
import { pushShape } from './push.ipc.ts'

/** What the application tells the page without being asked. */
export const events = {
  progress: z.object({ board: boardId, progress: progressShape }),
  files: z.object({ board: boardId, files: z.array(fileShape) }),
  board: z.object({ board: boardId }),
  review: z.object({ board: boardId, final: z.boolean() }),
  /** Something was decided on this board: ask `decisions.get` again. */
  decisions: z.object({ board: boardId }),
  failed: z.object({ board: boardId, refusal: refusalShape }),
  opened: z.object({ board: boardId }),
  /** A message of the queue changed. */
  outbox: z.object({ id: messageId }),
  sync: syncStatusShape,
  /** An order was placed or moved on; `says` is a notification's text. */
  order: z.object({ order: placedOrderShape, says: z.string() }),
  /** A push to a provider stands otherwise than before, or more of it has left. */
  push: pushShape,
  /** An account was added, changed or removed, or answered otherwise than before. */
  accounts: z.object({}),
  /** How far a download or an upload is that the page began; bytes, `total` null where it is not known. */
  transfer: z.object({ job: jobId, what: z.string(), done: z.int(), total: z.int().nullable() }),
}

export type EventName = keyof typeof events
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>

/** An event as it travels: the name says which payload. */
export type AppEvent = { readonly [N in EventName]: { readonly event: N; readonly payload: EventPayload<N> } }[EventName]
