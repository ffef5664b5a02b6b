import { describe, expect, test } from 'vitest'
import { at, boundsMm, plotBody, primAreas, problemsOf, ringArea } from '#test/core/interpret/plotted.ts'

/** A triangle with the corners (0,0), (3,0), (0,1): no symmetry hides a mistake. */
const TRIANGLE = '%AMT*4,1,3,0,0,3,0,0,1,0,0,0*%%ADD10T*%D10*'
const flash = (commands: string): readonly number[] | null => boundsMm(plotBody(`${TRIANGLE}${commands}${at(10, 20)}D03*`).plotted)
const near = (box: readonly number[]): unknown[] => box.map((v) => expect.closeTo(v, 6))

describe('aperture transformations', () => {
  test.each([
    ['none', '', [10, 20, 13, 21]],
    ['mirrored along x', '%LMX*%', [7, 20, 10, 21]],
    ['mirrored along y', '%LMY*%', [10, 19, 13, 20]],
    ['mirrored along both', '%LMXY*%', [7, 19, 10, 20]],
    ['turned by 90', '%LR90*%', [9, 20, 10, 23]],
    ['turned by -90', '%LR-90*%', [10, 17, 11, 20]],
    ['turned by 180', '%LR180*%', [7, 19, 10, 20]],
    ['turned by 450', '%LR450*%', [9, 20, 10, 23]],
    ['turned by 30', '%LR30*%', [9.5, 20, 10 + 3 * Math.cos(Math.PI / 6), 21.5]],
    ['scaled', '%LS2*%', [10, 20, 16, 22]],
    ['mirrored, then turned', '%LMX*%%LR90*%', [9, 17, 10, 20]],
    ['in whatever order they are given', '%LR90*%%LMX*%', [9, 17, 10, 20]],
    ['mirrored, turned, scaled', '%LMY*%%LR90*%%LS2*%', [10, 20, 12, 26]],
    ['and taken back', '%LMX*%%LR90*%%LS2*%%LMN*%%LR0*%%LS1*%', [10, 20, 13, 21]],
  ])('%s', (_, commands, box) => {
    expect(flash(commands)).toEqual(near(box))
  })

  test('right angles stay exact', () => {
    const { rings } = plotBody(`%ADD10R,2X1*%D10*%LR90*%X0Y0D03*`).plotted
    expect([...rings.x].map(Math.abs)).toEqual([500_000, 500_000, 500_000, 500_000])
  })

  test('mirrored rings keep their sense', () => {
    const { plotted } = plotBody('%ADD10R,4X3X1*%D10*%LMX*%X0Y0D03*')
    expect(ringArea(plotted, 0)).toBeCloseTo(12, 9)
    expect(ringArea(plotted, 1)).toBeCloseTo(-Math.PI / 4, 9)
  })

  test('mirrored arcs of macros stay arcs', () => {
    const body = '%AMM*7,0,0,4,2,0.5,20*%%ADD10M*%D10*'
    const [plain, mirrored] = ['', '%LMX*%'].map((command) => plotBody(`${body}${command}X0Y0D03*`).plotted)
    expect(primAreas(mirrored!)[0]).toBeCloseTo(primAreas(plain!)[0]!, 9)
  })

  test('scaling changes pens of draws and arcs', () => {
    const { prims } = plotBody(`%ADD10C,1*%D10*%LS0.5*%${at(0, 0)}D02*${at(4, 0)}D01*${at(4, 0)}D03*`).plotted
    expect([...prims.r]).toEqual([250_000, 250_000])
  })

  test('turned obrounds and rectangles as pens', () => {
    const { plotted } = plotBody(`%ADD10R,2X1*%D10*%LR90*%${at(0, 0)}D02*${at(5, 0)}D01*`)
    expect(boundsMm(plotted)).toEqual([-0.5, -1, 5.5, 1])
  })
})

describe('deprecated transformations of the whole image', () => {
  const flashed = (commands: string, body = `${at(10, 20)}D03*`): readonly number[] | null =>
    boundsMm(plotBody(`${commands}${TRIANGLE}${body}`).plotted)

  test.each([
    ['offset', '%OFA1B-2*%', [11, 18, 14, 19]],
    ['scale of coordinates, not of apertures', '%SFA2B0.5*%', [20, 10, 23, 11]],
    ['mirror of coordinates, not of apertures', '%MIA1B0*%', [-10, 20, -7, 21]],
    ['mirror along both', '%MIA1B1*%', [-10, -20, -7, -19]],
    ['rotation of everything', '%IR90*%', [-21, 10, -20, 13]],
    ['axis swap of everything', '%ASAYBX*%', [20, 10, 21, 13]],
    ['mirror, scale, offset, rotation in this order', '%IR90*%%OFA1B2*%%SFA2B2*%%MIA1B0*%', [-43, -19, -42, -16]],
  ])('%s', (_, commands, box) => {
    expect(flashed(commands)).toEqual(near(box))
  })

  test.each([
    ['mirror', '%MIA1B0*%', -1, [-10, 0, 0, 10]],
    ['mirror along both', '%MIA1B1*%', 1, [-10, -10, 0, 0]],
    ['rotation', '%IR90*%', 1, [-10, 0, 0, 10]],
    ['axis swap', '%ASAYBX*%', -1, [0, 0, 10, 10]],
    ['scale', '%SFA2B2*%', 1, [0, 0, 20, 20]],
  ])('arcs under %s', (_, command, direction, box) => {
    const layer = plotBody(`${command}G36*${at(10, 0)}D02*G03*${at(0, 10)}I-10000000J0D01*G01*${at(0, 0)}D01*${at(10, 0)}D01*G37*`)
    expect(boundsMm(layer.plotted)).toEqual(near(box))
    const stroke = plotBody(`%ADD10C,1*%${command}D10*${at(10, 0)}D02*G03*${at(0, 10)}I-10000000J0D01*`)
    expect(stroke.plotted.objects.sweep[0]).toBeCloseTo((direction * Math.PI) / 2, 9)
  })

  test('step and repeat follows rotation, not scale or mirror', () => {
    const { objects } = plotBody(`%ADD10C,1*%D10*%IR90*%%SRX2Y1I5J0*%X0Y0D03*%SR*%`).plotted
    expect([...objects.x0, ...objects.y0]).toEqual([0, 0, 0, 5e6].map((v) => expect.closeTo(v, 6)))
  })

  test('behind the first object it is reported', () => {
    expect(problemsOf(plotBody(`%ADD10C,1*%D10*X0Y0D03*\n%OFA1B0*%\nX0Y0D03*`))).toEqual([
      'warning image-offset 5',
      'error late-image-command 5',
    ])
  })

  test('IPNEG is kept for the image to invert', () => {
    expect([plotBody('%IPNEG*%').negativeImage, plotBody('%IPPOS*%').negativeImage]).toEqual([true, false])
  })
})
