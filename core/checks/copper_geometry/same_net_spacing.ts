import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { isOuter, middle, netNames } from '#core/checks/measures.ts'

const DEFAULT = 'Conservative class 2 default'

export const sameNetSpacing = defineCheck({
  id: 'same_net_spacing',
  title: 'Same-net spacing and notches',
  category: 'copper_geometry',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper'],
  limits: {
    outer: atLeastMm(0.1, 0.15, DEFAULT, ['copper.outer.space', 'minSpace']),
    inner: atLeastMm(0.1, 0.15, DEFAULT, ['copper.inner.space', 'minSpace']),
  },
  why: 'Resist in a narrow gap lifts off and tears copper elsewhere, even where both sides are one net.',
  fix: 'Fill the gap or open it.',
  source: 'IPC-2221B, 6.3; etching practice',
  messages: { close: 'gap of {measured} between two parts of one net, {limit} wanted' },
  run(_board, measures, report, reach) {
    for (const layer of measures.copper) {
      const limit = isOuter(layer) ? 'outer' : 'inner'
      for (const gap of measures.sameNetGaps(layer, reach[limit])) {
        report({
          message: 'close',
          limit,
          value: gap.value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers: [layer.id],
          nets: netNames(measures.nets().of(layer, gap.componentA)),
        })
      }
    }
  },
})
