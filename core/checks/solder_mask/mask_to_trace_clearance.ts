import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { middle, netNames, type LayerGap } from '#core/checks/measures.ts'
import { layerOn, OUTER_SIDES } from '#core/checks/measuring/exposed.ts'
import { bareIslands, type Bare } from '#core/checks/measuring/exposed-foreign.ts'
import { padOpenings } from '#core/checks/measuring/pad-openings.ts'
import { clearance } from '#core/geometry/measure/clearance.ts'

/** Openings that only touch foreign copper are 0 away from it, not bare. */
const TOUCHING_MM = 0.001

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
    exposed: 'copper of another net lies bare in the opening, {depth} deep',
  },
  run(board, measures, report, reach) {
    for (const side of OUTER_SIDES) {
      const copper = layerOn(board, 'copper', side)
      const mask = layerOn(board, 'soldermask', side)
      if (!copper || !mask) continue
      const { image, own } = padOpenings(board, measures, mask, copper)
      const netOf = (component: number): number => measures.nets().of(copper, component).id
      const ownNets = own.map((components) => new Set([...components].map(netOf)))
      // An opening's own copper leaves through its edge; ganged openings hold several nets of their own.
      const isForeign = (conductor: number, opening: number): boolean =>
        own[opening]!.size > 0 && !own[opening]!.has(conductor) && !ownNets[opening]!.has(netOf(conductor))
      const netsOf = (conductor: number, opening: number): readonly string[] =>
        netNames(measures.nets().of(copper, conductor), measures.nets().of(copper, [...own[opening]!][0]!))
      const layers = [copper.id, mask.id]
      // Each opening and net once, where it is worst: a pour that runs around an opening comes near in many places.
      const key = (conductor: number, opening: number): string => `${opening},${netOf(conductor)}`

      const bare = new Map<string, Bare>()
      for (const island of bareIslands(measures.image(copper), image, isForeign)) {
        if (island.depth < TOUCHING_MM) continue
        const pair = key(island.copper, island.opening)
        if (island.depth > (bare.get(pair)?.depth ?? 0)) bare.set(pair, island)
      }
      for (const { depth, witness, copper: conductor, opening } of bare.values())
        report({
          message: 'exposed',
          limit: 'clearance',
          value: -depth,
          at: witness[0],
          witness,
          layers,
          nets: netsOf(conductor, opening),
          values: { depth: `${Number(depth.toFixed(4))} mm` },
        })
      const nearest = new Map<string, LayerGap>()
      for (const gap of clearance(measures.image(copper), image, { withinMm: reach.clearance * 2, compares: isForeign })) {
        const pair = key(gap.componentA, gap.componentB)
        if (!bare.has(pair) && gap.value < (nearest.get(pair)?.value ?? Infinity)) nearest.set(pair, gap)
      }
      for (const gap of nearest.values()) {
        const measured = {
          message: 'close',
          limit: 'clearance',
          value: gap.value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers,
          nets: netsOf(gap.componentA, gap.componentB),
        } as const
        if (gap.value < reach.clearance) report(measured)
        else report.extreme(measured)
      }
    }
  },
})
