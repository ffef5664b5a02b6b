import { defineCheck } from '#core/checks/define-check.ts'
import { holeSource, holeText, netNames } from '#core/checks/measures.ts'
import { thermals, type Thermal } from '#core/checks/measuring/thermals.ts'

/** A spoke thinner than this share of the layer's usual one doesn't count. */
const EFFECTIVE = 0.5

const usualWidth = (found: readonly Thermal[]): number => {
  const widths = found.flatMap((t) => t.spokes.map((s) => s.width).filter(Number.isFinite)).sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] ?? 0
}

export const starvedThermal = defineCheck({
  id: 'starved_thermal',
  title: 'Starved thermal (too few or cut spokes)',
  category: 'plane_thermal',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: {
    spokes: { unit: 'count', direction: 'min', limit: 2, target: null, source: 'Usual minimum of layout tools' },
  },
  why: 'A pad that hangs in its plane by one spoke carries little current, and one flaw in the etch disconnects it.',
  fix: 'Move the antipad or track that cuts the spokes, or connect the pad solidly.',
  source: 'KiCad starved thermal; IPC-2221B, 9.1.3',
  messages: { starved: '{what} has {measured} of {drawn} spokes that lead into the plane, {limit} wanted' },
  run(board, measures, report) {
    for (const layer of measures.copper) {
      const found = thermals(board, measures, layer)
      const usual = usualWidth(found)
      for (const { at, spokes, component, hole, text } of found) {
        const effective = spokes.filter((s) => s.leads && s.width >= EFFECTIVE * usual)
        report({
          message: 'starved',
          limit: 'spokes',
          value: effective.length,
          at,
          layers: [layer.id],
          nets: netNames(measures.nets().of(layer, component)),
          objects: hole >= 0 ? [holeText(board, hole)] : [text],
          files: hole >= 0 ? [holeSource(board, hole)] : [],
          values: { drawn: String(Math.max(spokes.length, effective.length)), what: text || 'hole' },
        })
      }
    }
  },
})
