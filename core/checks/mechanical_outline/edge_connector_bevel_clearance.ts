import type { Point } from '#core/base/box.ts'
import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { holePlace, holeSource, holeText, middle, netNames, type Distance } from '#core/checks/measures.ts'
import { fingerRows, type FingerRow } from '#core/checks/measuring/finger-rows.ts'
import { holeEdgeGaps } from '#core/checks/measuring/hole-edge.ts'
import { DRILL_MARK, markings } from '#core/checks/measuring/markings.ts'
import { padSource, padText } from '#core/checks/measuring/pads.ts'

/** Places off the straight edge in front of the fingers by more belong to another edge, mm. */
const ON_EDGE_MM = 0.2

/** Whether a distance to the board edge is measured in front of the row. */
const isInFront = ({ fingers, along, outward }: FingerRow, [x, y]: Point): boolean => {
  const [first, last] = [fingers[0]!, fingers.at(-1)!]
  const at = ([px, py]: Point, [ux, uy]: Point): number => px * ux + py * uy
  const reach = first.width / 2
  return (
    at([x, y], along) >= at(first.edge, along) - reach &&
    at([x, y], along) <= at(last.edge, along) + reach &&
    Math.abs(at([x, y], outward) - at(first.edge, outward)) <= ON_EDGE_MM
  )
}

const nearest = <T extends Distance>(gaps: readonly T[]): T | null =>
  gaps.reduce<T | null>((best, gap) => (best === null || gap.value < best.value ? gap : best), null)

export const edgeConnectorBevelClearance = defineCheck({
  id: 'edge_connector_bevel_clearance',
  title: 'Gold finger bevel clearance',
  category: 'mechanical_outline',
  tier: 2,
  severity: 'warning',
  basis: 'inferred',
  needs: ['copper', 'outline'],
  limits: {
    setback: atLeastMm(0.3, 0.5, 'House default for bevelled edges'),
    zone: atLeastMm(1.5, null, 'House default: depth of a bevel whose angle is not stated'),
    gap: atLeastMm(0.178, null, 'Seeed advanced rules: 7 mil between gold fingers'),
  },
  why: 'The edge of a plug-in connector is bevelled: copper in the bevel is torn off and leaves whiskers between the fingers.',
  fix: 'Hold fingers 0.5 mm from the edge, and all other copper and holes out of the bevel.',
  source: 'Seeed gold finger rules (bevel 20 to 60 degrees); bevel depth from angle and thickness',
  messages: {
    setback: '{measured} from the tips of {count} gold fingers to the edge, {limit} wanted',
    copper: 'other copper {measured} from the edge in front of gold fingers, where the bevel may reach {limit}',
    hole: 'a hole {measured} from the edge in front of gold fingers, where the bevel may reach {limit}',
    gap: '{measured} between gold fingers, {limit} needed',
  },
  run(board, measures, report, reach) {
    const rows = fingerRows(board, measures)
    for (const row of rows) {
      const { fingers, layer, pads } = row
      const worst = fingers.reduce((a, b) => (b.setback < a.setback ? b : a))
      const values = { count: String(fingers.length) }
      report({
        message: 'setback',
        limit: 'setback',
        value: worst.setback,
        at: middle({ value: worst.setback, a: worst.tip, b: worst.edge }),
        witness: [worst.tip, worst.edge],
        layers: [layer.id],
        objects: [padText(pads, worst.pad)],
        files: [padSource(pads, worst.pad)],
        values,
      })
      const step = fingers.slice(1).findIndex((finger, k) => {
        const [dx, dy] = [finger.centre[0] - fingers[k]!.centre[0], finger.centre[1] - fingers[k]!.centre[1]]
        return Math.hypot(dx, dy) - finger.width <= row.gap + 1e-6
      })
      const [one, other] = [fingers[step]!, fingers[step + 1]!]
      report.aside({
        message: 'gap',
        limit: 'gap',
        value: row.gap,
        at: middle({ value: 0, a: one.centre, b: other.centre }),
        layers: [layer.id],
        objects: [padText(pads, one.pad), padText(pads, other.pad)],
        files: [padSource(pads, one.pad), padSource(pads, other.pad)],
      })
      for (const copper of measures.copper) {
        const own = new Set(rows.filter((r) => r.layer === copper).flatMap((r) => r.fingers.map((f) => f.component)))
        const marks = markings(board, measures, copper)
        // Copper across the edge is another check's.
        const gap = nearest(
          measures
            .edgeGaps(copper, reach.zone)
            .filter((g) => g.value >= 0 && !own.has(g.component) && marks[g.component] !== DRILL_MARK && isInFront(row, g.b)),
        )
        if (gap)
          report.aside({
            message: 'copper',
            limit: 'zone',
            value: gap.value,
            at: middle(gap),
            witness: [gap.a, gap.b],
            layers: [copper.id],
            nets: netNames(measures.nets().of(copper, gap.component)),
            severity: 'info',
          })
      }
      const hole = nearest(holeEdgeGaps(board, reach.zone).filter((g) => g.value >= 0 && isInFront(row, g.b)))
      if (hole)
        report.aside({
          message: 'hole',
          limit: 'zone',
          value: hole.value,
          at: holePlace(board, hole.hole),
          witness: [hole.a, hole.b],
          objects: [holeText(board, hole.hole)],
          files: [holeSource(board, hole.hole)],
          severity: 'info',
        })
    }
  },
})
