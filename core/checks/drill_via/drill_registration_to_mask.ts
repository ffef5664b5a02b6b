import type { Board } from '#core/board/board.ts'
import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { holePlace, holeSource, holeText } from '#core/checks/measures.ts'
import { layerOn, OUTER_SIDES } from '#core/checks/measuring/exposed.ts'
import { holeKinds, type HoleKind } from '#core/checks/measuring/hole-kind.ts'
import { holeOpenings } from '#core/checks/measuring/hole-openings.ts'
import { padOpenings } from '#core/checks/measuring/pad-openings.ts'
import { insideImage } from '#core/geometry/index/piece-grid.ts'
import type { Measures } from '#core/checks/measures.ts'
import { holesThrough } from '#core/checks/measuring/hole-rings.ts'

/** Openings drawn as wide as the hole miss it by the files' rounding. */
const ROUNDING_MM = 0.001

const text = (mm: number): string => `${Number(mm.toFixed(4))} mm`

/** Whether a hole takes a lead for certain: attributes say so, or an opening on either side is there for its pad. */
const leadTest = (board: Board, measures: Measures): ((hole: number) => boolean) => {
  const images = OUTER_SIDES.flatMap((side) => {
    const [mask, copper] = [layerOn(board, 'soldermask', side), layerOn(board, 'copper', side)]
    return mask && copper ? [padOpenings(board, measures, mask, copper).image] : []
  })
  return (hole) => {
    if (board.holes.fnNames[board.holes.fn[hole]!] === 'component') return true
    const [x, y] = holePlace(board, hole)
    return images.some((image) => insideImage(image, x * 1e6, y * 1e6))
  }
}

/** Rows of holes that take leads, screws or pins; milled paths are edges of the board. */
const wantedHoles = (
  board: Board,
  kinds: readonly (HoleKind | null)[],
  isLead: (hole: number) => boolean,
  rows: Uint32Array,
): readonly number[] => {
  const box = board.outline.box
  return [...rows].filter((h) => {
    // Covered on both sides, or bared by a picture only, a plated hole is a large via.
    if (kinds[h] !== 'non-plated' && (kinds[h] !== 'component' || !isLead(h))) return false
    const [x, y] = holePlace(board, h)
    const isOnBoard = !box || (x * 1e6 >= box[0] && x * 1e6 <= box[2] && y * 1e6 >= box[1] && y * 1e6 <= box[3])
    return isOnBoard && board.files[board.holes.file[h]!]?.role === 'drill'
  })
}

export const drillRegistrationToMask = defineCheck({
  id: 'drill_registration_to_mask',
  title: 'Hole partly covered by mask',
  category: 'drill_via',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['drill', 'mask', 'copper'],
  limits: { relief: atLeastMm(0, 0.05, 'Conservative class 2 default') },
  why: 'Mask at the edge of a hole runs into it: leads no longer fit, and screws and pins lift the mask off.',
  fix: 'Open the mask at component and mounting holes, a little wider than the hole.',
  source: 'IPC-2221B, 4.5.1; fab guidelines on mask data',
  messages: {
    covered: '{count} {kind} are covered by mask on this side, the first of {diameter}',
    partly: 'mask reaches {depth} into the {kind}',
    tight: 'the opening is only {measured} wider than the {kind} all around, {limit} needed',
  },
  run(board, measures, report, reach) {
    const kinds = holeKinds(board, measures)
    const isLead = leadTest(board, measures)
    for (const side of OUTER_SIDES) {
      const mask = layerOn(board, 'soldermask', side)
      const copper = layerOn(board, 'copper', side)
      if (!mask || !copper || measures.image(mask).area === 0) continue
      const rows = wantedHoles(board, kinds, isLead, holesThrough(board, copper))
      const covered = { component: [] as number[], 'non-plated': [] as number[] }
      for (const { hole, open, margin, wall, edge } of holeOpenings(board, measures.image(mask), rows, reach.relief)) {
        const kind = kinds[hole] === 'component' ? 'component' : 'non-plated'
        if (!open && (margin === Infinity || margin >= 0)) {
          covered[kind].push(hole)
          continue
        }
        const exact = open ? margin : -board.holes.diameter[hole]! / 1e6 - margin
        const value = exact < 0 && exact > -ROUNDING_MM ? 0 : exact
        const measured = {
          message: value < 0 ? 'partly' : 'tight',
          limit: 'relief',
          value,
          at: holePlace(board, hole),
          witness: [wall, edge],
          layers: [mask.id],
          objects: [holeText(board, hole)],
          files: [holeSource(board, hole)],
          values: { depth: text(-value), kind: `${kind} hole` },
        } as const
        if (value < reach.relief) report(measured)
        else report.extreme(measured)
      }
      for (const kind of ['component', 'non-plated'] as const) {
        const [first] = covered[kind]
        if (first === undefined) continue
        report.aside({
          message: 'covered',
          limit: 'relief',
          value: 0,
          at: holePlace(board, first),
          always: true,
          layers: [mask.id],
          cause: `covered-${kind}`,
          objects: covered[kind].slice(0, 20).map((hole) => holeText(board, hole)),
          files: [holeSource(board, first)],
          values: { count: String(covered[kind].length), kind: `${kind} holes`, diameter: text(board.holes.diameter[first]! / 1e6) },
        })
      }
    }
  },
})
