import { atLeastMm, defineCheck, none } from '#core/checks/define-check.ts'
import { holeSource, holeText, isOuter, middle } from '#core/checks/measures.ts'
import { castellations, ringAtEdge, type Castellation } from '#core/checks/measuring/castellations.ts'

const SOURCE = 'Castellation rules of fabs: 0.6 mm holes, centre on the edge'
/** Of the diameter: a third of the barrel and its neck are left then. */
const MOST_OFFSET = 0.25

export const castellatedEdgePlating = defineCheck({
  id: 'castellated_edge_plating',
  title: 'Castellation (plated half-hole) geometry',
  category: 'drill_via',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper', 'drill', 'outline'],
  limits: {
    diameter: atLeastMm(0.5, 0.6, SOURCE, ['castellation.dia']),
    gap: atLeastMm(0.5, 0.6, SOURCE, ['castellation.holeToHole']),
    ring: atLeastMm(0.1, 0.15, 'Conservative class 2 default', ['minAnnularPth']),
    offset: { unit: 'ratio', direction: 'max', limit: MOST_OFFSET, target: null, source: 'Half of the barrel stays on the board' },
    lands: none('A half-hole has a land on both sides'),
    declared: none('Half-holes are a process of their own'),
  },
  why: 'Half-holes are milled through their plating: small, badly placed or weakly held barrels tear out of the edge.',
  fix: 'Use holes of 0.6 mm or more with their centres on the edge, lands on both sides, and order castellated holes.',
  source: 'Fab capability pages, castellated holes',
  messages: {
    small: 'half-hole of {measured}, {limit} needed',
    close: '{measured} between the walls of two half-holes, {limit} needed',
    ring: '{measured} of copper beside the half-hole at the edge, {limit} needed',
    offset: 'centre of the half-hole {distance} {where} the edge: {measured} of its diameter, {limit} allowed',
    oneSide: 'half-hole without a land on the {side}',
    order: '{count} half-holes in the edge: to be ordered as castellated holes',
  },
  run(board, measures, report, reach) {
    const { holes } = board
    const found = castellations(board, measures)
    const outer = measures.copper.filter(isOuter)
    const facts = (c: Castellation) => ({ at: c.centre, objects: [holeText(board, c.hole)], files: [holeSource(board, c.hole)] }) as const
    for (const c of found) {
      const diameter = holes.diameter[c.hole]! / 1e6
      report({ ...facts(c), message: 'small', limit: 'diameter', value: diameter, cause: `small ${diameter}` })
      report({
        ...facts(c),
        message: 'offset',
        limit: 'offset',
        value: Math.round((1000 * Math.abs(c.inset)) / diameter) / 1000,
        witness: [c.centre, c.edge],
        values: { distance: `${Math.abs(c.inset).toFixed(3)} mm`, where: c.inset < 0 ? 'outside' : 'inside' },
      })
      for (const layer of outer) {
        if (!c.lands.includes(layer)) {
          report({
            ...facts(c),
            message: 'oneSide',
            limit: 'lands',
            value: 1,
            always: true,
            layers: [layer.id],
            values: { side: layer.side! },
          })
          continue
        }
        const ring = ringAtEdge(measures, layer, c)
        report({ ...facts(c), message: 'ring', limit: 'ring', value: ring.value, witness: [ring.a, ring.b], layers: [layer.id] })
      }
    }
    const cut = new Set(found.map((c) => c.hole))
    for (const gap of measures.holeGaps(reach.gap)) {
      if (!cut.has(gap.holeA) || !cut.has(gap.holeB)) continue
      report({
        message: 'close',
        limit: 'gap',
        value: gap.value,
        at: middle(gap),
        witness: [gap.a, gap.b],
        objects: [holeText(board, gap.holeA), holeText(board, gap.holeB)],
        files: [holeSource(board, gap.holeA), holeSource(board, gap.holeB)],
      })
    }
    const first = found.find((c) => !/castellated/i.test(holes.fnNames[holes.fn[c.hole]!]!))
    if (first)
      report({
        ...facts(first),
        message: 'order',
        limit: 'declared',
        value: found.length,
        always: true,
        severity: 'info',
        values: { count: String(found.length) },
      })
  },
})
