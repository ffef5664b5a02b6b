import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { isOuter, middle, netNames } from '#core/checks/measures.ts'

const DEFAULT = 'Conservative class 2 default'

export const minTraceSpacing = defineCheck({
  id: 'min_trace_spacing',
  title: 'Minimum copper-to-copper spacing',
  category: 'copper_geometry',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper'],
  limits: {
    outer: atLeastMm(0.1, 0.15, DEFAULT, ['copper.outer.space', 'minSpace']),
    inner: atLeastMm(0.1, 0.15, DEFAULT, ['copper.inner.space', 'minSpace']),
  },
  why: 'A gap that the etch cannot open leaves a short between two nets.',
  fix: 'Move the copper apart or raise the clearance rule, pours included, and refill the zones.',
  source: 'IPC-2221B, 6.3; IPC-6012, conductor spacing',
  messages: { close: '{measured} between two nets, {limit} needed' },
  run(_board, measures, report, reach) {
    for (const layer of measures.copper) {
      const limit = isOuter(layer) ? 'outer' : 'inner'
      const nets = measures.nets()
      const closest = measures.closest(layer)
      for (const gap of [...measures.gaps(layer, reach[limit]), ...(closest ? [closest] : [])]) {
        const measured = {
          message: 'close',
          limit,
          value: gap.value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers: [layer.id],
          nets: netNames(nets.of(layer, gap.componentA), nets.of(layer, gap.componentB)),
        } as const
        if (gap === closest) report.extreme(measured)
        else report(measured)
      }
    }
  },
})
