import { describe, expect, test } from 'vitest'
import { at, boundsMm, darkArea, plotBody, primAreas, problemsOf } from '#test/core/interpret/plotted.ts'

const PEN = '%ADD10C,1*%%ADD11C,0.5*%\n'
const placesOf = ({ plotted: { objects } }: ReturnType<typeof plotBody>): readonly string[] =>
  Array.from({ length: objects.count }, (_, o) => `${Math.round(objects.x0[o]!) / 1e6},${Math.round(objects.y0[o]!) / 1e6}`)

describe('step and repeat', () => {
  test('copies go up first, then to the right', () => {
    const layer = plotBody(`${PEN}D10*%SRX2Y3I5J4*%${at(1, 1)}D03*%SR*%`)
    expect(placesOf(layer)).toEqual(['1,1', '1,5', '1,9', '6,1', '6,5', '6,9'])
    expect(layer.plotted.apertures[0]!.flashes).toBe(6)
    expect([...layer.plotted.objects.line]).toEqual([5, 5, 5, 5, 5, 5])
  })

  test('later copies are drawn over earlier ones, polarity by polarity', () => {
    const { plotted } = plotBody(`${PEN}D10*%SRX2Y1I0.5J0*%X0Y0D03*%LPC*%D11*X0Y0D03*%SR*%`)
    expect([...plotted.prims.dark]).toEqual([1, 0, 1, 0])
    expect([...plotted.objects.dark]).toEqual([1, 0, 1, 0])
  })

  test('draws, arcs and regions with all their numbers', () => {
    const body = `D10*${at(0, 0)}D02*G03*${at(2, 0)}I1000000J0D01*G01*${at(5, 0)}D01*G36*${at(0, 0)}D02*${at(1, 0)}D01*${at(1, 1)}D01*${at(0, 0)}D01*G37*`
    const { plotted } = plotBody(`${PEN}%SRX1Y2I0J9*%${body}%SR*%`)
    const { objects } = plotted
    expect([...objects.kind]).toEqual([2, 1, 3, 2, 1, 3])
    expect([objects.cy[0], objects.cy[3], objects.sweep[3]]).toEqual([expect.closeTo(0, 3), expect.closeTo(9e6, 3), objects.sweep[0]])
    expect(primAreas(plotted).slice(3)).toEqual(
      primAreas(plotted)
        .slice(0, 3)
        .map((area) => expect.closeTo(area, 9)),
    )
    expect([...objects.primFrom]).toEqual([0, 1, 2, 3, 4, 5])
    expect([...plotted.prims.object]).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('inch steps', () => {
    const layer = plotBody(`${PEN}D10*%MOIN*%%SRX2Y1I1J0*%X0Y0D03*%SR*%`)
    expect(placesOf(layer)).toEqual(['0,0', '25.4,0'])
  })

  test.each([
    ['a new one closes the last', `D10*%SRX2Y1I5J0*%X0Y0D03*\n%SRX1Y2I0J5*%X0Y0D03*%SR*%`, 4, []],
    ['SRX1Y1 closes', `D10*%SRX2Y1I5J0*%X0Y0D03*%SRX1Y1I0J0*%${at(9, 9)}D03*`, 3, []],
    ['the end of the file closes', `D10*\n%SRX2Y1I5J0*%X0Y0D03*`, 2, ['warning repeat-not-closed 6']],
    ['nothing to repeat', '%SRX1000000Y1000000I5J0*%%SR*%', 0, []],
    ['no times is once', 'D10*%SRX0Y2I5J1*%X0Y0D03*%SR*%', 2, ['error bad-step-repeat 5']],
  ])('%s', (_, body, objects, problems) => {
    const layer = plotBody(PEN + body)
    expect(layer.plotted.objects.count).toBe(objects)
    expect(problemsOf(layer).filter((problem) => !problem.startsWith('info'))).toEqual(problems)
  })
})

describe('block apertures', () => {
  const BLOCK = `%ABD20*%D10*${at(0, 0)}D03*${at(2, 0)}D02*${at(2, 1)}D01*%AB*%\n`

  test('a flash plots the contents as objects of their own', () => {
    const { plotted } = plotBody(`${PEN}${BLOCK}D20*${at(10, 10)}D03*`)
    expect([...plotted.objects.kind]).toEqual([0, 1])
    expect([...plotted.objects.x0, ...plotted.objects.y0]).toEqual([10e6, 12e6, 10e6, 10e6])
    expect(boundsMm(plotted)).toEqual([9.5, 9.5, 12.5, 11.5])
    const block = plotted.apertures.find(({ shape }) => shape === 'block')!
    expect([block.code, block.flashes, block.width / 1e6, block.height / 1e6]).toEqual([20, 1, 3, 2])
  })

  test('the definition itself plots nothing', () => {
    expect(plotBody(PEN + BLOCK).plotted.objects.count).toBe(0)
  })

  test('mirrored, turned and scaled as a whole', () => {
    const { plotted } = plotBody(`${PEN}${BLOCK}D20*%LMX*%%LR90*%%LS2*%${at(10, 10)}D03*`)
    // Mirrored (-2,0)-(-2,1), turned (0,-2)-(-1,-2), scaled (0,-4)-(-2,-4).
    expect([plotted.objects.x0[1], plotted.objects.y0[1], plotted.objects.x1[1], plotted.objects.y1[1]].map((v) => v! / 1e6)).toEqual([
      10, 6, 8, 6,
    ])
    expect([...plotted.prims.r]).toEqual([1_000_000, 1_000_000])
  })

  test('a clear flash turns every polarity in the block around', () => {
    const body = `%ABD20*%D10*X0Y0D03*%LPC*%D11*X0Y0D03*%LPD*%%AB*%`
    const { plotted } = plotBody(`${PEN}${body}D20*%LPC*%X0Y0D03*`)
    expect([...plotted.prims.dark]).toEqual([0, 1])
    expect([...plotted.objects.dark]).toEqual([0, 1])
  })

  test('blocks in blocks', () => {
    const body = `%ABD20*%D10*X0Y0D03*%AB*%%ABD21*%D20*X0Y0D03*${at(5, 0)}D03*%AB*%D21*X0Y0D03*${at(0, 5)}D03*`
    expect(placesOf(plotBody(PEN + body))).toEqual(['0,0', '5,0', '0,5', '5,5'])
  })

  test('a block defined inside a block', () => {
    const body = `%ABD21*%%ABD20*%D10*X0Y0D03*%AB*%D20*X0Y0D03*${at(5, 0)}D03*%AB*%D21*${at(0, 5)}D03*`
    expect(placesOf(plotBody(PEN + body))).toEqual(['0,5', '5,5'])
  })

  test('step and repeat in a block, and a block in step and repeat', () => {
    const inside = `%ABD20*%%SRX2Y1I3J0*%D10*X0Y0D03*%SR*%%AB*%D20*%SRX1Y2I0J3*%X0Y0D03*%SR*%`
    expect(placesOf(plotBody(PEN + inside))).toEqual(['0,0', '3,0', '0,3', '3,3'])
  })

  test('regions and macros in blocks keep their area', () => {
    const body = `%AMM*1,1,2,0,0*1,0,1,0,0*%%ADD12M*%%ABD20*%D12*X0Y0D03*G36*${at(3, 0)}D02*${at(4, 0)}D01*${at(4, 1)}D01*${at(3, 0)}D01*G37*%AB*%`
    const { plotted } = plotBody(`${PEN}${body}D20*%LR33*%%LMY*%X0Y0D03*`)
    expect(darkArea(plotted)).toBeCloseTo(0.75 * Math.PI + 0.5, 5)
    expect(primAreas(plotted)[1]).toBeCloseTo(0.5, 9)
  })

  test.each([
    ['a block that flashes itself', '%ABD20*%\nD20*\nX0Y0D03*%AB*%D20*X0Y0D03*', ['error undefined-aperture 6', 'error no-aperture 7']],
    ['not opened', '%AB*%', ['warning block-not-open 5']],
    ['not closed', '%ABD20*%D10*X0Y0D03*', ['error block-not-closed 5']],
    ['not readable', '%ABX*%', ['error bad-block 5']],
  ])('%s', (_, body, problems) => {
    const layer = plotBody(PEN + body)
    expect(problemsOf(layer).filter((problem) => !problem.startsWith('info'))).toEqual(problems)
    expect(layer.plotted.objects.count).toBe(0)
  })
})
