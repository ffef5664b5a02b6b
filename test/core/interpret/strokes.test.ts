import { describe, expect, test } from 'vitest'
import { OBJECT_ARC, OBJECT_DRAW } from '#core/interpret/plotted-layer.ts'
import { at, boundsMm, darkArea, plotBody, plotText as plotRaw, primAreas, problemsOf, ringArea } from '#test/core/interpret/plotted.ts'

const PI = Math.PI

describe('draws', () => {
  test('a round pen gives a capsule', () => {
    const { plotted } = plotBody(`%ADD10C,0.5*%D10*${at(1, 2)}D02*${at(4, 6)}D01*`)
    const { prims, objects } = plotted
    expect([prims.kind[0], prims.x0[0], prims.y0[0], prims.x1[0], prims.y1[0], prims.r[0]]).toEqual([0, 1e6, 2e6, 4e6, 6e6, 250_000])
    expect([objects.kind[0], objects.x0[0], objects.y0[0], objects.x1[0], objects.y1[0], objects.line[0]]).toEqual([
      OBJECT_DRAW,
      1e6,
      2e6,
      4e6,
      6e6,
      4,
    ])
    expect(plotted.apertures[0]).toMatchObject({ draws: 1, flashes: 0 })
  })

  test('without length it is a disc', () => {
    const { plotted } = plotBody(`%ADD10C,0.5*%D10*${at(1, 2)}D02*${at(1, 2)}D01*`)
    expect(primAreas(plotted)[0]).toBeCloseTo(PI / 16, 9)
  })

  /** The area that a convex pen sweeps: its own plus its width across the way times the length. */
  test.each([
    ['rectangle along its side', 'R,2X1', [5, 0], 2 + 5 * 1],
    ['rectangle across', 'R,2X1', [0, -5], 2 + 5 * 2],
    ['rectangle aslant', 'R,2X1', [3, 4], 2 + 5 * (2 * 0.8 + 1 * 0.6)],
    ['rectangle without length', 'R,2X1', [0, 0], 2],
    ['obround along', 'O,2X1', [5, 0], PI / 4 + 1 + 5 * 1],
    ['obround across', 'O,2X1', [0, 5], PI / 4 + 1 + 5 * 2],
    ['obround aslant', 'O,2X1', [3, 4], PI / 4 + 1 + 5 * (1 + 1 * 0.8)],
    ['polygon', 'P,2X4', [4, 0], 2 + 4 * 2],
    ['polygon aslant', 'P,2X4', [4, 4], 2 + Math.hypot(4, 4) * Math.SQRT2],
  ] as const)('%s', (_, definition, [dx, dy], area) => {
    const { plotted } = plotBody(`%ADD10${definition}*%D10*${at(1, 1)}D02*${at(1 + dx, 1 + dy)}D01*`)
    expect(plotted.prims.count).toBe(1)
    expect(plotted.rings.count).toBe(1)
    expect(primAreas(plotted)[0]).toBeCloseTo(area, 9)
  })

  test('a macro pen sweeps its convex hull', () => {
    const { plotted } = plotBody(`%AMM*1,1,1,-1,0*1,1,1,1,0*%%ADD10M*%D10*${at(0, 0)}D02*${at(0, 5)}D01*`)
    expect(primAreas(plotted)[0]).toBeCloseTo(PI / 4 + 2 + 5 * 3, 3)
  })

  test('a hole in the pen is ignored and reported', () => {
    const layer = plotBody(`%ADD10C,1X0.5*%D10*${at(0, 0)}D02*${at(2, 0)}D01*`)
    expect(primAreas(layer.plotted)[0]).toBeCloseTo(PI / 4 + 2, 9)
    expect(problemsOf(layer)).toEqual(['warning hole-in-pen 4'])
  })

  test.each([
    ['R,1X1', 'draw-with-rectangle', 0],
    ['O,2X1', 'draw-with-unusual-aperture', 1],
    ['P,2X6', 'draw-with-unusual-aperture', 1],
  ])('drawing with %s counts as %s', (definition, code, problems) => {
    const layer = plotBody(`%ADD10${definition}*%D10*${at(0, 0)}D02*${at(2, 0)}D01*`)
    expect(layer.constructs.filter((construct) => construct.code.startsWith('draw'))).toEqual([{ code, count: 1, line: 4 }])
    expect(layer.problems).toHaveLength(problems)
  })

  test('an unusual pen under mirroring, rotation and scaling', () => {
    const { plotted } = plotBody(`%AMM*4,1,3,0,0,3,0,0,1,0,0,0*%%ADD10M*%%LMX*%%LR90*%%LS2*%D10*${at(0, 0)}D02*${at(0, -5)}D01*`)
    // Mirrored (-3,0) (0,1), turned (0,-3) (-1,0), scaled (0,-6) (-2,0).
    expect(boundsMm(plotted)).toEqual([-2, -11, 0, 0])
    expect(ringArea(plotted, 0)).toBeCloseTo(6 + 5 * 2, 9)
  })
})

