import { defineCheck } from '#core/checks/define-check.ts'
import { smallestRectangle } from '#core/checks/measuring/smallest-rectangle.ts'

export const boardSizeLimits = defineCheck({
  id: 'board_size_limits',
  title: 'Board size outside service limits',
  category: 'mechanical_outline',
  tier: 1,
  severity: 'warning',
  basis: 'measured',
  needs: ['outline'],
  limits: {
    shortSide: {
      unit: 'mm',
      direction: 'min',
      limit: 10,
      target: null,
      source: 'Conservative class 2 default',
      capability: ['boardMin.0'],
    },
    longSide: {
      unit: 'mm',
      direction: 'max',
      limit: 450,
      target: null,
      source: 'Conservative class 2 default',
      capability: ['boardMax.1'],
    },
    width: { unit: 'mm', direction: 'max', limit: 450, target: null, source: 'Conservative class 2 default', capability: ['boardMax.0'] },
  },
  why: 'A board that does not fit the line, or is too small to hold, is refused or costs a set-up.',
  fix: 'Enlarge the board, put several in a panel, or choose another service.',
  source: 'Fab capability pages; IPC-2221B, 5.3',
  messages: {
    small: 'the short side is {measured}, {limit} needed',
    long: 'the long side is {measured}, {limit} is the largest',
    wide: 'the short side is {measured}, {limit} is the largest',
  },
  run(board, _measures, report) {
    const { short, long, centre } = smallestRectangle(board.outline.outer)
    report({ message: 'small', limit: 'shortSide', value: short, at: centre })
    report({ message: 'long', limit: 'longSide', value: long, at: centre })
    report({ message: 'wide', limit: 'width', value: short, at: centre })
  },
})
