import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { isOuter, middle, netNames } from '#core/checks/measures.ts'
import { DRILL_MARK, MARKING, markings } from '#core/checks/measuring/markings.ts'

const DEFAULT = 'Conservative class 2 default'

export const copperToEdgeDistance = defineCheck({
  id: 'copper_to_edge_distance',
  title: 'Copper to routed board edge',
  category: 'copper_geometry',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'outline'],
  limits: {
    outer: atLeastMm(0.2, 0.3, DEFAULT, ['copperToEdgeRouted']),
    inner: atLeastMm(0.2, 0.3, DEFAULT, ['copperToEdgeInner', 'copperToEdgeRouted']),
  },
  why: 'The router wanders: copper at the edge is torn, shorts to its neighbour or corrodes from the side.',
  fix: 'Pull the copper, planes included, back from the edge and from cut-outs.',
  source: 'IPC-2221B, 6.3 and 5.3.2',
  messages: {
    close: '{measured} from copper to the board edge, {limit} needed',
    over: 'copper reaches over the board edge by {depth}',
  },
  run(board, measures, report, reach) {
    for (const layer of measures.copper) {
      const limit = isOuter(layer) ? 'outer' : 'inner'
      const marks = markings(board, measures, layer)
      // Twice the reach, so that a clean board still shows its nearest copper.
      for (const gap of measures.edgeGaps(layer, reach[limit] * 2)) {
        const measured = {
          message: gap.value < 0 ? 'over' : 'close',
          limit,
          value: gap.value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers: [layer.id],
          nets: netNames(measures.nets().of(layer, gap.component)),
          values: { depth: `${Math.max(0, -gap.value).toFixed(3)} mm` },
        } as const
        if (marks[gap.component] === DRILL_MARK) continue
        if (marks[gap.component] === MARKING) {
          if (gap.value < reach[limit]) report.aside(measured)
        } else if (gap.value < reach[limit]) report(measured)
        else report.extreme(measured)
      }
    }
  },
})
