import type { AppEvent } from '#core/ipc/events.ts'

export interface EventHub {
  emit(event: AppEvent): void
  /** @returns a function that ends it */
  listen(listener: (event: AppEvent) => void): () => void
}

export const eventHub = (): EventHub => {
  const listeners = new Set<(event: AppEvent) => void>()
  return {
    emit: (event) => listeners.forEach((listener) => listener(event)),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
