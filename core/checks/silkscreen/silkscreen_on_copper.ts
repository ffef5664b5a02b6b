import { combineImages } from '#core/geometry/combine/combine.ts'
import { defineCheck } from '#core/checks/define-check.ts'
import { netNames } from '#core/checks/measures.ts'
import { componentPlace, exposedCopper, layerOn, OUTER_SIDES } from '#core/checks/measuring/exposed.ts'

/** Smaller overlaps are rounding where a line ends at a pad's opening. */
const SMALLEST_MM2 = 1e-4

export const silkscreenOnCopper = defineCheck({
  id: 'silkscreen_on_copper',
  title: 'Legend ink on solderable copper',
  category: 'silkscreen',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['legend', 'copper', 'mask'],
  limits: { area: { unit: 'mm2', direction: 'max', limit: 0.05, target: 0, source: 'Ink stays off solderable copper' } },
  why: 'Ink on a pad keeps solder off it. Fabs clip the legend, and then text is cut in half.',
  fix: 'Move or shorten the legend, or let the fab clip it.',
  source: 'IPC-2221B, 4.5; fab capability pages',
  messages: { ink: '{measured} of legend on exposed copper' },
  run(board, measures, report) {
    for (const side of OUTER_SIDES) {
      const exposed = exposedCopper(board, measures, side)
      const copper = layerOn(board, 'copper', side)
      if (!exposed || !copper || !layerOn(board, 'soldermask', side)) continue
      for (const legend of board.layers.filter((l) => l.role === 'legend' && l.side === side)) {
        const overlap = combineImages(measures.image(legend), exposed, 'intersect')
        for (let c = 0; c < overlap.components.count; c++) {
          const value = overlap.components.area[c]! / 1e12
          if (value < SMALLEST_MM2) continue
          const at = componentPlace(overlap, c)
          const component = measures.componentAt(copper, at)
          report({
            message: 'ink',
            limit: 'area',
            value,
            at,
            layers: [legend.id, copper.id],
            nets: component < 0 ? [] : netNames(measures.nets().of(copper, component)),
            files: [{ path: legend.path, line: 0 }],
          })
        }
      }
    }
  },
})
