import type { LimitSpec } from '#core/checks/check.ts'
import { defineCheck } from '#core/checks/define-check.ts'
import { isOuter, middle, netNames } from '#core/checks/measures.ts'
import { statedCopperUm } from '#core/checks/measuring/copper-weight.ts'
import { markings } from '#core/checks/measuring/markings.ts'

/** Copper up to this weight is what the width and spacing checks judge by. */
const COMMON_UM = 35
/** A stated thickness this little above a class is still that class: 2 oz is 68.6 to 71 µm. */
const CLASS_ROOM = 1.06
const DEFAULT = 'Conductor thickness against width and spacing, common table for thick copper'
/** A fifth above the limit is wanted: etching varies more on thick copper. */
const COMFORT = 1.2

/** Track and gap in mm per class of finished copper in µm. */
const CLASSES = { w70: [70, 0.2], w105: [105, 0.25], w140: [140, 0.35], w210: [210, 0.45] } as const
type ClassName = keyof typeof CLASSES
type LimitName = `${'outer' | 'inner'}${'Trace' | 'Space'}_${ClassName}`

const spec = (side: 'outer' | 'inner', kind: 'trace' | 'space', [weight, limit]: readonly [number, number]): LimitSpec => ({
  unit: 'mm',
  direction: 'min',
  limit,
  target: COMFORT * limit,
  targetFactor: COMFORT,
  source: DEFAULT,
  capability: [`copper.${side}.${kind}@${weight}`],
})

const limits = Object.fromEntries(
  (Object.keys(CLASSES) as ClassName[]).flatMap((name) =>
    (['outer', 'inner'] as const).flatMap((side) => [
      [`${side}Trace_${name}`, spec(side, 'trace', CLASSES[name])],
      [`${side}Space_${name}`, spec(side, 'space', CLASSES[name])],
    ]),
  ),
) as Record<LimitName, LimitSpec>

const classOf = (um: number): ClassName => {
  const names = Object.keys(CLASSES) as ClassName[]
  return names.find((name) => um <= CLASSES[name][0] * CLASS_ROOM) ?? names.at(-1)!
}

export const etchCompensationMargin = defineCheck({
  id: 'etch_compensation_margin',
  title: 'Track and gap against copper thickness',
  category: 'copper_geometry',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper'],
  limits,
  why: 'Thick copper is etched longer and further from the sides: what holds at 35 µm is etched away or stays bridged.',
  fix: 'Widen tracks and gaps on this layer, or order thinner copper.',
  source: 'IPC-2221B, 6.2; fab tables of width and spacing by copper thickness',
  messages: {
    track: 'track {measured} wide on copper of {weight} µm, {limit} needed',
    gap: 'gap of {measured} on copper of {weight} µm, {limit} needed',
  },
  run(board, measures, report, reach) {
    for (const layer of measures.copper) {
      const weight = statedCopperUm(board, measures.copper, layer)
      // Unstated copper is taken as 35 µm, which the width and spacing checks judge.
      if (weight === null || weight <= COMMON_UM * CLASS_ROOM) continue
      const side = isOuter(layer) ? 'outer' : 'inner'
      const [trace, space] = [`${side}Trace_${classOf(weight)}`, `${side}Space_${classOf(weight)}`] as const
      const values = { weight: String(Math.round(weight)) }
      const marks = markings(board, measures, layer)
      for (const { width, at, witness, object, component } of measures.conductors(layer)) {
        if (width >= reach[trace] || marks[component]) continue
        const nets = netNames(measures.nets().of(layer, component))
        const line = layer.plotted.objects.line[object]!
        report({
          message: 'track',
          limit: trace,
          value: width,
          at,
          witness,
          layers: [layer.id],
          nets,
          values,
          files: [{ path: layer.path, line }],
        })
      }
      for (const gap of measures.gaps(layer, reach[space])) {
        if (marks[gap.componentA] || marks[gap.componentB]) continue
        const nets = netNames(measures.nets().of(layer, gap.componentA), measures.nets().of(layer, gap.componentB))
        report({
          message: 'gap',
          limit: space,
          value: gap.value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers: [layer.id],
          nets,
          values,
        })
      }
    }
  },
})
