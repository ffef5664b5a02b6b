import { describe, expect, it } from 'vitest'
import type { TimelineEntryShape } from '#core/ipc/production.ipc.ts'
import type { ProductionGroup } from '#renderer/state/slices/production.slice.ts'
import { shownItems } from '#renderer/views/production/shown-items.ts'
import { timelineDays } from '#renderer/views/production/timeline-days.ts'

const item = (title: string, change: Partial<ProductionGroup['items'][number]> = {}): ProductionGroup['items'][number] => ({
  kind: 'order',
  id: title,
  title,
  state: 'in-production',
  original: 'printing',
  changedAt: null,
  tracking: [],
  url: null,
  ...change,
})
const group = (account: string, items: ProductionGroup['items']): ProductionGroup => ({
  account,
  accountName: `Shop ${account}`,
  provider: 'authentise',
  items,
  hasTimeline: true,
  commented: [],
  readAt: 0,
  failure: null,
  heldUntil: null,
})

describe('what production lists', () => {
  const groups = [
    group('a', [item('old', { changedAt: '2026-01-01T00:00:00Z' }), item('undated')]),
    group('b', [
      item('new', {
        changedAt: '2026-02-01T00:00:00Z',
        state: 'shipped',
        original: 'in_transit',
        tracking: [{ carrier: 'UPS', number: '1Z9', url: null }],
      }),
    ]),
  ]
  it.each([
    ['all of it, newest first, undated last', {}, ['new', 'old', 'undated']],
    ['one account', { account: 'a' }, ['old', 'undated']],
    ['one state', { state: 'shipped' as const }, ['new']],
    ["the provider's own word", { words: 'IN_transit' }, ['new']],
    ['our word', { words: 'in production' }, ['old', 'undated']],
    ['a tracking number', { words: 'ups 1z9' }, ['new']],
    ['the name of an account', { words: 'shop b' }, ['new']],
    ['nothing that fits', { words: 'old', account: 'b' }, []],
  ])('%s', (_, filter, titles) => {
    const shown = shownItems(groups, { account: null, state: null, words: '', ...filter })
    expect(shown.map((each) => each.item.title)).toEqual(titles)
  })
})

describe('a timeline by days', () => {
  const entry = (kind: TimelineEntryShape['kind'], id: string, at: string | null, original = 'x'): TimelineEntryShape => ({
    kind,
    id,
    title: id,
    state: null,
    original,
    at,
    by: null,
    uri: null,
  })
  it('has the newest day and line first, counts pieces that stand alike, and keeps what has no time', () => {
    const days = timelineDays([
      entry('piece', 'p1', '2026-02-01T08:00:00', 'printing'),
      entry('piece', 'p2', '2026-02-01T08:01:00', 'printing'),
      entry('piece', 'p3', '2026-02-01T08:02:00', 'complete'),
      entry('order', 'o', '2026-02-01T12:00:00'),
      entry('comment', 'c', '2026-02-03T12:00:00'),
      entry('event', 'e', null),
      entry('event', 'f', 'never'),
    ])
    expect(days.map(({ day }) => day)).toEqual(['Tuesday, 3 February 2026', 'Sunday, 1 February 2026', null])
    expect(days.map(({ lines }) => lines.map(({ entries }) => entries.map(({ id }) => id)))).toEqual([
      [['c']],
      [['o'], ['p3'], ['p2', 'p1']],
      [['f'], ['e']],
    ])
  })
  it('is empty where nothing happened', () => expect(timelineDays([])).toEqual([]))
})
