import { toMm } from '#core/base/units.ts'
import { atMostMm, defineCheck } from '#core/checks/define-check.ts'

export const boardOutlineContinuity = defineCheck({
  id: 'board_outline_continuity',
  title: 'Outline open or branching',
  category: 'mechanical_outline',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['files'],
  limits: { gap: atMostMm(0.05, 0, 'A router follows the centre line: it has to close') },
  why: 'The pen width can hide a gap from the eye; the router still sees an open path, and a fab refuses it.',
  fix: 'Close the contour exactly: let each end meet the next, and overlap no line.',
  source: 'Gerber Layer Format Specification 2024.05, 5.6.3 (Profile must be closed)',
  messages: { gap: 'the outline is open by {measured}' },
  run(board, _measures, report) {
    const { source, gaps, outer } = board.outline
    if (source === 'none') return 'needs an outline'
    for (const { from, to, width } of gaps) {
      const [a, b] = [
        [toMm(from[0]), toMm(from[1])],
        [toMm(to[0]), toMm(to[1])],
      ] as const
      report({
        message: 'gap',
        limit: 'gap',
        value: toMm(width),
        at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
        witness: [a, b],
        layers: board.layers.some((l) => l.path === board.outline.path)
          ? [board.layers.find((l) => l.path === board.outline.path)!.id]
          : [],
        files: board.outline.path ? [{ path: board.outline.path, line: 0 }] : [],
      })
    }
    const first = outer[0]
    if (gaps.length === 0 && first) report.extreme({ message: 'gap', limit: 'gap', value: 0, at: [toMm(first.x[0]!), toMm(first.y[0]!)] })
  },
})
