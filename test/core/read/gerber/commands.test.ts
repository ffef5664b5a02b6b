import { describe, expect, test } from 'vitest'
import { problemsOf, readText, told } from '#test/core/read/gerber/told.ts'

const HEAD = '%FSLAX24Y24*%\n%MOMM*%\n'

interface Case {
  readonly name: string
  readonly text: string
  readonly commands: readonly string[]
}

const CASES: readonly Case[] = [
  { name: 'move, draw, flash', text: 'X1Y2D02*\nX3Y4D01*\nX5Y6D03*', commands: ['move 1,2', 'draw 3,4', 'flash 5,6'] },
  { name: 'modal X and Y', text: 'X1Y2D02*\nX3D01*\nY4D01*\nD03*', commands: ['move 1,2', 'draw 3,2', 'draw 3,4', 'flash 3,4'] },
  { name: 'signs', text: 'X-1Y+2D02*', commands: ['move -1,2'] },
  { name: 'aperture selection', text: 'D10*\nG54D11*\nD0012*', commands: ['select 10', 'select 11', 'select 12'] },
  {
    name: 'arcs with their quadrant mode',
    text: 'G75*\nG02*\nX10Y0I5J0D01*\nG74*\nG03*\nX0I5D01*',
    commands: ['cw 10,0 about 5,0 multi', 'ccw 0,0 about 5,0 single'],
  },
  { name: 'offsets are not modal', text: 'G75*G03*X1I2J3D01*X2D01*', commands: ['ccw 1,0 about 2,3 multi', 'ccw 2,0 about 0,0 multi'] },
  { name: 'back to lines', text: 'G03*G01*X1D01*', commands: ['draw 1,0'] },
  { name: 'region', text: 'G36*X0Y0D02*X1D01*G37*', commands: ['region', 'move 0,0', 'draw 1,0', 'end'] },
  { name: 'all in one block', text: 'G01X1Y2D02*G03X3Y4I1J2D01*', commands: ['move 1,2', 'ccw 3,4 about 1,2 unset'] },
  { name: 'operation without leading zero', text: 'X1Y1D2*X2D1*X3D3*', commands: ['move 1,1', 'draw 2,1', 'flash 3,1'] },
  { name: 'operation is modal in old files', text: 'X1Y1D02*X2D01*X3*Y3*', commands: ['move 1,1', 'draw 2,1', 'draw 3,1', 'draw 3,3'] },
  { name: 'block numbers', text: 'N10X1Y1D02*N20X2D01*', commands: ['move 1,1', 'draw 2,1'] },
  { name: 'incremental', text: 'G91*X1Y1D02*X2D01*X-1Y5D01*G90*X9Y9D03*', commands: ['move 1,1', 'draw 3,1', 'draw 2,6', 'flash 9,9'] },
  { name: 'decimal points', text: 'X1.5Y-.25D02*', commands: ['move 15000,-2500'] },
  { name: 'nothing behind M02', text: 'X1D03*M02*\nX2D03*', commands: ['flash 1,0'] },
  { name: 'M00 and M30 end too', text: 'X1D03*M00*X2D03*', commands: ['flash 1,0'] },
  { name: 'comments are skipped', text: 'G04 X9Y9D03*X1D03*G4*G04*', commands: ['flash 1,0'] },
  { name: 'more digits than the format', text: 'X1234567890Y0D02*', commands: ['move 1234567890,0'] },
  { name: 'no line ends', text: 'X1Y1D02*X2Y2D01*M02*', commands: ['move 1,1', 'draw 2,2'] },
  { name: 'blanks and line ends inside blocks', text: 'X1\nY2 D02\n*X3Y4\r\nD01*', commands: ['move 1,2', 'draw 3,4'] },
  { name: 'carriage returns alone', text: 'X1Y1D02*\rX2D01*\r', commands: ['move 1,1', 'draw 2,1'] },
  { name: 'operation before coordinates', text: 'D02X1Y2*', commands: ['move 1,2'] },
  { name: 'lower case', text: 'x1y2d02*g01*x3d01*', commands: ['move 1,2', 'draw 3,2'] },
]

describe('coordinate commands', () => {
  test.each(CASES)('$name', ({ text, commands }) => {
    expect(told(readText(HEAD + text))).toEqual(commands)
  })
})

