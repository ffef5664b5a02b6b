import { HOLE_PLATED } from '#core/board/board.ts'
import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { holePlace, holeSource, holeText, isOuter, netNames } from '#core/checks/measures.ts'

export const innerAnnularRing = defineCheck({
  id: 'inner_annular_ring',
  title: 'Inner-layer annular ring',
  category: 'copper_geometry',
  tier: 2,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: { ring: atLeastMm(0.1, 0.15, 'Conservative class 2 default', ['minAnnularInner', 'minAnnularVia']) },
  why: 'Inner layers shift against the drill more than outer ones: too small a land is cut off from its barrel.',
  fix: 'Enlarge the inner pads or remove unused ones.',
  source: 'IPC-2221B, 9.1.2; IPC-6012, internal annular ring',
  messages: {
    narrow: '{measured} of copper around the hole on an inner layer, {limit} needed',
    breakout: 'the hole breaks out of its inner land by {depth}',
  },
  run(board, measures, report, reach) {
    const { holes } = board
    const inner = measures.copper.filter((layer) => !isOuter(layer))
    for (const layer of inner) {
      for (const ring of measures.rings(layer)) {
        if (ring.component < 0 || holes.plating[ring.hole] !== HOLE_PLATED) continue
        const measured = {
          message: ring.value < 0 ? 'breakout' : 'narrow',
          limit: 'ring',
          value: ring.value,
          at: holePlace(board, ring.hole),
          witness: [ring.a, ring.b],
          layers: [layer.id],
          nets: netNames(measures.nets().of(layer, ring.component)),
          objects: [holeText(board, ring.hole)],
          files: [holeSource(board, ring.hole)],
          values: { depth: `${Math.max(0, -ring.value).toFixed(3)} mm` },
        } as const
        if (ring.value < reach.ring) report(measured)
        else report.extreme(measured)
      }
    }
  },
})
