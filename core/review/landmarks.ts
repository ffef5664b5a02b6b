import type { Box, Point } from '#core/base/box.ts'
import { packColumns, unpackColumns } from '#core/base/columns.ts'
import { toMm } from '#core/base/units.ts'
import type { Board } from '#core/board/board.ts'
import { OBJECT_FLASH } from '#core/interpret/plotted-layer.ts'

export const LANDMARK_HOLE = 0
export const LANDMARK_TOP = 1
export const LANDMARK_BOTTOM = 2

/** Holes and outer pads of a board: what two revisions are laid on each other by, and what a place is known again by. mm. */
export interface Landmarks {
  /** Of the board edge; null without one. */
  readonly outline: Box | null
  readonly count: number
  readonly x: Float64Array
  readonly y: Float64Array
  /** Diameter of a hole, longer side of a pad. */
  readonly size: Float64Array
  /** `LANDMARK_…`; holes come first. */
  readonly kind: Uint8Array
}

/** More say nothing more about where a board lies; neighbourhoods are only ever looked at around findings. */
const MOST = 60_000

interface Row {
  readonly at: Point
  readonly size: number
  readonly kind: number
}

const holesOf = ({ holes }: Board, room: number): Row[] =>
  Array.from({ length: Math.min(holes.count, room) }, (_, h) => ({
    at: [toMm((holes.x0[h]! + holes.x1[h]!) / 2), toMm((holes.y0[h]! + holes.y1[h]!) / 2)],
    size: toMm(holes.diameter[h]!),
    kind: LANDMARK_HOLE,
  }))

const padsOf = (board: Board, room: number): Row[] => {
  const rows: Row[] = []
  for (const layer of board.layers) {
    if (layer.role !== 'copper' || (layer.side !== 'top' && layer.side !== 'bottom')) continue
    const { objects, apertures } = layer.plotted
    for (let i = 0; i < objects.count && rows.length < room; i++) {
      if (objects.kind[i] !== OBJECT_FLASH || objects.dark[i] !== 1) continue
      const aperture = apertures[objects.aperture[i]!]
      if (!aperture) continue
      const size = toMm(Math.max(aperture.width, aperture.height))
      rows.push({ at: [toMm(objects.x0[i]!), toMm(objects.y0[i]!)], size, kind: layer.side === 'top' ? LANDMARK_TOP : LANDMARK_BOTTOM })
    }
  }
  return rows
}

const columnsOf = (outline: Box | null, rows: readonly Row[]): Landmarks => ({
  outline,
  count: rows.length,
  x: Float64Array.from(rows, (r) => r.at[0]),
  y: Float64Array.from(rows, (r) => r.at[1]),
  size: Float64Array.from(rows, (r) => r.size),
  kind: Uint8Array.from(rows, (r) => r.kind),
})

/** @returns the landmarks of a board, at most 60,000, holes before pads */
export const landmarksOf = (board: Board): Landmarks => {
  const { box } = board.outline
  const holes = holesOf(board, MOST)
  return columnsOf(box && [toMm(box[0]), toMm(box[1]), toMm(box[2]), toMm(box[3])], [...holes, ...padsOf(board, MOST - holes.length)])
}

/** Landmarks of a board of which nothing is known but its extent. */
export const landmarksOfBox = (outline: Box | null): Landmarks => columnsOf(outline, [])

/** Packs landmarks for the store or another thread. */
export const packLandmarks = ({ outline, x, y, size, kind }: Landmarks): Uint8Array<ArrayBuffer> =>
  packColumns({ outline }, { x, y, size, kind })

const isBox = (value: unknown): value is Box => Array.isArray(value) && value.length === 4 && value.every((n) => Number.isFinite(n))

/** @returns what was packed, or null when it is something else or damaged */
export const unpackLandmarks = (bytes: Uint8Array): Landmarks | null => {
  const opened = unpackColumns(bytes.slice().buffer)
  if (!opened.ok) return null
  const { x, y, size, kind } = opened.value.columns
  if (!(x instanceof Float64Array && y instanceof Float64Array && size instanceof Float64Array && kind instanceof Uint8Array)) return null
  if (y.length !== x.length || size.length !== x.length || kind.length !== x.length) return null
  const { outline } = opened.value.meta as { outline?: unknown }
  return { outline: isBox(outline) ? outline : null, count: x.length, x, y, size, kind }
}
