import { HOLE_PLATED } from '#core/board/board.ts'
import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { holePlace, holeSource, holeText, isOuter, netNames } from '#core/checks/measures.ts'

const DEFAULT = 'Conservative class 2 default'

/** Plated holes up to this size are judged as vias when nothing states their use. */
const VIA_LARGEST_MM = 0.45

export const minAnnularRing = defineCheck({
  id: 'min_annular_ring',
  title: 'Outer-layer annular ring',
  category: 'copper_geometry',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: {
    via: atLeastMm(0.1, 0.15, DEFAULT, ['minAnnularVia', 'minAnnularPth']),
    component: atLeastMm(0.1, 0.15, DEFAULT, ['minAnnularPth', 'minAnnularVia']),
  },
  why: 'Drill wander eats into the land. Too little copper left and the plated barrel loses its connection.',
  fix: 'Enlarge the pad or shrink the finished hole; add a teardrop where the track leaves.',
  source: 'IPC-2221B, 9.1.2; IPC-6012, annular ring',
  messages: {
    narrow: '{measured} of copper around the hole, {limit} needed',
    breakout: 'the hole breaks out of its land by {depth}',
  },
  run(board, measures, report, reach) {
    const { holes } = board
    for (const layer of measures.copper) {
      if (!isOuter(layer)) continue
      for (const ring of measures.rings(layer)) {
        // Without copper at the axis there is no land here: hole_without_pad and via_to_copper_clearance own that.
        if (ring.component < 0 || holes.plating[ring.hole] !== HOLE_PLATED) continue
        const fn = holes.fnNames[holes.fn[ring.hole]!]!
        const isVia = fn === 'via' || (fn === '' && holes.diameter[ring.hole]! / 1e6 <= VIA_LARGEST_MM)
        const limit = isVia ? 'via' : 'component'
        const measured = {
          message: ring.value < 0 ? 'breakout' : 'narrow',
          limit,
          value: ring.value,
          at: holePlace(board, ring.hole),
          witness: [ring.a, ring.b],
          layers: [layer.id],
          nets: netNames(measures.nets().of(layer, ring.component)),
          objects: [holeText(board, ring.hole)],
          files: [holeSource(board, ring.hole)],
          values: { depth: `${Math.max(0, -ring.value).toFixed(3)} mm` },
        } as const
        if (ring.value < reach[limit]) report(measured)
        else report.extreme(measured)
      }
    }
  },
})
