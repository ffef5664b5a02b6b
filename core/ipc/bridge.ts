import type { CallError } from './call.ts'
import type { AppEvent } from './events.ts'
import type { Result } from '#core/base/result.ts'

/** What the preload script gives to the page in the desktop window, as `window.boardproof`: nothing else. */
export interface DesktopBridge {
  call(name: string, input: unknown): Promise<Result<unknown, CallError<string>>>
  /** @returns a function that ends it */
  on(listener: (event: AppEvent) => void): () => void
  /** Path of a dropped or chosen file; empty when it has none. */
  pathOf(file: unknown): string
}

export const BRIDGE_NAME = 'boardproof'
export const CALL_CHANNEL = 'boardproof:call'
export const EVENT_CHANNEL = 'boardproof:event'
