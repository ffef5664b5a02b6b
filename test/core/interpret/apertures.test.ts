import { describe, expect, test } from 'vitest'
import { boundsMm, plotBody, plotText, primAreas, darkArea, problemsOf, ringArea } from '#test/core/interpret/plotted.ts'

interface Case {
  readonly definition: string
  /** mm². */
  readonly area: number
  /** Half width and height, mm. */
  readonly reach: readonly [number, number]
  readonly kind: 'capsule' | 'contour'
  readonly rings?: number
  readonly size: number
  readonly hole?: number
}

const PI = Math.PI
const CASES: readonly Case[] = [
  { definition: 'C,2', area: PI, reach: [1, 1], kind: 'capsule', size: 2 },
  { definition: 'C,2X1', area: 0.75 * PI, reach: [1, 1], kind: 'contour', rings: 2, size: 2, hole: 1 },
  { definition: 'C,2X1X0.5', area: PI - 0.5, reach: [1, 1], kind: 'contour', rings: 2, size: 2, hole: 0.5 },
  { definition: 'R,3X2', area: 6, reach: [1.5, 1], kind: 'contour', rings: 1, size: 2 },
  { definition: 'R,3X2X1', area: 6 - PI / 4, reach: [1.5, 1], kind: 'contour', rings: 2, size: 2, hole: 1 },
  { definition: 'R,3X2X1X0.5', area: 5.5, reach: [1.5, 1], kind: 'contour', rings: 2, size: 2, hole: 0.5 },
  { definition: 'R,2', area: 4, reach: [1, 1], kind: 'contour', rings: 1, size: 2 },
  { definition: 'O,3X2', area: PI + 2, reach: [1.5, 1], kind: 'capsule', size: 2 },
  { definition: 'O,2X3', area: PI + 2, reach: [1, 1.5], kind: 'capsule', size: 2 },
  { definition: 'O,2X2', area: PI, reach: [1, 1], kind: 'capsule', size: 2 },
  { definition: 'O,3X2X1', area: PI + 2 - PI / 4, reach: [1.5, 1], kind: 'contour', rings: 2, size: 2, hole: 1 },
  { definition: 'O,2X3X1X0.5', area: PI + 1.5, reach: [1, 1.5], kind: 'contour', rings: 2, size: 2, hole: 0.5 },
  { definition: 'P,2X4', area: 2, reach: [1, 1], kind: 'contour', rings: 1, size: Math.SQRT2 },
  { definition: 'P,2X4X45', area: 2, reach: [Math.SQRT1_2, Math.SQRT1_2], kind: 'contour', rings: 1, size: Math.SQRT2 },
  { definition: 'P,2X6', area: (3 * Math.sqrt(3)) / 2, reach: [1, Math.sqrt(3) / 2], kind: 'contour', rings: 1, size: Math.sqrt(3) },
  { definition: 'P,2X4X0X1', area: 2 - PI / 4, reach: [1, 1], kind: 'contour', rings: 2, size: Math.SQRT2, hole: 1 },
  { definition: 'P,2X4X0X0.5X0.4', area: 1.8, reach: [1, 1], kind: 'contour', rings: 2, size: Math.SQRT2, hole: 0.4 },
]

