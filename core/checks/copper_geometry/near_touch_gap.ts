import { defineCheck, none } from '#core/checks/define-check.ts'
import { middle, netNames, type Distance } from '#core/checks/measures.ts'
import { usedComponents } from '#core/checks/measuring/used-components.ts'

/** Nearer than this is in contact, mm. */
const POINT_MM = 1e-6
/** What joins or parts by less depends on rounding. */
const ROUNDING_MM = 0.02

export const nearTouchGap = defineCheck({
  id: 'near_touch_gap',
  title: 'Sub-process gap or overlap between objects meant to join',
  category: 'copper_geometry',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper'],
  limits: { places: none('Copper that is meant to join overlaps') },
  why: 'Whether copper that misses or meets by micrometres is joined on the board is chance.',
  fix: 'Draw the track into the middle of the pad; keep parts on the grid.',
  source: 'CAM practice',
  messages: {
    gap: 'copper misses other copper by {distance}: meant to join?',
    touch: 'copper touches other copper in a point only',
    joint: 'copper joined by only {distance}',
  },
  run(board, measures, report) {
    for (const layer of measures.copper) {
      const nets = measures.nets()
      const tell = (message: 'gap' | 'touch' | 'joint', place: Distance, components: readonly number[]): void =>
        report({
          message,
          limit: 'places',
          value: 1,
          at: middle(place),
          witness: [place.a, place.b],
          always: true,
          layers: [layer.id],
          nets: netNames(...components.map((c) => nets.of(layer, c))),
          values: { distance: `${(place.value * 1000).toFixed(1)} µm` },
        })
      const used = usedComponents(board, measures, layer)
      const places = [...measures.gaps(layer, ROUNDING_MM), ...measures.sameNetGaps(layer, ROUNDING_MM)]
      for (const gap of places) {
        const { componentA, componentB } = gap
        const [one, other] = [nets.of(layer, componentA), nets.of(layer, componentB)]
        // A slit in copper that hangs together elsewhere is same_net_spacing's; two names are two nets, which min_trace_spacing tells apart.
        if (componentA === componentB || (one.name !== null && other.name !== null && one.name !== other.name)) continue
        // Parts of a picture may touch.
        if (!used[componentA] && !used[componentB]) continue
        tell(gap.value < POINT_MM ? 'touch' : 'gap', gap, [componentA, componentB])
      }
      for (const neck of measures.necks(layer, ROUNDING_MM))
        if (neck.kind === 'neck' && used[neck.component]) tell('joint', neck, [neck.component])
    }
  },
})
