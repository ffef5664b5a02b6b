import { describe, expect, test } from 'vitest'
import { remoteDifferences, type OwnLine, type RemoteDifference, type RemoteLine } from '#core/bom/remote-differences.ts'

interface Case {
  readonly name: string
  readonly own: readonly Partial<OwnLine>[]
  readonly remote: readonly RemoteLine[]
  readonly notPlaced?: readonly string[]
  readonly expected: readonly RemoteDifference[]
}

const MPN = { 'Manufacturer Part Number': 'RC0603FR-0710KL', Manufacturer: 'Yageo' }

const cases: readonly Case[] = [
  {
    name: 'the same parts',
    own: [{ refs: ['R1', 'R2'], partNumbers: MPN }],
    remote: [{ refs: ['R1', 'R2'], mpn: 'rc0603fr-0710kl' }],
    expected: [],
  },
  { name: 'no part is chosen there yet', own: [{ refs: ['R1'], partNumbers: MPN }], remote: [{ refs: ['R1'], mpn: null }], expected: [] },
  { name: 'the list names no part', own: [{ refs: ['R1'] }], remote: [{ refs: ['R1'], mpn: 'X' }], expected: [] },
  {
    name: 'a maker is no part number',
    own: [{ refs: ['R1'], partNumbers: { Manufacturer: 'Yageo' } }],
    remote: [{ refs: ['R1'], mpn: 'X' }],
    expected: [],
  },
  {
    name: 'another part, said once for all its placements',
    own: [{ refs: ['R10', 'R2'], partNumbers: MPN }],
    remote: [{ refs: ['R2', 'R10'], mpn: 'X' }],
    expected: [{ kind: 'other-part', refs: ['R10', 'R2'], here: 'RC0603FR-0710KL', there: 'X' }],
  },
  {
    name: 'parts on one side only, in natural order',
    own: [{ refs: ['R10', 'R2'] }],
    remote: [{ refs: ['R2', 'C1'], mpn: null }],
    expected: [
      { kind: 'only-there', ref: 'C1' },
      { kind: 'only-here', ref: 'R10' },
    ],
  },
  { name: 'not fitted and not there', own: [{ refs: ['R1'], fitted: false }], remote: [], expected: [] },
  {
    name: 'not fitted here, placed there',
    own: [{ refs: ['R1'], fitted: false }],
    remote: [{ refs: ['R1'], mpn: null }],
    expected: [{ kind: 'not-fitted-here', ref: 'R1' }],
  },
  {
    name: 'not fitted here, marked there',
    own: [{ refs: ['R1'], fitted: false }],
    remote: [{ refs: ['R1'], mpn: null }],
    notPlaced: ['R1'],
    expected: [],
  },
  {
    name: 'fitted here, marked there',
    own: [{ refs: ['R1'], fitted: true }],
    remote: [{ refs: ['R1'], mpn: null }],
    notPlaced: ['R1'],
    expected: [{ kind: 'not-placed-there', ref: 'R1' }],
  },
]

describe('a package and a provider about the same parts', () => {
  test.each(cases)('$name', ({ own, remote, notPlaced = [], expected }) => {
    const lines = own.map((line) => ({ refs: [], partNumbers: {}, fitted: null, ...line }))
    expect(remoteDifferences(lines, remote, new Set(notPlaced))).toEqual(expected)
  })
})