describe('arcs', () => {
  const arc = (pen: number, body: string) => plotBody(`%ADD10C,${pen}*%D10*${body}`)
  const quarter = `${at(10, 0)}D02*G03*${at(0, 10)}I-10000000J0D01*`

  test('an object keeps its centre line', () => {
    const { objects, apertures } = arc(1, quarter).plotted
    expect([objects.kind[0], objects.x0[0], objects.y0[0], objects.x1[0], objects.y1[0]]).toEqual([OBJECT_ARC, 10e6, 0, 0, 10e6])
    expect([objects.cx[0], objects.cy[0]]).toEqual([expect.closeTo(0, 3), expect.closeTo(0, 3)])
    expect(objects.sweep[0]).toBeCloseTo(PI / 2, 12)
    expect(apertures[0]!.draws).toBe(1)
  })

  /** Pen width times arc length plus both round ends. */
  test.each([
    ['quarter counterclockwise', 1, quarter, 5 * PI + PI / 4, PI / 2],
    ['quarter clockwise', 1, `${at(0, 10)}D02*G02*${at(10, 0)}I0J-10000000D01*`, 5 * PI + PI / 4, -PI / 2],
    ['three quarters', 1, `${at(10, 0)}D02*G02*${at(0, 10)}I-10000000J0D01*`, 15 * PI + PI / 4, -1.5 * PI],
    ['half', 1, `${at(10, 0)}D02*G03*${at(-10, 0)}I-10000000J0D01*`, 10 * PI + PI / 4, PI],
    ['full circle', 1, `${at(10, 0)}D02*G03*${at(10, 0)}I-10000000J0D01*`, 20 * PI, 2 * PI],
    ['full circle clockwise', 1, `${at(10, 0)}D02*G02*${at(10, 0)}I-10000000J0D01*`, 20 * PI, -2 * PI],
    ['full circle with a pen to its centre', 20, `${at(10, 0)}D02*G03*${at(10, 0)}I-10000000J0D01*`, 400 * PI, 2 * PI],
    ['full circle with a pen beyond its centre', 30, `${at(10, 0)}D02*G03*${at(10, 0)}I-10000000J0D01*`, 625 * PI, 2 * PI],
  ] as const)('%s', (_, pen, body, area, sweep) => {
    const { plotted } = arc(pen, body)
    expect(plotted.objects.sweep[0]).toBeCloseTo(sweep, 9)
    expect(primAreas(plotted)[0]).toBeCloseTo(area, 8)
  })

  test.each([
    ['thin quarter', 0.2, PI / 2, 3],
    ['pen just below the radius', 1.9, PI / 2, 1],
    ['pen as wide as the radius', 2, PI / 2, 1],
    ['pen wider than the radius', 3, PI / 2, 1],
    ['pen wider, three quarters', 3, 1.5 * PI, 1],
    ['pen much wider', 20, 1, 1],
    ['ends that overlap', 1.5, 1.9 * PI, 1],
  ])('%s covers what the moving pen covers', (_, pen, sweep, radius) => {
    const end = [radius * Math.cos(sweep), radius * Math.sin(sweep)] as const
    const layer = arc(pen, `${at(radius, 0)}D02*G03*${at(...end)}I${-radius * 1e6}J0D01*`)
    expect(layer.problems).toEqual([])
    const expected = stampedArea(radius, pen / 2, sweep)
    expect(darkArea(layer.plotted) / expected).toBeCloseTo(1, 3)
  })

  test('no edge of any contour sweeps more than a half turn', () => {
    for (const sweep of [0.1, 1, PI / 2, PI, 4, 6, 6.28]) {
      for (const pen of [0.1, 1, 1.99, 2, 5]) {
        const { rings } = arc(pen, `${at(1, 0)}D02*G03*${at(Math.cos(sweep), Math.sin(sweep))}I-1000000J0D01*`).plotted
        expect(Math.max(...Array.from(rings.bulge, Math.abs))).toBeLessThanOrEqual(1)
      }
    }
  })

  test('single quadrant mode: unsigned offsets, at most a quarter turn', () => {
    const { objects } = arc(1, `G74*${at(10, 0)}D02*G03*${at(0, 10)}I10000000J0D01*G02*${at(10, 0)}I0J10000000D01*`).plotted
    expect([...objects.sweep]).toEqual([expect.closeTo(PI / 2, 9), expect.closeTo(-PI / 2, 9)])
    expect([...objects.cx, ...objects.cy]).toEqual([0, 0, 0, 0].map((v) => expect.closeTo(v, 3)))
  })

  test('single quadrant mode: equal ends are a point, not a circle', () => {
    const layer = arc(1, `G74*${at(10, 0)}D02*G03*${at(10, 0)}I10000000J0D01*`)
    expect(primAreas(layer.plotted)[0]).toBeCloseTo(PI / 4, 9)
  })

  test('an arc before any quadrant mode is read as it fits, and reported', () => {
    const text = (i: string): string => `%FSLAX46Y46*%\n%MOMM*%\n%ADD10C,1*%D10*${at(10, 0)}D02*\nG03${at(0, 10)}${i}D01*M02*`
    for (const offset of ['I-10000000J0', 'I10000000J0']) {
      const layer = plotRaw(text(offset))
      expect(layer.plotted.objects.sweep[0]).toBeCloseTo(PI / 2, 9)
      expect(problemsOf(layer)).toEqual(['error quadrant-not-set 4'])
    }
  })

  test('both ends stay on the arc when the centre is a little off', () => {
    const layer = arc(0.1, `${at(10, 0)}D02*G03*${at(0, 10.001)}I-10000000J0D01*`)
    const { objects } = layer.plotted
    const [r0, r1] = [
      Math.hypot(objects.x0[0]! - objects.cx[0]!, objects.y0[0]! - objects.cy[0]!),
      Math.hypot(objects.x1[0]! - objects.cx[0]!, objects.y1[0]! - objects.cy[0]!),
    ]
    expect(r0).toBeCloseTo(r1, 4)
    expect(problemsOf(layer)).toEqual(['warning arc-radii-differ 4'])
  })

  test.each([
    ['radii far apart', `${at(10, 0)}D02*G03*${at(0, 12)}I-10000000J0D01*`, 'error arc-radii-differ 4'],
    ['no centre', `${at(10, 0)}D02*G03*${at(0, 10)}D01*`, 'error arc-without-centre 4'],
  ])('%s is an error', (_, body, problem) => {
    expect(problemsOf(arc(1, body))).toEqual([problem])
  })

  test('an arc with a rectangle is swept piece by piece', () => {
    const { plotted } = plotBody(`%ADD10R,0.4X0.4*%D10*${quarter}`)
    expect(darkArea(plotted)).toBeGreaterThan(0.4 * 5 * PI)
    expect(darkArea(plotted)).toBeLessThan(0.4 * Math.SQRT2 * 5 * PI + 0.16)
    expect(boundsMm(plotted)![2]).toBeCloseTo(10.2, 3)
  })
})

/** Area of the union of discs along an arc of radius r about the origin, by counting a fine grid. */
function stampedArea(r: number, pen: number, sweep: number): number {
  const reach = r + pen
  const n = 1500
  const cell = (2 * reach) / n
  let inside = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [x, y] = [-reach + (i + 0.5) * cell, -reach + (j + 0.5) * cell]
      const angle = (Math.atan2(y, x) + 2 * PI) % (2 * PI)
      const distance =
        angle <= sweep
          ? Math.abs(Math.hypot(x, y) - r)
          : Math.min(Math.hypot(x - r, y), Math.hypot(x - r * Math.cos(sweep), y - r * Math.sin(sweep)))
      if (distance <= pen) inside++
    }
  }
  return inside * cell * cell
}
