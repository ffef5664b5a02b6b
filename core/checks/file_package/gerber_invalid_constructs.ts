import { defineCheck, none } from '#core/checks/define-check.ts'
import { INVALID_CONSTRUCTS } from '#core/checks/measuring/problem-kinds.ts'

export const gerberInvalidConstructs = defineCheck({
  id: 'gerber_invalid_constructs',
  title: 'Invalid Gerber construct that changes the image',
  category: 'file_package',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['files'],
  limits: { constructs: none('The file follows the Gerber specification') },
  why: 'Readers repair forbidden constructs in silence, each in its own way: the fab sees another image than you.',
  fix: 'Export again with a current Gerber writer; avoid pours that cross themselves.',
  source: 'Gerber Layer Format Specification 2024.05, 2.11, 4.3, 4.10',
  messages: { invalid: '{text}' },
  run(board, _measures, report) {
    for (const file of board.files) {
      if (!file.gerber) continue
      for (const problem of file.problems) {
        if (!INVALID_CONSTRUCTS.has(problem.code)) continue
        report({
          message: 'invalid',
          limit: 'constructs',
          value: 1,
          at: null,
          always: true,
          // Every reader closes an open contour by a straight line: to be looked at, no reason to stop.
          severity: problem.code === 'open-contour' && problem.level === 'error' ? 'warning' : problem.level,
          cause: problem.code,
          files: [{ path: file.path, line: problem.line }],
          values: { text: problem.message },
        })
      }
    }
  },
})
