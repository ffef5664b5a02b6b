import { err, ok, unreachable, type Result } from '#core/base/result.ts'
import type { ProviderFailure } from '#core/provider/failure.ts'
import { afterFailure } from '#core/sync/next-step.ts'
import { TIMING } from '#core/sync/timing.ts'
import type { ApprovedRevisions } from '#main/services/ordering/approved-revisions.ts'
import type { Log } from '#main/services/log.ts'
import { throttle } from '#main/services/throttle.ts'
import type { Push, PushesRepo, PushReason } from '#main/store/pushes.repo.ts'
import type { SenderLock } from '#main/sync/sender-lock.ts'
import type { ProviderService } from '../provider-service.ts'
import type { NotApproved } from '../approved-source.ts'
import type { PushSource } from '../pushed-board.ts'
import { takeStep, type StepResult } from './push-steps.ts'

export interface RunnerParts {
  readonly pushes: PushesRepo
  readonly service: ProviderService
  readonly approved: ApprovedRevisions
  readonly lock: () => SenderLock | null
  readonly log: Log
  readonly now: () => number
  /** A push stands otherwise than before, or bytes of it have left. */
  readonly onPush: (id: string) => void
  /** Between two looks at an import, ms. */
  readonly pollMs?: number
}

/** Takes pushes from step to step, waits between tries, and lets one process at a time send. */
export interface PushRunner {
  /** @returns false while another process sends from this data folder */
  maySend(): boolean
  /** @returns false, having begun nothing, when `maySend` is false */
  run(ids: readonly string[]): boolean
  stop(id: string): void
  isRunning(id: string): boolean
  /** Bytes of files on their way, by name. */
  sentOf(id: string): ReadonlyMap<string, number>
  close(): Promise<void>
}

const POLL_MS = 2000
/** Between two words about bytes that left, ms. */
const TELL_MS = 120
const BY_YOU: ProviderFailure = { code: 'cancelled', message: 'Stopped.' }
const gone = { code: 'not-approved', message: 'The approved package is not on this computer any more. Nothing else is sent in its place.' } as const // prettier-ignore
const NOTHING_SENT: ReadonlyMap<string, number> = new Map()

interface Running {
  readonly stop: AbortController
  readonly sent: Map<string, number>
  readonly ended: Promise<void>
}

