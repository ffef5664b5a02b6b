import { mmPoint } from '#core/geometry/measure/places.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import { contourCrossings } from '#core/checks/measuring/contour-crossings.ts'
import { outlineLayer, outlineOrigin, stepOf } from '#core/checks/measuring/outline-layer.ts'
import { OBJECT_DRAW } from '#core/interpret/plotted-layer.ts'

export const outlineSelfIntersection = defineCheck({
  id: 'outline_self_intersection',
  title: 'Outline crosses itself',
  category: 'mechanical_outline',
  tier: 2,
  severity: 'error',
  basis: 'measured',
  needs: ['outline'],
  limits: { crossings: none('A contour bounds an area only when it does not cross itself') },
  why: 'Where the contour crosses itself, inside and outside change places: the router follows it into the board.',
  fix: 'Redraw the contour without the crossing; let cut-outs end at the edge instead of running across it.',
  source: 'Gerber Layer Format Specification 2024.05, 4.10.3 and 5.6.3',
  messages: {
    crosses: 'the outline crosses itself',
    contours: 'two contours of the outline cross each other',
    points: '{count} strokes of no length on the outline layer',
  },
  run(board, _measures, report) {
    const { outer, cutouts } = board.outline
    const layer = outlineLayer(board)
    const origin = outlineOrigin(board)
    for (const { at, one, other } of contourCrossings([...outer, ...cutouts], stepOf(layer))) {
      report({ message: one === other ? 'crosses' : 'contours', limit: 'crossings', value: 1, at: mmPoint(at[0], at[1]), ...origin })
    }
    if (!layer) return
    const { objects: o } = layer.plotted
    const points = Array.from({ length: o.count }, (_, k) => k).filter(
      (k) => o.kind[k] === OBJECT_DRAW && o.dark[k] && o.x0[k] === o.x1[k] && o.y0[k] === o.y1[k],
    )
    if (points.length === 0) return
    report({
      message: 'points',
      limit: 'crossings',
      value: points.length,
      at: mmPoint(o.x0[points[0]!]!, o.y0[points[0]!]!),
      layers: origin.layers,
      files: points.slice(0, 20).map((k) => ({ path: layer.path, line: o.line[k]! })),
      values: { count: String(points.length) },
      // It moves no tool.
      severity: 'info',
    })
  },
})
