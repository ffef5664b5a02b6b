import { atMostMm, defineCheck } from '#core/checks/define-check.ts'
import { netNames } from '#core/checks/measures.ts'
import { layerFreeEnds } from '#core/checks/measuring/layer-ends.ts'

/** Strokes this short are parts of text and symbols. */
const SHORTEST_MM = 0.5

export const danglingTrack = defineCheck({
  id: 'dangling_track',
  title: 'Dangling track or antenna stub',
  category: 'connectivity',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper'],
  limits: { length: atMostMm(0.5, null, 'A track ends in copper of its own net') },
  why: 'A track that ends nowhere is a forgotten piece of routing, or a connection that got lost; it also radiates.',
  fix: 'Remove the stub or connect it.',
  source: 'CAM practice',
  messages: { dangling: 'track ends free after {measured}' },
  run(board, measures, report) {
    for (const layer of measures.copper) {
      if (layer.negative) continue
      for (const end of layerFreeEnds(board, measures, layer)) {
        const length = Math.hypot(end.x - end.fromX, end.y - end.fromY) / 1e6
        const isText = end.alone
        if (length < SHORTEST_MM || isText) continue
        report({
          message: 'dangling',
          limit: 'length',
          value: length,
          at: [end.x / 1e6, end.y / 1e6],
          witness: [
            [end.x / 1e6, end.y / 1e6],
            [end.fromX / 1e6, end.fromY / 1e6],
          ],
          layers: [layer.id],
          nets: netNames(measures.nets().of(layer, end.component)),
          files: [{ path: layer.path, line: layer.plotted.objects.line[end.object]! }],
        })
      }
    }
  },
})
