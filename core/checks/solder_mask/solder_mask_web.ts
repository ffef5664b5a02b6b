import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { middle, netNames } from '#core/checks/measures.ts'
import { layerOn, openingCopper, OUTER_SIDES } from '#core/checks/measuring/exposed.ts'

export const solderMaskWeb = defineCheck({
  id: 'solder_mask_web',
  title: 'Solder mask dam between openings',
  category: 'solder_mask',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['mask', 'copper'],
  limits: { dam: atLeastMm(0.075, 0.1, 'Conservative class 2 default', ['maskDam']) },
  why: 'A dam too thin to hold is left out or breaks off, and solder bridges the pads.',
  fix: 'Shrink the openings or use a wider pitch; otherwise accept one common opening.',
  source: 'IPC-SM-840; fab capability pages',
  messages: { thin: 'mask dam {measured} wide between pads of two nets, {limit} needed' },
  run(board, measures, report, reach) {
    for (const side of OUTER_SIDES) {
      const mask = layerOn(board, 'soldermask', side)
      const copper = layerOn(board, 'copper', side)
      if (!mask || !copper) continue
      const copperOf = openingCopper(board, measures, mask, copper)
      const netIds = copperOf.map((components) => new Set([...components].map((c) => measures.nets().of(copper, c).id)))
      for (const gap of measures.gaps(mask, reach.dam * 2)) {
        const [a, b] = [netIds[gap.componentA]!, netIds[gap.componentB]!]
        // Openings without copper hold no solder; pads of one net may bridge.
        if (a.size === 0 || b.size === 0 || (a.size === 1 && b.size === 1 && [...a][0] === [...b][0])) continue
        const nets = [...copperOf[gap.componentA]!, ...copperOf[gap.componentB]!].map((c) => measures.nets().of(copper, c))
        const measured = {
          message: 'thin',
          limit: 'dam',
          value: gap.value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers: [mask.id],
          nets: netNames(...nets).slice(0, 4),
        } as const
        if (gap.value < reach.dam) report(measured)
        else report.extreme(measured)
      }
    }
  },
})
