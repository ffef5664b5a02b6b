import { describe, expect, test } from 'vitest'
import { boundsMm, darkArea, plotBody, primAreas, problemsOf } from '#test/core/interpret/plotted.ts'

const PI = Math.PI
const flashOf = (blocks: string, parameters = '') =>
  plotBody(`%AMM*\n${blocks}*\n%\n%ADD10M${parameters && `,${parameters}`}*%\nD10*\nX0Y0D03*`)
const areaOf = (blocks: string, parameters?: string): number => {
  const layer = flashOf(blocks, parameters)
  expect(layer.problems).toEqual([])
  return darkArea(layer.plotted)
}

/** Area of a round ring cut by a cross of two gaps, by integration over the angle of one octant. */
const thermalArea = (outer: number, inner: number, gap: number): number => {
  const [ro, ri, h] = [outer / 2, inner / 2, gap / 2]
  const steps = 200_000
  let area = 0
  for (let k = 0; k < steps; k++) {
    const x = h + ((ro - h) * (k + 0.5)) / steps
    const top = Math.sqrt(ro * ro - x * x)
    const bottom = Math.max(h, x < ri ? Math.sqrt(ri * ri - x * x) : 0)
    area += (Math.max(0, top - bottom) * (ro - h)) / steps
  }
  return 4 * area
}

describe('macro primitives', () => {
  test.each([
    ['circle', '1,1,2,0,0', PI, [-1, -1, 1, 1]],
    ['circle turned about the origin', '1,1,2,3,0,90', PI, [-1, 2, 1, 4]],
    ['circle without rotation', '1,1,2,3,0', PI, [2, -1, 4, 1]],
    ['vector line', '20,1,0.5,0,0,4,0,0', 2, [0, -0.25, 4, 0.25]],
    ['vector line, old code', '2,1,0.5,0,0,4,0,0', 2, [0, -0.25, 4, 0.25]],
    ['vector line turned', '20,1,0.5,0,0,4,0,90', 2, [-0.25, 0, 0.25, 4]],
    ['centre line', '21,1,4,2,1,1,0', 8, [-1, 0, 3, 2]],
    ['centre line turned about the origin', '21,1,4,2,1,0,180', 8, [-3, -1, 1, 1]],
    ['lower left line', '22,1,4,2,-1,-1,0', 8, [-1, -1, 3, 1]],
    ['outline', '4,1,3,0,0,4,0,0,3,0,0,0', 6, [0, 0, 4, 3]],
    ['outline clockwise', '4,1,3,0,0,0,3,4,0,0,0,90', 6, [-3, 0, 0, 4]],
    ['outline not repeating its first point', '4,1,3,0,0,4,0,4,3,0,3,0', 12, [0, 0, 4, 3]],
    ['polygon', '5,1,4,0,0,2,0', 2, [-1, -1, 1, 1]],
    ['polygon turned about the origin', '5,1,4,3,0,2,90', 2, [-1, 2, 1, 4]],
    ['polygon without rotation', '5,1,4,0,0,2', 2, [-1, -1, 1, 1]],
    ['thermal', '7,0,0,2,1,0.2,0', thermalArea(2, 1, 0.2), [-0.995, -0.995, 0.995, 0.995].map((v) => Math.sign(v) * Math.sqrt(0.99))],
    [
      'thermal off centre',
      '7,5,0,2,1,0.2,0',
      thermalArea(2, 1, 0.2),
      [5 - Math.sqrt(0.99), -Math.sqrt(0.99), 5 + Math.sqrt(0.99), Math.sqrt(0.99)],
    ],
    [
      'thermal with a gap wider than its inside',
      '7,0,0,2,0.2,0.4,0',
      thermalArea(2, 0.2, 0.4),
      [-1, -1, 1, 1].map((v) => v * Math.sqrt(0.96)),
    ],
    ['thermal without a hole', '7,0,0,2,0,0.2,0', thermalArea(2, 0, 0.2), [-1, -1, 1, 1].map((v) => v * Math.sqrt(0.99))],
    ['thermal without a gap', '7,0,0,2,1,0,0', 0.75 * PI, [-1, -1, 1, 1]],
    ['moire rings', '6,0,0,4,0.5,0.5,2,0,0,0', PI * (4 - 2.25 + 1 - 0.25), [-2, -2, 2, 2]],
    ['moire down to the centre', '6,0,0,4,0.5,0.5,9,0,0,0', PI * (4 - 2.25 + 1 - 0.25), [-2, -2, 2, 2]],
    [
      'moire with cross hair',
      '6,0,0,2,1,1,1,0.2,4,0',
      PI + 2 * 4 * 0.2 - 2 * (2 * 0.1 * Math.sqrt(0.99) + 2 * Math.asin(0.1)),
      [-2, -2, 2, 2],
    ],
  ] as const)('%s', (_, blocks, area, box) => {
    const { plotted } = flashOf(blocks)
    expect(darkArea(plotted)).toBeCloseTo(area, 5)
    expect(boundsMm(plotted)).toEqual(box.map((v) => expect.closeTo(v, 5)))
  })

  test('a thermal in four exact pieces', () => {
    const { plotted } = flashOf('7,0,0,2,1,0.2,45')
    expect(plotted.rings.count).toBe(4)
    expect(primAreas(plotted)[0]).toBeCloseTo(thermalArea(2, 1, 0.2), 6)
  })

  test.each([
    ['thermal eaten up by its gap', '7,0,0,1,0.5,0.8,0'],
    ['outline of two points', '4,1,2,0,0,4,0,0,0,0'],
    ['line without width', '20,1,0,0,0,4,0,0'],
    ['line without length', '20,1,1,3,3,3,3,0'],
    ['circle of no size', '1,1,0,0,0'],
    ['exposure off alone', '1,0,1,0,0'],
  ])('%s plots nothing', (_, blocks) => {
    const layer = flashOf(blocks)
    expect(layer.problems).toEqual([])
    expect(layer.plotted.prims.count).toBe(0)
    expect(layer.plotted.objects.count).toBe(1)
  })
})

