import { z } from 'zod'
import type { Result } from '#core/base/result.ts'
import type { CallName } from './contract.ts'
import type { AppEvent } from './events.ts'

/**
 * How calls and events travel in the browser shell: JSON texts on one WebSocket at `CONTROL_PATH` of the page's own
 * address. The page numbers its calls; answers come in any order.
 */
export const CONTROL_PATH = '/control'

/** Larger texts from the page are refused. */
export const MAX_REQUEST_CHARACTERS = 4 * 1024 * 1024

export const requestShape = z.strictObject({ id: z.int().min(0), call: z.string(), input: z.unknown() })

export interface WireRequest {
  readonly id: number
  readonly call: CallName
  readonly input: unknown
}

export interface WireReply {
  readonly id: number
  readonly reply: Result<unknown, { readonly code: string; readonly message: string }>
}

/** What the application sends: an answer, or an event. */
export type WireMessage = WireReply | AppEvent

/** What the preload script puts on the page's `window.boardproof` in the Electron shell: nothing else crosses. */
export interface PreloadBridge {
  call(name: string, input: unknown): Promise<WireReply['reply']>
  /** @returns a function that stops it */
  on(listener: (event: AppEvent) => void): () => void
  /** Where a dropped or chosen file lies; '' when it lies nowhere. */
  pathOf(file: unknown): string
}

export const PRELOAD_NAME = 'boardproof'
