import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { holeSource, holeText, middle, netNames } from '#core/checks/measures.ts'
import { thermals } from '#core/checks/measuring/thermals.ts'

export const thermalReliefSpokeWidth = defineCheck({
  id: 'thermal_relief_spoke_width',
  title: 'Thermal spoke too thin',
  category: 'plane_thermal',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: { width: atLeastMm(0.15, 0.25, 'Conservative class 2 default') },
  why: 'Spokes carry the current of the pad into the plane; thin ones are etched away or burn.',
  fix: 'Widen the spokes to 0.25 mm or more, or use four of them.',
  source: 'IPC-2221B, 9.1.3 (thermal relief in planes)',
  messages: { thin: 'thinnest of {count} spokes of {what} is {measured} wide, {limit} needed' },
  run(board, measures, report, reach) {
    for (const layer of measures.copper) {
      for (const { spokes, component, hole, text } of thermals(board, measures, layer)) {
        const leading = spokes.filter((s) => s.leads)
        if (!leading.some((s) => Number.isFinite(s.width))) continue
        const thinnest = leading.reduce((one, other) => (other.width < one.width ? other : one))
        const measured = {
          message: 'thin',
          limit: 'width',
          value: thinnest.width,
          at: middle({ value: thinnest.width, a: thinnest.a, b: thinnest.b }),
          witness: [thinnest.a, thinnest.b],
          layers: [layer.id],
          nets: netNames(measures.nets().of(layer, component)),
          objects: hole >= 0 ? [holeText(board, hole)] : [text],
          files: hole >= 0 ? [holeSource(board, hole)] : [],
          values: { count: String(leading.length), what: text || 'a hole' },
        } as const
        if (measured.value < reach.width) report(measured)
        else report.extreme(measured)
      }
    }
  },
})
