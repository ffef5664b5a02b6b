import { ok, type Result } from '#core/base/result.ts'
import { ORDER_STEPS, takeOrderStep, type OrderStep, type OrderWork, type QuoteToAccept } from '#core/provider/authentise/board-order.ts'
import type { AuthentiseClient } from '#core/provider/authentise/client.ts'
import { filesOf } from '#core/provider/authentise/sent-files.ts'
import type { BoardOrder, BoardOrdersRepo } from '#main/store/board-orders.repo.ts'
import type { SenderLock } from '#main/sync/sender-lock.ts'
import type { ServiceFailure } from '../provider-service.ts'
import { pushedBoard, type PushSource } from '../pushed-board.ts'

/** How an order goes on; `stopped` when a person says so. */
export interface OrderProgress {
  readonly state: 'running' | 'waiting' | 'asks' | 'stopped' | 'done'
  readonly step: OrderStep | null
  readonly says: string
  readonly failure: ServiceFailure | null
  readonly asks: 'purchase-order' | 'confirmation' | null
  readonly quote: QuoteToAccept | null
  /** When it goes on by itself, ms since 1970. */
  readonly nextAt: number | null
  readonly sent: { readonly done: number; readonly total: number } | null
}

export interface OrderRunnerParts {
  readonly orders: BoardOrdersRepo
  readonly clientOf: (account: string) => Result<AuthentiseClient, ServiceFailure>
  readonly sourceOf: (order: BoardOrder) => Promise<Result<PushSource, ServiceFailure>>
  readonly signedOut: (account: string, message: string) => void
  readonly works: (account: string) => void
  /** Keeps other processes from sending from this data folder; null = one does. */
  readonly lock: () => SenderLock | null
  readonly now: () => number
  /** Between two looks at what the service works on, ms. */
  readonly pollMs?: number
}

/** Takes the orders of boards from step to step, one process and one run for each. */
export interface OrderRunner {
  /** @returns false while another process makes orders from this data folder */
  run(order: BoardOrder): boolean
  stop(order: BoardOrder): void
  /** @returns null for one that was not run since the start */
  progressOf(order: BoardOrder): OrderProgress | null
  close(): Promise<void>
}

const POLL_MS = 4000
const RETRY_MS = 15_000
/** Tries of a step that the service fails at, before a person is asked. */
const MOST_TRIES = 5

const QUIET: OrderProgress = { state: 'running', step: null, says: '', failure: null, asks: null, quote: null, nextAt: null, sent: null }
const BY_YOU: ServiceFailure = { code: 'cancelled', message: 'Stopped. What was made is kept, and not made again.' }

const keyOf = ({ accountId, approvalId }: BoardOrder): string => `${accountId} ${approvalId}`

/** @returns how long to wait before the same step is taken again, null when a person has to see to it first */
const waitAfter = (failure: ServiceFailure): number | null => {
  switch (failure.code) {
    case 'rate-limited':
      return failure.afterMs
    case 'retry':
      return failure.afterMs ?? RETRY_MS
    // What it made is looked for before anything is made.
    case 'unclear':
      return 0
    default:
      return null
  }
}

export const orderRunner = ({
  orders,
  clientOf,
  sourceOf,
  signedOut,
  works,
  lock,
  now,
  pollMs = POLL_MS,
}: OrderRunnerParts): OrderRunner => {
  const progress = new Map<string, OrderProgress>()
  let held: SenderLock | null = null
  const running = new Map<string, { readonly stop: AbortController; readonly ended: Promise<void> }>()

  const workOf = async (order: BoardOrder, tell: (part: Partial<OrderProgress>) => void): Promise<Result<OrderWork, ServiceFailure>> => {
    const source = await sourceOf(order)
    if (!source.ok) return source
    const { bureau, workflow, shipping, materials, quantity, purchaseOrder, isConfirmed } = order.options
    const board = await pushedBoard(source.value, order.accountId, { quantity })
    const journal = {
      step(step: OrderStep) {
        const row = orders.steps(order).find((each) => each.step === step)
        return row ? { begunAt: row.begunAt, isDone: row.doneAt !== null, uri: row.uri } : null
      },
    }
    const onProgress = (done: number, total: number): void => tell({ sent: { done, total } })
    return ok({ board, plan: { bureau, workflow, shipping, materials, quantity }, files: filesOf(board), purchaseOrder, isConfirmed, journal, onProgress }) // prettier-ignore
  }
  const pause = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    })

  const drive = async (order: BoardOrder, cancel: AbortSignal): Promise<void> => {
    const tell = (part: Partial<OrderProgress>): void =>
      void progress.set(keyOf(order), { ...(progress.get(keyOf(order)) ?? QUIET), ...part })
    const end = (part: Partial<OrderProgress>): void => void progress.set(keyOf(order), { ...QUIET, ...part })
    const client = clientOf(order.accountId)
    const work = client.ok ? await workOf(order, tell) : client
    if (!client.ok || !work.ok) return end({ state: 'stopped', failure: work.ok ? null : work.error })
    for (const step of ORDER_STEPS) {
      let tries = 0
      while (!work.value.journal.step(step)?.isDone) {
        if (cancel.aborted) return end({ state: 'stopped', step, failure: BY_YOU })
        tell({ ...QUIET, step })
        const begun = work.value.journal.step(step)
        orders.begin(order, step)
        const outcome = await takeOrderStep(client.value, step, begun, work.value, cancel)
        if (outcome.ok) works(order.accountId)
        if (!outcome.ok) {
          if (outcome.error.code === 'signed-out') signedOut(order.accountId, outcome.error.message)
          const wait = cancel.aborted ? null : waitAfter(outcome.error)
          if (wait === null || ++tries >= MOST_TRIES)
            return end({ state: 'stopped', step, failure: cancel.aborted ? BY_YOU : outcome.error })
          tell({ state: 'waiting', failure: outcome.error, says: outcome.error.message, nextAt: now() + wait })
          await pause(wait, cancel)
        } else if (outcome.value.kind === 'waits') {
          tell({ state: 'waiting', says: outcome.value.says, nextAt: now() + pollMs, failure: null })
          await pause(pollMs, cancel)
        } else if (outcome.value.kind === 'asks') return end({ state: 'asks', step, asks: outcome.value.for, quote: outcome.value.quote })
        else orders.finish(order, step, outcome.value.uri)
      }
    }
    end({ state: 'done' })
  }

  return {
    run(order) {
      const key = keyOf(order)
      if (running.has(key)) return true
      held ??= lock()
      if (!held) return false
      const stop = new AbortController()
      progress.set(key, QUIET)
      const ended = drive(order, stop.signal).finally(() => {
        running.delete(key)
        if (running.size > 0) return
        held?.release()
        held = null
      })
      running.set(key, { stop, ended })
      return true
    },
    stop: (order) => running.get(keyOf(order))?.stop.abort(),
    progressOf: (order) => progress.get(keyOf(order)) ?? null,
    async close() {
      for (const { stop } of running.values()) stop.abort()
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}
