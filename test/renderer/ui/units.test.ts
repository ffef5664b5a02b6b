import { describe, expect, test } from 'vitest'
import { counted, formatAgo, formatBytes, formatValue } from '#renderer/ui/format-value.ts'
import { formatLength, formatSize, lengthNumber, nextUnit } from '#renderer/ui/units.ts'

describe('lengths', () => {
  test.each([
    [0.127, 'mm', '0.127 mm'],
    [0.127, 'mil', '5 mil'],
    [0.127, 'inch', '0.005 in'],
    [25.4, 'inch', '1 in'],
    [-0.05, 'mm', '−0.05 mm'],
    [0.0004, 'mm', '0 mm'],
    [-0.0004, 'mm', '0 mm'],
    [1000, 'mm', '1000 mm'],
    [0.1524, 'mil', '6 mil'],
  ] as const)('%f mm in %s is %s', (mm, unit, want) => {
    expect(formatLength(mm, unit)).toBe(want)
  })

  test('coordinates keep their zeros so that they do not jump', () => {
    expect(lengthNumber(21.3, 'mm')).toBe('21.300')
    expect(lengthNumber(-0.00001, 'mm')).toBe('0.000')
  })

  test('board sizes', () => {
    expect(formatSize(61.2, 38, 'mm')).toBe('61.2 × 38.0 mm')
    expect(formatSize(50.8, 25.4, 'inch')).toBe('2.00 × 1.00 in')
  })

  test('mm, mil, inch and round again', () => {
    expect(nextUnit('mm')).toBe('mil')
    expect(nextUnit('mil')).toBe('inch')
    expect(nextUnit('inch')).toBe('mm')
  })
})

describe('other values', () => {
  test.each([
    [0.08, 'mm', '0.08 mm'],
    [3.25, 'mm2', '3.25 mm²'],
    [82.34, 'percent', '82.3 %'],
    [8, 'ratio', '8 : 1'],
    [12, 'count', '12'],
    [1, 'bool', 'yes'],
    [0, 'bool', 'no'],
  ] as const)('%f %s is %s', (value, metric, want) => {
    expect(formatValue(value, metric, 'mm')).toBe(want)
  })

  test('areas follow the unit', () => {
    expect(formatValue(645.16, 'mm2', 'inch')).toBe('1 in²')
  })

  test('counts, sizes, moments', () => {
    expect(counted(1, 'file')).toBe('1 file')
    expect(counted(1200, 'file')).toBe('1,200 files')
    expect(formatBytes(999)).toBe('999 B')
    expect(formatBytes(340_000)).toBe('340 kB')
    expect(formatBytes(19_400_000)).toBe('19.4 MB')
    expect(formatAgo(0, 5000)).toBe('just now')
    expect(formatAgo(0, 7_200_000)).toBe('2 hours ago')
    expect(formatAgo(0, 90_000_000)).toBe('yesterday')
  })
})
