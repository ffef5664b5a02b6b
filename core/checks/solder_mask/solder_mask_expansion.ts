import { defineCheck } from '#core/checks/define-check.ts'
import type { LayerGap } from '#core/checks/measures.ts'
import { layerOn, OUTER_SIDES } from '#core/checks/measuring/exposed.ts'
import { layerPads, padSource, padText, type Pads } from '#core/checks/measuring/pads.ts'

/** The nearest place of each pad's own boundary to its opening, by component of the copper and of the mask. */
const nearestOf = (pads: Pads, gaps: readonly LayerGap[]): ReadonlyMap<number, LayerGap> => {
  const nearest = new Map<number, LayerGap>()
  for (const gap of gaps) {
    const reach = 1_000_000
    for (const row of pads.index.near(gap.a[0] * 1e6, gap.a[1] * 1e6, reach)) {
      const { width, height } = pads.aperture[row]!
      const away = Math.hypot(pads.x[row]! - gap.a[0] * 1e6, pads.y[row]! - gap.a[1] * 1e6)
      if (away > Math.hypot(width, height) / 2 + 1000) continue
      const known = nearest.get(row)
      if (!known || gap.value < known.value) nearest.set(row, gap)
      break
    }
  }
  return nearest
}

export const solderMaskExpansion = defineCheck({
  id: 'solder_mask_expansion',
  title: 'Mask-to-pad expansion out of range',
  category: 'solder_mask',
  tier: 1,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper', 'mask'],
  limits: {
    expansion: {
      unit: 'mm',
      direction: 'min',
      limit: 0.025,
      target: 0.05,
      source: 'Conservative class 2 default',
      capability: ['maskExpansion'],
    },
  },
  why: 'Mask is printed with its own tolerance: an opening as tight as its pad ends up on the pad.',
  fix: 'Set the mask expansion of the service (usually 0.05 mm) and export again; some fabs do it themselves.',
  source: 'IPC-2221B, 4.5.1',
  messages: { tight: 'the opening is only {measured} larger than the pad, {limit} needed' },
  run(board, measures, report, reach) {
    for (const side of OUTER_SIDES) {
      const copper = layerOn(board, 'copper', side)
      const mask = layerOn(board, 'soldermask', side)
      if (!copper || !mask) continue
      const pads = layerPads(board, measures, copper)
      const nearest = nearestOf(pads, measures.between(copper, mask, reach.expansion))
      for (const [row, gap] of nearest) {
        report({
          message: 'tight',
          limit: 'expansion',
          value: gap.value,
          at: [pads.x[row]! / 1e6, pads.y[row]! / 1e6],
          witness: [gap.a, gap.b],
          layers: [copper.id, mask.id],
          objects: [padText(pads, row)],
          files: [padSource(pads, row)],
        })
      }
    }
  },
})
