import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { isOuter, middle, netNames } from '#core/checks/measures.ts'

const DEFAULT = 'Conservative class 2 default'

export const minCopperNeck = defineCheck({
  id: 'min_copper_neck',
  title: 'Narrowest neck of any copper shape',
  category: 'copper_geometry',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper'],
  limits: {
    outer: atLeastMm(0.1, 0.15, DEFAULT, ['copper.outer.trace', 'minTrace']),
    inner: atLeastMm(0.1, 0.15, DEFAULT, ['copper.inner.trace', 'minTrace']),
  },
  why: 'A pour may hang together by a thread that no track width shows; etching cuts it.',
  fix: "Thicken the neck, merge the pours, or raise the pour's minimum width and refill.",
  source: 'IPC-2221B, 6.2; IPC-6012, conductor width reduction',
  messages: { narrow: 'copper only {measured} wide between two wider parts, {limit} needed' },
  run(_board, measures, report, reach) {
    for (const layer of measures.copper) {
      const limit = isOuter(layer) ? 'outer' : 'inner'
      for (const neck of measures.necks(layer, reach[limit])) {
        // Drawn tracks are min_trace_width's, free tips copper_sliver_width's.
        if (neck.kind !== 'neck') continue
        report({
          message: 'narrow',
          limit,
          value: neck.value,
          at: middle(neck),
          witness: [neck.a, neck.b],
          layers: [layer.id],
          nets: netNames(measures.nets().of(layer, neck.component)),
        })
      }
    }
  },
})
