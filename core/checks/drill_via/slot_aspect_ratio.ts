import { HOLE_NON_PLATED } from '#core/board/board.ts'
import { defineCheck } from '#core/checks/define-check.ts'
import { holeSource, holeText } from '#core/checks/measures.ts'
import { drilledSlots, slotLength, slotOfContour, slotPlace, type Slot } from '#core/checks/measuring/slots.ts'

/** Wider cut-outs are milled along their edge, whatever their length. */
const WIDEST_MILLED_NM = 2_000_000
const SOURCE = 'Slot rules of fabs: plated slots twice as long as wide'

const atLeast = (limit: number, target: number | null) => ({ unit: 'ratio', direction: 'min', limit, target, source: SOURCE }) as const

export const slotAspectRatio = defineCheck({
  id: 'slot_aspect_ratio',
  title: 'Slot length-to-width too small',
  category: 'drill_via',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['drill'],
  limits: { plated: atLeast(1.6, 2), nonPlated: atLeast(1.6, null) },
  why: 'The last hits of a short slot lie mostly in the first hole: the bit is pushed aside and the slot comes out bent or wide.',
  fix: 'Make the slot at least twice as long as wide, or use a round hole.',
  source: 'IPC-2222, slots; fab slot rules',
  messages: {
    short: '{kind} slot of {size}: {measured} times as long as wide, {limit} needed',
    cutout: 'slot cut out of the board, {size}: {measured} times as long as wide, {limit} needed',
  },
  run(board, measures, report, reach) {
    const { holes } = board
    const sizeOf = (slot: Slot): string => `${(slot.width / 1e6).toFixed(3)} × ${(slotLength(slot) / 1e6).toFixed(3)} mm`
    const judge = (slot: Slot, isPlated: boolean): void => {
      const limit = isPlated ? 'plated' : 'nonPlated'
      const measured = {
        message: slot.source === 'contour' ? 'cutout' : 'short',
        limit,
        // Micrometres of rounding are hundredths here.
        value: Math.round((100 * slotLength(slot)) / slot.width) / 100,
        at: slotPlace(slot),
        witness: [
          [slot.x0 / 1e6, slot.y0 / 1e6],
          [slot.x1 / 1e6, slot.y1 / 1e6],
        ],
        cause: `slot ${sizeOf(slot)}`,
        objects: slot.holes.slice(0, 1).map((h) => holeText(board, h)),
        files: slot.source === 'contour' ? [{ path: board.outline.path ?? '', line: 0 }] : slot.holes.map((h) => holeSource(board, h)),
        values: { kind: isPlated ? 'plated' : 'non-plated', size: sizeOf(slot) },
      } as const
      if (measured.value < reach[limit]) report(measured)
      else report.extreme(measured)
    }
    for (const slot of drilledSlots(board, measures)) judge(slot, holes.plating[slot.holes[0]!] !== HOLE_NON_PLATED)
    for (const contour of board.outline.cutouts) {
      const slot = slotOfContour(contour)
      if (slot && slot.width <= WIDEST_MILLED_NM) judge(slot, false)
    }
  },
})