describe('coordinate formats', () => {
  const read = (format: string, coordinates: string): readonly string[] => told(readText(`%${format}*%%MOMM*%${coordinates}`))

  test.each([
    ['FSLAX24Y24', 'X12Y-345D03*', 'flash 12,-345'],
    ['FSLAX46Y46', 'X1000000Y2500000D03*', 'flash 1000000,2500000'],
    ['FSTAX24Y24', 'X12Y-345D03*', 'flash 120000,-345000'],
    ['FSTAX24Y24', 'X0Y000001D03*', 'flash 0,1'],
    ['FSDAX24Y24', 'X000012Y-000345D03*', 'flash 12,-345'],
    ['FSAX24Y24', 'X12Y34D03*', 'flash 12,34'],
    ['FSLX24Y24', 'X12Y34D03*', 'flash 12,34'],
    ['FSLAN2X24Y24D2G2M2', 'X12Y34D03*', 'flash 12,34'],
    ['FSLAX2.4Y2.4', 'X12Y34D03*', 'flash 12,34'],
    ['FSLIX24Y24', 'X12Y34D02*X1Y1D03*', 'flash 13,35'],
    ['FSLAX24Y23', 'X12Y34D03*', 'flash 12,340'],
    ['FSLAX66Y66', 'X123456789012D03*', 'flash 123456789012,0'],
  ])('%s reads %s as %s', (format, coordinates, expected) => {
    expect(read(format, coordinates).at(-1)).toBe(expected)
  })

  test('a new unit converts the current point', () => {
    const commands = readText('%FSLAX24Y24*%%MOIN*%X10000Y20000D02*%MOMM*%X50D01*')
    expect(told(commands, true)).toEqual(['[resolution]', '[resolution]', 'move 10000,20000', '[resolution]', 'draw 50,508000'])
    expect(problemsOf(commands)).toContain('error unit-changed 1')
  })

  test('a new format converts the current point', () => {
    expect(told(readText('%FSLAX23Y23*%%MOMM*%X1Y2D02*%FSLAX24Y24*%X50D01*'))).toEqual(['move 1,2', 'draw 50,20'])
  })

  test('assumptions override what the file says', () => {
    const text = '%FSLAX24Y24*%%MOMM*%G74*G03*X1Y12I1D01*'
    const assumed = readText(text, { unit: 'inch', zeros: 'trailing', decimal: 3, quadrant: 'multi' })
    expect(assumed.unit).toBe('inch')
    expect(assumed.format).toEqual({ integer: 2, decimal: 3, zeros: 'trailing' })
    expect(told(assumed)).toEqual(['ccw 10000,12000 about 10000,0 multi'])
  })
})

describe('header', () => {
  test.each([
    ['%MOMM*%', 'mm'],
    ['%MOIN*%', 'inch'],
    ['G70*', 'inch'],
    ['G71*', 'mm'],
    ['', null],
  ])('unit of %j is %s', (text, unit) => {
    expect(readText(`%FSLAX24Y24*%${text}X0D03*`).unit).toBe(unit)
  })

  test('several commands between one pair of %', () => {
    const commands = readText('%FSLAX25Y25*MOIN*IPPOS*%\nX1D03*M02*')
    expect({ unit: commands.unit, format: commands.format }).toEqual({ unit: 'inch', format: { integer: 2, decimal: 5, zeros: 'leading' } })
    expect(commands.constructs.map(({ code }) => code)).toContain('combined-extended')
    expect(commands.problems).toEqual([])
  })

  test('names and comments are kept as written, 50 at most', () => {
    const commands = readText(`%INBoard 1*%%LNTop*%G04 hello *\n${'G04 again*\n'.repeat(100)}M02*`)
    expect(commands.names).toEqual(['Board 1', 'Top'])
    expect(commands.comments.slice(0, 2)).toEqual(['hello', 'again'])
    expect(commands.comments).toHaveLength(50)
  })

  test('UTF-8 and Latin-1 names', () => {
    expect(readText('%LNUnten (K\xc3\xbcpfer)*%').names).toEqual(['Unten (K\u00fcpfer)'])
    expect(readText('%LNUnten (K\xfcpfer)*%').names).toEqual(['Unten (K\u00fcpfer)'])
    expect(readText('%LN\xe9\x8a\x85\xf0\x9f\x98\x80*%').names).toEqual(['\u9285\u{1f600}'])
  })
})

