import { z } from 'zod'
import { boardId, fileShape, progressShape, refusalShape } from './board-shapes.ts'

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
}

export type EventName = keyof typeof events
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>

/** An event as it travels: the name says which payload. */
export type AppEvent = { readonly [N in EventName]: { readonly event: N; readonly payload: EventPayload<N> } }[EventName]
