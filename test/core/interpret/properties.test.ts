import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interpretGerber } from '#core/interpret/interpret-gerber.ts'
import type { GerberLayer, PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { plotText, primAreas } from '#test/core/interpret/plotted.ts'

type Place = readonly [x: number, y: number]
type Operation =
  | { readonly kind: 'flash'; readonly to: Place }
  | { readonly kind: 'move'; readonly to: Place }
  | { readonly kind: 'draw'; readonly to: Place }
  | { readonly kind: 'turn'; readonly about: Place; readonly quarters: 1 | 2 | 3 | 4; readonly isCcw: boolean }
  | { readonly kind: 'aperture'; readonly code: number }
  | { readonly kind: 'square'; readonly at: Place; readonly side: number }

const APERTURES = ['C,0.4', 'R,0.6X0.3', 'O,0.5X0.2', 'P,0.7X5', 'C,0.6X0.2', 'RING', 'L']
const MACROS = '%AMRING*7,0.05,0,0.8,0.5,0.1,10*%%AML*4,1,3,0,0,0.9,0,0,0.4,0,0,0*%'

const coordinate = fc.integer({ min: -50_000, max: 50_000 })
const place = fc.tuple(coordinate, coordinate)
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('flash' as const), to: place }),
  fc.record({ kind: fc.constant('move' as const), to: place }),
  fc.record({ kind: fc.constant('draw' as const), to: place }),
  fc.record({
    kind: fc.constant('turn' as const),
    about: fc.tuple(fc.integer({ min: 500, max: 5000 }), fc.integer({ min: -5000, max: 5000 })),
    quarters: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    isCcw: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('aperture' as const), code: fc.integer({ min: 10, max: 9 + APERTURES.length }) }),
  fc.record({ kind: fc.constant('square' as const), at: place, side: fc.integer({ min: 100, max: 9000 }) }),
)
const operations = fc.array(operation, { minLength: 1, maxLength: 25 })

interface Writing {
  readonly map: (place: Place) => Place
  /** The map turns counterclockwise into clockwise. */
  readonly flips: boolean
  /** State set before the first object. */
  readonly state: string
}

const PLAIN: Writing = { map: (p) => p, flips: false, state: '' }

/** Writes operations in mm with 3 decimal digits. */
const write = (list: readonly Operation[], { map, flips, state }: Writing): string => {
  const definitions = APERTURES.map((definition, k) => `%ADD${10 + k}${definition}*%`).join('\n')
  const word = (p: Place): string => map(p).reduce((text, v, k) => `${text}${k === 0 ? 'X' : 'Y'}${v}`, '')
  let now: Place = [0, 0]
  const lines = list.map((op): string => {
    switch (op.kind) {
      case 'aperture':
        return `D${op.code}*`
      case 'flash':
      case 'move':
      case 'draw':
        now = op.to
        return `${op.kind === 'draw' ? 'G01*' : ''}${word(op.to)}D0${op.kind === 'flash' ? 3 : op.kind === 'move' ? 2 : 1}*`
      case 'turn': {
        const [i, j] = op.about
        const centre: Place = [now[0] + i, now[1] + j]
        const arm: Place = [-i, -j]
        const sign = op.isCcw ? 1 : -1
        const ends: readonly Place[] = [arm, [-sign * arm[1], sign * arm[0]], [-arm[0], -arm[1]], [sign * arm[1], -sign * arm[0]], arm]
        const end = ends[op.quarters]!
        const [o, c] = [map(now), map(centre)]
        now = [centre[0] + end[0], centre[1] + end[1]]
        // Round pens only: with others an arc is plotted as chords, whose number depends on the size.
        return `D10*G0${op.isCcw !== flips ? 3 : 2}*${word(now)}I${c[0] - o[0]}J${c[1] - o[1]}D01*`
      }
      case 'square': {
        const [x, y] = op.at
        now = op.at
        return `G36*${word(op.at)}D02*G01*${word([x + op.side, y])}D01*${word([x + op.side, y + op.side])}D01*${word([x, y + op.side])}D01*${word(op.at)}D01*G37*`
      }
    }
  })
  return `%FSLAX53Y53*%\n%MOMM*%\nG75*\n${MACROS}\n${definitions}\n${state}D10*\n${word([0, 0])}D02*\n${lines.join('\n')}\nM02*\n`
}

