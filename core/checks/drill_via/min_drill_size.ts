import { HOLE_NON_PLATED } from '#core/board/board.ts'
import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { holeSource, holeText } from '#core/checks/measures.ts'

const DEFAULT = 'Conservative class 2 default'
const VIA_LARGEST_MM = 0.45

export const minDrillSize = defineCheck({
  id: 'min_drill_size',
  title: 'Drill tool below minimum',
  category: 'drill_via',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['drill'],
  limits: {
    via: atLeastMm(0.2, 0.3, DEFAULT, ['minDrillVia', 'minDrillPth']),
    plated: atLeastMm(0.2, 0.3, DEFAULT, ['minDrillPth', 'minDrillVia']),
    nonPlated: atLeastMm(0.2, 0.3, DEFAULT, ['minDrillNpth']),
  },
  why: 'Thin drills break and wander, and a fab that lacks the bit enlarges the hole or refuses the job.',
  fix: 'Use a larger drill, or a service that drills this size.',
  source: 'IPC-2221B, 9.2.2',
  messages: { small: '{kind} drill {measured}, {limit} needed; {count} with this tool' },
  run(board, _measures, report, reach) {
    const { holes } = board
    const counts = new Map<string, number>()
    const toolOf = (h: number): string => `${holes.file[h]}|${holes.tool[h]}|${holes.diameter[h]}`
    for (let h = 0; h < holes.count; h++) counts.set(toolOf(h), (counts.get(toolOf(h)) ?? 0) + 1)
    for (let h = 0; h < holes.count; h++) {
      // A slot's width is the router's business: min_slot_width.
      if (holes.x0[h] !== holes.x1[h] || holes.y0[h] !== holes.y1[h]) continue
      const value = holes.diameter[h]! / 1e6
      const fn = holes.fnNames[holes.fn[h]!]!
      const limit =
        holes.plating[h] === HOLE_NON_PLATED ? 'nonPlated' : fn === 'via' || (fn === '' && value <= VIA_LARGEST_MM) ? 'via' : 'plated'
      const measured = {
        message: 'small',
        limit,
        value,
        at: [holes.x0[h]! / 1e6, holes.y0[h]! / 1e6],
        cause: `tool ${value}`,
        objects: [holeText(board, h)],
        files: [holeSource(board, h)],
        values: {
          kind: { via: 'via', plated: 'plated', nonPlated: 'non-plated' }[limit],
          count: `${counts.get(toolOf(h))} hole${counts.get(toolOf(h)) === 1 ? '' : 's'}`,
        },
      } as const
      if (value < reach[limit]) report(measured)
      else report.extreme(measured)
    }
  },
})
