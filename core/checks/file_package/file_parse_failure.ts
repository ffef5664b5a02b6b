import { defineCheck, none } from '#core/checks/define-check.ts'
import { isDesignProblem } from '#core/read/librepcb/project-boards.ts'
import { INVALID_CONSTRUCTS } from '#core/checks/measuring/problem-kinds.ts'

export const fileParseFailure = defineCheck({
  id: 'file_parse_failure',
  title: 'File cannot be read completely',
  category: 'file_package',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['files'],
  limits: { failures: none('A fabrication file is read whole or not trusted') },
  why: 'What a reader skips is missing on the board, and every reader skips something else.',
  fix: 'Export the damaged file again; do not edit Gerber text by hand, and send archives in binary mode.',
  source: 'Gerber Layer Format Specification 2024.05, 3.5 (conformance)',
  messages: { failed: '{text}', truncated: 'ends without an end-of-file command: probably cut off' },
  run(board, _measures, report) {
    for (const file of board.files) {
      const artwork = file.gerber ?? file.drill
      // What a design file says and was not plotted is missing in the artwork.
      if (!artwork && file.role !== 'unknown' && !file.problems.some(isDesignProblem)) continue
      for (const problem of file.problems) {
        // Forbidden but readable constructs are gerber_invalid_constructs'.
        if (problem.level !== 'error' || INVALID_CONSTRUCTS.has(problem.code)) continue
        report({
          message: 'failed',
          limit: 'failures',
          value: 1,
          at: null,
          always: true,
          cause: problem.code,
          files: [{ path: file.path, line: problem.line }],
          values: { text: problem.message },
        })
      }
      if (artwork && !artwork.ended && (file.gerber?.plotted.objects.count ?? file.drill?.commands.count ?? 0) > 0) {
        report({
          message: 'truncated',
          limit: 'failures',
          value: 1,
          at: null,
          always: true,
          severity: 'warning',
          files: [{ path: file.path, line: 0 }],
        })
      }
    }
  },
})
