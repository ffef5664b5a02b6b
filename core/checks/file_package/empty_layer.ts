import type { Severity } from '#core/checks/check.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'

/** A legend or a paste layer may be empty on purpose. */
const SEVERITY: Readonly<Record<string, Severity>> = {
  copper: 'error',
  plane: 'info',
  outline: 'error',
  soldermask: 'warning',
  paste: 'info',
  legend: 'info',
}

export const emptyLayer = defineCheck({
  id: 'empty_layer',
  title: 'Layer file without any image',
  category: 'file_package',
  tier: 2,
  severity: 'error',
  basis: 'measured',
  needs: ['files'],
  limits: { empty: none('A layer that is sent has an image') },
  why: 'An empty file is usually a plot setting gone wrong: the fab makes the board without that layer.',
  fix: 'Check the plot settings: the layer was exported with nothing visible on it.',
  source: 'Common reasons for fabrication holds',
  messages: {
    nothing: '{layer} plots nothing',
    cleared: '{layer} plots {count} objects, but clear polarity erases them all',
  },
  run(board, measures, report) {
    for (const layer of board.layers) {
      const severity = SEVERITY[layer.role]
      if (!severity || layer.negative || measures.image(layer).area > 0) continue
      // An outline drawn with a zero-width pen has no area but is all there.
      const count = layer.plotted.objects.count
      if (layer.role === 'outline' && count > 0) continue
      report({
        message: count > 0 ? 'cleared' : 'nothing',
        limit: 'empty',
        value: 1,
        at: null,
        always: true,
        severity,
        layers: [layer.id],
        files: [{ path: layer.path, line: 0 }],
        values: { count: String(count) },
      })
    }
  },
})
