import type { Contour } from '#core/board/board.ts'
import { toMm } from '#core/base/units.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'

/** Two contours whose boxes differ by less than this on every side are copies, or the two sides of one pen line. */
const COPY_NM = 500_000

const nearCopy = (a: Contour, b: Contour): boolean =>
  a.box.every((v, i) => Math.abs(v - b.box[i]!) <= COPY_NM) &&
  Math.abs(a.area - b.area) <= COPY_NM * (a.box[2] - a.box[0] + a.box[3] - a.box[1]) * 2

export const multipleOutlines = defineCheck({
  id: 'multiple_outlines',
  title: 'Several or doubled outlines',
  category: 'mechanical_outline',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['outline'],
  limits: { extra: none('One closed contour bounds the board') },
  why: 'With two outlines the fab has to guess which one to mill.',
  fix: 'Keep one outline; delete copies from other layers, and draw the contour with a pen instead of as a filled frame.',
  source: 'Gerber Layer Format Specification 2024.05, 5.6.3 (one Profile)',
  messages: {
    doubled: '{count} contours are drawn twice',
    nested: 'a second contour runs along the outline at less than 0.5 mm',
    several: '{count} separate contours: a panel, or copies of one board',
    files: '{count} files each claim to be the outline',
  },
  run(board, _measures, report) {
    const { outer, cutouts, frames = [], doubled, path } = board.outline
    const files = path ? [{ path, line: 0 }] : []
    const at = (c: Contour): readonly [number, number] => [toMm(c.x[0]!), toMm(c.y[0]!)]
    if (doubled > 0)
      report({
        message: 'doubled',
        limit: 'extra',
        value: doubled,
        at: at(outer[0]!),
        always: true,
        severity: 'info',
        files,
        values: { count: String(doubled) },
      })
    // Which of the two is the edge depends on where the pads lie: the other one is a cut-out or a frame.
    for (const inside of [...cutouts, ...frames]) {
      if (outer.some((contour) => nearCopy(contour, inside)))
        report({ message: 'nested', limit: 'extra', value: 1, at: at(inside), always: true, files })
    }
    if (outer.length > 1) {
      report({
        message: 'several',
        limit: 'extra',
        value: outer.length,
        at: at(outer[1]!),
        always: true,
        severity: 'warning',
        files,
        values: { count: String(outer.length) },
      })
    }
    const claims = board.files.filter((f) => f.role === 'outline' && f.gerber && f.gerber.plotted.objects.count > 0)
    if (claims.length > 1) {
      report({
        message: 'files',
        limit: 'extra',
        value: claims.length,
        at: null,
        always: true,
        severity: 'warning',
        files: claims.map((f) => ({ path: f.path, line: 0 })),
        values: { count: String(claims.length) },
      })
    }
  },
})