describe('flashes of standard apertures', () => {
  test.each(CASES)('$definition', ({ definition, area, reach, kind, rings, size, hole }) => {
    const { plotted } = plotBody(`%ADD10${definition}*%D10*X5000000Y7000000D03*`)
    expect(plotted.prims.count).toBe(1)
    expect(plotted.prims.kind[0]).toBe(kind === 'capsule' ? 0 : 1)
    expect(plotted.rings.count).toBe(rings ?? 0)
    expect(primAreas(plotted)[0]).toBeCloseTo(area, 9)
    expect(plotted.bounds!.map((v) => v / 1e6)).toEqual(
      [5 - reach[0], 7 - reach[1], 5 + reach[0], 7 + reach[1]].map((v) => expect.closeTo(v, 9)),
    )
    const [info] = plotted.apertures
    expect(info).toMatchObject({ code: 10, template: definition[0], flashes: 1, draws: 0, line: 4 })
    expect(info!.size / 1e6).toBeCloseTo(size, 9)
    expect(info!.hole / 1e6).toBeCloseTo(hole ?? 0, 9)
    expect([info!.width / 1e6, info!.height / 1e6]).toEqual([expect.closeTo(2 * reach[0], 9), expect.closeTo(2 * reach[1], 9)])
  })

  test('outer rings run counterclockwise, holes clockwise', () => {
    for (const { definition, rings } of CASES) {
      if (rings !== 2) continue
      const { plotted } = plotBody(`%ADD10${definition}*%D10*X0Y0D03*`)
      expect(ringArea(plotted, 0)).toBeGreaterThan(0)
      expect(ringArea(plotted, 1)).toBeLessThan(0)
    }
  })

  test.each([
    ['a hole beyond one side leaves two pieces', 'R,4X1X1.2X2', 2.8],
    ['a hole as large as the body leaves nothing', 'C,1X1', 0],
    ['a round hole that cuts two sides', 'R,4X1X1.25', 4 - (PI * 0.625 ** 2 - 2 * segment(0.625, 0.5))],
  ])('%s', (_, definition, area) => {
    const layer = plotBody(`%ADD10${definition}*%D10*X0Y0D03*`)
    expect(darkArea(layer.plotted)).toBeCloseTo(area, 6)
    expect(problemsOf(layer)).toEqual(['warning hole-not-inside 4'])
  })

  test.each([
    ['C,0', []],
    ['R,0X1', []],
    ['C,-1', ['error aperture-size 4']],
    ['C', ['error aperture-size 4']],
    ['R,1X-1', ['error aperture-size 4']],
    ['P,1X2', ['error bad-polygon 4']],
    ['P,1', ['error bad-polygon 4']],
  ])('%s plots nothing and keeps its object', (definition, problems) => {
    const layer = plotBody(`%ADD10${definition}*%D10*X1Y1D03*X2Y1D01*`)
    expect(problemsOf(layer).filter((problem) => !problem.includes('draw-with'))).toEqual(problems)
    expect(layer.plotted.objects.count).toBe(2)
    expect(layer.plotted.prims.count).toBe(0)
    expect(boundsMm(layer.plotted)).toBeNull()
  })

  test('zero size is counted, it is legal', () => {
    expect(plotBody('%ADD10C,0*%').constructs).toContainEqual({ code: 'zero-size-aperture', count: 1, line: 4 })
  })

  test('polygons with more sides than allowed are read and reported', () => {
    const layer = plotBody('%ADD10P,2X64*%D10*X0Y0D03*')
    expect(primAreas(layer.plotted)[0]).toBeCloseTo(32 * Math.sin((2 * PI) / 64), 9)
    expect(problemsOf(layer)).toEqual(['warning polygon-sides 4'])
  })
})

/** Area beyond a chord at a distance from the centre. */
function segment(r: number, distance: number): number {
  return r * r * Math.acos(distance / r) - distance * Math.sqrt(r * r - distance * distance)
}

describe('the aperture dictionary', () => {
  test('units: inch, and units declared after the aperture', () => {
    for (const text of ['%FSLAX24Y24*%%MOIN*%%ADD10C,.1*%D10*X10000Y0D03*M02*', '%FSLAX24Y24*%%ADD10C,.1*%G70*D10*X10000Y0D03*M02*'])
      expect(boundsMm(plotText(text).plotted)).toEqual([24.13, -1.27, 26.67, 1.27])
  })

  test('an undefined aperture loses what it plots, with the line', () => {
    const layer = plotBody('%ADD10C,1*%\nD10*\nX0Y0D03*\nD11*\nX1Y0D03*\nX2Y0D01*\nD10*\nX3Y0D03*')
    expect(problemsOf(layer)).toEqual(['error undefined-aperture 7', 'error no-aperture 8', 'error no-aperture 9'])
    expect(layer.plotted.objects.count).toBe(2)
  })

  test('no aperture selected', () => {
    expect(problemsOf(plotBody('X0Y0D03*'))).toEqual(['error no-aperture 4'])
  })

  test('an aperture defined again holds from there on', () => {
    const layer = plotBody('%ADD10C,1*%D10*X0Y0D03*\n%ADD10C,2*%D10*X9Y0D03*')
    expect([...layer.plotted.prims.r]).toEqual([500_000, 1_000_000])
    expect(problemsOf(layer)).toEqual(['warning aperture-redefined 5'])
    expect(layer.plotted.apertures.map(({ flashes }) => flashes)).toEqual([1, 1])
  })

  test('a macro that is not defined', () => {
    const layer = plotBody('%ADD10NOPE,1*%D10*X0Y0D03*')
    expect(problemsOf(layer)).toEqual(['error unknown-macro 4'])
    expect(layer.plotted.objects.count).toBe(1)
  })
})
