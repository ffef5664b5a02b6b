import { setImmediate as turnOfLoop } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { keepImage } from '#core/board/assemble-board.ts'
import type { PackageFile } from '#core/identify/identified-file.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { checkOrder } from '#core/run/check-order.ts'
import {
  chosenChecks,
  composedOrNull,
  ReviewCancelled,
  reviewPackage,
  type PackageInput,
  type Review,
  type ReviewHooks,
  type ReviewOptions,
  type ReviewWorker,
} from '#core/run/review-package.ts'
import { inShared } from '#core/run/shared-memory.ts'
import { arrive, largestFirst, loseTwin, roundsOf, takenFlags, type Done, type Rounds, type ToTwin } from './twin-protocol.ts'

/** A second thread that does about half of each review that this thread does. */
export interface Twin {
  /** As `reviewPackage`, with the same result; of several reviews at once only one has the second thread. */
  review(input: PackageInput, options: ReviewOptions, hooks: ReviewHooks): Promise<Review>
  close(): Promise<void>
}

const HEAP_MB = 4096

// In a packaged application threads start from the unpacked copy: they cannot be sure of reading inside the archive.
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './twin-worker.ts' : './twin-worker.js',
  import.meta.url.replace('/app.asar/', '/app.asar.unpacked/'),
)

interface Running {
  readonly id: number
  readonly worker: Worker
  readonly rounds: Rounds
}

/** @returns the same files with their bytes where both threads see them */
const inSharedMemory = (files: readonly PackageFile[]): readonly PackageFile[] =>
  files.map((file) => {
    const bytes = new Uint8Array(new SharedArrayBuffer(file.bytes.length))
    bytes.set(file.bytes)
    return { ...file, bytes }
  })

/**
 * From how many bytes in a package's files on two threads are quicker than one: below that their time goes into compiling the
 * checks, which each thread does for itself while the compiler's own threads already use the second core. Measured on two
 * cores: 7 MB once, cold 6.8 s alone and 8.0 s with a twin, warm 5.7 s and 4.0 s; 19 MB once, cold 20.5 s and 16 s.
 */
export const WORTH_BYTES = { once: 12_000_000, warm: 4_000_000 } as const

/** @param fromBytes packages with fewer bytes are reviewed by this thread alone */
export const startTwin = (fromBytes: number): Twin => {
  let thread: Worker | null = null
  let running: Running | null = null
  let lastJob = 0

  const spawn = (): Worker => {
    const worker = new Worker(ENTRY, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }, name: 'twin' })
    const gone = (): void => {
      if (thread === worker) thread = null
      if (running?.worker === worker) loseTwin(running.rounds)
    }
    worker.on('message', (done: Done) => running?.id === done.job && arrive(running.rounds, done))
    // What it had taken is done here instead: a fault of the work itself shows there, too.
    worker.on('error', gone)
    worker.on('exit', gone)
    worker.unref()
    return worker
  }
  /** The work of one review, shared with the thread. */
  const shared = (
    { rounds, id, worker }: Running,
    { overrides = [], checks: ids, extraCapabilities = [] }: ReviewOptions,
    taken: SharedArrayBuffer,
    stop: () => void,
  ): ReviewWorker => {
    const post = (message: ToTwin): void => worker.postMessage(message)
    const turn = async (): Promise<void> => {
      await turnOfLoop()
      stop()
    }
    return {
      async read(given, onRead) {
        const files = inSharedMemory(given)
        const checks = chosenChecks(ids).map((check) => check.id)
        post({ kind: 'job', job: { id, files, overrides, checks, all: ids === undefined, extraCapabilities, taken } })
        await rounds.read.run({
          order: largestFirst(files),
          work(index) {
            const value = inShared(readPackageFile(files[index]!))
            post({ kind: 'read', job: id, index, value })
            return value
          },
          onValue: onRead,
          turn,
        })
      },
      compose: (board, layers) =>
        rounds.image.run({
          order: layers,
          work(index) {
            const image = composedOrNull(board.layers[index]!)
            const value = image && inShared(image)
            post({ kind: 'image', job: id, index, value })
            return value
          },
          onValue: (index, image) => image && keepImage(board.layers[index]!, image),
          turn,
        }),
      check: (checks, run, onCheck) => rounds.check.run({ order: checkOrder(checks), work: run, onValue: onCheck, turn }),
    }
  }

  return {
    async review(input, options, hooks) {
      const bytes = input.files.reduce((sum, file) => sum + file.bytes.length, 0)
      if (running || bytes < fromBytes) return reviewPackage(input, options, hooks)
      thread ??= spawn()
      const worker = thread
      const checks = chosenChecks(options.checks).length
      const taken = takenFlags(input.files.length, checks)
      const own: Running = { id: ++lastJob, worker, rounds: roundsOf(taken, input.files.length, checks) }
      const stop = (): void => {
        if (hooks.cancelled?.()) throw new ReviewCancelled()
      }
      running = own
      worker.ref()
      try {
        return await reviewPackage(input, options, { ...hooks, worker: shared(own, options, taken, stop) })
      } finally {
        running = null
        worker.postMessage({ kind: 'stop', job: own.id } satisfies ToTwin)
        worker.unref()
      }
    },
    async close() {
      const worker = thread
      thread = null
      await worker?.terminate()
    },
  }
}
