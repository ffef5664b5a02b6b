import { HOLE_PLATED } from '#core/board/board.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import { holeSource, holeText } from '#core/checks/measures.ts'
import { contourDifference, overlapShare } from '#core/checks/measuring/contour-difference.ts'
import { drawnSlots } from '#core/checks/measuring/drawn-slots.ts'
import { contourOfSlot, drilledSlots, slotPlace, type Slot } from '#core/checks/measuring/slots.ts'

/** Two figures that share this much of their area mean one slot. */
const SAME_SLOT = 0.5
const DIFFERENT_NM = 50_000

const sizeText = (slot: Slot): string =>
  `${(slot.width / 1e6).toFixed(3)} × ${((Math.hypot(slot.x1 - slot.x0, slot.y1 - slot.y0) + slot.width) / 1e6).toFixed(3)} mm`

export const slotDefinitionConflict = defineCheck({
  id: 'slot_definition_conflict',
  title: 'Slot defined twice or inconsistently',
  category: 'drill_via',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['drill', 'outline'],
  limits: { slots: none('Each slot is defined once') },
  why: 'Two definitions of one slot leave the fab to choose its size and whether it is plated; a slot that only a drawing shows is not made.',
  fix: 'Define each slot once, in the drill file and with its plating.',
  source: 'Slot ordering rules of fabs',
  messages: {
    differs: 'slot of {size} in the drill file, and a cut-out on the outline that differs from it by {difference}',
    plating: 'plated slot of {size} that the outline cuts out as well: milled without plating?',
    twice: 'slot of {size} made of round holes, and a slot command that differs from it by {difference}',
    drawn: 'slot of {size} that only a drawing shows: pads are around it, but nothing drills or mills it',
  },
  run(board, measures, report) {
    const { holes, outline } = board
    const drilled = drilledSlots(board, measures)
    const factsOf = (slot: Slot, difference: number) =>
      ({
        limit: 'slots',
        value: 1,
        at: slotPlace(slot),
        always: true,
        objects: slot.holes.slice(0, 1).map((h) => holeText(board, h)),
        files: slot.holes.slice(0, 1).map((h) => holeSource(board, h)),
        values: { size: sizeText(slot), difference: `${(difference / 1e6).toFixed(3)} mm` },
      }) as const
    for (const slot of drilled) {
      const shape = contourOfSlot(slot)
      for (const cutout of outline.cutouts) {
        if (overlapShare(shape, cutout) <= SAME_SLOT) continue
        const difference = contourDifference(shape, cutout)
        const facts = factsOf(slot, difference)
        const files = [...facts.files, { path: outline.path ?? '', line: 0 }]
        if (difference > DIFFERENT_NM) report({ ...facts, files, message: 'differs' })
        else if (holes.plating[slot.holes[0]!] === HOLE_PLATED) report({ ...facts, files, message: 'plating' })
      }
      if (slot.source !== 'chain') continue
      for (const other of drilled) {
        if (other.source !== 'hit' || overlapShare(shape, contourOfSlot(other)) <= SAME_SLOT) continue
        const difference = contourDifference(shape, contourOfSlot(other))
        if (difference > DIFFERENT_NM) report({ ...factsOf(slot, difference), message: 'twice' })
      }
    }
    for (const { slot, path, line, layers } of drawnSlots(board, measures))
      report({ ...factsOf(slot, 0), message: 'drawn', basis: 'inferred', layers, files: [{ path, line }] })
  },
})
