import type { SyncStatusShape } from '#core/ipc/order-shapes.ts'
import { TIMING, type SyncTiming } from '#core/sync/timing.ts'
import type { Log } from '#main/services/log.ts'
import type { AccountsRepo } from '#main/store/accounts.repo.ts'
import type { Head, OutboxRepo } from '#main/store/outbox.repo.ts'
import type { PlacedOrdersRepo } from '#main/store/placed-orders.repo.ts'
import { accountGate, type AccountGate } from './account-gate.ts'
import type { Connections } from './connections.ts'
import { runMessage } from './run-message.ts'
import type { SenderLock } from './sender-lock.ts'
import type { ApprovalStanding } from './step-outcome.ts'
import { syncStatus } from './sync-status.ts'

export interface SyncParts {
  readonly outbox: OutboxRepo
  readonly accounts: AccountsRepo
  readonly orders: PlacedOrdersRepo
  readonly connections: Connections
  readonly approvals: ApprovalStanding
  readonly bytesOf: (sha256: string) => Uint8Array | null
  /** @returns null while another process sends from this data folder */
  readonly lock: () => SenderLock | null
  readonly log: Log
  /** ms since 1970; may be wrong, and may jump. */
  readonly now: () => number
  /** Monotonic ms. */
  readonly clock: () => number
  /** 0 to 1. */
  readonly chance: () => number
  readonly onMessage: (id: string) => void
  readonly onStatus: (status: SyncStatusShape) => void
  readonly onAccount: () => void
  readonly timing?: Partial<SyncTiming>
  readonly parallel?: number
}

export interface SyncEngine {
  start(): void
  status(): SyncStatusShape
  /** Something new is there, or something changed: look at once. */
  nudge(): void
  /** Tries everything now. */
  now(): void
  /** Tries one message now. */
  retry(id: string): void
  setPaused(paused: boolean): void
  progressOf(id: string): { readonly sent: number; readonly total: number } | null
  isSending(id: string): boolean
  readonly gate: AccountGate
  /** Settles when nothing is under way any more and nothing will be. */
  stop(): Promise<void>
}

const PARALLEL = 4
const LOCK_RETRY_MS = 5000
/** Longest sleep: a clock that jumped is noticed by then. */
const LONGEST_SLEEP_MS = 60_000

const isDiskFull = (error: unknown): boolean => {
  const code = (error as { code?: string }).code ?? ''
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code.startsWith('SQLITE_IOERR')
}

/**
 * Sends what is in the queue: the oldest message of each board, several boards at once. What it did is in the store before
 * it counts, so that it goes on after any end.
 */