describe('macro composition', () => {
  test.each([
    ['overlapping circles count once', '1,1,2,0,0*\n1,1,2,0,0', PI],
    ['exposure off erases what came before', '1,1,2,0,0*\n1,0,1,0,0', 0.75 * PI],
    ['and what comes after stays', '1,1,2,0,0*\n1,0,1,0,0*\n1,1,0.5,0,0', (1 - 0.25 + 0.0625) * PI],
    ['exposure off beyond the body', '21,1,2,2,0,0,0*\n21,0,4,1,1,0,0', 2],
    ['two pieces', '1,1,1,-2,0*\n1,1,1,2,0', PI / 2],
  ])('%s', (_, blocks, area) => {
    const { plotted } = flashOf(blocks)
    expect(plotted.prims.count).toBe(1)
    expect(darkArea(plotted)).toBeCloseTo(area, 6)
    expect(primAreas(plotted)[0]).toBeCloseTo(area, 6)
  })

  test('a rounded rectangle as KiCad writes it becomes one outline', () => {
    const blocks = `4,1,4,$2,$3,$4,$5,$6,$7,$8,$9,$2,$3,0*
1,1,$1+$1,$2,$3*
1,1,$1+$1,$4,$5*
1,1,$1+$1,$6,$7*
1,1,$1+$1,$8,$9*
20,1,$1+$1,$2,$3,$4,$5,0*
20,1,$1+$1,$4,$5,$6,$7,0*
20,1,$1+$1,$6,$7,$8,$9,0*
20,1,$1+$1,$8,$9,$2,$3,0`
    const { plotted } = flashOf(blocks, '0.25X-0.75X0.5X-0.75X-0.5X0.75X-0.5X0.75X0.5')
    expect(plotted.prims.count).toBe(1)
    expect(plotted.rings.count).toBe(1)
    expect(primAreas(plotted)[0]).toBeCloseTo(2 * 1.5 - (4 - PI) * 0.0625, 6)
    expect(boundsMm(plotted)).toEqual([-1, -0.75, 1, 0.75].map((v) => expect.closeTo(v, 5)))
  })

  test('a rounded rectangle as Altium writes it', () => {
    const blocks = `21,1,1.3,0.6,0,0,0*
21,1,1.1,0.8,0,0,0*
1,1,0.2,0.55,-0.3*
1,1,0.2,-0.55,-0.3*
1,1,0.2,-0.55,0.3*
1,1,0.2,0.55,0.3`
    const { plotted } = flashOf(blocks)
    expect(plotted.prims.count).toBe(1)
    expect(primAreas(plotted)[0]).toBeCloseTo(1.3 * 0.8 - (4 - PI) * 0.01, 6)
  })

  test.each([
    ['an obround of a bar and two discs', '21,1,2,1,0,0,30*\n1,1,1,0.866025,0.5*\n1,1,1,-0.866025,-0.5', 2 + PI / 4, 'capsule'],
    [
      'the same with the discs written twice',
      '21,1,2,1,0,0,0*\n21,1,2,0,0,0,0*\n1,1,1,1,0*\n1,1,1,-1,0*\n1,1,1,1,0*\n1,1,1,-1,0',
      2 + PI / 4,
      'capsule',
    ],
    [
      'a bar narrower than its discs',
      '21,1,2,0.5,0,0,0*\n1,1,1,1,0*\n1,1,1,-1,0',
      PI / 2 + 2 * 0.5 - 2 * (0.25 * Math.sqrt(0.1875) + 0.25 * Math.asin(0.5)),
      'contour',
    ],
    ['a bar beyond its discs', '21,1,5,1,0,0,0*\n1,1,1,1,0*\n1,1,1,-1,0', 5, 'contour'],
    ['discs of two sizes', '21,1,2,1,0,0,0*\n1,1,1,1,0*\n1,1,0.5,-1,0', 2 + PI / 8 + PI / 32, 'contour'],
    [
      'a rounded frame that is not filled',
      '20,1,0.2,0,0,2,0,0*\n20,1,0.2,2,0,2,2,0*\n20,1,0.2,2,2,0,2,0*\n20,1,0.2,0,2,0,0,0*\n1,1,0.2,0,0*\n1,1,0.2,2,0*\n1,1,0.2,2,2*\n1,1,0.2,0,2',
      4 * 2 * 0.2 - 4 * 0.01 + PI * 0.01,
      'contour',
    ],
    [
      'a rounded triangle',
      '4,1,3,0,0,2,0,0,2,0,0,0*\n20,1,1,0,0,2,0,0*\n20,1,1,2,0,0,2,0*\n20,1,1,0,2,0,0,0*\n1,1,1,0,0*\n1,1,1,2,0*\n1,1,1,0,2',
      2 + 0.5 * (4 + Math.sqrt(8)) + PI / 4,
      'contour',
    ],
  ])('%s', (_, blocks, area, kind) => {
    const { plotted } = flashOf(blocks)
    expect([plotted.prims.count, plotted.prims.kind[0]]).toEqual([1, kind === 'capsule' ? 0 : 1])
    expect(primAreas(plotted)[0]).toBeCloseTo(area, 5)
    expect(darkArea(plotted)).toBeCloseTo(area, 5)
  })

  test('a hole in a macro shows what lies below it', () => {
    const { plotted } = plotBody('%AMM*\n1,1,2,0,0*\n1,0,1,0,0*\n%\n%ADD10M*%\n%ADD11R,4X0.2*%\nD11*X0Y0D03*\nD10*X0Y0D03*')
    const ring = 0.75 * PI
    const bar = 0.8
    const inside = (r: number): number => 2 * (0.1 * Math.sqrt(r * r - 0.01) + r * r * Math.asin(0.1 / r))
    expect(darkArea(plotted)).toBeCloseTo(ring + bar - (inside(1) - inside(0.5)), 5)
  })
})

