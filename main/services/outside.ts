import type { EventHub } from './events.ts'
import type { Opened } from './review-service.ts'

/** Boards that are opened from outside the page: by the file manager, a second start, the command line, the menu. */
export interface OutsideOpening {
  /** Tells the page of a board, at once when one listens, else the next one that does. */
  show(opened: Opened): void
  /** A page listens from now on. */
  pageListens(): void
  /** No page is there any more. */
  pagesGone(): void
}

/** A page that was told and went away within this time (a reload) may not have shown the board: the next is told again. */
const TOLD_AGAIN_MS = 3000

export const outsideOpening = (hub: EventHub, clock: () => number = () => performance.now()): OutsideOpening => {
  const waiting = new Set<string>()
  const told = new Map<string, number>()
  let isListening = false
  const tell = (board: string): void => {
    waiting.delete(board)
    told.set(board, clock())
    hub.emit({ event: 'opened', payload: { board } })
  }
  return {
    show({ id }) {
      if (isListening) tell(id)
      else waiting.add(id)
    },
    pageListens() {
      isListening = true
      const recent = [...told].filter(([, at]) => clock() - at < TOLD_AGAIN_MS).map(([board]) => board)
      told.clear()
      for (const board of [...recent, ...waiting]) tell(board)
    },
    pagesGone() {
      isListening = false
    },
  }
}