describe('statements', () => {
  const statementsOf = (text: string) => readText(`%MOMM*%${text}`).statements.filter(({ kind }) => kind !== 'resolution')

  test.each([
    ['%ADD10C,0.5*%', { kind: 'aperture', code: 10, template: 'C', parameters: [0.5], unit: 'mm' }],
    ['%ADD11R,1X2X.5X.25*%', { kind: 'aperture', code: 11, template: 'R', parameters: [1, 2, 0.5, 0.25], unit: 'mm' }],
    ['%ADD12Round-Rect.1,1 X -2*%', { kind: 'aperture', code: 12, template: 'Round-Rect.1', parameters: [1, -2], unit: 'mm' }],
    ['%ADD13DONUT*%', { kind: 'aperture', code: 13, template: 'DONUT', parameters: [], unit: 'mm' }],
    ['%LPC*%', { kind: 'polarity', dark: false }],
    ['%LMXY*%', { kind: 'mirror', x: true, y: true }],
    ['%LMN*%', { kind: 'mirror', x: false, y: false }],
    ['%LR-45.5*%', { kind: 'rotation', degrees: -45.5 }],
    ['%LS0.8*%', { kind: 'scaling', factor: 0.8 }],
    ['%ABD12*%', { kind: 'block-open', code: 12 }],
    ['%AB*%', { kind: 'block-close' }],
    ['%SRX3Y2I5.0J4.5*%', { kind: 'step-repeat', nx: 3, ny: 2, dx: 5, dy: 4.5, unit: 'mm' }],
    ['%SR*%', { kind: 'step-repeat-close' }],
    ['%SRX1Y1I0J0*%', { kind: 'step-repeat-close' }],
    ['%TF.FileFunction,Copper,L1,Top*%', { kind: 'attribute', command: 'TF', name: '.FileFunction', values: ['Copper', 'L1', 'Top'] }],
    ['%TO.N,*%', { kind: 'attribute', command: 'TO', name: '.N', values: [''] }],
    ['%TO.C,R\\u00B5 1*%', { kind: 'attribute', command: 'TO', name: '.C', values: ['R\u00b5 1'] }],
    ['%TD*%', { kind: 'attribute', command: 'TD', name: '', values: [] }],
    ['G04 #@! TO.P,U1,2*', { kind: 'attribute', command: 'TO', name: '.P', values: ['U1', '2'] }],
    ['%ASAYBX*%', { kind: 'image', swapAxes: true }],
    ['%MIA1B0*%', { kind: 'image', mirrorA: true, mirrorB: false }],
    ['%OFA1.5B-2*%', { kind: 'image', offset: { a: 1.5, b: -2, unit: 'mm' } }],
    ['%SFA2B0.5*%', { kind: 'image', scale: { a: 2, b: 0.5 } }],
    ['%IR270*%', { kind: 'image', degrees: 270 }],
  ])('%s', (text, expected) => {
    expect(statementsOf(text)).toEqual([expected])
  })

  test('a macro with comment, variable and primitives over several lines', () => {
    const [macro] = statementsOf('%AMBox*\n0 A comment*\n$3=$1x2*\n21,1,$3,\n$2-1,0,0,0*\n%')
    expect(macro).toEqual({
      kind: 'macro',
      name: 'Box',
      blocks: [
        { kind: 'variable', index: 3, value: [{ variable: 1 }, 2, 'x'], line: 3 },
        { kind: 'primitive', code: 21, parameters: [[1], [{ variable: 3 }], [{ variable: 2 }, 1, '-'], [0], [0], [0]], line: 4 },
      ],
    })
  })

  test('lines and offsets of commands', () => {
    const commands = readText('%FSLAX24Y24*%\r\n%MOMM*%\n\nX1D02*\rX2D01*')
    expect([...commands.lineStarts]).toEqual([0, 15, 23, 24, 31])
    expect([...commands.at].slice(-2)).toEqual([24, 31])
  })
})
