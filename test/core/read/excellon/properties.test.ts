import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DrillFormat } from '#core/read/excellon/drill-file.ts'
import { plotDrill } from '#core/read/excellon/plot-drill.ts'
import { readDrill } from '#core/read/excellon/read-drill.ts'
import { bytesOf, holesOf, plotText, readText } from '#test/core/read/excellon/plotted.ts'

/** A coordinate in units of the last digit of 3.3, and how a writer puts it down. */
const coordinate = fc.integer({ min: -99_999, max: 99_999 })
const sign = (n: number): string => (n < 0 ? '-' : '')
const all = (n: number): string => sign(n) + String(Math.abs(n)).padStart(6, '0')
const withoutLeading = (n: number): string => sign(n) + String(Math.abs(n))
const withoutTrailing = (n: number): string => sign(n) + (String(Math.abs(n)).padStart(6, '0').replace(/0+$/, '') || '0')
const decimal = (n: number): string => sign(n) + (Math.abs(n) / 1000).toFixed(3)

const hits = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 40 })
const body = (points: readonly (readonly [number, number])[], write: (n: number) => string) =>
  points.map(([x, y]) => `X${write(x)}Y${write(y)}`).join('\n')
const fileWith = (header: string, lines: string): string => `M48\n${header}\nT1C1.0\n%\nT1\n${lines}\nM30\n`

describe('the same holes however the numbers are written', () => {
  test('leading, trailing or no zeros left out, or decimal points', () => {
    fc.assert(
      fc.property(hits, (points) => {
        const expected = points.map(([x, y]) => [x / 1000 + 0, y / 1000 + 0, 1])
        expect(holesOf(plotText(fileWith('METRIC,TZ,000.000', body(points, withoutLeading))))).toEqual(expected)
        expect(holesOf(plotText(fileWith('METRIC,LZ,000.000', body(points, withoutTrailing))))).toEqual(expected)
        expect(holesOf(plotText(fileWith('METRIC,TZ,000.000', body(points, all))))).toEqual(expected)
        expect(holesOf(plotText(fileWith('METRIC', body(points, decimal))))).toEqual(expected)
      }),
    )
  })

  test('incremental and absolute, in either zero mode', () => {
    fc.assert(
      fc.property(hits, (points) => {
        const steps = points.map(([x, y], k): [number, number] => (k === 0 ? [x, y] : [x - points[k - 1]![0], y - points[k - 1]![1]]))
        const expected = holesOf(plotText(fileWith('METRIC,TZ,000.000', body(points, withoutLeading))))
        expect(holesOf(plotText(fileWith('METRIC,TZ,000.000\nICI,ON', body(steps, withoutLeading))))).toEqual(expected)
        expect(holesOf(plotText(fileWith('METRIC,LZ,000.000\nICI,ON', body(steps, withoutTrailing))))).toEqual(expected)
        expect(holesOf(plotText(fileWith('METRIC\nICI,ON', body(steps, decimal))))).toEqual(expected)
      }),
    )
  })

  test('inch is 25.4 times metric, coordinates and tools', () => {
    fc.assert(
      fc.property(hits, (points) => {
        const metric = holesOf(plotText(fileWith('METRIC,TZ,000.000', body(points, withoutLeading))))
        const inch = holesOf(plotText(fileWith('INCH,TZ,000.000', body(points, withoutLeading))))
        inch.forEach((hole, k) => hole.forEach((value, n) => expect(value).toBeCloseTo(metric[k]![n]! * 25.4, 8)))
      }),
    )
  })

  test('a repeat is the sum of its steps in the reading of either zero mode', () => {
    const readings: readonly DrillFormat[] = [
      { unit: 'mm', integer: 3, decimal: 3, omitted: 'leading' },
      { unit: 'mm', integer: 3, decimal: 3, omitted: 'trailing' },
    ]
    fc.assert(
      fc.property(coordinate, coordinate, fc.integer({ min: 1, max: 9 }), (start, step, times) => {
        for (const format of readings) {
          const write = format.omitted === 'leading' ? withoutLeading : withoutTrailing
          const { holes } = plotDrill(readText(`%\nT1C1.0\nX${write(start)}Y0\nR${times}X${write(step)}\nM30\n`), format)
          expect(holes.x0[times]! / 1000).toBeCloseTo(start + times * step, 4)
        }
      }),
    )
  })
})

