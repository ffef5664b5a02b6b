import type { SyncStatusShape } from '#core/ipc/order-shapes.ts'
import type { Standing } from '#main/store/outbox.repo.ts'

export interface StatusParts {
  readonly open: readonly Standing[]
  readonly sending: number
  readonly isPaused: boolean
  readonly isElsewhere: boolean
  readonly isDiskFull: boolean
  readonly isFailing: (account: string) => boolean
}

/** @returns the queue in one word and one sentence, for the status bar */
export const syncStatus = ({ open, sending, isPaused, isElsewhere, isDiskFull, isFailing }: StatusParts): SyncStatusShape => {
  const countOf = (standing: Standing['standing']): number =>
    open.reduce((sum, row) => sum + (row.standing === standing ? row.count : 0), 0)
  const needsYou = countOf('needs-you')
  const waiting = countOf('waiting')
  const held = countOf('paused')
  const all = needsYou + waiting + held
  const queues = open.filter(({ standing }) => standing === 'waiting')
  const nextAt = queues.length ? Math.min(...queues.map(({ dueAt }) => dueAt)) : null
  const counts = { waiting, sending, needsYou, paused: isPaused, nextAt }
  const asks = `${needsYou === 1 ? '1 needs' : `${needsYou} need`} you`
  if (isDiskFull) return { ...counts, state: 'disk-full', says: 'The disk is full: nothing is sent until there is room' }
  if (isPaused && all > 0) return { ...counts, state: 'paused', says: `Paused, ${all} waiting` }
  if (sending > 0) return { ...counts, state: 'sending', says: `Sending ${sending} of ${waiting || sending}` }
  if (needsYou > 0) return { ...counts, state: 'needs-you', says: waiting ? `${asks}, ${waiting} waiting` : asks }
  if (waiting === 0) return { ...counts, state: 'up-to-date', says: held ? `${held} paused` : 'Up to date' }
  if (isElsewhere) return { ...counts, state: 'elsewhere', says: `${waiting} waiting; another Boardproof on this computer sends` }
  if (queues.every(({ accountId }) => isFailing(accountId))) return { ...counts, state: 'offline', says: `Offline, ${waiting} waiting` }
  return { ...counts, state: 'waiting', says: `${waiting} waiting` }
}
