import { defineCheck } from '#core/checks/define-check.ts'
import type { Mm } from '#core/base/units.ts'
import type { Layer } from '#core/board/board.ts'
import type { Distance, Measures } from '#core/checks/measures.ts'
import { imageOfObjects } from '#core/checks/measuring/subset.ts'
import { componentAt, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import { clearance } from '#core/geometry/measure/clearance.ts'
import { layerOn, OUTER_SIDES } from '#core/checks/measuring/exposed.ts'
import { layerPads, padSource, padText, type Pads } from '#core/checks/measuring/pads.ts'

/** The nearest place of each open pad's own edge to its opening; negative where the mask lies on the pad. */
const expansions = (measures: Measures, pads: Pads, mask: Layer, within: Mm): ReadonlyMap<number, Distance> => {
  const rows = Array.from({ length: pads.count }, (_, row) => row).filter(
    (row) => measures.componentAt(mask, [pads.x[row]! / 1e6, pads.y[row]! / 1e6]) >= 0,
  )
  if (rows.length === 0) return new Map()
  // The pads alone: tracks and pours that leave them cross the opening's edge by right.
  const image = imageOfObjects(
    pads.layer.plotted,
    rows.map((row) => pads.object[row]!),
  )
  const grid = pieceGrid(image)
  const rowOf = new Map(rows.map((row) => [componentAt(image, grid, pads.x[row]!, pads.y[row]!), row]))
  const nearest = new Map<number, Distance>()
  for (const gap of clearance(image, measures.image(mask), { withinMm: within })) {
    const row = rowOf.get(gap.componentA)
    if (row === undefined) continue
    const value = measures.componentAt(mask, gap.a) === gap.componentB || gap.value === 0 ? gap.value : -gap.value
    if (value < (nearest.get(row)?.value ?? Infinity)) nearest.set(row, { value, a: gap.a, b: gap.b })
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
      const nearest = expansions(measures, pads, mask, reach.expansion)
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