const close = (values: Iterable<number>, digits: number) => [...values].map((v) => expect.closeTo(v, digits))
const summary = ({ prims, objects }: PlottedLayer) => ({
  kinds: [...prims.kind],
  dark: [...prims.dark],
  objects: [...objects.kind],
  lines: [...objects.line],
})
/** What a layer must hold to whatever the bytes were. */
const flawsOf = ({ plotted: { prims, rings, objects, apertures, attributes } }: GerberLayer): readonly string[] => {
  const flaws: string[] = []
  const demand = (holds: boolean, flaw: string): void => {
    if (!holds && flaws.length < 5) flaws.push(flaw)
  }
  for (const column of [prims.x0, prims.y0, prims.x1, prims.y1, prims.r, rings.x, rings.y, rings.bulge])
    demand(column.every(Number.isFinite), 'a number is not finite')
  demand(rings.start[rings.count] === rings.x.length, 'the last ring does not end with the vertices')
  demand(
    rings.bulge.every((bulge) => Math.abs(bulge) <= 1),
    'an edge sweeps more than a half turn',
  )
  let next = 0
  for (let o = 0; o < objects.count; o++) {
    demand(objects.primFrom[o] === next, `object ${o} does not start where the last one ends`)
    next = objects.primTo[o]!
    for (let p = objects.primFrom[o]!; p < next; p++) demand(prims.object[p] === o, `primitive ${p} names another object`)
    demand(objects.aperture[o] === 0xffff || objects.aperture[o]! < apertures.length, `object ${o} names no aperture`)
    demand(objects.attributes[o]! < attributes.length, `object ${o} names no attributes`)
  }
  demand(next === prims.count, 'primitives belong to no object')
  for (let p = 0; p < prims.count; p++) {
    if (prims.kind[p] === 0) continue
    demand(prims.ringTo[p]! > prims.ringFrom[p]!, `contour ${p} has no rings`)
    for (let v = rings.start[prims.ringFrom[p]!]!; v < rings.start[prims.ringTo[p]!]!; v++) {
      demand(rings.x[v]! >= prims.x0[p]! - 1 && rings.x[v]! <= prims.x1[p]! + 1, `contour ${p} leaves its extent`)
      demand(rings.y[v]! >= prims.y0[p]! - 1 && rings.y[v]! <= prims.y1[p]! + 1, `contour ${p} leaves its extent`)
    }
  }
  return flaws
}

