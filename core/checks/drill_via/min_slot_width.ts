import { HOLE_NON_PLATED } from '#core/board/board.ts'
import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { holeSource, holeText } from '#core/checks/measures.ts'

const DEFAULT = 'Conservative class 2 default'

export const minSlotWidth = defineCheck({
  id: 'min_slot_width',
  title: 'Slot width below the router bit',
  category: 'drill_via',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['drill'],
  limits: {
    plated: atLeastMm(0.8, 1, DEFAULT, ['minSlotPlated']),
    nonPlated: atLeastMm(0.8, 1, DEFAULT, ['minSlotNonPlated']),
  },
  why: 'A slot narrower than the smallest bit cannot be milled; it is widened or refused.',
  fix: "Widen the slot to the service's bit, or split it into holes.",
  source: 'Fab capability pages',
  messages: { narrow: '{kind} slot {measured} wide and {length} long, {limit} needed' },
  run(board, _measures, report, reach) {
    const { holes } = board
    for (let h = 0; h < holes.count; h++) {
      const length = Math.hypot(holes.x1[h]! - holes.x0[h]!, holes.y1[h]! - holes.y0[h]!)
      if (length === 0) continue
      const limit = holes.plating[h] === HOLE_NON_PLATED ? 'nonPlated' : 'plated'
      const measured = {
        message: 'narrow',
        limit,
        value: holes.diameter[h]! / 1e6,
        at: [(holes.x0[h]! + holes.x1[h]!) / 2e6, (holes.y0[h]! + holes.y1[h]!) / 2e6],
        cause: `slot ${holes.diameter[h]}`,
        objects: [holeText(board, h)],
        files: [holeSource(board, h)],
        values: { kind: limit === 'plated' ? 'plated' : 'non-plated', length: `${((length + holes.diameter[h]!) / 1e6).toFixed(3)} mm` },
      } as const
      if (measured.value < reach[limit]) report(measured)
      else report.extreme(measured)
    }
  },
})
