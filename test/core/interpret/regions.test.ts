import { describe, expect, test } from 'vitest'
import { OBJECT_REGION } from '#core/interpret/plotted-layer.ts'
import { at, boundsMm, darkArea, plotBody, primAreas, problemsOf, ringArea } from '#test/core/interpret/plotted.ts'

const PI = Math.PI
const square = (x: number, y: number, side: number): string =>
  `${at(x, y)}D02*G01*${at(x + side, y)}D01*${at(x + side, y + side)}D01*${at(x, y + side)}D01*${at(x, y)}D01*`
const clockwise = (x: number, y: number, side: number): string =>
  `${at(x, y)}D02*G01*${at(x, y + side)}D01*${at(x + side, y + side)}D01*${at(x + side, y)}D01*${at(x, y)}D01*`

describe('regions', () => {
  test('one contour: one object, one contour, counterclockwise', () => {
    for (const contour of [square(1, 2, 3), clockwise(1, 2, 3)]) {
      const layer = plotBody(`G36*\n${contour}\nG37*`)
      const { plotted } = layer
      expect(layer.problems).toEqual([])
      expect([plotted.objects.count, plotted.prims.count, plotted.rings.count]).toEqual([1, 1, 1])
      expect([
        plotted.objects.kind[0],
        plotted.objects.aperture[0],
        plotted.objects.x0[0],
        plotted.objects.y0[0],
        plotted.objects.line[0],
      ]).toEqual([OBJECT_REGION, 0xffff, 1e6, 2e6, 5])
      expect(plotted.rings.x).toHaveLength(4)
      expect(ringArea(plotted, 0)).toBeCloseTo(9, 9)
    }
  })

  test('several contours in one region are united', () => {
    const { plotted } = plotBody(`G36*${square(0, 0, 2)}${clockwise(1, 1, 2)}${square(10, 0, 1)}G37*`)
    expect([plotted.objects.count, plotted.prims.count]).toEqual([3, 3])
    expect(darkArea(plotted)).toBeCloseTo(4 + 4 - 1 + 1, 6)
  })

  test('arcs stay arcs', () => {
    const { plotted } = plotBody(`G36*${at(1, 0)}D02*G03*${at(-1, 0)}I-1000000J0D01*G01*${at(1, 0)}D01*G37*`)
    expect([...plotted.rings.bulge]).toEqual([1, 0])
    expect(primAreas(plotted)[0]).toBeCloseTo(PI / 2, 9)
    expect(boundsMm(plotted)).toEqual([-1, 0, 1, 1])
  })

  test('an arc of three quarters is two edges', () => {
    const { plotted } = plotBody(`G36*${at(1, 0)}D02*G03*${at(0, -1)}I-1000000J0D01*G01*${at(0, 0)}D01*${at(1, 0)}D01*G37*`)
    expect(plotted.rings.x).toHaveLength(4)
    expect(primAreas(plotted)[0]).toBeCloseTo((PI * 3) / 4, 9)
  })

  test('a full circle is a contour of its own, either way round', () => {
    for (const g of ['G02', 'G03']) {
      const layer = plotBody(`G36*${at(1, 0)}D02*${g}*${at(1, 0)}I-1000000J0D01*G37*`)
      expect(layer.problems).toEqual([])
      expect(ringArea(layer.plotted, 0)).toBeCloseTo(PI, 9)
    }
  })

  test('a cut-in leaves its hole open', () => {
    const { plotted } = plotBody(
      `G36*${at(0, 0)}D02*G01*${at(4, 0)}D01*${at(4, 4)}D01*${at(0, 4)}D01*${at(0, 1)}D01*` +
        `${at(1, 1)}D01*${at(1, 3)}D01*${at(3, 3)}D01*${at(3, 1)}D01*${at(1, 1)}D01*${at(0, 1)}D01*${at(0, 0)}D01*G37*`,
    )
    expect(ringArea(plotted, 0)).toBeCloseTo(12, 9)
    expect(darkArea(plotted)).toBeCloseTo(12, 6)
  })

  test('modal coordinates and repeated points', () => {
    const { plotted } = plotBody('G36*X0Y0D02*G01*X2000000D01*X2000000D01*Y2000000D01*X0D01*Y0D01*X0Y0D01*G37*')
    expect(plotted.rings.x).toHaveLength(4)
    expect(primAreas(plotted)[0]).toBeCloseTo(4, 9)
  })

  test('a contour may start without a move, where the last one ended', () => {
    const layer = plotBody(`${at(0, 0)}D02*G36*G01*${at(1, 0)}D01*${at(1, 1)}D01*${at(0, 0)}D01*G37*`)
    expect(layer.problems).toEqual([])
    expect(primAreas(layer.plotted)[0]).toBeCloseTo(0.5, 9)
  })

  test('scaling, rotation, mirroring and the aperture leave regions alone', () => {
    const { plotted } = plotBody(`%ADD10C,1*%D10*%LS3*%%LR45*%%LMX*%G36*${square(1, 1, 2)}G37*`)
    expect(boundsMm(plotted)).toEqual([1, 1, 3, 3])
  })

  test('a region needs no aperture', () => {
    expect(plotBody(`G36*${square(0, 0, 1)}G37*`).problems).toEqual([])
  })

  test('a clear region is clear', () => {
    const { plotted } = plotBody(`G36*${square(0, 0, 4)}G37*%LPC*%G36*${square(1, 1, 2)}G37*`)
    expect([...plotted.prims.dark]).toEqual([1, 0])
    expect(darkArea(plotted)).toBeCloseTo(12, 6)
    expect(boundsMm(plotted)).toEqual([0, 0, 4, 4])
  })
})

