import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { isOuter, middle, netNames, type LayerGap } from '#core/checks/measures.ts'
import { markings } from '#core/checks/measuring/markings.ts'

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
  messages: {
    close: '{measured} between two nets, {limit} needed',
    marking: '{measured} between a net and copper text or a mark, {limit} needed',
  },
  run(board, measures, report, reach) {
    for (const layer of measures.copper) {
      const limit = isOuter(layer) ? 'outer' : 'inner'
      const nets = measures.nets()
      const marks = markings(board, measures, layer)
      const measured = (gap: LayerGap) =>
        ({
          limit,
          value: gap.value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers: [layer.id],
          nets: netNames(nets.of(layer, gap.componentA), nets.of(layer, gap.componentB)),
        }) as const
      for (const gap of measures.gaps(layer, reach[limit])) {
        const marking = marks[gap.componentA]! + marks[gap.componentB]!
        // Two letters of one text may touch: nothing flows in either.
        if (marking >= 2) continue
        if (marking === 1) report.aside({ ...measured(gap), message: 'marking', severity: 'warning' })
        else report({ ...measured(gap), message: 'close' })
      }
      const closest = measures.closest(layer)
      if (closest && marks[closest.componentA]! + marks[closest.componentB]! === 0)
        report.extreme({ ...measured(closest), message: 'close' })
    }
  },
})
