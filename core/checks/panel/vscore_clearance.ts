import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { middle, netNames } from '#core/checks/measures.ts'
import { lineGaps } from '#core/checks/measuring/line-gaps.ts'
import { DRILL_MARK, MARKING, markings } from '#core/checks/measuring/markings.ts'
import type { Gap } from '#core/geometry/measure/places.ts'
import { noScoring, scoring } from '#core/checks/measuring/score-lines.ts'

/** Copper across a line has two edges on it: both are one place, from edge to edge. */
const crossedOnce = (gaps: readonly Gap[]): readonly Gap[] => {
  const crossings = new Map<string, Gap[]>()
  for (const gap of gaps) {
    if (gap.value > 0) continue
    const key = `${gap.componentA} ${gap.componentB}`
    const same = crossings.get(key)
    if (same) same.push(gap)
    else crossings.set(key, [gap])
  }
  const across = [...crossings.values()].flatMap((same) => {
    const sorted = [...same].sort((p, q) => p.a[0] - q.a[0] || p.a[1] - q.a[1])
    return sorted.flatMap((gap, k): Gap[] => (k % 2 === 1 ? [] : [{ ...gap, b: (sorted[k + 1] ?? gap).b }]))
  })
  return [...across, ...gaps.filter((gap) => gap.value > 0)]
}

export const vscoreClearance = defineCheck({
  id: 'vscore_clearance',
  title: 'Copper to V-score line',
  category: 'panel',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper', 'outline'],
  limits: { distance: atLeastMm(0.4, 0.5, 'JLCPCB: 0.4 mm to the centre of the V-cut', ['copperToVcut']) },
  why: 'The blade is widest at the surface and the board breaks unevenly: copper at the line is torn and laid open.',
  fix: 'Keep copper of all layers 0.4 to 0.5 mm away from score lines; no copper runs across them.',
  source: 'Panel guides of JLCPCB, Eurocircuits and Seeed',
  messages: {
    close: '{measured} from copper to the middle of a score line, {limit} needed',
    across: 'copper runs across a score line',
  },
  run(board, measures, report, reach) {
    const all = scoring(board, measures)
    const nothing = noScoring(board, all)
    if (nothing) return nothing
    for (const layer of measures.copper) {
      const marks = markings(board, measures, layer)
      // Twice the reach, so that a clean board still shows its nearest copper.
      for (const gap of crossedOnce(lineGaps(measures.image(layer), all.lines, reach.distance * 2))) {
        if (marks[gap.componentA] === DRILL_MARK) continue
        const line = all.lines[gap.componentB]!
        const measured = {
          message: gap.value > 0 ? 'close' : 'across',
          limit: 'distance',
          value: gap.value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers: [layer.id, line.layer.id],
          nets: netNames(measures.nets().of(layer, gap.componentA)),
          files: [{ path: line.layer.path, line: line.line }],
        } as const
        if (gap.value >= reach.distance) report.extreme(measured)
        else if (marks[gap.componentA] === MARKING) report.aside(measured)
        else report(measured)
      }
    }
  },
})
