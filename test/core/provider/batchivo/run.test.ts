import { describe, expect, it } from 'vitest'
import { isRunOf } from '#core/provider/batchivo/run-of-product.ts'
import { runItem, timelineOfRun } from '#core/provider/batchivo/run.ts'

const cases = [
  {
    name: 'every time it knows, and how it stands',
    run: { id: 4, name: 'Run 4', status: 'printing', created_at: '2026-02-01T00:00:00Z', started_at: '2026-02-02T00:00:00Z', updated_at: '2026-02-03T00:00:00Z' }, // prettier-ignore
    timeline: [
      ['event', 'created', null],
      ['event', 'started', null],
      ['run', 'Run 4', 'in-production'],
    ],
  },
  { name: 'a word that nobody knows', run: { id: 'a', status: 'levitating' }, timeline: [['run', 'Run a', 'unknown']] },
  {
    name: 'notes without a time come last',
    run: { run_number: 'R-9', state: 'completed', completed_at: '2026-02-03T00:00:00Z', notes: 'Nozzle changed' },
    timeline: [
      ['event', 'completed', null],
      ['run', 'R-9', 'done'],
      ['comment', 'Notes', null],
    ],
  },
] as const

describe('a production run of Batchivo', () => {
  it.each(cases)('$name', ({ run, timeline }) => {
    expect(timelineOfRun(run).map(({ kind, title, state }) => [kind, title, state])).toEqual(timeline)
    expect(timelineOfRun(run).find(({ kind }) => kind === 'run')?.original).toBe(runItem(run).original)
  })
})

describe('the runs of a product', () => {
  it.each([
    [{ product_id: 'p-1' }, true],
    [{ product: 'p-1' }, true],
    [{ product: { id: 'p-1', name: 'Enclosure' } }, true],
    [{ product_id: 'p-2' }, false],
    [{ name: 'p-1' }, false],
    [{ product: null }, false],
  ] as const)('%o', (run, isOf) => expect(isRunOf(run, 'p-1')).toBe(isOf))
})
