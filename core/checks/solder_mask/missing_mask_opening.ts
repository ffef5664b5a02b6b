import { combineImages } from '#core/geometry/combine/combine.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import type { Board, Layer } from '#core/board/board.ts'
import { HOLE_NON_PLATED } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { layerOn, OUTER_SIDES, type OuterSide } from '#core/checks/measuring/exposed.ts'
import { layerPads, padFunction, padSource, padText, type Pads } from '#core/checks/measuring/pads.ts'
import { imageOfObjects } from '#core/checks/measuring/subset.ts'
import { componentAt, pieceGrid } from '#core/geometry/index/piece-grid.ts'

const ENOUGH = 0.8
const SAME_NM = 50_000
/** A hole of this size takes a wire; smaller ones may be tented vias. */
const COMPONENT_HOLE_NM = 650_000

const SOLDERED = new Set(['SMDPad', 'ComponentPad', 'BGAPad', 'CastellatedPad'])

type Evidence = 'stated' | 'paste' | 'hole'

/** Why a pad is meant to be soldered, or null when nothing says so. */
const evidenceOf = (
  board: Board,
  pads: Pads,
  row: number,
  paste: Pads | null,
  otherOpen: (x: number, y: number) => boolean,
): Evidence | null => {
  const fn = padFunction(pads.aperture[row]!)
  if (fn !== null) return SOLDERED.has(fn) ? 'stated' : null
  if (paste && paste.index.near(pads.x[row]!, pads.y[row]!, SAME_NM).length > 0) return 'paste'
  const hole = pads.hole[row]!
  const { holes } = board
  if (hole < 0 || holes.plating[hole] === HOLE_NON_PLATED || holes.diameter[hole]! < COMPONENT_HOLE_NM) return null
  // Covered on both sides it is a large tented via, on one side only a lost opening.
  return otherOpen(pads.x[row]!, pads.y[row]!) ? 'hole' : null
}

const openAt = (board: Board, measures: Measures, side: OuterSide) => {
  const mask = layerOn(board, 'soldermask', side)
  return (x: number, y: number): boolean => mask !== null && measures.componentAt(mask, [x / 1e6, y / 1e6]) >= 0
}

/** Share of each pad's area that the openings leave free, by exact area. */
const openShares = (copper: Layer, pads: Pads, rows: readonly number[], measures: Measures, mask: Layer): ReadonlyMap<number, number> => {
  const image = imageOfObjects(
    copper.plotted,
    rows.map((row) => pads.object[row]!),
  )
  const open = combineImages(image, measures.image(mask), 'intersect')
  const grid = pieceGrid(image)
  const free = new Float64Array(image.components.count)
  for (let c = 0; c < open.components.count; c++) {
    const ring = open.components.ringList[open.components.ringStart[c]!]!
    const piece = open.rings.start[ring]!
    const inside = insideNear(open.pieces.x0[piece]!, open.pieces.y0[piece]!, open.pieces.x1[piece]!, open.pieces.y1[piece]!)
    const owner = componentAt(image, grid, inside[0], inside[1])
    if (owner >= 0) free[owner]! += open.components.area[c]!
  }
  return new Map(
    rows.map((row) => {
      const owner = componentAt(image, grid, pads.x[row]!, pads.y[row]!)
      return [row, owner < 0 ? 1 : free[owner]! / image.components.area[owner]!]
    }),
  )
}

/** A place just left of a boundary piece: inside the dark area. */
const insideNear = (x0: number, y0: number, x1: number, y1: number): readonly [number, number] => {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1
  return [(x0 + x1) / 2 - ((y1 - y0) / length) * 50, (y0 + y1) / 2 + ((x1 - x0) / length) * 50]
}

export const missingMaskOpening = defineCheck({
  id: 'missing_mask_opening',
  title: 'Pad without solder mask opening',
  category: 'solder_mask',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'mask'],
  limits: { pads: none('Every pad to be soldered lies open') },
  why: 'A pad under solder mask cannot be soldered; the part stays loose.',
  fix: 'Restore the mask openings in the footprints and export again.',
  source: 'IPC-2221B, 4.5.1; IPC-SM-840',
  messages: {
    covered: 'the pad lies under solder mask ({why})',
    partly: 'only {share} % of the pad lies open ({why})',
  },
  run(board, measures, report) {
    for (const side of OUTER_SIDES) {
      const copper = layerOn(board, 'copper', side)
      const mask = layerOn(board, 'soldermask', side)
      // An absent or empty mask is one finding of its own, not one a pad.
      if (!copper || !mask || measures.image(mask).area === 0) continue
      const pads = layerPads(board, measures, copper)
      const pasteLayer = layerOn(board, 'paste', side)
      const paste = pasteLayer && layerPads(board, measures, pasteLayer)
      const otherOpen = openAt(board, measures, side === 'top' ? 'bottom' : 'top')
      const evidence = new Map<number, Evidence>()
      for (let row = 0; row < pads.count; row++) {
        const found = evidenceOf(board, pads, row, paste, otherOpen)
        if (found) evidence.set(row, found)
      }
      const shares = openShares(copper, pads, [...evidence.keys()], measures, mask)
      const why = {
        stated: 'a solder pad by its attributes',
        paste: 'it gets solder paste',
        hole: 'it takes a lead and is open on the other side',
      }
      for (const [row, share] of shares) {
        if (share >= ENOUGH) continue
        report({
          message: share < 0.01 ? 'covered' : 'partly',
          limit: 'pads',
          value: 1,
          at: [pads.x[row]! / 1e6, pads.y[row]! / 1e6],
          always: true,
          severity: share < 0.01 ? 'error' : 'warning',
          layers: [copper.id, mask.id],
          objects: [padText(pads, row)],
          files: [padSource(pads, row)],
          values: { why: why[evidence.get(row)!], share: String(Math.round(share * 100)) },
        })
      }
    }
  },
})
