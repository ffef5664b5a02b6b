import { describe, expect, test } from 'vitest'
import { interpretGerber } from '#core/interpret/interpret-gerber.ts'
import { at, HEAD, plotBody, plotText, problemsOf } from '#test/core/interpret/plotted.ts'

const PEN = '%ADD10C,1*%\nD10*\n'
/** What is bounded here would else take minutes or never end: the runner's own time-out catches that. */
const timed = <T>(run: () => T): T => run()

describe('files that ask for too much end with a problem and keep what came before', () => {
  test('a billion steps', () => {
    const layer = timed(() => plotBody(`${PEN}X0Y0D03*\n%SRX40000Y40000I1J1*%X0Y0D03*%SR*%\n${at(9, 9)}D03*`))
    expect(problemsOf(layer)).toEqual(['error too-many-repeats 7'])
    expect(layer.plotted.objects.count).toBe(3)
  })

  test('a billion steps of objects that plot nothing', () => {
    const layer = timed(() => plotBody(`%ADD10C,0*%D10*\n%SRX40000Y40000I1J1*%X0Y0D03*%SR*%`))
    expect(problemsOf(layer)).toEqual(['error too-many-repeats 5'])
  })

  test('blocks that grow tenfold with each level', () => {
    const level = (k: number): string => `%ABD${20 + k}*%D${k === 0 ? 10 : 19 + k}*${'X0Y0D03*'.repeat(10)}%AB*%\n`
    const body = Array.from({ length: 20 }, (_, k) => level(k)).join('')
    const layer = timed(() => plotBody(`${PEN}X0Y0D03*\n${body}D39*X0Y0D03*`, { limits: { copies: 200_000 } }))
    expect(layer.problems.map(({ code }) => code)).toContain('too-many-objects')
    expect(layer.plotted.objects.count).toBe(1)
  })

  test('blocks nested without end', () => {
    const layer = timed(() => plotBody(`${PEN}X0Y0D03*\n${'%ABD20*%'.repeat(100_000)}`))
    expect(layer.problems.map(({ code }) => code)).toContain('nested-too-deep')
    expect(layer.plotted.objects.count).toBe(1)
  })

  test('more objects than allowed', () => {
    const layer = plotBody(`${PEN}${'X0Y0D03*\n'.repeat(50)}`, { limits: { prims: 10 } })
    expect(problemsOf(layer)).toEqual(['error too-many-objects 16'])
    expect(layer.plotted.objects.count).toBe(11)
  })

  test('more vertices than allowed', () => {
    const layer = plotBody(`%ADD10P,1X12*%\nD10*\n${'X0Y0D03*\n'.repeat(50)}`, { limits: { vertices: 100 } })
    expect(problemsOf(layer)).toEqual(['error too-many-objects 14'])
  })

  test('macros that expand without end', () => {
    const macro = `%AMM*\n${'1,1,1,0,0*\n'.repeat(1000)}%\n`
    const definitions = Array.from({ length: 3000 }, (_, k) => `%ADD${10 + k}M*%\n`).join('')
    const layer = timed(() => plotText(`${HEAD}${macro}${definitions}M02*`, { limits: { macroPrimitives: 20_000 } }))
    expect(layer.problems.map(({ code }) => code)).toContain('too-many-macro-primitives')
  })

  test('more apertures than can be numbered', () => {
    const layer = plotText(
      `${HEAD}${Array.from({ length: 66_000 }, (_, k) => `%ADD${10 + k}C,1*%`).join('')}D10*X0Y0D03*\nD66009*X0Y0D03*M02*`,
    )
    expect(layer.plotted.apertures).toHaveLength(65_535)
    expect(layer.plotted.objects.count).toBe(1)
    expect(layer.problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['too-many-apertures', 'undefined-aperture']))
  })

  test.each([
    ['empty', new Uint8Array(0)],
    ['zeros', new Uint8Array(3_000_000)],
    ['one letter', new Uint8Array(3_000_000).fill(0x58)],
    ['stars', new Uint8Array(3_000_000).fill(0x2a)],
    ['percent signs', new Uint8Array(3_000_000).fill(0x25)],
    ['parentheses', new Uint8Array(3_000_000).fill(0x28)],
    ['high bytes', new Uint8Array(3_000_000).fill(0xff)],
  ])('nothing but %s', (_, bytes) => {
    const layer = timed(() => interpretGerber(bytes))
    expect(layer.plotted.objects.count).toBe(0)
    expect(layer.problems.length).toBeGreaterThan(0)
  })

  test('one macro, one aperture, one expression, one attribute of a megabyte', () => {
    const long = 'A'.repeat(1_500_000)
    for (const text of [
      `%AM${long}*1,1,1,0,0*%`,
      `%AMM*1,1,${'1+'.repeat(750_000)}1,0,0*%`,
      `%ADD10C,${'1X'.repeat(750_000)}1*%`,
      `%TF.X,${long}*%`,
      `%IN${long}*%`,
      `G04 ${long}*`,
      `X${'9'.repeat(1_500_000)}D03*`,
    ])
      expect(timed(() => plotText(`${HEAD}${text}M02*`)).ended).toBe(true)
  })
})

describe('growth', () => {
  test('ten times the objects take about ten times the time', () => {
    const file = (n: number): Uint8Array => {
      const line = (k: number): string => `X${(k * 7919) % 100_000}000Y${(k * 104_729) % 100_000}000D0${(k % 3) + 1}*\n`
      return new TextEncoder().encode(`${HEAD}${PEN}${Array.from({ length: n }, (_, k) => line(k)).join('')}M02*`)
    }
    const [small, large] = [file(20_000), file(200_000)]
    const best = (bytes: Uint8Array): number =>
      Math.min(
        ...Array.from({ length: 5 }, () => {
          const before = performance.now()
          interpretGerber(bytes)
          return performance.now() - before
        }),
      )
    best(small)
    expect(best(large)).toBeLessThan(60 * best(small))
  })
})
