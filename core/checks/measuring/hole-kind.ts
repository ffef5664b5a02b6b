import { HOLE_NON_PLATED, HOLE_PLATED, type Board } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { layerPads, padFunction } from '#core/checks/measuring/pads.ts'

export type HoleKind = 'via' | 'component' | 'non-plated'

/** Plated holes up to this are vias where nothing says otherwise, nm. */
const LARGEST_VIA_NM = 500_000
/** Round plated holes from this on take a lead where nothing says otherwise, nm; in between it may be either. */
const SMALLEST_LEAD_NM = 650_000

/**
 * What a hole is for: stated by tool or pad attributes, else by plating and size.
 * @returns per hole; null where neither tells
 */
export const holeKinds = (board: Board, measures: Measures): readonly (HoleKind | null)[] =>
  measures.once('hole-kinds', () => {
    const { holes } = board
    const byPad = new Map<number, HoleKind>()
    for (const layer of measures.copper) {
      const pads = layerPads(board, measures, layer)
      for (let row = 0; row < pads.count; row++) {
        const fn = padFunction(pads.aperture[row]!)
        if (pads.hole[row]! < 0) continue
        if (fn === 'ViaPad') byPad.set(pads.hole[row]!, 'via')
        else if (fn === 'ComponentPad') byPad.set(pads.hole[row]!, 'component')
      }
    }
    return Array.from({ length: holes.count }, (_, h): HoleKind | null => {
      if (holes.plating[h] === HOLE_NON_PLATED) return 'non-plated'
      if (holes.plating[h] !== HOLE_PLATED) return null
      const said = holes.fnNames[holes.fn[h]!]
      if (said === 'via' || said === 'component') return said
      const pad = byPad.get(h)
      if (pad) return pad
      if (holes.x0[h] !== holes.x1[h] || holes.y0[h] !== holes.y1[h]) return 'component'
      if (holes.diameter[h]! <= LARGEST_VIA_NM) return 'via'
      return holes.diameter[h]! >= SMALLEST_LEAD_NM ? 'component' : null
    })
  })
