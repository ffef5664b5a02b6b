import { expect, it } from 'vitest'
import type { PartsLibraryShape } from '#core/ipc/parts-libraries.ipc.ts'
import { countsText, filterLibraries, NO_FILTER } from '#renderer/views/librepcb/library-filter.ts'

const library = (name: string, part: Partial<PartsLibraryShape> = {}): PartsLibraryShape => ({
  uuid: name,
  name,
  description: '',
  keywords: [],
  author: '',
  version: '1',
  url: '',
  isDeprecated: false,
  isRecommended: false,
  needsNewer: false,
  dependencies: [],
  counts: {},
  updatedAt: '',
  format: '1',
  hasIcon: false,
  downloadBytes: null,
  downloadSha256: null,
  ...part,
})

const ALL = [
  library('Part 10'),
  library('Part 9', { description: 'Pin headers', keywords: ['connector'] }),
  library('Base', { isRecommended: true }),
  library('Old', { isDeprecated: true, author: 'Ada' }),
  library('Next', { needsNewer: true }),
]

it.each([
  { filter: {}, shown: ['Base', 'Part 9', 'Part 10'] },
  { filter: { onlyRecommended: true }, shown: ['Base'] },
  { filter: { withDeprecated: true }, shown: ['Base', 'Old', 'Part 9', 'Part 10'] },
  { filter: { withNewer: true }, shown: ['Base', 'Next', 'Part 9', 'Part 10'] },
  { filter: { words: 'HEADERS connector' }, shown: ['Part 9'] },
  { filter: { words: 'headers base' }, shown: [] },
  { filter: { words: 'ada', withDeprecated: true }, shown: ['Old'] },
])('shows $shown for $filter', ({ filter, shown }) =>
  expect(filterLibraries(ALL, { ...NO_FILTER, ...filter }).map(({ name }) => name)).toEqual(shown),
)

it.each([
  { counts: { devices: 0, symbols: 0, packages: 0 }, text: 'empty' },
  { counts: { devices: 1, symbols: 1200, packages: 0 }, text: '1 device · 1,200 symbols' },
])('says what is inside: $text', ({ counts, text }) => expect(countsText(counts)).toBe(text))