describe('shift, turn and mirror', () => {
  const routed = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 8 })

  test('shifted input is shifted output, holes and paths', () => {
    fc.assert(
      fc.property(routed, fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }), (points, dx, dy) => {
        const program = (ox: number, oy: number) => {
          const [first, ...rest] = points.map(([x, y]) => `X${x + ox}Y${y + oy}`)
          return fileWith('METRIC,TZ,000.000', `G00${first}\nM15\nG01${rest.join('\n')}\nM16\nG05\n${first}G85${rest[0]}`)
        }
        const [a, b] = [plotText(program(0, 0)), plotText(program(dx, dy))]
        expect(holesOf(b).map((hole) => hole.length)).toEqual(holesOf(a).map((hole) => hole.length))
        for (let k = 0; k < a.holes.count; k++) {
          expect(b.holes.x0[k]).toBe(a.holes.x0[k]! + dx * 1000)
          expect(b.holes.y1[k]).toBe(a.holes.y1[k]! + dy * 1000)
        }
        a.paths.forEach((path, n) => path.x.forEach((x, k) => expect(b.paths[n]!.x[k]).toBe(x + dx * 1000)))
      }),
    )
  })

  test('an arc keeps its length when turned by a right angle, and turns round when mirrored', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }), (x, y) => {
        const radius = Math.ceil(Math.hypot(x, y))
        const arc = (code: string, ex: number, ey: number) =>
          plotText(fileWith('METRIC,TZ,000.000', `G00X0Y0\nM15\nG01X0Y-1\n${code}X${ex}Y${ey}A${radius}\nM16`)).paths[0]
        const [plain, mirrored] = [arc('G02', x, y), arc('G03', -x, y)]
        expect(mirrored!.bulge[1]).toBeCloseTo(-plain!.bulge[1]!, 9)
      }),
    )
  })
})

describe('any bytes', () => {
  const seeds = [
    fileWith(
      'METRIC,LZ,000.000\n;TYPE=PLATED\n;FILE_FORMAT=3:3',
      'X001Y002\nR5X1\nM25\nX1Y1\nM01\nR9M02X5Y5\nG00X0Y0\nM15\nG02X1Y1A1\nM16\nX1Y1G85X2Y2',
    ),
    '%\nT1C.015F095S3\nX01095Y01056\nX01095Y0127\nM30\n',
    'M48\n;T01 Holesize 1. = 12.0 Tolerance = +3.0/-3.0 PLATED MILS Quantity = 1\n; #@! TF.FileFunction,Plated,1,2,PTH\nINCH,TZ\nICI,ON\n%\nX1Y1\nM30\n',
  ].map(bytesOf)

  test('changed, cut and doubled files never throw and stay bounded', () => {
    const edit = fc.record({
      at: fc.nat(),
      kind: fc.constantFrom('set', 'cut', 'double', 'insert'),
      byte: fc.integer({ min: 0, max: 255 }),
      length: fc.integer({ min: 1, max: 12 }),
    })
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.array(edit, { minLength: 1, maxLength: 8 }), (seed, edits) => {
        let bytes = [...seed]
        for (const { at, kind, byte, length } of edits) {
          const k = at % Math.max(1, bytes.length)
          if (kind === 'set') bytes[k] = byte
          else if (kind === 'cut') bytes.splice(k, length)
          else if (kind === 'insert') bytes.splice(k, 0, byte)
          else bytes = [...bytes.slice(0, k), ...bytes.slice(Math.max(0, k - length), k), ...bytes.slice(k)]
        }
        const file = readDrill(Uint8Array.from(bytes))
        expect(file.candidates.length).toBeGreaterThan(0)
        const { holes, paths } = plotDrill(file, file.candidates[0]!)
        expect(holes.count).toBeLessThanOrEqual(file.commands.count)
        for (let k = 0; k < holes.count; k++)
          expect(Number.isFinite(holes.x0[k]! + holes.y0[k]! + holes.x1[k]! + holes.y1[k]! + holes.diameter[k]!)).toBe(true)
        for (const path of paths) for (const bulge of path.bulge) expect(Math.abs(bulge)).toBeLessThanOrEqual(1 + 1e-9)
      }),
      { numRuns: 3000 },
    )
  })

  test('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const file = readDrill(bytes)
        plotDrill(file, file.candidates[0]!)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['one endless line', 'X'.repeat(1_000_000)],
    ['a million lines of nothing', ';\n'.repeat(500_000)],
    ['a million digits', `X${'1'.repeat(1_000_000)}`],
    ['tools without end', Array.from({ length: 100_000 }, (_, k) => `T${k}C0.1`).join('\n')],
    ['nested repeats', `${'M25\nX1Y1\nM01\nR999999M02X1\n'.repeat(2000)}`],
    ['one pattern repeated for ever', `M25\n${'X1Y1\n'.repeat(2000)}M01\n${'R999999999M02X1\n'.repeat(100)}`],
    ['open parentheses', '('.repeat(500_000)],
  ])('%s is read in bounded time', (_name, text) => {
    const file = readText(text)
    plotDrill(file, file.candidates[0]!)
    expect(file.commands.count).toBeLessThan(1_100_000)
  })
})
