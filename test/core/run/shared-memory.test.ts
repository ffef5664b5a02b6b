import { expect, test } from 'vitest'
import { inShared } from '#core/run/shared-memory.ts'

const column = (length: number): Float64Array => Float64Array.from({ length }, (_, i) => i / 3)

test('plain data comes out the same, its large columns in shared memory', () => {
  const large = column(2000)
  const value = {
    large,
    small: column(3),
    again: [large],
    text: 'top',
    none: null,
    nested: { flags: new Uint8Array(5000).fill(7), list: [1, 'a'] },
  }
  const shared = inShared(value)
  expect(shared).toEqual(value)
  expect([shared.large, shared.nested.flags].map(({ buffer }) => buffer instanceof SharedArrayBuffer)).toEqual([true, true])
  expect(shared.small).toBe(value.small)
  expect(shared.again[0]).toBe(shared.large)
  expect(value.large.buffer).toBeInstanceOf(ArrayBuffer)
})

test('a part of a larger block is copied alone', () => {
  const part = column(4000).subarray(1000, 2000)
  const shared = inShared(part)
  expect(shared).toEqual(part)
  expect(shared.buffer.byteLength).toBe(8000)
})

test('what is shared already is not copied again', () => {
  const once = inShared({ a: column(2000) })
  expect(inShared(once).a).toBe(once.a)
})
