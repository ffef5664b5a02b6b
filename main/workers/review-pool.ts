import { Worker } from 'node:worker_threads'
import type { RoleOverride } from '#core/identify/identified-file.ts'
import {
  isEnd,
  type EndReport,
  type FromWorker,
  type PackageReport,
  type ReviewJob,
  type ThreadData,
  type ToWorker,
  type WorkReport,
} from './review-protocol.ts'

/** Follows one job. */
export interface JobFollower {
  onReport(report: WorkReport): void
  /** Answers with the roles that the user chose for files of this package. */
  rolesFor(read: PackageReport): readonly RoleOverride[]
}

export interface RunningJob {
  /** Settles when the job is over, however it ended; never rejects. */
  readonly end: Promise<EndReport>
  /** Stops it: at the next step, else by ending its thread. Settles within about 100 ms. */
  cancel(): Promise<void>
}

export interface ReviewPool {
  run(job: ReviewJob, follower: JobFollower): RunningJob
  close(): Promise<void>
}

/** How long a job may take to notice the flag before its thread is ended. */
const GRACE_MS = 60
/** Tables lie outside the heap that this bounds; a parser gone wild does not. */
const HEAP_MB = 4096

export interface PoolOptions {
  /** Bound of each thread's own heap. */
  readonly heapMb?: number
  /** Each thread has a second one that does half of its review: quicker for one package, no gain for many at once. */
  readonly twins?: boolean
}

// In a packaged application threads start from the unpacked copy: they cannot be sure of reading inside the archive.
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './review-worker.ts' : './review-worker.js',
  import.meta.url.replace('/app.asar/', '/app.asar.unpacked/'),
)

/** A thread that ends this often in a row before it can work will not work the next time either. */
const MOST_FAILED_STARTS = 3

interface Thread {
  readonly worker: Worker
  job: ((report: FromWorker) => void) | null
  hasStarted: boolean
}

/** A job that waits for a thread. */
interface Waiting {
  start(thread: Thread): void
  finish(report: EndReport): void
}

const spawn = ({ heapMb = HEAP_MB, twins = false }: PoolOptions, onGone: (thread: Thread, message: string) => void): Thread => {
  const workerData: ThreadData = { twin: twins }
  const worker = new Worker(ENTRY, { workerData, resourceLimits: { maxOldGenerationSizeMb: heapMb }, name: 'review' })
  const thread: Thread = { worker, job: null, hasStarted: false }
  worker.on('message', (report: FromWorker) => {
    if (report.kind === 'ready') thread.hasStarted = true
    else thread.job?.(report)
  })
  worker.on('error', (error: NodeJS.ErrnoException) =>
    onGone(
      thread,
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? 'The package needs more memory than one review may take.'
        : (error.stack ?? error.message),
    ),
  )
  worker.on('exit', () => onGone(thread, 'The thread of the review ended.'))
  worker.unref()
  return thread
}

const post = (thread: Thread, message: ToWorker): void => thread.worker.postMessage(message)

/**
 * Threads that review packages. They start before they are needed and stay, so that a review never waits for code to be
 * loaded. A thread that ends is replaced; only its own job is lost.
 * @param size how many reviews run at once; further ones wait
 */
export const reviewPool = (size: number, options: PoolOptions = {}): ReviewPool => {
  const threads = new Set<Thread>()
  const waiting: Waiting[] = []
  let failedStarts = 0
  let closed = false

  const hand = (thread: Thread): void => void (thread.job === null && waiting.shift()?.start(thread))
  const add = (): void => {
    if (closed) return
    const thread = spawn(options, lose)
    threads.add(thread)
    hand(thread)
  }
  const lose = (thread: Thread, message: string): void => {
    if (!threads.delete(thread)) return
    const job = thread.job
    thread.job = null
    failedStarts = thread.hasStarted ? 0 : failedStarts + 1
    job?.({ kind: 'crashed', message })
    if (failedStarts < MOST_FAILED_STARTS) add()
    else if (threads.size === 0) for (const { finish } of waiting.splice(0)) finish({ kind: 'crashed', message })
  }
  const replace = async (thread: Thread): Promise<void> => {
    threads.delete(thread)
    thread.job = null
    void thread.worker.terminate()
    add()
  }
  for (let i = 0; i < size; i++) add()

  const run = (job: ReviewJob, follower: JobFollower): RunningJob => {
    const cancel = new SharedArrayBuffer(4)
    const { promise: end, resolve } = Promise.withResolvers<EndReport>()
    let used: Thread | null = null
    let over = false
    const finish = (report: EndReport): void => {
      if (over) return
      over = true
      const thread = used
      used = null
      if (thread) thread.job = null
      resolve(report)
      if (thread && threads.has(thread)) hand(thread)
    }
    const start = (thread: Thread): void => {
      used = thread
      // A thread in use keeps the process alive; an idle one does not.
      thread.worker.ref()
      thread.job = (report) => {
        if (isEnd(report)) {
          thread.worker.unref()
          finish(report)
          return
        }
        if (report.kind === 'ready') return
        follower.onReport(report)
        if (report.kind === 'package') post(thread, { kind: 'roles', overrides: follower.rolesFor(report.package) })
      }
      post(thread, { kind: 'job', job, cancel })
    }
    const place: Waiting = { start, finish }
    if (threads.size === 0 && !closed) {
      // No thread could be started before: this is one more try.
      failedStarts = MOST_FAILED_STARTS - 1
      add()
    }
    const idle = [...threads].find((thread) => thread.job === null)
    if (closed) finish({ kind: 'cancelled' })
    else if (idle) start(idle)
    else waiting.push(place)
    return {
      end,
      async cancel() {
        if (over) return
        const turn = waiting.indexOf(place)
        if (turn >= 0) {
          waiting.splice(turn, 1)
          return finish({ kind: 'cancelled' })
        }
        Atomics.store(new Int32Array(cancel), 0, 1)
        const timer = Promise.withResolvers<void>()
        const handle = setTimeout(() => timer.resolve(), GRACE_MS)
        await Promise.race([end, timer.promise])
        clearTimeout(handle)
        if (over || !used) return
        const stuck = used
        used = null
        await replace(stuck)
        finish({ kind: 'cancelled' })
      },
    }
  }

  return {
    run,
    async close() {
      closed = true
      const all = [...threads]
      threads.clear()
      for (const { finish } of waiting.splice(0)) finish({ kind: 'cancelled' })
      for (const thread of all) thread.job?.({ kind: 'cancelled' })
      await Promise.all(all.map((thread) => thread.worker.terminate()))
    },
  }
}
