import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { holePlace, holeSource, holeText, netNames } from '#core/checks/measures.ts'
import { layerOn, OUTER_SIDES } from '#core/checks/measuring/exposed.ts'
import { holeKinds } from '#core/checks/measuring/hole-kind.ts'
import { holeOpenings } from '#core/checks/measuring/hole-openings.ts'
import { holesThrough } from '#core/checks/measuring/hole-rings.ts'

export const viaPartialMaskExposure = defineCheck({
  id: 'via_partial_mask_exposure',
  title: 'Mask opening edge cuts a via hole',
  category: 'drill_via',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['drill', 'mask', 'copper'],
  limits: { rim: atLeastMm(0.05, 0.1, 'Conservative class 2 default') },
  why: 'Mask that ends on a hole or just beside it flakes off, traps chemicals in the hole, and lets solder run into it.',
  fix: 'Move the via, or cover or open it completely.',
  source: 'IPC-4761; fab notes on half-covered vias',
  messages: {
    cut: 'the edge of a mask opening runs through the via hole, {depth} inside its wall',
    rim: 'only {measured} of mask left on the rim of the covered via, {limit} needed',
  },
  run(board, measures, report, reach) {
    const kinds = holeKinds(board, measures)
    for (const side of OUTER_SIDES) {
      const mask = layerOn(board, 'soldermask', side)
      const copper = layerOn(board, 'copper', side)
      if (!mask || !copper) continue
      const vias = holesThrough(board, copper).filter((h) => kinds[h] === 'via')
      for (const { hole, open, margin, wall, edge } of holeOpenings(board, measures.image(mask), vias, reach.rim * 2)) {
        const place = holePlace(board, hole)
        const isCut = margin < 0
        // A via in an opening that keeps clear of its hole is open, however small its land.
        if (margin === Infinity || (open && !isCut)) continue
        const measured = {
          message: isCut ? 'cut' : 'rim',
          limit: 'rim',
          value: margin,
          at: place,
          witness: [wall, edge],
          layers: [mask.id],
          nets: netNames(measures.nets().ofHole(hole)),
          objects: [holeText(board, hole)],
          files: [holeSource(board, hole)],
          values: { depth: `${Number(Math.abs(margin).toFixed(4))} mm` },
        } as const
        if (margin < reach.rim) report(measured)
        else report.extreme(measured)
      }
    }
  },
})
