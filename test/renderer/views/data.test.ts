import { describe, expect, it } from 'vitest'
import type { ResourceEntry } from '#renderer/state/slices/resources.slice.ts'
import { cellText, columnsOf, compareCells } from '#renderer/views/data/cell-text.ts'
import { groupsOf } from '#renderer/views/data/groups-of.ts'

const entry = (path: string, group: string, about = '', fields: ResourceEntry['fields'] = []): ResourceEntry => ({
  name: path.replace(/\W/g, ''),
  path,
  about,
  group,
  calls: ['list'],
  extras: [],
  canChange: false,
  canRemove: false,
  sortsThere: false,
  places: [],
  fields,
})
const listed = (name: string): ResourceEntry['fields'][number] => ({
  name,
  kind: 'text',
  words: [],
  isListed: true,
  isSent: false,
  isRequired: false,
})

describe('rows as they are shown', () => {
  it.each([
    [null, ''],
    [true, 'yes'],
    [3, '3'],
    ['text', 'text'],
    ['https://data.example.org/order/00000000-0000-4000-8000-000000000001/', '/order/…000001'],
    ['https://data.example.org/order/7/', '/order/7'],
    [['one'], 'one'],
    [[1, 2], '2 entries'],
    [[], ''],
    [{ a: 1 }, '{"a":1}'],
  ])('%o as "%s"', (value, text) => expect(cellText(value)).toBe(text))

  it('shows the most telling columns with something in them first', () => {
    const rows = [{ uri: 'u', zone: 'z', name: 'n', status: null, order: 'o' }]
    const fields = ['order', 'status', 'zone', 'name', 'uri'].map(listed)
    expect(columnsOf(entry('/a/', 'A', '', fields), rows)).toEqual(['name', 'order', 'zone', 'uri'])
    expect(columnsOf(entry('/a/', 'A'), [{ color: 'c', id: 1 }])).toEqual(['id', 'color'])
  })

  it('sorts numbers by size, texts with numbers as people count, and what is empty last', () => {
    expect([10, 9, 100].toSorted(compareCells)).toEqual([9, 10, 100])
    expect(['b 10', '', 'b 9', 'a'].toSorted(compareCells)).toEqual(['a', 'b 9', 'b 10', ''])
  })
})

describe('kinds of data by words', () => {
  const entries = [
    entry('/order/', 'Orders', 'what is made'),
    entry('/piece/', 'Production', 'a part of an order'),
    entry('/run/', 'Production'),
  ]
  it.each([
    [
      '',
      [
        ['Orders', ['/order/']],
        ['Production', ['/piece/', '/run/']],
      ],
    ],
    [
      'order',
      [
        ['Orders', ['/order/']],
        ['Named in what they are', ['/piece/']],
      ],
    ],
    ['production RUN', [['Production', ['/run/']]]],
    ['nothing', []],
  ])('"%s"', (words, groups) => {
    expect(groupsOf(entries, words).map(({ id, entries: some }) => [id, some.map(({ path }) => path)])).toEqual(groups)
  })
})
