import { describe, expect, test } from 'vitest'
import { readGerber } from '#core/read/gerber/read-gerber.ts'
import { bytesOf, problemsOf, readText, told } from '#test/core/read/gerber/told.ts'

interface Case {
  readonly name: string
  readonly text: string
  readonly problems: readonly string[]
  readonly commands: readonly string[]
}

const HEAD = '%FSLAX24Y24*%%MOMM*%\n'

const CASES: readonly Case[] = [
  { name: 'no end', text: `${HEAD}X1D03*\n`, problems: ['warning missing-end 2'], commands: ['flash 1,0'] },
  { name: 'cut off', text: `${HEAD}X1D03*\nX20Y`, problems: ['error truncated 3'], commands: ['flash 1,0'] },
  { name: 'data behind the end', text: `${HEAD}M02*\n\nX1D03*`, problems: ['warning data-after-end 4'], commands: [] },
  { name: 'filler behind the end', text: `${HEAD}M02*\r\n\0\0\x1a`, problems: [], commands: [] },
  {
    name: 'extended command without %',
    text: 'FSLAX24Y24*\nMOMM*\nX1D03*M02*',
    problems: ['warning missing-percent 1', 'warning missing-percent 3'],
    commands: ['flash 1,0'],
  },
  { name: '% not closed', text: '%FSLAX24Y24*\n%MOMM*%\nX1D03*M02*', problems: ['warning missing-percent 2'], commands: ['flash 1,0'] },
  {
    name: 'ordinary command inside %',
    text: `${HEAD}%LPD*\nX1D03*%M02*`,
    problems: ['warning missing-percent 3', 'warning missing-percent 3'],
    commands: ['flash 1,0'],
  },
  {
    name: 'extended command without *',
    text: '%FSLAX24Y24%\n%MOMM*%X1D03*M02*',
    problems: ['warning missing-star 1'],
    commands: ['flash 1,0'],
  },
  { name: 'block without *', text: `${HEAD}X1Y1D02\nX2D01*M02*`, problems: ['warning missing-star 2'], commands: ['move 1,1', 'draw 2,1'] },
  { name: 'comment without *', text: `${HEAD}G04 half\nX1D03*M02*`, problems: ['warning comment-without-star 2'], commands: ['flash 1,0'] },
  { name: 'noise with a coordinate', text: `${HEAD}?X5D03*X1D03*M02*`, problems: ['error unknown-command 2'], commands: ['flash 1,0'] },
  { name: 'noise without', text: `${HEAD}hello world*X1D03*M02*`, problems: ['warning unknown-text 2'], commands: ['flash 1,0'] },
  { name: 'unknown G-code', text: `${HEAD}G99*X1D03*M02*`, problems: ['error unknown-g-code 2'], commands: ['flash 1,0'] },
  { name: 'unknown M-code', text: `${HEAD}M07*X1D03*M02*`, problems: ['error unknown-m-code 2'], commands: ['flash 1,0'] },
  { name: 'unknown D-code', text: `${HEAD}X1D07*M02*`, problems: ['error unknown-d-code 2'], commands: ['move 1,0'] },
  {
    name: 'coordinates before any operation',
    text: `${HEAD}X1Y1*X2D03*M02*`,
    problems: ['warning no-operation 2'],
    commands: ['move 1,1', 'flash 2,1'],
  },
  { name: 'scaled interpolation', text: `${HEAD}G10*X1D01*M02*`, problems: ['error scaled-interpolation 2'], commands: ['draw 1,0'] },
  {
    name: 'a number with far too many digits',
    text: `${HEAD}X${'9'.repeat(400)}Y1D03*M02*`,
    problems: ['error bad-number 2'],
    commands: ['flash 0,1'],
  },
  { name: 'decimal points', text: `${HEAD}X1.0D03*M02*`, problems: ['warning decimal-point 2'], commands: ['flash 10000,0'] },
  { name: 'format not readable', text: '%FSLAX*%%MOMM*%X1D03*M02*', problems: ['error bad-format 1'], commands: ['flash 1,0'] },
  { name: 'format silent about zeros', text: '%FSAX24Y24*%%MOMM*%M02*', problems: ['warning format-zeros-unstated 1'], commands: [] },
  { name: 'format given again', text: `${HEAD}%FSLAX24Y24*%M02*`, problems: ['warning format-repeated 2'], commands: [] },
  { name: 'axes with different formats', text: '%FSLAX24Y34*%%MOMM*%M02*', problems: ['warning format-axes-differ 1'], commands: [] },
  { name: 'unknown unit', text: '%FSLAX24Y24*%\n%MOCM*%M02*', problems: ['error bad-unit 2'], commands: [] },
  { name: 'unit changes', text: `${HEAD}G70*M02*`, problems: ['error unit-changed 2'], commands: [] },
  { name: 'unknown polarity', text: `${HEAD}%LPX*%M02*`, problems: ['error bad-polarity 2'], commands: [] },
  { name: 'unknown mirroring', text: `${HEAD}%LMZ*%M02*`, problems: ['error bad-mirror 2'], commands: [] },
  { name: 'rotation not a number', text: `${HEAD}%LRx*%M02*`, problems: ['error bad-rotation 2'], commands: [] },
  { name: 'scale of zero', text: `${HEAD}%LS0*%M02*`, problems: ['error bad-scale 2'], commands: [] },
  { name: 'negative image', text: `${HEAD}%IPNEG*%M02*`, problems: ['warning negative-image 2'], commands: [] },
  { name: 'mirrored image', text: `${HEAD}%MIA1B0*%M02*`, problems: ['warning image-mirror 2'], commands: [] },
  {
    name: 'default image parameters say nothing',
    text: `${HEAD}%MIA0B0*%%SFA1.0B1.0*%%OFA0B0*%%IR0*%%ASAXBY*%%IPPOS*%M02*`,
    problems: [],
    commands: [],
  },
  { name: 'knockout', text: `${HEAD}%KOC*%M02*`, problems: ['error unsupported-command 2'], commands: [] },
  { name: 'image justify', text: `${HEAD}%IJACBC*%M02*`, problems: ['warning image-justify 2'], commands: [] },
  { name: 'aperture definition not readable', text: `${HEAD}%ADD10*%M02*`, problems: ['error bad-aperture 2'], commands: [] },
  { name: 'aperture parameter not a number', text: `${HEAD}%ADD10R,1X2.3.4*%M02*`, problems: ['error bad-aperture 2'], commands: [] },
  {
    name: 'aperture definition with a trailing X',
    text: `${HEAD}%ADD10C,1X*%M02*`,
    problems: ['warning trailing-separator 2'],
    commands: [],
  },
  { name: 'macro block not readable', text: `${HEAD}%AMA*\n1,1,$$,0,0*\n%M02*`, problems: ['error bad-macro 3'], commands: [] },
  {
    name: 'macro comment without *',
    text: `${HEAD}%AMA*\n0 half\n1,1,1,0,0*\n%M02*`,
    problems: ['warning comment-without-star 3'],
    commands: [],
  },
  { name: 'step and repeat a fraction of times', text: `${HEAD}%SRX2.5Y1I1J0*%M02*`, problems: ['error bad-step-repeat 2'], commands: [] },
  { name: 'UTF-16', text: [...`${HEAD}X1D03*M02*`].map((c) => `${c}\0`).join(''), problems: ['warning utf-16 1'], commands: ['flash 1,0'] },
  { name: 'byte order mark', text: `\xef\xbb\xbf${HEAD}X1D03*M02*`, problems: [], commands: ['flash 1,0'] },
  { name: 'several D-codes in a block', text: `${HEAD}X1D02D03*M02*`, problems: ['warning several-d-codes 2'], commands: ['flash 1,0'] },
]

