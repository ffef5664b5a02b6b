import { flushCompileCache } from 'node:module'
import { setImmediate as turnOfLoop } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { assembleBoard, keepImage } from '#core/board/assemble-board.ts'
import { boardMeasures } from '#core/checks/board-measures.ts'
import { runCheck } from '#core/checks/run-checks.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { readPackageFile, type FileRead } from '#core/identify/read-package-file.ts'
import { checkOrder } from '#core/run/check-order.ts'
import { chosenChecks, composedOrNull, layersToCompose } from '#core/run/review-package.ts'
import { inShared } from '#core/run/shared-memory.ts'
import { arrive, largestFirst, loseTwin, roundsOf, type Done, type Rounds, type ToTwin, type TwinJob } from './twin-protocol.ts'

/** A thread that does half of another thread's review: it comes to the same board and takes what the other has not begun. */

const port = parentPort
if (!port) throw new Error('this file is a worker thread')

class Stopped extends Error {}

interface Current {
  readonly id: number
  readonly rounds: Rounds
  isStopped: boolean
}

let current: Current | null = null

const send = (done: Done): void => port.postMessage(done)

const work = async (job: TwinJob, own: Current): Promise<void> => {
  const { files, extraCapabilities } = job
  const { rounds } = own
  const turn = async (): Promise<void> => {
    await turnOfLoop()
    if (own.isStopped) throw new Stopped()
  }
  const reads = new Array<FileRead>(files.length)
  await rounds.read.run({
    order: largestFirst(files),
    work(index) {
      const value = inShared(readPackageFile(files[index]!))
      send({ kind: 'read', job: job.id, index, value })
      return value
    },
    onValue: (index, read) => (reads[index] = read),
    turn,
  })
  const board = assembleBoard(identifyPackage(reads, job.overrides))
  await rounds.image.run({
    order: layersToCompose(board, job.all),
    work(index) {
      const image = composedOrNull(board.layers[index]!)
      const value = image && inShared(image)
      send({ kind: 'image', job: job.id, index, value })
      return value
    },
    onValue: (index, image) => image && keepImage(board.layers[index]!, image),
    turn,
  })
  const checks = chosenChecks(job.checks)
  const measures = boardMeasures(board)
  await rounds.check.run({
    order: checkOrder(checks).toReversed(),
    work(index) {
      const value = runCheck(checks[index]!, board, measures, () => performance.now(), extraCapabilities)
      send({ kind: 'check', job: job.id, index, value })
      return value
    },
    onValue: () => {},
    turn,
  })
}

const begin = async (job: TwinJob): Promise<void> => {
  if (current) stop(current)
  const own: Current = { id: job.id, rounds: roundsOf(job.taken, job.files.length, job.checks.length), isStopped: false }
  current = own
  try {
    await work(job, own)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  } finally {
    if (current === own) current = null
  }
}

const stop = (job: Current): void => {
  job.isStopped = true
  loseTwin(job.rounds)
}

port.on('message', (message: ToTwin) => {
  if (message.kind === 'job') void begin(message.job)
  else if (current && message.kind === 'stop' && current.id === message.job) stop(current)
  else if (current && message.kind !== 'stop' && current.id === message.job) arrive(current.rounds, message)
})
// Kept now, not at the end: a thread that is ended at once keeps nothing, and the next would compile all again.
flushCompileCache()
