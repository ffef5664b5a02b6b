import { defineCheck } from '#core/checks/define-check.ts'
import { netNames } from '#core/checks/measures.ts'
import { placeInComponent } from '#core/checks/measuring/copper-beyond.ts'
import { floatingClusters, maskedSides } from '#core/checks/measuring/floating.ts'

export const floatingCopper = defineCheck({
  id: 'floating_copper',
  title: 'Isolated copper with no pin',
  category: 'connectivity',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: { area: { unit: 'mm2', direction: 'max', limit: 0.5, target: 0, source: 'Copper belongs to a net' } },
  why: 'Copper that nothing connects picks up and radiates noise, and is a hidden bridge if a gap beside it closes.',
  fix: 'Remove the island, or tie it to ground with a via.',
  source: 'KiCad isolated copper; CAM practice',
  messages: {
    island: 'copper of {measured} that no pad, via or hole connects',
    large: 'island of {measured} between tracks, without any pad or hole: a pour that lost its connection?',
  },
  run(board, measures, report) {
    const inner = measures.copper.some((layer) => layer.side === 'inner')
    if (maskedSides(board).length === 0 && !inner) return 'no soldermask says which copper is soldered to'
    for (const { nodes, area, isSure } of floatingClusters(board, measures)) {
      const { layer, component } = nodes[0]!
      const [x, y] = placeInComponent(measures.image(layer), component)
      report({
        message: isSure ? 'island' : 'large',
        limit: 'area',
        value: area,
        at: [x / 1e6, y / 1e6],
        layers: nodes.map((node) => node.layer.id),
        nets: netNames(measures.nets().of(layer, component)),
        ...(isSure ? {} : { basis: 'inferred' as const }),
      })
    }
  },
})
