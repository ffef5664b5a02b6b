import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { middle, netNames } from '#core/checks/measures.ts'
import { layerOn, openingCopper, OUTER_SIDES } from '#core/checks/measuring/exposed.ts'

export const maskToTraceClearance = defineCheck({
  id: 'mask_to_trace_clearance',
  title: 'Exposed track in a mask opening',
  category: 'solder_mask',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'mask'],
  limits: { clearance: atLeastMm(0.025, 0.05, 'Conservative class 2 default') },
  why: 'Mask shifts against copper: a foreign track at the edge of an opening is laid bare and bridged by solder.',
  fix: 'Reduce the opening or move the track.',
  source: 'IPC-2221B, 4.5.1',
  messages: {
    close: '{measured} from an opening to copper of another net, {limit} needed',
    exposed: 'copper of another net lies bare in the opening',
  },
  run(board, measures, report, reach) {
    for (const side of OUTER_SIDES) {
      const copper = layerOn(board, 'copper', side)
      const mask = layerOn(board, 'soldermask', side)
      if (!copper || !mask) continue
      const own = openingCopper(board, measures, mask, copper)
      const ownNets = own.map((components) => new Set([...components].map((c) => measures.nets().of(copper, c).id)))
      for (const gap of measures.between(copper, mask, reach.clearance * 2)) {
        const inside = own[gap.componentB]!
        // An opening without a pad shows copper on purpose; its own pad's copper leaves through the edge.
        if (inside.size === 0 || inside.has(gap.componentA) || ownNets[gap.componentB]!.has(measures.nets().of(copper, gap.componentA).id))
          continue
        const measured = {
          message: gap.value > 0 ? 'close' : 'exposed',
          limit: 'clearance',
          value: gap.value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers: [copper.id, mask.id],
          nets: netNames(measures.nets().of(copper, gap.componentA), measures.nets().of(copper, [...inside][0]!)),
        } as const
        if (gap.value < reach.clearance) report(measured)
        else report.extreme(measured)
      }
    }
  },
})