export const syncEngine = (parts: SyncParts): SyncEngine => {
  const { outbox, log, clock, now } = parts
  const timing = { ...TIMING, ...parts.timing }
  const parallel = parts.parallel ?? PARALLEL
  const gate = accountGate({ ...parts, timing })
  const lanes = new Map<string, Promise<void>>()
  const sending = new Map<string, { sent: number; total: number } | null>()
  const stopping = new AbortController()
  let lock: SenderLock | null = null
  let isElsewhere = false
  let diskFullUntil: number | null = null
  let timer: NodeJS.Timeout | null = null
  /** A command that only changes the queue never sends. */
  let isStarted = false
  let last = ''

  const status = (): SyncStatusShape =>
    syncStatus({ open: outbox.summary(), sending: sending.size, isPaused: outbox.isPaused(), isElsewhere, isDiskFull: diskFullUntil !== null, isFailing: gate.isFailing }) // prettier-ignore
  const tell = (): void => {
    const found = status()
    const text = JSON.stringify(found)
    if (text === last) return
    last = text
    parts.onStatus(found)
  }
  const sleep = (ms: number): void => {
    if (timer) clearTimeout(timer)
    timer = !isStarted || stopping.signal.aborted ? null : setTimeout(pump, Math.max(0, Math.min(ms, LONGEST_SLEEP_MS)))
  }

  const isDue = ({ dueAt }: Head): boolean => dueAt <= now() || dueAt > now() + 2 * timing.longestRetry + 3_600_000
  const run = async (message: Head): Promise<void> => {
    const { accountId, id } = message
    gate.begin(accountId)
    sending.set(id, null)
    try {
      await runMessage(id, {
        provider: parts.connections.connect(accountId),
        context: {
          ...parts,
          cancel: stopping.signal,
          serverNow: () => now() + parts.connections.clockAhead(accountId),
          analysisPoll: timing.analysisPoll,
          onProgress: (sent, total) => {
            // A connection that failed may still tell what it had taken.
            if (!sending.has(id)) return
            sending.set(id, { sent, total })
            parts.onMessage(id)
          },
        },
        timing,
        chance: parts.chance,
        heard: (failure) => gate.heard(accountId, failure),
        onChange: (changed) => {
          parts.onMessage(changed.id)
          tell()
        },
        shouldStop: () => stopping.signal.aborted || outbox.isPaused(),
      })
    } finally {
      sending.delete(id)
      gate.end(accountId)
    }
  }
  /** A lane never ends the others, whatever happens in it. */
  const lane = (message: Head): void => {
    const done = run(message)
      .catch((error: unknown) => trouble(message, error))
      .finally(() => {
        lanes.delete(message.boardId)
        if (!stopping.signal.aborted) sleep(0)
      })
    lanes.set(message.boardId, done)
  }
  const trouble = (message: Head, error: unknown): void => {
    if (isDiskFull(error)) {
      if (diskFullUntil === null) log.fault('the disk is full: sending stops until there is room', error)
      diskFullUntil = clock() + timing.diskRetry
      return
    }
    log.fault(`message ${message.id} failed`, error)
    try {
      outbox.wait(message.id, timing.longestRetry, 'Something went wrong in Boardproof. The log in the data folder says where.', true)
    } catch (again) {
      if (isDiskFull(again)) diskFullUntil = clock() + timing.diskRetry
      else log.fault(`what happened to message ${message.id} cannot be written`, again)
    }
  }

  const hasRoom = (): boolean => {
    if (diskFullUntil === null) return true
    if (clock() < diskFullUntil) return false
    try {
      outbox.probe()
      diskFullUntil = null
      log.note('there is room on the disk again: sending goes on')
      return true
    } catch {
      diskFullUntil = clock() + timing.diskRetry
      return false
    }
  }
  const hasLock = (): boolean => {
    lock ??= parts.lock()
    isElsewhere = lock === null
    return lock !== null
  }

  const pump = (): void => {
    if (stopping.signal.aborted) return
    try {
      if (!hasLock()) sleep(LOCK_RETRY_MS)
      else if (!hasRoom()) sleep(timing.diskRetry)
      else if (!outbox.isPaused()) sleep(startLanes())
    } catch (error) {
      log.fault('the queue cannot be read', error)
      sleep(LOCK_RETRY_MS)
    }
    tell()
  }
  /** @returns ms until it is worth looking again */
  const startLanes = (): number => {
    let next = LONGEST_SLEEP_MS
    for (const message of outbox.heads()) {
      if (lanes.has(message.boardId)) continue
      const opens = gate.opensAt(message.accountId) - clock()
      if (!isDue(message)) next = Math.min(next, Math.max(opens, message.dueAt - now()))
      else if (!gate.isOpen(message.accountId)) next = Math.min(next, Math.max(1, opens))
      else if (lanes.size < parallel) lane(message)
    }
    return next
  }

  return {
    gate,
    start() {
      isStarted = true
      sleep(0)
    },
    status,
    nudge: () => sleep(0),
    now() {
      outbox.dueNow()
      gate.reset()
      sleep(0)
    },
    retry(id) {
      const message = outbox.find(id)
      if (!message || sending.has(id)) return
      outbox.resume(id, 'Tried again.')
      gate.reset(message.accountId)
      sleep(0)
    },
    setPaused(isPaused) {
      outbox.setPaused(isPaused)
      tell()
      sleep(0)
    },
    progressOf: (id) => sending.get(id) ?? null,
    isSending: (id) => sending.has(id),
    async stop() {
      stopping.abort()
      if (timer) clearTimeout(timer)
      await Promise.allSettled(lanes.values())
      lock?.release()
      lock = null
    },
  }
}
