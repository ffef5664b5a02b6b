import { describe, expect, it } from 'vitest'
import { formFields, leftOut, readForm } from '#core/provider/resource-form.ts'
import type { ResourceField } from '#core/provider/resource-source.ts'

const field = (name: string, kind: ResourceField['kind'], change: Partial<ResourceField> = {}): ResourceField => ({
  name,
  kind,
  words: [],
  isListed: true,
  isSent: true,
  isRequired: false,
  ...change,
})

describe('a form for a new resource', () => {
  it.each([
    ['text', 'a b', 'a b'],
    ['link', 'https://data.example.org/order/1/', 'https://data.example.org/order/1/'],
    ['identifier', '2b1c9d6e-4a10-4c7e-9d5e-0a1b2c3d4e5f', '2b1c9d6e-4a10-4c7e-9d5e-0a1b2c3d4e5f'],
    ['moment', '2026-02-03', '2026-02-03T00:00:00.000Z'],
    ['integer', '12', 12],
    ['decimal', '1,5', 1.5],
    ['seconds', '90', 90],
    ['flag', 'false', false],
    ['series', 'a\n\n b ', ['a', 'b']],
    ['series', '[{"a":1}]', [{ a: 1 }]],
    ['record', '{"a":1}', { a: 1 }],
    ['anything', '[1]', [1]],
    ['anything', 'plain', 'plain'],
  ] as const)('reads %s from "%s"', (kind, text, value) => {
    expect(readForm([field('f', kind)], { f: text })).toEqual({ ok: true, value: { f: value } })
  })

  it.each([
    ['link', 'order 1'],
    ['address', 'nowhere'],
    ['identifier', '12'],
    ['moment', 'soon'],
    ['integer', '1.5'],
    ['decimal', 'much'],
    ['flag', 'perhaps'],
    ['series', '[1'],
    ['record', '[1]'],
  ] as const)('says what %s has to be when it is "%s"', (kind, text) => {
    const read = readForm([field('f', kind), field('fine', 'text')], { f: text, fine: 'x' })
    expect(read).toMatchObject({ ok: false, error: { problems: { f: expect.stringMatching(/^[A-Z]/) } } })
    expect(!read.ok && Object.keys(read.error.problems)).toEqual(['f'])
  })

  it('takes only words that the contract names, and sends nothing that is empty', () => {
    const status = field('status', 'text', { words: ['new', 'done'] })
    expect(readForm([status], { status: 'lost' })).toEqual({
      ok: false,
      error: { code: 'wrong', problems: { status: 'One of new, done' } },
    })
    expect(readForm([status], { status: ' ' })).toEqual({ ok: true, value: {} })
  })

  it('asks for what has no default first, and for nothing that servers set or lists are filtered by', () => {
    const fields = [
      field('notes', 'text'),
      field('name', 'text', { isRequired: true }),
      field('uri', 'link', { isRequired: true }),
      field('name_ilike', 'flag'),
      field('status', 'text', { isSent: false }),
    ]
    expect(formFields(fields).map(({ name }) => name)).toEqual(['name', 'notes'])
    expect(leftOut(fields, {})).toEqual(['name'])
    expect(leftOut(fields, { name: 'x' })).toEqual([])
  })
})
