import { defineCheck } from '#core/checks/define-check.ts'
import { netNames } from '#core/checks/measures.ts'
import { copperOutside } from '#core/checks/measuring/copper-outside.ts'
import { markings, NET_COPPER } from '#core/checks/measuring/markings.ts'

export const copperOutsideBoard = defineCheck({
  id: 'copper_outside_board',
  title: 'Copper crossing or outside the outline',
  category: 'copper_geometry',
  tier: 2,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'outline'],
  limits: {
    area: { unit: 'mm2', direction: 'max', limit: 0.05, target: 0, source: 'Copper ends inside the board' },
  },
  why: 'What crosses the edge is milled off with the board: tracks end open, layers may short along the edge.',
  fix: 'Trim the copper to the board, or declare half-holes or edge plating.',
  source: 'IPC-2221B, 5.3.2; KiCad edge clearance',
  messages: {
    over: 'copper crosses the board edge: {measured} of it lies outside',
    cutout: 'copper in a cut-out: {measured} of it is milled away',
    frame: 'the outline is drawn in copper: {measured} of it lies outside the board',
  },
  run(board, measures, report) {
    const { outline } = board
    const isGuess = outline.source !== 'outline' && outline.source !== 'route'
    for (const layer of measures.copper) {
      // An inverted plane ends where the board ends.
      if (layer.negative) continue
      const marks = markings(board, measures, layer)
      for (const { area, at, component, kind, isWhole } of copperOutside(board, measures, layer)) {
        // Text in an opening hurts nobody.
        if (isWhole && component >= 0 && marks[component] !== NET_COPPER) continue
        report({
          message: kind,
          limit: 'area',
          value: area,
          at,
          layers: [layer.id],
          nets: component < 0 ? [] : netNames(measures.nets().of(layer, component)),
          ...(kind === 'frame' ? { severity: 'info' as const } : {}),
          ...(isGuess ? { basis: 'inferred' as const } : {}),
        })
      }
    }
  },
})