export const pushRunner = (parts: RunnerParts): PushRunner => {
  const { pushes, service, approved, log, now, onPush, pollMs = POLL_MS } = parts
  const running = new Map<string, Running>()
  const timers = new Map<string, NodeJS.Timeout>()
  let held: SenderLock | null = null
  let isClosed = false

  const letGo = (): void => {
    if (running.size > 0 || timers.size > 0) return
    held?.release()
    held = null
  }

  const sourceOf = async (push: Push): Promise<Result<PushSource, NotApproved>> => {
    const found = approved.find(push.approvalId)
    if (!found || found.changed.includes('withdrawn'))
      return err({ code: 'not-approved', message: 'The approval of this revision was taken back.' })
    const packageBytes = await found.packageBytes()
    if (!packageBytes) return err(gone)
    const { approvalId, boardName, revision, packageName } = found
    return ok({ approvalId, name: boardName, revision: String(revision), packageName, packageBytes })
  }

  const afterFailed = (push: Push, failure: ProviderFailure): void => {
    const stop = (reason: PushReason, says: string): void => pushes.stop(push.id, reason, says)
    const next = afterFailure(failure, push.attempts, Math.random(), TIMING)
    switch (next.kind) {
      case 'wait':
      case 'look-up':
        return pushes.wait(push.id, now() + next.ms, next.says, next.countsAsAttempt)
      case 'ask': {
        const isSignedOut = failure.code === 'signed-out'
        if (isSignedOut) service.signedOut(push.accountId, failure.message)
        const reason = isSignedOut || failure.code === 'not-offered' ? failure.code : 'refused'
        return stop(reason, [next.conflict.says, isSignedOut ? '' : next.conflict.now].filter(Boolean).join(' '))
      }
      case 'stop': {
        const mayBeThere = pushes.find(push.id)?.mayBeThere ?? false
        return stop('by-you', mayBeThere ? 'Stopped. It may have arrived: going on looks first.' : 'Stopped. What has arrived is not sent again.') // prettier-ignore
      }
      default:
        return unreachable(next)
    }
  }

  /** Records what came of a step. @returns whether to take the next one at once */
  const settle = (push: Push, result: StepResult, isStopped: boolean): boolean => {
    switch (result.kind) {
      case 'on':
        // Once it is made there is nothing to stop any more.
        if (!isStopped || pushes.find(push.id)!.made !== null) return true
        afterFailed(push, BY_YOU)
        return false
      case 'again':
        pushes.wait(push.id, now() + pollMs, result.says, false)
        return false
      case 'end':
        pushes.end(push.id, result.state, result.made, result.says)
        return false
      case 'not-approved':
        pushes.stop(push.id, 'approval', result.says)
        return false
      case 'failure':
        afterFailed(push, isStopped ? BY_YOU : result.failure)
        return false
      default:
        return unreachable(result)
    }
  }

  const drive = async (id: string, stop: AbortController, sent: Map<string, number>): Promise<void> => {
    const telling = throttle(() => TELL_MS)
    const onSent = (name: string, bytes: number): void => {
      sent.set(name, bytes)
      telling.call(() => onPush(id))
    }
    for (let goesOn = true; goesOn;) {
      const push = pushes.find(id)
      if (!push || push.state !== 'sending' || isClosed) break
      const typed = service.typed(push.accountId, 'circuithub')
      if (!typed.ok) {
        pushes.stop(id, 'refused', typed.error.message)
        break
      }
      const result = await takeStep(push, { pushes, client: typed.value.client, source: sourceOf, cancel: stop.signal, onSent })
      // What was on its way goes on at the next start.
      if (isClosed) break
      goesOn = settle(push, result, stop.signal.aborted)
      onPush(id)
    }
    telling.drop()
  }

  const schedule = (push: Push): void => {
    clearTimeout(timers.get(push.id))
    const timer = setTimeout(
      () => {
        timers.delete(push.id)
        begin(push.id)
      },
      Math.max(0, push.dueAt - now()),
    )
    timers.set(push.id, timer.unref())
  }

  const begin = (id: string): void => {
    if (running.has(id) || isClosed) return
    clearTimeout(timers.get(id))
    timers.delete(id)
    pushes.resume(id)
    const stop = new AbortController()
    const sent = new Map<string, number>()
    const ended = drive(id, stop, sent)
      .catch((error: unknown) => {
        log.fault('a push failed', error)
        pushes.stop(id, 'refused', 'Something went wrong in Boardproof. The log in the data folder says where.')
      })
      .finally(() => {
        running.delete(id)
        if (isClosed) return
        const push = pushes.find(id)
        if (push?.state === 'waiting') schedule(push)
        onPush(id)
        letGo()
      })
    running.set(id, { stop, sent, ended })
    onPush(id)
  }

  return {
    maySend: () => (held ??= parts.lock()) !== null,
    run(ids) {
      if (ids.length > 0) held ??= parts.lock()
      if (ids.length > 0 && !held) return false
      for (const id of ids) {
        const push = pushes.find(id)
        if (push?.state === 'waiting' && push.dueAt > now() && !timers.has(id)) schedule(push)
        else if (push && ['sending', 'waiting', 'stopped'].includes(push.state)) begin(id)
      }
      letGo()
      return true
    },
    stop(id) {
      const now = running.get(id)
      if (now) return now.stop.abort()
      clearTimeout(timers.get(id))
      timers.delete(id)
      const push = pushes.find(id)
      if (push && (push.state === 'waiting' || push.state === 'sending')) afterFailed(push, BY_YOU)
      onPush(id)
      letGo()
    },
    isRunning: (id) => running.has(id),
    sentOf: (id) => running.get(id)?.sent ?? NOTHING_SENT,
    async close() {
      isClosed = true
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      const open = [...running.values()]
      for (const { stop } of open) stop.abort()
      await Promise.all(open.map(({ ended }) => ended))
      held?.release()
      held = null
    },
  }
}
