import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packColumns, unpackColumns, type Columns } from '#core/base/columns.ts'

const columnsOf = (value: Columns): Record<string, number[]> =>
  Object.fromEntries(Object.entries(value).map(([name, column]) => [name, [...column]]))

const anyColumns: fc.Arbitrary<Columns> = fc.dictionary(
  fc.string({ maxLength: 12 }).filter((name) => name !== '__proto__'),
  fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.uint16Array({ maxLength: 40 }),
    fc.uint32Array({ maxLength: 40 }),
    fc.int32Array({ maxLength: 40 }),
    fc.float32Array({ maxLength: 40, noNaN: true }),
    fc.float64Array({ maxLength: 40, noNaN: true }),
  ),
  { maxKeys: 8 },
)

describe('columns', () => {
  test('come back as they were, at places where any type may lie, in the one buffer', () => {
    fc.assert(
      fc.property(anyColumns, fc.json(), (columns, json) => {
        const meta: unknown = JSON.parse(json)
        const { buffer } = packColumns(meta, columns)
        const opened = unpackColumns(buffer)
        if (!opened.ok) throw new Error(opened.error.message)
        expect(opened.value.meta).toEqual(meta)
        expect(columnsOf(opened.value.columns)).toEqual(columnsOf(columns))
        for (const [name, column] of Object.entries(opened.value.columns)) {
          expect(column.constructor).toBe(columns[name]!.constructor)
          expect(column.buffer).toBe(buffer)
          expect(column.byteOffset % 8).toBe(0)
        }
      }),
    )
  })

  test('take a part of a larger array as it is', () => {
    const whole = Float64Array.from({ length: 10 }, (_, i) => i)
    const opened = unpackColumns(packColumns('part', { x: whole.subarray(3, 6) }).buffer)
    expect(opened.ok && [...opened.value.columns.x!]).toEqual([3, 4, 5])
  })

  test('texts of any language survive', () => {
    const meta = { name: 'Плата № 1 — 板 🟢', net: '+3V3\u0000\n' }
    const opened = unpackColumns(packColumns(meta, {}).buffer)
    expect(opened.ok && opened.value.meta).toEqual(meta)
  })

  test('any bytes that are no table are refused, never misread', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void expect(unpackColumns(bytes.slice().buffer).ok).toBe(false)))
  })

  test('a table with changed or missing bytes is refused or has the columns it names', () => {
    const block = packColumns({ a: 1 }, { x: new Float64Array(20), y: new Uint8Array(7) })
    fc.assert(
      fc.property(fc.nat(block.length - 1), fc.integer({ min: 0, max: 255 }), fc.nat(block.length), (at, value, length) => {
        const damaged = block.slice(0, Math.max(length, 0))
        if (at < damaged.length) damaged[at] = value
        const opened = unpackColumns(damaged.buffer)
        if (!opened.ok) return
        for (const column of Object.values(opened.value.columns))
          expect(column.byteOffset + column.byteLength).toBeLessThanOrEqual(damaged.length)
      }),
    )
  })
})
