import { toMm } from '#core/base/units.ts'
import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { middle } from '#core/checks/measures.ts'
import { boardBridges } from '#core/checks/measuring/bridges.ts'
import { contourTouches } from '#core/checks/measuring/contour-touches.ts'
import { outlineLayer, outlineOrigin, stepOf } from '#core/checks/measuring/outline-layer.ts'
import { mmPoint } from '#core/geometry/measure/places.ts'

export const minBoardBridge = defineCheck({
  id: 'min_board_bridge',
  title: 'Thin bridge of board material',
  category: 'mechanical_outline',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['outline', 'drill'],
  limits: { bridge: atLeastMm(1, 2, 'House default: a web at least as wide as usual material is thick, 1 to 2 mm') },
  why: 'A thin web between two openings breaks while the board is milled or handled.',
  fix: 'Leave 1 to 2 mm of material beside cut-outs, slots and large holes.',
  source: 'Fab routing guides; hole to milling after ILFA design rules',
  messages: {
    thin: '{measured} of board left between two openings, {limit} wanted',
    touch: 'an opening touches the edge or another opening: no material is left between them',
  },
  run(board, measures, report, reach) {
    const origin = outlineOrigin(board)
    const step = stepOf(outlineLayer(board))
    for (const [x, y] of contourTouches([...board.outline.outer, ...board.outline.cutouts], step)) {
      report({ message: 'touch', limit: 'bridge', value: 0, at: mmPoint(x, y), ...origin })
    }
    for (const gap of boardBridges(board, measures, reach.bridge)) {
      if (gap.value <= toMm(step)) continue
      report({ message: 'thin', limit: 'bridge', value: gap.value, at: middle(gap), witness: [gap.a, gap.b], ...origin })
    }
  },
})
