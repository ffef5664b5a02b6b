import type { EventHub } from '#main/services/events.ts'

/** Long transfers that the page named: it hears how far they are and can stop them. */
export interface Transfers {
  /** Runs work under the page's name for it; a second one of that name stops the first. */
  run<T>(job: string, work: (running: Transfer) => Promise<T>): Promise<T>
  /** @returns false when nothing of that name runs */
  cancel(job: string): boolean
}

export interface Transfer {
  readonly cancel: AbortSignal
  /** Told at most ten times a second, and always at the end of a step. */
  tell(what: string, done: number, total: number | null): void
}

const APART_MS = 100

export const transfers = (hub: Pick<EventHub, 'emit'>, clock: () => number): Transfers => {
  const running = new Map<string, AbortController>()
  return {
    async run(job, work) {
      running.get(job)?.abort()
      const stop = new AbortController()
      running.set(job, stop)
      let toldAt = Number.NEGATIVE_INFINITY
      const tell: Transfer['tell'] = (what, done, total) => {
        if (done !== total && clock() - toldAt < APART_MS) return
        toldAt = clock()
        hub.emit({ event: 'transfer', payload: { job, what, done, total } })
      }
      try {
        return await work({ cancel: stop.signal, tell })
      } finally {
        if (running.get(job) === stop) running.delete(job)
      }
    },
    cancel(job) {
      running.get(job)?.abort()
      return running.has(job)
    },
  }
}
