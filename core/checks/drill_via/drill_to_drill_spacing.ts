import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { HOLE_NON_PLATED } from '#core/board/board.ts'
import { holeSource, holeText, middle, netNames } from '#core/checks/measures.ts'

const DEFAULT = 'Conservative class 2 default'

export const drillToDrillSpacing = defineCheck({
  id: 'drill_to_drill_spacing',
  title: 'Hole-to-hole wall distance',
  category: 'drill_via',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['drill'],
  limits: {
    differentNet: atLeastMm(0.2, 0.25, DEFAULT, ['holeToHoleDifferentNet', 'holeToHoleVia']),
    sameNet: atLeastMm(0.2, 0.25, DEFAULT, ['holeToHoleSameNet', 'holeToHoleVia', 'holeToHoleDifferentNet']),
    via: atLeastMm(0.2, 0.25, DEFAULT, ['holeToHoleVia', 'holeToHoleSameNet', 'holeToHoleDifferentNet']),
  },
  why: 'The web between two holes cracks while drilling, and moisture turns it into a conductive path.',
  fix: 'Move the holes apart, or replace the pair by a slot.',
  source: 'IPC-2221B, 9.2; IPC-6012, wicking and resistance to anodic filaments',
  messages: { close: '{measured} between two hole walls, {limit} needed' },
  run(board, measures, report, reach) {
    const { holes } = board
    const furthest = Math.max(reach.differentNet, reach.sameNet, reach.via)
    const isVia = (h: number): boolean => {
      const fn = holes.fnNames[holes.fn[h]!]!
      return holes.plating[h] !== HOLE_NON_PLATED && (fn === 'via' || (fn === '' && holes.diameter[h]! / 1e6 <= 0.45))
    }
    // Twice the reach, so that a clean board still shows its closest pair.
    for (const gap of measures.holeGaps(furthest * 2)) {
      // Overlaps are doubled hits or slots made of circles: duplicate_drill_hits.
      if (gap.value <= 0) continue
      const [netA, netB] = [measures.nets().ofHole(gap.holeA), measures.nets().ofHole(gap.holeB)]
      const limit = isVia(gap.holeA) && isVia(gap.holeB) ? 'via' : netA && netB && netA.id === netB.id ? 'sameNet' : 'differentNet'
      const measured = {
        message: 'close',
        limit,
        value: gap.value,
        at: middle(gap),
        witness: [gap.a, gap.b],
        nets: netNames(netA, netB),
        objects: [holeText(board, gap.holeA), holeText(board, gap.holeB)],
        files: [holeSource(board, gap.holeA), holeSource(board, gap.holeB)],
      } as const
      // Plated holes are drilled in another pass than the rest, which gives the web between them another history: judged, but not the board's figure.
      const samePass = (holes.plating[gap.holeA] === HOLE_NON_PLATED) === (holes.plating[gap.holeB] === HOLE_NON_PLATED)
      if (gap.value < reach[limit]) (samePass ? report : report.aside)(measured)
      else if (samePass) report.extreme(measured)
    }
  },
})