describe('deviations are read all the same and reported', () => {
  test.each(CASES)('$name', ({ text, problems, commands }) => {
    const read = readText(text)
    expect(problemsOf(read)).toEqual(problems)
    expect(told(read)).toEqual(commands)
  })
})

describe('deprecated and unusual constructs are counted', () => {
  const OLD = `%FSTAX24Y24*%\n%MOIN*%\n%INname*%\n%OFA0B0*%\nG70*\nG90*\nG54D10*\nG54D11*\nX1D2*\nX2D1*\nX3*\nG74*\nG03X4I1D01*\nM02*`

  test('with their number and first line', () => {
    expect(Object.fromEntries(readText(OLD).constructs.map(({ code, count, line }) => [code, `${count} from line ${line}`]))).toEqual({
      'trailing-zeros-omitted': '1 from line 1',
      in: '1 from line 3',
      'default-image-parameter': '1 from line 4',
      g70: '1 from line 5',
      g90: '1 from line 6',
      g54: '2 from line 7',
      'short-operation': '2 from line 9',
      'modal-operation': '1 from line 11',
      g74: '1 from line 12',
      'single-quadrant-arc': '1 from line 13',
      'combined-operation': '1 from line 13',
    })
  })

  test.each([
    ['G71*', 'unit-by-g-code'],
    ['G91*', 'g91'],
    ['G55*', 'g55'],
    ['G00*', 'g00'],
    ['M01*', 'm01'],
    ['M30*', 'm30'],
    ['N5G01*', 'block-number'],
    ['G04 #@! TF.Part,Single*', 'comment-attribute'],
    ['%FSDAX24Y24*%', 'no-zeros-omitted'],
    ['%FSLIX24Y24*%', 'incremental'],
    ['%ADD010C,1*%', 'aperture-leading-zero'],
    ['%AS AXBY*%', 'default-image-parameter'],
    ['%ASAYBX*%', 'as'],
    ['%IR0*%', 'default-image-parameter'],
    ['%IR90*%', 'ir'],
    ['%IPPOS*%', 'default-image-parameter'],
    ['%IPNEG*%', 'ip'],
    ['%MIA0B1*%', 'mi'],
    ['%OFA1B0*%', 'of'],
    ['%SFA2B1*%', 'sf'],
    ['%IOA1B0*%', 'io'],
    ['%IOA0B0*%', 'default-image-parameter'],
  ])('%s counts as %s', (text, code) => {
    expect(readText(text).constructs.map((construct) => construct.code)).toContain(code)
  })
})

describe('problems are bounded', () => {
  test('many of one kind are summed up', () => {
    const { problems } = readText(`${HEAD}${'G99*\n'.repeat(1000)}M02*`)
    expect(problems).toHaveLength(21)
    expect(problems.at(-1)?.message).toBe('980 more of the same kind')
  })

  test('a large file of something else is left early', () => {
    const bytes = bytesOf('lorem ipsum dolor sit amet, consectetur*\n').slice()
    const file = new Uint8Array(bytes.length * 250_000)
    for (let k = 0; k < file.length; k += bytes.length) file.set(bytes, k)
    const { problems } = readGerber(file)
    expect(problems.map(({ code }) => code)).toContain('not-gerber')
  })
})
