import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { isOuter, middle, netNames, type LayerGap } from '#core/checks/measures.ts'
import { thermals, type Thermal } from '#core/checks/measuring/thermals.ts'

const DEFAULT = 'Conservative class 2 default'

/** Rays hit the far side of a relief to about this, mm. */
const BESIDE_MM = 0.02

/** Whether a gap is an opening of a thermal relief, which is narrow by intent. */
const isRelief = ({ a, b, componentA, componentB }: LayerGap, found: readonly Thermal[]): boolean =>
  found.some(
    ({ at, reach, component }) =>
      componentA === component &&
      componentB === component &&
      [a, b].every(([x, y]) => Math.hypot(x - at[0], y - at[1]) <= reach + BESIDE_MM),
  )

export const sameNetSpacing = defineCheck({
  id: 'same_net_spacing',
  title: 'Same-net spacing and notches',
  category: 'copper_geometry',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper'],
  limits: {
    outer: atLeastMm(0.1, 0.15, DEFAULT, ['copper.outer.space', 'minSpace']),
    inner: atLeastMm(0.1, 0.15, DEFAULT, ['copper.inner.space', 'minSpace']),
  },
  why: 'Resist in a narrow gap lifts off and tears copper elsewhere, even where both sides are one net.',
  fix: 'Fill the gap or open it.',
  source: 'IPC-2221B, 6.3; etching practice',
  messages: { close: 'gap of {measured} between two parts of one net, {limit} wanted' },
  run(board, measures, report, reach) {
    for (const layer of measures.copper) {
      const limit = isOuter(layer) ? 'outer' : 'inner'
      const gaps = measures.sameNetGaps(layer, reach[limit])
      const reliefs = gaps.length > 0 ? thermals(board, measures, layer) : []
      for (const gap of gaps) {
        if (isRelief(gap, reliefs)) continue
        report({
          message: 'close',
          limit,
          value: gap.value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers: [layer.id],
          nets: netNames(measures.nets().of(layer, gap.componentA)),
        })
      }
    }
  },
})
