import { toNm } from '#core/base/units.ts'
import type { Image } from '#core/geometry/image.ts'
import { placeInside } from '#core/checks/measuring/component-place.ts'
import { pastedCopper } from '#core/checks/measuring/covered-paste.ts'
import { overlapOf } from '#core/geometry/combine/combine.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import type { Board, Layer } from '#core/board/board.ts'
import { HOLE_NON_PLATED } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { layerOn, OUTER_SIDES, type OuterSide } from '#core/checks/measuring/exposed.ts'
import { padOpenings } from '#core/checks/measuring/pad-openings.ts'
import { layerPads, padFunction, padSource, padText, type Pads } from '#core/checks/measuring/pads.ts'
import { imageOfObjects } from '#core/checks/measuring/subset.ts'
import { componentAt, insideImage, pieceGrid } from '#core/geometry/index/piece-grid.ts'

/** 80 %, less what a file's rounding takes from a small pad. */
const ENOUGH = 0.799
const SAME_NM = 50_000
const FEW = 4
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

/** Whether a place lies in an opening that is there for pads: a picture over a via opens nothing to be soldered. */
const openAt = (board: Board, measures: Measures, side: OuterSide): ((x: number, y: number) => boolean) => {
  const [mask, copper] = [layerOn(board, 'soldermask', side), layerOn(board, 'copper', side)]
  if (!mask || !copper) return () => false
  const { image } = padOpenings(board, measures, mask, copper)
  return (x, y) => insideImage(image, x, y)
}

/** Share of each pad's area that the openings leave free, by exact area. */
const openShares = (image: Image, pads: Pads, rows: readonly number[], measures: Measures, mask: Layer): ReadonlyMap<number, number> => {
  const open = overlapOf(image, measures.image(mask))
  const grid = pieceGrid(image)
  const free = new Float64Array(image.components.count)
  for (let c = 0; c < open.components.count; c++) {
    const [x, y] = placeInside(open, c)
    const owner = componentAt(image, grid, toNm(x), toNm(y))
    if (owner >= 0) free[owner]! += open.components.area[c]!
  }
  return new Map(
    rows.map((row) => {
      const owner = componentAt(image, grid, pads.x[row]!, pads.y[row]!)
      return [row, owner < 0 ? 1 : free[owner]! / image.components.area[owner]!]
    }),
  )
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
      const rows = [...evidence.keys()]
      const image = imageOfObjects(
        copper.plotted,
        rows.map((row) => pads.object[row]!),
      )
      const shares = openShares(image, pads, rows, measures, mask)
      const why = {
        stated: 'a solder pad by its attributes',
        paste: 'it gets solder paste',
        hole: 'it takes a lead and is open on the other side',
      }
      const told = new Set<string>()
      for (const [row, share] of shares) {
        if (share >= ENOUGH) continue
        // A pad flashed with two apertures is one pad.
        const place = `${Math.round(pads.x[row]! / SAME_NM)},${Math.round(pads.y[row]! / SAME_NM)}`
        if (told.has(place)) continue
        told.add(place)
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
      // Pads drawn as areas or painted with a pen have no flash: the paste tells where they are.
      const drawn = pasteLayer ? pastedCopper(measures.image(pasteLayer), measures.image(copper), measures.image(mask), image) : []
      const covered = drawn.filter(({ openShare }) => openShare < ENOUGH)
      // Where hardly any paste meets an opening the layers don't lie on each other, which is another check.
      if (covered.length > FEW && covered.length > drawn.length / 2) continue
      for (const { at, openShare } of covered)
        report({
          message: openShare < 0.01 ? 'covered' : 'partly',
          limit: 'pads',
          value: 1,
          at,
          always: true,
          severity: openShare < 0.01 ? 'error' : 'warning',
          layers: [copper.id, mask.id],
          objects: ['pad drawn as an area'],
          files: [{ path: mask.path, line: 0 }],
          values: { why: why.paste, share: String(Math.round(openShare * 100)) },
        })
    }
  },
})
