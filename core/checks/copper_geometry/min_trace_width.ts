import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { isOuter, netNames } from '#core/checks/measures.ts'
import { markings } from '#core/checks/measuring/markings.ts'

const DEFAULT = 'Conservative class 2 default'

export const minTraceWidth = defineCheck({
  id: 'min_trace_width',
  title: 'Minimum conductor (trace) width',
  category: 'copper_geometry',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper'],
  limits: {
    outer: atLeastMm(0.1, 0.15, DEFAULT, ['copper.outer.trace', 'minTrace']),
    inner: atLeastMm(0.1, 0.15, DEFAULT, ['copper.inner.trace', 'minTrace']),
  },
  why: 'Etching eats into a track from both sides. Below the process limit it gets notches or is gone.',
  fix: 'Widen the track, or choose a finer process class.',
  source: 'IPC-2221B, 6.2; IPC-6012, conductor width reduction',
  messages: { thin: 'track {measured} wide, {limit} needed', text: 'line of copper text or a mark {measured} wide, {limit} needed' },
  run(board, measures, report, reach) {
    for (const layer of measures.copper) {
      const limit = isOuter(layer) ? 'outer' : 'inner'
      const marks = markings(board, measures, layer)
      for (const conductor of measures.conductors(layer)) {
        const { width, at, witness, object, component } = conductor
        const nets = netNames(measures.nets().of(layer, component))
        const line = layer.plotted.objects.line[object]!
        const measured = { limit, value: width, at, witness, layers: [layer.id], nets, files: [{ path: layer.path, line }] } as const
        if (marks[component]) {
          if (width < reach[limit]) report.aside({ ...measured, message: 'text', severity: 'warning' })
        } else if (width < reach[limit]) report({ ...measured, message: 'thin' })
        else report.extreme({ ...measured, message: 'thin' })
      }
    }
  },
})
