import { parentPort, workerData } from 'node:worker_threads'
import { err, ok } from '#core/base/result.ts'
import type { Board } from '#core/board/board.ts'
import { compareBoards } from '#core/review/compare/compare-boards.ts'
import { openPackage } from '#core/run/review-package.ts'
import { contentStore } from '#main/store/content-store.ts'
import type { CompareJob, CompareReply, ComparedSide } from './compare-protocol.ts'
import { readSource } from './read-source.ts'

/** A thread that compares two packages and ends. */

const port = parentPort
if (!port) throw new Error('this file is a worker thread')

const open = async ({ source, overrides }: ComparedSide, contents: string): Promise<Board | string> => {
  const read = await readSource(source, contentStore(contents), {})
  if (!read.ok) return read.error.message
  const { board } = await openPackage(read.value.input, overrides, { clock: () => performance.now() })
  return board
}

const compare = async ({ from, to, contents, refuseShift }: CompareJob): Promise<CompareReply> => {
  const [before, now] = [await open(from, contents), await open(to, contents)]
  if (typeof before === 'string') return err({ code: 'unreadable', message: before })
  if (typeof now === 'string') return err({ code: 'unreadable', message: now })
  return ok(compareBoards(before, now, { refuseShift }))
}

port.postMessage(await compare(workerData as CompareJob))
