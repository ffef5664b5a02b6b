import type { Api } from '#core/ipc/contract.ts'
import type { AppEvent } from '#core/ipc/events.ts'

/** What a shell carries between page and application. */
export interface Channel {
  readonly api: Api
  /** @returns a function that stops it */
  subscribe(onEvent: (event: AppEvent) => void, onConnection: (state: 'connected' | 'lost') => void): () => void
  /** Paths of dropped or chosen files, '' where unknown; absent where the shell hands out none. */
  readonly pathsOf?: (files: readonly File[]) => readonly string[]
}
