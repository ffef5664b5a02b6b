import { defineCheck } from '#core/checks/define-check.ts'
import { textHand } from '#core/checks/measuring/text-hand.ts'

const LEAST_GLYPHS = 10
const MAJORITY = 2 / 3

export const silkscreenMirrored = defineCheck({
  id: 'silkscreen_mirrored',
  title: 'Legend text mirrored',
  category: 'silkscreen',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['legend'],
  limits: {
    mirrored: {
      unit: 'bool',
      direction: 'boolean',
      limit: 0,
      target: null,
      source: 'Top text reads from the top, bottom text from the bottom',
    },
  },
  why: 'Mirrored text cannot be read, and often the whole layer was plotted from the wrong side.',
  fix: 'Plot the legend again without mirroring; in the top view bottom text is mirrored.',
  source: 'Gerber Layer Format Specification 2024.05, 2.1: all layers are seen from the top',
  messages: {
    mirrored: 'the text is mirrored: {wrong} of {all} recognised letters read backwards from the {side}',
  },
  run(board, measures, report) {
    let decided = false
    for (const layer of board.layers) {
      if (layer.role !== 'legend' || (layer.side !== 'top' && layer.side !== 'bottom')) continue
      const { plain, mirrored } = textHand(layer, measures)
      const [right, wrong] = layer.side === 'top' ? [plain, mirrored] : [mirrored, plain]
      const all = right + wrong
      if (all < LEAST_GLYPHS || Math.max(right, wrong) < MAJORITY * all) continue
      decided = true
      if (wrong < right) continue
      report({
        message: 'mirrored',
        limit: 'mirrored',
        value: 1,
        at: null,
        layers: [layer.id],
        files: [{ path: layer.path, line: 0 }],
        values: { wrong: String(wrong), all: String(all), side: layer.side },
      })
    }
    return decided ? undefined : 'too few letters that tell their hand were recognised (stroked R, F, G and 4)'
  },
})
