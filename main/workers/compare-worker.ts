import { parentPort, workerData } from 'node:worker_threads'
import { err, ok } from '#core/base/result.ts'
import { NM_PER_MM } from '#core/base/units.ts'
import type { Board } from '#core/board/board.ts'
import { packHoles, packLayer } from '#core/board/layer-blob.ts'
import { compareBoards } from '#core/review/compare/compare-boards.ts'
import { boxMm } from '#core/review/compare/compare-layers.ts'
import { placedExtent, placeHoles, placeLayer } from '#core/review/compare/place-layer.ts'
import { IN_PLACE, inUnit, type Placement } from '#core/review/placement.ts'
import { openPackage } from '#core/run/review-package.ts'
import { contentStore } from '#main/store/content-store.ts'
import type { CompareJob, CompareNote, CompareReply, ComparedArtwork, ComparedSide } from './compare-protocol.ts'
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

/** The older board's artwork travels as it lies on the newer one: the page only draws. */
const artworkOf = (board: Board, placement: Placement): ComparedArtwork => {
  const extent = placedExtent(board, placement)
  return {
    boundsMm: extent && boxMm(extent),
    negatives: board.layers.filter((layer) => layer.negative).map((layer) => layer.id),
    layers: new Map(board.layers.map((layer) => [layer.id, packLayer(placeLayer(layer.plotted, placement))])),
    holes: packHoles(placeHoles(board.holes, placement)),
  }
}

const note = (says: string, done: number, total: number): void =>
  port.postMessage({ progress: { says, done, total } } satisfies CompareNote)

const compare = async ({ from, to, contents, refuseShift }: CompareJob): Promise<CompareReply> => {
  note('Reading the older board', 1, 2)
  const before = await open(from, contents)
  note('Reading the newer board', 2, 2)
  const now = await open(to, contents)
  if (typeof before === 'string') return err({ code: 'unreadable', message: before })
  if (typeof now === 'string') return err({ code: 'unreadable', message: now })
  const diff = compareBoards(before, now, {
    refuseShift,
    onLayer: (done, total) => note('Comparing layers', done + 1, total),
  })
  return ok({ diff, from: artworkOf(before, inUnit(diff.alignment, NM_PER_MM)), to: artworkOf(now, IN_PLACE) })
}

const reply = await compare(workerData as CompareJob)
const blocks = (art: ComparedArtwork): ArrayBuffer[] => [...art.layers.values(), art.holes].map((block) => block.buffer)
port.postMessage(reply, reply.ok ? [...blocks(reply.value.from), ...blocks(reply.value.to)] : [])
