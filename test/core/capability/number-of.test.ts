import { describe, expect, it } from 'vitest'
import { numberOf, type Capability } from '#core/capability/capability.ts'

const figure = (value: unknown) => ({ value, source: 'a page', asOf: '2026-01-01' })
const capability: Capability = {
  id: 'some',
  name: 'Some',
  service: 'pool',
  units: 'mm',
  notes: '',
  params: {
    minTrace: figure(0.1),
    boardMax: figure([500, 400]),
    panel: figure({ vLinesPitch: 5, vcutMin: [120, 100], note: 'by hand' }),
    unknown: figure(null),
    mixed: figure([1, 'two']),
  },
}

describe('numberOf', () => {
  it.each([
    ['minTrace', 0.1],
    ['boardMax.0', 400],
    ['boardMax.1', 500],
    ['panel.vLinesPitch', 5],
    ['panel.vcutMin.0', 100],
    ['panel.vcutMin.1', 120],
  ])('%s is %d', (name, value) => {
    expect(numberOf(capability, name)).toEqual({ value, source: 'a page', asOf: '2026-01-01' })
  })

  it.each([
    'nothing',
    'unknown',
    'boardMax',
    'boardMax.2',
    'panel',
    'panel.note',
    'panel.nothing',
    'panel.nothing.0',
    'mixed.0',
    'minTrace.0',
  ])('%s is no number', (name) => {
    expect(numberOf(capability, name)).toBeNull()
  })
})