describe('the same picture, written otherwise', () => {
  test('shifted', () => {
    fc.assert(
      fc.property(operations, place, (list, [dx, dy]) => {
        const plain = plotText(write(list, PLAIN)).plotted
        const shifted = plotText(write(list, { ...PLAIN, map: ([x, y]) => [x + dx, y + dy] })).plotted
        expect(summary(shifted)).toEqual(summary(plain))
        expect(primAreas(shifted)).toEqual(close(primAreas(plain), 6))
        expect([...shifted.prims.x0]).toEqual(
          close(
            plain.prims.x0.map((x) => x + dx * 1000),
            1,
          ),
        )
        expect([...shifted.prims.y1]).toEqual(
          close(
            plain.prims.y1.map((y) => y + dy * 1000),
            1,
          ),
        )
      }),
      { numRuns: 60 },
    )
  })

  test.each<[string, Writing, (box: readonly number[]) => readonly number[]]>([
    ['turned by 90 degrees', { map: ([x, y]) => [-y, x], flips: false, state: '%LR90*%' }, ([x0, y0, x1, y1]) => [-y1!, x0!, -y0!, x1!]],
    [
      'turned by 180 degrees',
      { map: ([x, y]) => [-x, -y], flips: false, state: '%LR180*%' },
      ([x0, y0, x1, y1]) => [-x1!, -y1!, -x0!, -y0!],
    ],
    ['mirrored', { map: ([x, y]) => [-x, y], flips: true, state: '%LMX*%' }, ([x0, y0, x1, y1]) => [-x1!, y0!, -x0!, y1!]],
    [
      'mirrored along the diagonal',
      { map: ([x, y]) => [y, x], flips: true, state: '%LMX*%%LR270*%' },
      ([x0, y0, x1, y1]) => [y0!, x0!, y1!, x1!],
    ],
    ['twice as large', { map: ([x, y]) => [2 * x, 2 * y], flips: false, state: '%LS2*%' }, (box) => box.map((v) => 2 * v)],
  ])('%s', (name, writing, mapBox) => {
    const factor = name === 'twice as large' ? 4 : 1
    fc.assert(
      fc.property(operations, (list) => {
        const plain = plotText(write(list, PLAIN)).plotted
        const other = plotText(write(list, writing)).plotted
        expect(other.bounds).toEqual(plain.bounds && close(mapBox(plain.bounds), 0))
        expect(other.objects.count).toBe(plain.objects.count)
        expect(primAreas(other)).toEqual(
          close(
            primAreas(plain).map((area) => area * factor),
            4,
          ),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('in inch', () => {
    fc.assert(
      fc.property(operations, (list) => {
        const metric = plotText(write(list, PLAIN).replace(/%AM.*\n/, ''))
        const inch = plotText(
          write(list, PLAIN)
            .replace('%MOMM*%', '%MOIN*%')
            .replace(/%AM.*\n/, ''),
        )
        expect([...inch.plotted.prims.x0]).toEqual(
          close(
            metric.plotted.prims.x0.map((x) => x * 25.4),
            0,
          ),
        )
        expect(inch.plotted.bounds).toEqual(
          metric.plotted.bounds &&
            close(
              metric.plotted.bounds.map((v) => v * 25.4),
              0,
            ),
        )
      }),
      { numRuns: 40 },
    )
  })

  test('in a step and repeat of one row, in a block', () => {
    fc.assert(
      fc.property(operations, (list) => {
        const text = write(list, PLAIN)
        const plain = plotText(text).plotted
        const body = text.slice(text.indexOf('D10*\n'), text.indexOf('M02*'))
        const repeated = plotText(text.replace(body, `%SRX2Y1I200J0*%${body}%SR*%`)).plotted
        const block = plotText(text.replace(body, `%ABD99*%${body}%AB*%D99*X0Y0D03*`)).plotted
        expect(repeated.prims.count).toBe(2 * plain.prims.count)
        expect([...repeated.prims.x0].slice(plain.prims.count)).toEqual(
          close(
            plain.prims.x0.map((x) => x + 200e6),
            0,
          ),
        )
        expect(summary(block)).toEqual({ ...summary(plain), lines: expect.anything() })
        expect([...block.prims.y0]).toEqual(close(plain.prims.y0, 3))
      }),
      { numRuns: 40 },
    )
  })
})

describe('any bytes', () => {
  const seedFile = write(
    [
      { kind: 'flash', to: [10, 10] },
      { kind: 'turn', about: [500, 100], quarters: 3, isCcw: true },
      { kind: 'aperture', code: 15 },
      { kind: 'draw', to: [4000, 100] },
      { kind: 'square', at: [0, 0], side: 500 },
    ],
    { ...PLAIN, state: '%LPC*%%LR30*%%SRX2Y2I1J1*%%TO.N,GND*%\n' },
  ).replace('M02*', '%SR*%%ABD50*%D11*X1Y1D03*%AB*%D50*X5Y5D03*M02*')
  const seed = Uint8Array.from(seedFile, (c) => c.charCodeAt(0))
  const byte = fc.oneof(
    fc.constantFrom(...[...'%*XYIJDGM0123456789.-+,$()ABCLRSTFOP \n'].map((c) => c.charCodeAt(0))),
    fc.integer({ min: 0, max: 255 }),
  )
  const change = fc.record({ at: fc.nat({ max: seed.length - 1 }), remove: fc.nat({ max: 12 }), insert: fc.array(byte, { maxLength: 12 }) })

  test('a changed file is read to the end, quickly, and is sound', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        let bytes = [...seed]
        for (const { at, remove, insert } of changes) bytes = [...bytes.slice(0, at), ...insert, ...bytes.slice(at + remove)]
        const layer = interpretGerber(Uint8Array.from(bytes), { limits: { prims: 5000, vertices: 100_000 } })
        expect(flawsOf(layer)).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  test('random bytes', () => {
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 400 }), (bytes) => {
        expect(flawsOf(interpretGerber(Uint8Array.from(bytes)))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  test('a file cut anywhere keeps what came before', () => {
    const whole = interpretGerber(seed)
    for (let length = 0; length < seed.length; length++) {
      const part = interpretGerber(seed.subarray(0, length))
      expect(flawsOf(part)).toEqual([])
      expect(part.plotted.objects.count).toBeLessThanOrEqual(whole.plotted.objects.count)
      expect(part.problems.length).toBeGreaterThan(0)
    }
  })
})
