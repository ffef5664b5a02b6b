import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { middle, netNames } from '#core/checks/measures.ts'

export const copperSliverWidth = defineCheck({
  id: 'copper_sliver_width',
  title: 'Copper sliver (narrow protrusion)',
  category: 'copper_geometry',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper'],
  limits: { width: atLeastMm(0.1, 0.15, 'Conservative class 2 default') },
  why: 'A thin tongue of copper flakes off in the etch and lands somewhere else.',
  fix: "Raise the pour's minimum width, or move its boundary to remove the tongue.",
  source: 'IPC-2221B, 6.2; CAM practice',
  messages: { sliver: 'tongue of copper {measured} wide, {limit} wanted' },
  run(_board, measures, report, reach) {
    for (const layer of measures.copper) {
      for (const neck of measures.necks(layer, reach.width)) {
        if (neck.kind !== 'sliver') continue
        report({
          message: 'sliver',
          limit: 'width',
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
