import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import { strokeText } from '#core/builder/stroke-font.ts'
import { silkscreenMirrored } from '#core/checks/silkscreen/silkscreen_mirrored.ts'
import { testCheck } from '#test/support/test-check.ts'

const edge = () => aBoard().outline({ width: 60, height: 30 })

/** Ten letters that tell their hand, among others. */
const WORDS = ['R1 R2 R3 R4', 'FR4 FRAME', 'C1 C2 U3 TP8', 'REF GND']

const written = (board: BoardBuilder, words: readonly string[], layer: string, mirrored: boolean, x = mirrored ? 50 : 5) =>
  words.reduce((b, word, i) => b.items(strokeText(word, [x, 5 + i * 2.5], 1.2, 0.15, layer, mirrored)), board)

// The mirrored way mirrors the text as well, and is flagged by right.
const not = ['mirrored']

testCheck(silkscreenMirrored, {
  clean: [
    { name: 'top text that reads from the top', board: written(edge(), WORDS, 'top-legend', false), not },
    { name: 'bottom text that reads from the bottom', board: written(edge(), WORDS, 'bottom-legend', true), not },
    {
      name: 'both sides, with a mirrored word on top among many',
      board: written(written(written(edge(), WORDS, 'top-legend', false), ['RR'], 'top-legend', true), WORDS, 'bottom-legend', true),
      not,
    },
  ],
  flagged: [
    {
      name: 'mirrored top text',
      board: written(edge(), WORDS, 'top-legend', true),
      findings: [{ message: 'mirrored', severity: 'warning', layer: 'top-legend' }],
      not,
    },
    {
      name: 'bottom text plotted as if on top',
      board: written(written(edge(), WORDS, 'top-legend', false), WORDS, 'bottom-legend', false),
      findings: [{ message: 'mirrored', severity: 'warning', layer: 'bottom-legend' }],
      not,
    },
  ],
  skipped: [
    { name: 'no legend', board: edge().pad({ at: [5, 5], size: [1, 1] }), missing: 'silkscreen' },
    { name: 'nine letters', board: written(edge(), ['RRRRRRRRR'], 'top-legend', true), missing: 'too few letters' },
    {
      name: 'as many one way as the other',
      board: written(written(edge(), WORDS, 'top-legend', false, 5), WORDS, 'top-legend', true, 55),
      missing: 'too few letters',
    },
    {
      name: 'letters that look alike in a mirror',
      board: written(edge(), ['AHIMOTUVWXY', 'AHIMOTUVWXY'], 'top-legend', false),
      missing: 'too few letters',
    },
  ],
})
