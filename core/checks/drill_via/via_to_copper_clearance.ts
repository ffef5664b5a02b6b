import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { holeSource, holeText, isOuter, middle, netNames, type Ring } from '#core/checks/measures.ts'

const DEFAULT = 'Conservative class 2 default'

export const viaToCopperClearance = defineCheck({
  id: 'via_to_copper_clearance',
  title: 'Hole wall to foreign copper',
  category: 'drill_via',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: {
    outer: atLeastMm(0.2, 0.25, DEFAULT, ['holeToCopperInner']),
    inner: atLeastMm(0.2, 0.25, DEFAULT, ['holeToCopperInner']),
  },
  why: 'Drill wander and layer shift add up: a barrel that touches foreign copper is a short inside the board.',
  fix: 'Enlarge the antipad or move the hole.',
  source: 'IPC-2221B, 9.1 and 6.3; fab capability pages',
  messages: { close: '{measured} from the hole wall to copper of another net, {limit} needed' },
  run(board, measures, report, reach) {
    for (const layer of measures.copper) {
      const limit = isOuter(layer) ? 'outer' : 'inner'
      const rings = new Map<number, Ring>(measures.rings(layer).map((ring) => [ring.hole, ring]))
      for (const gap of measures.holeClearances(layer, reach[limit])) {
        // On outer layers a land of its own keeps the copper away: the ring and the spacing are judged there.
        if (isOuter(layer) && (rings.get(gap.hole)?.component ?? -1) >= 0) continue
        report({
          message: 'close',
          limit,
          value: gap.value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers: [layer.id],
          nets: netNames(measures.nets().ofHole(gap.hole), measures.nets().of(layer, gap.component)),
          objects: [holeText(board, gap.hole)],
          files: [holeSource(board, gap.hole)],
        })
      }
    }
  },
})