describe('macro variables', () => {
  test.each([
    ['parameters', '1,1,$1,$2,$3', '2X1X1', PI],
    ['missing parameters are 0', '21,1,$1,$2,$3,$4,$5', '2X3', 6],
    ['assignment', '$3=$1x$2*\n21,1,$3,1,0,0,0', '2X3', 6],
    ['assignment uses the values so far', '$1=$1+1*\n$1=$1x2*\n21,1,$1,1,0,0,0', '2', 6],
    ['comments', '0 $1 = width, 2 = height*\n21,1,$1,2,0,0,0', '3', 6],
    ['EAGLE octagon', '5,1,8,0,0,1.08239x$1,22.5', '1', 8 * 0.25 * Math.tan(PI / 8)],
  ])('%s', (_, blocks, parameters, area) => {
    expect(areaOf(blocks, parameters)).toBeCloseTo(area, 4)
  })

  test('one macro, several apertures', () => {
    const { plotted } = plotBody('%AMM*1,1,$1,0,0*%%ADD10M,1*%%ADD11M,3*%D10*X0Y0D03*D11*X0Y0D03*')
    expect([...plotted.prims.r]).toEqual([500_000, 1_500_000])
    expect(plotted.apertures.map(({ parameters }) => parameters)).toEqual([[1], [3]])
  })
})

describe('macro mistakes', () => {
  test.each([
    ['unknown primitive', '9,1,1*\n1,1,2,0,0'],
    ['too few parameters', '21,1,1*\n1,1,2,0,0'],
    ['too few points', '4,1,3,0,0,4,0*\n1,1,2,0,0'],
    ['division by zero', '1,1,1/0,0,0*\n1,1,2,0,0'],
    ['polygon of two sides', '5,1,2,0,0,2,0*\n1,1,2,0,0'],
    ['polygon of a billion sides', '5,1,1000000000,0,0,2,0*\n1,1,2,0,0'],
    ['outline of a billion sides', '4,1,1000000000,0,0,1,1*\n1,1,2,0,0'],
    ['a size beyond any board', '1,1,99999999999,0,0*\n1,1,2,0,0'],
  ])('%s: the block is left out, with its line', (_, blocks) => {
    const layer = flashOf(blocks)
    expect(problemsOf(layer)).toEqual(['error macro-primitive 5'])
    expect(darkArea(layer.plotted)).toBeCloseTo(PI, 6)
  })

  test('deprecated primitives are counted', () => {
    const { constructs } = flashOf('2,1,1,0,0,1,0,0*\n22,1,1,1,0,0,0*\n6,0,0,1,0.1,0.1,1,0,0,0')
    expect(constructs.filter(({ code }) => code.startsWith('macro'))).toEqual([
      { code: 'macro-primitive-2', count: 1, line: 5 },
      { code: 'macro-primitive-22', count: 1, line: 6 },
      { code: 'macro-primitive-6', count: 1, line: 7 },
    ])
  })
})
