import { expect, it } from 'vitest'
import { fieldErrors } from '#core/provider/wire/field-errors.ts'

it.each([
  ['errors by field', { errors: { name: 'is taken' } }, { name: 'is taken' }],
  ['several of a field', { errors: { name: ['is taken', 'is long'] } }, { name: 'is taken is long' }],
  ['a list with fields', { errors: [{ field: 'name', message: 'is taken' }] }, { name: 'is taken' }],
  ['a list with pointers', { errors: [{ source: { pointer: '/data/attributes/name' }, detail: 'is taken' }] }, { name: 'is taken' }],
  ['a list with paths', { detail: [{ loc: ['body', 'name'], msg: 'is taken' }] }, { name: 'is taken' }],
  ['no member around', { name: ['is taken'] }, { name: 'is taken' }],
  ['a sentence only', { message: 'no', code: 'NO', detail: 'never' }, {}],
  ['nothing readable', ['x'], {}],
  ['an entry without a field', { errors: [{ message: 'no' }] }, {}],
])('reads %s', (_, body, fields) => expect(fieldErrors(body)).toEqual(fields))
