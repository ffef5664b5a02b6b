import { Worker } from 'node:worker_threads'
import { err, type Result } from '#core/base/result.ts'
import type { CompareProgressShape } from '#core/ipc/compare.ipc.ts'
import type { ComparedBoards, CompareJob, CompareNote, CompareReply } from './compare-protocol.ts'

// In a packaged application threads start from the unpacked copy: they cannot be sure of reading inside the archive.
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './compare-worker.ts' : './compare-worker.js',
  import.meta.url.replace('/app.asar/', '/app.asar.unpacked/'),
)
const HEAP_MB = 4096

export interface RunningComparison {
  /** @throws when the thread fails: that is a bug */
  readonly end: Promise<Result<ComparedBoards, { code: 'unreadable' | 'cancelled'; message: string }>>
  /** Null before it began. */
  readonly progress: CompareProgressShape | null
  cancel(): void
}

const cancelled = err({ code: 'cancelled', message: 'The comparison was stopped.' } as const)

/** Compares two packages in a thread of its own, which ends with it. */
export const runCompare = (job: CompareJob): RunningComparison => {
  const worker = new Worker(ENTRY, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB }, name: 'compare' })
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<RunningComparison['end']>>()
  let progress: CompareProgressShape | null = null
  worker.on('message', (message: CompareReply | CompareNote) => {
    if ('progress' in message) progress = message.progress
    else resolve(message)
  })
  worker.once('error', reject)
  worker.once('exit', () => resolve(cancelled))
  return {
    end: promise,
    get progress() {
      return progress
    },
    cancel() {
      resolve(cancelled)
      void worker.terminate()
    },
  }
}