describe('faulty regions', () => {
  test.each([
    [
      'a gap is closed and told',
      `G36*\n${at(0, 0)}D02*\nG01*${at(2, 0)}D01*\n${at(2, 2)}D01*\n${at(0, 2)}D01*\nG37*`,
      4,
      ['error open-contour 6'],
    ],
    [
      'a gap of rounding only warns',
      `G36*\n${at(0, 0)}D02*\nG01*X2000000D01*\nY2000000D01*\nX0D01*\nX0Y2D01*\nG37*`,
      4,
      ['warning open-contour 6'],
    ],
    ['a flash inside', `%ADD10C,1*%D10*G36*\n${square(0, 0, 2)}\n${at(9, 9)}D03*\nG37*`, 4, ['error flash-in-region 6']],
    ['a region inside a region', `G36*\n${square(0, 0, 2)}\nG36*\nG37*`, 4, ['error region-in-region 6']],
    ['no end', `G36*\n${square(0, 0, 2)}`, 4, ['error region-not-closed 5']],
    ['an end alone', `G37*\nG36*${square(0, 0, 2)}G37*`, 4, ['warning region-not-open 4']],
    ['polarity inside', `G36*\n${square(0, 0, 2)}\n%LPD*%\nG37*`, 4, ['error command-in-region 6']],
    ['no area', `G36*${at(0, 0)}D02*G01*${at(1, 0)}D01*${at(0, 0)}D01*G37*`, 0, ['info empty-contour 4']],
    ['an aperture selected inside is harmless', `%ADD10C,1*%\nG36*\nD10*\n${square(0, 0, 2)}G37*`, 4, []],
  ])('%s', (_, body, area, problems) => {
    const layer = plotBody(body)
    expect(problemsOf(layer)).toEqual(problems)
    expect(darkArea(layer.plotted)).toBeCloseTo(area, 5)
  })

  test('the gap is told in mm', () => {
    const { problems } = plotBody(`G36*${at(0, 0)}D02*G01*${at(2, 0)}D01*${at(2, 2)}D01*G37*`)
    expect(problems[0]!.message).toContain('2.828427 mm')
  })
})
