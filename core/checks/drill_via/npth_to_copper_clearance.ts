import { HOLE_NON_PLATED } from '#core/board/board.ts'
import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { holeSource, holeText, middle, netNames } from '#core/checks/measures.ts'

export const npthToCopperClearance = defineCheck({
  id: 'npth_to_copper_clearance',
  title: 'Non-plated hole to copper',
  category: 'drill_via',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: { clearance: atLeastMm(0.2, 0.25, 'Conservative class 2 default', ['npthToCopper']) },
  why: 'Non-plated holes are drilled late and with more play: copper next to them is torn or touched by the screw.',
  fix: 'Enlarge the keep-out around the hole.',
  source: 'IPC-2221B, 9.2.3',
  messages: { close: '{measured} from the wall of a non-plated hole to copper, {limit} needed' },
  run(board, measures, report, reach) {
    const { holes } = board
    for (const layer of measures.copper) {
      for (const ring of measures.rings(layer)) {
        if (holes.plating[ring.hole] !== HOLE_NON_PLATED) continue
        // Copper over or right around the hole is npth_with_pad's.
        if (ring.component >= 0 || ring.value < 0 || !Number.isFinite(ring.value)) continue
        const measured = {
          message: 'close',
          limit: 'clearance',
          value: ring.value,
          at: middle(ring),
          witness: [ring.a, ring.b],
          layers: [layer.id],
          nets: netNames(measures.nets().of(layer, ring.nearest)),
          objects: [holeText(board, ring.hole)],
          files: [holeSource(board, ring.hole)],
        } as const
        if (ring.value < reach.clearance) report(measured)
        else report.extreme(measured)
      }
    }
  },
})
