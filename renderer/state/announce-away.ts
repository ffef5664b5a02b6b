import type { PushShape } from '#core/ipc/push.ipc.ts'
import type { SyncStatusShape } from '#core/ipc/order-shapes.ts'
import type { Announcer } from '#renderer/bridge/announcer.ts'
import type { WorkProgress } from '#renderer/bridge/model.ts'
import type { AppStore } from './store.ts'

/** Shorter reviews are watched. */
const LONG_REVIEW_MS = 10_000

/** What of the events is worth a notification to someone who looks elsewhere, while the settings say so. */
export interface AwayAnnouncements {
  onProgress(board: string, progress: WorkProgress): void
  onReview(board: string, final: boolean): void
  onSync(status: SyncStatusShape): void
  onOrder(says: string): void
  onPush(push: PushShape): void
}

/** @param clock milliseconds, monotonic */
export const announceAway = (announcer: Announcer, store: AppStore, clock: () => number): AwayAnnouncements => {
  const startedAt = new Map<string, number>()
  let neededBefore = 0
  const announce: Announcer['announce'] = (...what) => {
    if (store.getState().settings.notifications) announcer.announce(...what)
  }
  const nameOf = (board: string): string => (store.getState().boardId === board ? store.getState().boardName : 'A board')
  return {
    onProgress(board, { phase }) {
      if (phase === 'done' || phase === 'failed' || phase === 'cancelled') startedAt.delete(board)
      else if (!startedAt.has(board)) startedAt.set(board, clock())
    },
    onReview(board, final) {
      const start = startedAt.get(board)
      if (!final || start === undefined) return
      startedAt.delete(board)
      if (clock() - start >= LONG_REVIEW_MS)
        announce(`review ${board}`, `${nameOf(board)} is reviewed`, 'All checks are through.', () => store.getState().goTo('review'))
    },
    onSync({ needsYou, says }) {
      if (needsYou > neededBefore) announce('sync', 'Boardproof needs you', says, () => store.getState().openDialog('queue'))
      neededBefore = needsYou
    },
    onOrder: (says) => announce(`order ${says}`, 'Order', says, () => store.getState().openDialog('orders')),
    onPush({ id, state, boardName, says }) {
      if (state === 'complete' || state === 'failed' || state === 'stopped') announce(`push ${id}`, boardName, says)
    },
  }
}
