import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { holePlace, holeSource, holeText } from '#core/checks/measures.ts'
import { holeEdgeGaps } from '#core/checks/measuring/hole-edge.ts'

export const holeToEdgeDistance = defineCheck({
  id: 'hole_to_edge_distance',
  title: 'Hole to board edge or cut-out',
  category: 'drill_via',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['drill', 'outline'],
  limits: { distance: atLeastMm(0.4, 0.5, 'Conservative class 2 default', ['holeToEdge']) },
  why: 'The web between a hole and the edge breaks out when the board is routed.',
  fix: 'Move the hole inward, or make it an open slot in the edge.',
  source: 'IPC-2221B, 9.2',
  messages: { close: '{measured} from a hole wall to the board edge, {limit} wanted' },
  run(board, _measures, report, reach) {
    for (const gap of holeEdgeGaps(board, reach.distance * 2)) {
      // A hole cut by the edge is a castellation or a mouse bite.
      if (gap.value <= 0) continue
      const measured = {
        message: 'close',
        limit: 'distance',
        value: gap.value,
        at: holePlace(board, gap.hole),
        witness: [gap.a, gap.b],
        objects: [holeText(board, gap.hole)],
        files: [holeSource(board, gap.hole)],
      } as const
      if (gap.value < reach.distance) report(measured)
      else report.extreme(measured)
    }
  },
})
