import { defineCheck } from '#core/checks/define-check.ts'

const SOURCE_TEXT = {
  route: 'the route file',
  drawing: 'a drawing',
  'other-layer': 'another layer',
} as const

export const boardOutlineMissing = defineCheck({
  id: 'board_outline_missing',
  title: 'No board outline',
  category: 'mechanical_outline',
  tier: 1,
  severity: 'error',
  basis: 'measured',
  needs: ['files'],
  limits: { missing: { unit: 'bool', direction: 'boolean', limit: 0, target: null, source: 'A board needs one closed outline' } },
  why: 'Without an outline the fab does not know where to cut, nor what the board costs.',
  fix: 'Add the outline as one closed contour on a layer of its own.',
  source: 'Gerber Layer Format Specification 2024.05, 5.6.3 (Profile)',
  messages: {
    missing: 'no closed contour bounds the copper',
    unlabelled: 'no outline file; the contour was taken from {where}',
  },
  run(board, _measures, report) {
    const { source, path, outer } = board.outline
    const files = path ? [{ path, line: 0 }] : []
    const flag = { limit: 'missing', value: 1, at: null, always: true, files } as const
    if (source === 'none' || (outer.length === 0 && board.outline.gaps.length === 0)) report({ ...flag, message: 'missing' })
    else if (source !== 'outline' && source !== 'route') {
      report({ ...flag, message: 'unlabelled', severity: 'warning', values: { where: `${SOURCE_TEXT[source]} ${path ?? ''}`.trim() } })
    }
  },
})
