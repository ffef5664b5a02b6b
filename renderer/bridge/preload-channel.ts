import type { Api } from '#core/ipc/contract.ts'
import type { AppEvent } from '#core/ipc/events.ts'
import type { Channel } from './channel.ts'

/** What the preload puts on the page: call, on, pathOf and nothing else. */
export interface PreloadBridge {
  call(name: string, input: unknown): Promise<unknown>
  on(listener: (event: AppEvent) => void): () => void
  pathOf(file: File): string
}

/** The channel inside Electron. It cannot get lost: page and application end together. */
export const preloadChannel = (bridge: PreloadBridge): Channel => ({
  // The answer was checked against the contract where it was made.
  api: ((name, input) => bridge.call(name, input)) as Api,
  subscribe: (onEvent) => bridge.on(onEvent),
  pathsOf: (files) => files.map((file) => bridge.pathOf(file)),
})
