import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { conductorsOf } from '#core/checks/measuring/conductors.ts'
import { toNm } from '#core/base/units.ts'

export const silkscreenMinWidth = defineCheck({
  id: 'silkscreen_min_width',
  title: 'Legend line too thin',
  category: 'silkscreen',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['legend'],
  limits: { line: atLeastMm(0.1, 0.15, 'Conservative class 2 default', ['silkLine']) },
  why: 'Thin ink lines break up or wash off, and nobody can read the text.',
  fix: 'Use lines of at least 0.15 mm for legend text and graphics.',
  source: 'Fab capability pages; IPC-4781',
  messages: { thin: 'legend line {measured} wide, {limit} needed' },
  run(board, measures, report, reach) {
    for (const layer of board.layers) {
      if (layer.role !== 'legend') continue
      for (const stroke of conductorsOf(layer, measures.image(layer), toNm(reach.line * 2))) {
        const line = layer.plotted.objects.line[stroke.object]!
        const measured = {
          message: 'thin',
          limit: 'line',
          value: stroke.width,
          at: stroke.at,
          witness: stroke.witness,
          layers: [layer.id],
          files: [{ path: layer.path, line }],
        } as const
        if (stroke.width < reach.line) report(measured)
        else report.extreme(measured)
      }
    }
  },
})
