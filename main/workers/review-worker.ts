import { flushCompileCache } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { setTimeout as pause } from 'node:timers/promises'
import type { RoleOverride } from '#core/identify/identified-file.ts'
import type { ProgressShape } from '#core/ipc/board-shapes.ts'
import { ReviewCancelled, reviewPackage } from '#core/run/review-package.ts'
import { contentStore } from '#main/store/content-store.ts'
import { boardReportOf, fileRowOf, waitingRow } from './file-rows.ts'
import { readSource } from './read-source.ts'
import type { EndReport, FromWorker, ReviewJob, ThreadData, ToWorker } from './review-protocol.ts'
import { startTwin, WORTH_BYTES, type Twin } from './twin.ts'

/** A thread that reviews one package after another; it stays warm between them. */

const port = parentPort
if (!port) throw new Error('this file is a worker thread')

const POLL_MS = 15

const hasTwin = (workerData as ThreadData | null)?.twin ?? false
/** Its thread starts with the first large package, and is kept. */
let twin: Twin | null = null

const send = (report: FromWorker, transfer: readonly ArrayBuffer[] = []): void => port.postMessage(report, transfer)
const progress = (phase: ProgressShape['phase'], done = 0, total = 0): void => send({ kind: 'progress', progress: { phase, done, total } })

let rolesArrived: ((overrides: readonly RoleOverride[]) => void) | null = null

const askForRoles = (): Promise<readonly RoleOverride[]> => new Promise((resolve) => (rolesArrived = resolve))

const review = async (job: ReviewJob, isCancelled: () => boolean, signal: AbortSignal): Promise<EndReport> => {
  const stop = (): void => {
    if (isCancelled()) throw new ReviewCancelled()
  }
  progress('unpacking')
  if (hasTwin) twin ??= startTwin(WORTH_BYTES.warm)
  const read = await readSource(job.source, contentStore(job.contents), {
    signal,
    onProgress: (done, total) => isCancelled() || progress('unpacking', done, total),
  })
  stop()
  if (!read.ok) return read.error.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'refused', refusal: read.error }
  const { input, archiveSha256 } = read.value
  const roles = askForRoles()
  const files = input.files.map(({ path, sha256, bytes }) => ({ path, sha256, bytes: bytes.length }))
  send({
    kind: 'package',
    package: { name: input.name, sha256: input.sha256, bytes: input.bytes, archiveSha256, problems: input.problems, files },
  })
  const overrides = await roles
  if (job.record) {
    const { makeRecord } = await import('./make-record.ts')
    const hooks = { clock: () => performance.now(), cancelled: isCancelled }
    return { kind: 'reported', report: await makeRecord(input, job.record, overrides, hooks) }
  }
  if (job.report) {
    const { makeReport } = await import('./make-report.ts')
    return {
      kind: 'reported',
      report: await makeReport(input, job.report, job, overrides, { clock: () => performance.now(), cancelled: isCancelled }),
    }
  }
  const { capability, extraCapabilities, checks, withoutTables } = job
  const rows = new Map(files.map(({ path }) => [path, waitingRow(path, 'waiting')]))
  const sendRows = (): void => send({ kind: 'files', files: [...rows.values()] })
  sendRows()
  const finished = await (twin?.review ?? reviewPackage)(
    input,
    { capability, extraCapabilities, overrides, checks },
    {
      clock: () => performance.now(),
      cancelled: isCancelled,
      onRead({ path, format }, done, total) {
        rows.set(path, waitingRow(path, 'read', format))
        progress('reading', done, total)
        if (done === total) sendRows()
      },
      onIdentified(identified) {
        send({ kind: 'files', files: identified.map(fileRowOf) })
        progress('assembling')
      },
      onBoard(board) {
        const report = boardReportOf(board, input, withoutTables)
        send({ kind: 'board', board: report }, [...report.layers.map((l) => l.block.buffer), report.holes.buffer])
        progress('checking')
      },
      onCheck: (_judged, done, total, raw) => send({ kind: 'check', raw, done, total }),
    },
  )
  return { kind: 'done', netCount: finished.netCount, netNames: finished.netNames }
}

const work = async (job: ReviewJob, cancel: SharedArrayBuffer): Promise<EndReport> => {
  const flag = new Int32Array(cancel)
  const isCancelled = (): boolean => Atomics.load(flag, 0) === 1
  const aborting = new AbortController()
  const poll = setInterval(() => isCancelled() && aborting.abort(), POLL_MS)
  try {
    return await Promise.race([review(job, isCancelled, aborting.signal), cancelledWhileWaiting(aborting.signal)])
  } catch (error) {
    if (error instanceof ReviewCancelled) return { kind: 'cancelled' }
    return { kind: 'crashed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  } finally {
    clearInterval(poll)
    rolesArrived = null
  }
}

/** Ends the wait of a job that is cancelled while nothing computes. */
const cancelledWhileWaiting = (signal: AbortSignal): Promise<EndReport> =>
  new Promise((resolve) => signal.addEventListener('abort', () => void pause(0).then(() => resolve({ kind: 'cancelled' })), { once: true }))

port.on('message', (message: ToWorker) => {
  if (message.kind === 'roles') rolesArrived?.(message.overrides)
  else void work(message.job, message.cancel).then((end) => send(end))
})
send({ kind: 'ready' })
// Kept now, not at the end: a thread that is ended at once keeps nothing, and the next would compile all again.
flushCompileCache()
