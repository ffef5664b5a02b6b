import { QUADRANT_MULTI, QUADRANT_SINGLE } from '#core/read/gerber/gerber-commands.ts'
import type { ReadState } from '#core/read/gerber/read-state.ts'

/**
 * Obeys the G-codes that only set a state, deprecated ones included. G01 to G04, G36 and G37 are the block reader's.
 * @source Gerber Layer Format Specification 2024.05, 4.7 and 8.1
 */
export const setByGCode = (state: ReadState, code: number, at: number): void => {
  switch (code) {
    case 54:
      state.construct('g54', at)
      return
    case 55:
      state.construct('g55', at)
      return
    case 70:
    case 71: {
      const unit = code === 70 ? 'inch' : 'mm'
      state.construct(code === 70 ? 'g70' : 'g71', at)
      if (state.unit === null) state.construct('unit-by-g-code', at)
      state.setUnit(unit, at)
      return
    }
    case 74:
      state.construct('g74', at)
      state.setQuadrant(QUADRANT_SINGLE)
      return
    case 75:
      state.setQuadrant(QUADRANT_MULTI)
      return
    case 90:
      state.construct('g90', at)
      state.incremental = false
      return
    case 91:
      state.construct('g91', at)
      state.incremental = true
      return
    default:
      state.error('unknown-g-code', at, `G${code} is not a Gerber command and is ignored; the image may differ.`)
  }
}
