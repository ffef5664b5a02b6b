import type { CallName, Reply, Request, WorkerCalls } from './protocol.ts'

/** Typed calls to the drawing worker. */
export interface DrawClient {
  /** @returns the answer; rejects when the worker failed, which is a bug or lack of memory */
  call<K extends CallName>(call: K, input: WorkerCalls[K]['input'], transfer?: Transferable[]): Promise<WorkerCalls[K]['output']>
  dispose(): void
}

interface Waiting {
  resolve(output: unknown): void
  reject(error: Error): void
}

/** Starts the drawing worker. */
export const startDrawWorker = (): DrawClient => {
  const worker = new Worker(new URL('./draw-worker.ts', import.meta.url), { type: 'module', name: 'draw' })
  const waiting = new Map<number, Waiting>()
  let seq = 0
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    const caller = waiting.get(data.seq)
    waiting.delete(data.seq)
    if (data.ok) caller?.resolve(data.output)
    else caller?.reject(new Error(data.message))
  }
  worker.onerror = (event) => {
    const error = new Error(event.message || 'the drawing worker could not start')
    for (const caller of waiting.values()) caller.reject(error)
    waiting.clear()
  }
  return {
    call<K extends CallName>(call: K, input: WorkerCalls[K]['input'], transfer: Transferable[] = []) {
      return new Promise<WorkerCalls[K]['output']>((resolve, reject) => {
        waiting.set(++seq, { resolve: resolve as (output: unknown) => void, reject })
        worker.postMessage({ seq, call, input } as Request, transfer)
      })
    },
    dispose() {
      worker.terminate()
      waiting.clear()
    },
  }
}
