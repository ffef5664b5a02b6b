import { HOLE_PLATED } from '#core/board/board.ts'
import type { Layer } from '#core/board/board.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import { holeSource, holeText } from '#core/checks/measures.ts'

/** Copper this near to the wall still counts as reached. */
const REACH_MM = 0.05

export const holeWithoutPad = defineCheck({
  id: 'hole_without_pad',
  title: 'Plated hole without copper pad',
  category: 'drill_via',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: { holes: none('A plated barrel needs copper to hold on to') },
  why: 'A barrel without a land has nothing to adhere to, and usually means a pad or a plating statement got lost.',
  fix: 'Add the pad, or state the hole as non-plated.',
  source: 'IPC-2221B, 9.1',
  messages: {
    none: 'plated hole with no copper on any layer',
    oneSide: 'plated hole with a pad on the {side} only',
  },
  run(board, measures, report) {
    const { holes } = board
    const reached = new Map<Layer, Uint8Array>()
    for (const layer of measures.copper) {
      const flags = new Uint8Array(holes.count)
      for (const ring of measures.rings(layer)) {
        // Inside copper, or copper that begins within reach of the wall.
        if (ring.component >= 0 || ring.value < REACH_MM) flags[ring.hole] = 1
      }
      reached.set(layer, flags)
    }
    const has = (h: number, side: 'top' | 'bottom'): boolean | null => {
      const layers = measures.copper.filter((l) => l.side === side)
      return layers.length ? layers.some((l) => reached.get(l)![h] === 1) : null
    }
    for (let h = 0; h < holes.count; h++) {
      if (holes.plating[h] !== HOLE_PLATED) continue
      const spanned = measures.copper.filter((l) => (l.order ?? 0) >= holes.from[h]! && (l.order ?? 0) <= holes.to[h]!)
      const place = {
        limit: 'holes',
        value: 1,
        at: [(holes.x0[h]! + holes.x1[h]!) / 2e6, (holes.y0[h]! + holes.y1[h]!) / 2e6],
        always: true,
        objects: [holeText(board, h)],
        files: [holeSource(board, h)],
      } as const
      if (!spanned.some((l) => reached.get(l)![h] === 1)) {
        report({ ...place, message: 'none' })
        continue
      }
      const [top, bottom] = [has(h, 'top'), has(h, 'bottom')]
      const passesBoth = spanned.some((l) => l.side === 'top') && spanned.some((l) => l.side === 'bottom')
      if (passesBoth && top !== null && bottom !== null && top !== bottom) {
        report({ ...place, message: 'oneSide', severity: 'warning', values: { side: top ? 'top' : 'bottom' } })
      }
    }
  },
})
