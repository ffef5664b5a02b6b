import { HOLE_PLATED } from '#core/board/board.ts'
import { defineCheck } from '#core/checks/define-check.ts'

const QUORUM = 6
/** Below this share of plated holes with a land, or above it for openings over plain copper, the polarity is doubted. */
const DOUBTFUL = 0.2

export const layerPolaritySuspect = defineCheck({
  id: 'layer_polarity_suspect',
  title: 'Layer polarity does not fit its role',
  category: 'file_package',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: { suspect: { unit: 'bool', direction: 'boolean', limit: 0, target: null, source: 'Stated and apparent polarity agree' } },
  why: 'A plane made with the wrong polarity connects every hole it should clear.',
  fix: 'State the polarity with the X2 attribute .FilePolarity, and export planes as positive images.',
  source: 'Gerber Layer Format Specification 2024.05, 5.6.4 (.FilePolarity)',
  messages: {
    copper: 'only {share} % of the plated holes meet copper on this {stated} layer: it looks like the opposite polarity',
    mask: 'the openings cover {share} % of the board: it looks like a mask drawn with the opposite polarity',
  },
  run(board, measures, report) {
    const { holes } = board
    const inverted = (layer: (typeof measures.copper)[number], stated: string, share: number, message: 'copper' | 'mask'): void =>
      report({
        message,
        limit: 'suspect',
        value: 1,
        at: null,
        always: true,
        layers: [layer.id],
        files: [{ path: layer.path, line: 0 }],
        values: { stated, share: String(Math.round(share * 100)) },
      })
    for (const layer of measures.copper) {
      let [asked, inCopper, cleared] = [0, 0, 0]
      for (const ring of measures.rings(layer)) {
        if (holes.plating[ring.hole] !== HOLE_PLATED) continue
        asked++
        if (ring.component >= 0) inCopper++
        else if (ring.value >= 0) cleared++
      }
      if (asked < QUORUM) continue
      // Outer layers hold every plated hole in a land. On inner layers unused lands may be left out, so only copper right
      // through the holes of a stated negative would give it away there.
      const outer = layer.side === 'top' || layer.side === 'bottom'
      if (outer && inCopper / asked < DOUBTFUL && cleared / asked < DOUBTFUL)
        inverted(layer, layer.negative ? 'negative' : 'positive', inCopper / asked, 'copper')
    }
    if (board.outline.area === 0) return
    for (const layer of board.layers) {
      if (layer.role !== 'soldermask') continue
      const share = measures.image(layer).area / board.outline.area
      if (share > 0.9 && share <= 1.1) inverted(layer, 'positive', share, 'mask')
    }
  },
})
