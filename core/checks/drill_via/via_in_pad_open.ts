import { HOLE_PLATED, type Board } from '#core/board/board.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import { holeSource, holeText, netNames } from '#core/checks/measures.ts'
import { layerOn, OUTER_SIDES, componentPlace } from '#core/checks/measuring/exposed.ts'
import { holeKinds } from '#core/checks/measuring/hole-kind.ts'
import { holeOpenings } from '#core/checks/measuring/hole-openings.ts'
import { holesThrough } from '#core/checks/measuring/hole-rings.ts'
import { padText } from '#core/checks/measuring/pads.ts'
import { isStatedSmd, smdPads } from '#core/checks/measuring/smd-pads.ts'
import { componentAt, pieceGrid } from '#core/geometry/index/piece-grid.ts'

/** A wall that only grazes the pad draws no solder, mm. */
const GRAZE_MM = 0.02
/** Smaller holes are often plugged by the mask ink, nm. */
const SMALL_NM = 300_000
/** So many holes in one pad carry its heat away on purpose. */
const ARRAY = 4
/** Holes that take less of their pad hardly change the joint. */
const LEAST_SHARE = 0.03

/** Attributes say that the hole is filled: `ViaDrill,Filled`. */
const isFilled = (board: Board, hole: number): boolean => {
  const drill = board.files[board.holes.file[hole]!]?.drill
  const tool = drill?.tools.find((t) => t.number === board.holes.tool[hole])
  return /filled|capped|plugged/i.test(`${tool?.fn ?? ''},${drill?.fileAttributes['.FileFunction']?.join(',') ?? ''}`)
}

export const viaInPadOpen = defineCheck({
  id: 'via_in_pad_open',
  title: 'Unfilled via in SMD pad',
  category: 'drill_via',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper', 'drill', 'mask'],
  limits: { vias: none('Open holes in soldered pads draw the solder away') },
  why: 'Solder runs into an open hole in the pad: the joint starves, and solder beads come out on the other side.',
  fix: 'Have the vias filled and capped (IPC-4761 type VII) or move them out of the pads.',
  source: 'IPC-4761; IPC-7093',
  messages: {
    via: '{count} open via holes of {diameter} in the pad, {share} % of its area',
    array: '{count} via holes in a thermal pad, {area} mm² of holes ({share} % of the pad)',
  },
  run(board, measures, report) {
    const kinds = holeKinds(board, measures)
    let judged = false
    for (const side of OUTER_SIDES) {
      const smd = smdPads(board, measures, side)
      const [copper, mask] = [layerOn(board, 'copper', side), layerOn(board, 'soldermask', side)]
      if (!smd || !copper || !mask) continue
      const soldered = new Map<number, number>()
      for (const row of smd.rows) {
        const component = smd.componentOf.get(row)!
        if ((isStatedSmd(smd.pads, row) || smd.pasted.has(component)) && !soldered.has(component)) soldered.set(component, row)
      }
      judged ||= soldered.size > 0 || layerOn(board, 'paste', side) !== null
      const vias = holesThrough(board, copper).filter(
        (h) => board.holes.plating[h] === HOLE_PLATED && kinds[h] !== 'component' && !isFilled(board, h),
      )
      const grid = pieceGrid(smd.image)
      const perPad = new Map<number, number[]>()
      const onMask = holeOpenings(board, measures.image(mask), vias, 0)
      holeOpenings(board, smd.image, vias, 0).forEach(({ hole, open, margin, edge }, k) => {
        if (!open && margin > -GRAZE_MM) return
        // Tented on the pad's own side no solder gets in.
        if (!onMask[k]!.open && onMask[k]!.margin >= 0) return
        const { x0, x1, y0, y1 } = board.holes
        const inside = open ? [(x0[hole]! + x1[hole]!) / 2, (y0[hole]! + y1[hole]!) / 2] : beyond(edge, board, hole)
        const component = componentAt(smd.image, grid, inside[0]!, inside[1]!)
        if (!soldered.has(component)) return
        perPad.set(component, [...(perPad.get(component) ?? []), hole])
      })
      for (const [component, holes] of perPad) {
        const row = soldered.get(component)!
        const area = holes.reduce((sum, h) => sum + Math.PI * (board.holes.diameter[h]! / 2e6) ** 2, 0)
        const share = area / (smd.image.components.area[component]! / 1e12)
        const largest = Math.max(...holes.map((h) => board.holes.diameter[h]!))
        const isArray = holes.length >= ARRAY
        report({
          message: isArray ? 'array' : 'via',
          limit: 'vias',
          value: holes.length,
          at: componentPlace(smd.image, component),
          always: true,
          severity: isArray || largest < SMALL_NM || share < LEAST_SHARE ? 'info' : 'warning',
          layers: [copper.id, mask.id],
          nets: netNames(measures.nets().ofHole(holes[0]!)),
          objects: [padText(smd.pads, row), ...holes.slice(0, 9).map((h) => holeText(board, h))],
          files: [holeSource(board, holes[0]!)],
          values: {
            count: String(holes.length),
            diameter: `${Number((largest / 1e6).toFixed(3))} mm`,
            area: String(Number(area.toFixed(3))),
            share: String(Number((share * 100).toFixed(1))),
          },
        })
      }
    }
    return judged ? undefined : 'needs a paste layer or pad functions (X2 attributes)'
  },
})

/** A place just past the pad's edge, seen from the hole's axis: inside the pad. */
const beyond = ([x, y]: readonly [number, number], { holes }: Board, hole: number): readonly [number, number] => {
  const [cx, cy] = [(holes.x0[hole]! + holes.x1[hole]!) / 2, (holes.y0[hole]! + holes.y1[hole]!) / 2]
  const [dx, dy] = [x * 1e6 - cx, y * 1e6 - cy]
  const length = Math.hypot(dx, dy) || 1
  return [x * 1e6 + (dx / length) * 1000, y * 1e6 + (dy / length) * 1000]
}
