import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { isOuter, middle, netNames, type LayerGap } from '#core/checks/measures.ts'
import { planesOf } from '#core/checks/measuring/planes.ts'
import { chokingNecks } from '#core/checks/measuring/choking-necks.ts'

const DEFAULT = 'Conservative class 2 default'
export const planeSplitIsolation = defineCheck({
  id: 'plane_split_isolation',
  title: 'Split-plane gap and return web',
  category: 'connectivity',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper'],
  limits: { gap: atLeastMm(0.2, 0.3, DEFAULT), web: atLeastMm(0.2, 0.3, DEFAULT) },
  why: 'A narrow split shorts along its whole length at the slightest defect; a narrow web carries the current of half a plane.',
  fix: 'Widen the split, or move the antipads apart that leave the web.',
  source: 'IPC-2221B, 6.2 and 6.3; plane spacing of CAM tools',
  messages: {
    gap: '{measured} between two planes, {limit} wanted',
    web: 'two large parts of one plane hang together by {measured}, {limit} wanted; {ratio} times as long as wide',
  },
  run(_board, measures, report, reach) {
    const inner = measures.copper.filter((layer) => !isOuter(layer))
    if (inner.length === 0) return 'no inner copper layers'
    for (const layer of inner) {
      const planes = new Set(planesOf(measures.image(layer)))
      if (planes.size === 0) continue
      const nets = measures.nets()
      const narrowest = new Map<string, LayerGap>()
      for (const gap of planes.size > 1 ? measures.gaps(layer, reach.gap) : []) {
        const key = `${gap.componentA},${gap.componentB}`
        if (!planes.has(gap.componentA) || !planes.has(gap.componentB) || gap.value >= (narrowest.get(key)?.value ?? Infinity)) continue
        narrowest.set(key, gap)
      }
      for (const gap of narrowest.values()) {
        report({
          message: 'gap',
          limit: 'gap',
          value: gap.value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers: [layer.id],
          nets: netNames(nets.of(layer, gap.componentA), nets.of(layer, gap.componentB)),
        })
      }
      for (const neck of chokingNecks(measures, layer, reach.web)) {
        if (!planes.has(neck.component)) continue
        report({
          message: 'web',
          limit: 'web',
          value: neck.value,
          at: middle(neck),
          witness: [neck.a, neck.b],
          layers: [layer.id],
          nets: netNames(nets.of(layer, neck.component)),
          values: { ratio: (neck.length / neck.value).toFixed(1) },
        })
      }
    }
  },
})
