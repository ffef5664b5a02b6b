import { describe, expect, it } from 'vitest'
import { newestFirst } from '#core/production/order-items.ts'
import { productionState, type StateSubject } from '#core/production/states.ts'
import type { ProductionItem, ProviderId } from '#core/provider/provider.ts'
import { resources } from '#core/provider/authentise/generated/index.ts'

/** Every word of the references, with what it means to all. */
const WORDS: readonly (readonly [provider: ProviderId, subject: StateSubject, words: Readonly<Record<string, string>>])[] = [
  [
    'authentise',
    'order',
    {
      new: 'waiting',
      cloning: 'draft',
      calculating_estimates: 'waiting',
      pending: 'waiting',
      'in-preparation': 'waiting',
      confirmed: 'accepted',
      processing: 'in-production',
      printing: 'in-production',
      'post-processing': 'in-production',
      shipping: 'done',
      complete: 'done',
      cancelled: 'cancelled',
      error: 'failed',
    },
  ],
  [
    'authentise',
    'piece',
    {
      new: 'waiting',
      confirmed: 'accepted',
      'queued-for-printing': 'accepted',
      printing: 'in-production',
      'queued-for-post-processing': 'in-production',
      'post-processing': 'in-production',
      'queued-for-shipping': 'done',
      shipping: 'done',
      complete: 'done',
      incomplete: 'failed',
      cancelled: 'cancelled',
      error: 'failed',
    },
  ],
  [
    'authentise',
    'run',
    {
      calculating: 'waiting',
      calculated: 'waiting',
      queued: 'accepted',
      'queued-work-ready': 'accepted',
      'in-progress': 'in-production',
      paused: 'in-production',
      error: 'failed',
      complete: 'done',
      cancelled: 'cancelled',
    },
  ],
  [
    'authentise',
    'shipment',
    { new: 'waiting', queued: 'waiting', in_transit: 'shipped', received: 'delivered', error: 'failed', cancelled: 'cancelled' },
  ],
  ['authentise', 'quote', { pending: 'waiting', processing: 'waiting', complete: 'done', error: 'failed' }],
  ['circuithub', 'order', { in_progress: 'in-production', completed: 'done', on_fire: 'unknown' }],
  ['circuithub', 'project', { importing: 'waiting', complete: 'accepted', failed: 'failed' }],
  [
    'asap',
    'order',
    { accepted: 'accepted', in_production: 'in-production', on_hold: 'waiting', shipped: 'shipped', delivered: 'delivered' },
  ],
  [
    'batchivo',
    'run',
    { Queued: 'waiting', 'In Progress': 'in-production', 'in-progress': 'in-production', canceled: 'cancelled', curing: 'unknown' },
  ],
  ['librepcb', 'order', { anything: 'unknown' }],
]

describe('production states', () => {
  for (const [provider, subject, words] of WORDS)
    it.each(Object.entries(words))(`${provider} ${subject} %s is %s`, (word, state) =>
      expect(productionState(provider, subject, word)).toBe(state),
    )

  it('knows every word that the reference gives for orders and line items', () => {
    const { order, lineItem } = resources
    for (const word of order.fields.status.words) expect([word, productionState('authentise', 'order', word)]).not.toContain('unknown')
    for (const word of lineItem.fields.status.words)
      expect([word, productionState('authentise', 'line-item', word)]).not.toContain('unknown')
    expect(order.fields.status.words.length + lineItem.fields.status.words.length).toBeGreaterThan(20)
  })

  it('takes names of object members for nothing special', () =>
    expect(productionState('circuithub', 'order', 'constructor')).toBe('unknown'))
})

describe('the order of items', () => {
  const item = (id: string, changedAt: string | null): ProductionItem => ({
    kind: 'order',
    id,
    title: id,
    state: 'unknown',
    original: '',
    changedAt,
    tracking: [],
    url: null,
  })

  it('is newest first, without time last, steady for equal times', () => {
    const items = [
      item('b', '2026-01-01T00:00:00Z'),
      item('x', null),
      item('a', '2026-01-01T01:00:00+01:00'),
      item('c', '2026-01-02T00:00:00Z'),
    ]
    expect(newestFirst(items).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'x'])
    expect(newestFirst([...items].reverse()).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'x'])
  })
})
