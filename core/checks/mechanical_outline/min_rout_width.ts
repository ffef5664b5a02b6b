import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { middle } from '#core/checks/measures.ts'
import { boardRegion } from '#core/checks/measuring/board-region.ts'
import { distinctGaps } from '#core/checks/measuring/distinct-gaps.ts'
import { outlineOrigin } from '#core/checks/measuring/outline-layer.ts'
import { sameNetGaps } from '#core/geometry/measure/same-net-gaps.ts'
import { spacingGaps } from '#core/geometry/measure/spacing.ts'

const DEFAULT = 'Conservative class 2 default'

export const minRoutWidth = defineCheck({
  id: 'min_rout_width',
  title: 'Cut-out or gap narrower than the router',
  category: 'mechanical_outline',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['outline'],
  limits: {
    cutout: atLeastMm(0.8, 2, DEFAULT, ['minSlotNonPlated']),
    gap: atLeastMm(0.8, 2, DEFAULT, ['panel.breakRoutGap', 'panel.tabRoutGap', 'panel.rout', 'minSlotNonPlated']),
  },
  why: 'The router bit does not fit: the opening becomes wider than drawn, or is left out.',
  fix: "Widen the opening to the service's router bit, usually 2 mm between boards; drill small round openings.",
  source: 'Fab panel guides and router tables',
  messages: {
    cutout: 'an opening in the board is {measured} wide, {limit} wanted',
    gap: '{measured} between two boards, {limit} wanted',
  },
  run(board, measures, report, reach) {
    if (board.outline.source === 'route') return 'needs an outline: a router program already names its bits'
    const region = boardRegion(board, measures)
    const origin = outlineOrigin(board)
    for (const [limit, gaps] of [
      ['cutout', sameNetGaps(region, { withinMm: reach.cutout * 2 })],
      ['gap', distinctGaps(spacingGaps(region, { withinMm: reach.gap * 2 }))],
    ] as const) {
      for (const gap of gaps) {
        const measured = { message: limit, limit, value: gap.value, at: middle(gap), witness: [gap.a, gap.b], ...origin } as const
        if (gap.value < reach[limit]) report(measured)
        else report.extreme(measured)
      }
    }
  },
})
