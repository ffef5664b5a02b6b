import { describe, expect, test } from 'vitest'
import { looksLikeDrill } from '#core/read/excellon/looks-like-drill.ts'
import { bytesOf, codesOf, holesOf, nameOf, plotText, readText } from '#test/core/read/excellon/plotted.ts'

interface Dialect {
  readonly name: string
  readonly text: string
  /** The best reading, and how many there are when that is certain. */
  readonly best: string
  readonly only?: true
  /** First hole, mm. */
  readonly first: readonly number[]
  /** Plating of the tools in the order of the table. */
  readonly plated?: readonly (boolean | null)[]
  readonly functions?: readonly (string | null)[]
  readonly generator?: string | null
  readonly source?: string
}

const DIALECTS: readonly Dialect[] = [
  {
    name: 'KiCad 8, inch decimal, X2 attributes per tool',
    text: 'M48\n; DRILL file {KiCad 8.0.3} date 2024\n; FORMAT={-:-/ absolute / inch / decimal}\n; #@! TF.GenerationSoftware,Kicad,Pcbnew,8.0.3\n; #@! TF.FileFunction,Plated,1,2,PTH\nFMAT,2\nINCH\n; #@! TA.AperFunction,Plated,PTH,ViaDrill\nT1C0.0157\n; #@! TA.AperFunction,Plated,PTH,ComponentDrill,PressFit\nT2C0.0394\n%\nG90\nG05\nT1\nX5.5Y-4.0\nT2\nX6.0Y-4.0\nM30\n',
    best: 'inch 1.1 none', only: true, first: [139.7, -101.6, 0.39878], plated: [true, true], functions: ['ViaDrill', 'ComponentDrill,PressFit'], generator: 'KiCad 8.0.3', source: 'decimal-point',
  },
  {
    name: 'KiCad mixed plating',
    text: 'M48\n; FORMAT={-:-/ absolute / metric / decimal}\n; #@! TF.FileFunction,MixedPlating,1,2\nFMAT,2\nMETRIC\n; #@! TA.AperFunction,Plated,PTH,ComponentDrill\nT1C0.900\n; #@! TA.AperFunction,NonPlated,NPTH,ComponentDrill\nT2C1.400\n; #@! TD\nT3C2.0\n%\nT1\nX141.838Y-97.77\nT2\nX1.0Y1.0\nT0\nM30\n',
    best: 'mm 3.3 none', only: true, first: [141.838, -97.77, 0.9], plated: [true, false, null], functions: ['ComponentDrill', 'ComponentDrill', null],
  },
  {
    name: 'KiCad, decimals declared but a whole number without point',
    text: 'M48\n; FORMAT={-:-/ absolute / metric / decimal}\nMETRIC\nT1C1.0\n%\nT1\nX12Y3.5\nM30\n',
    best: 'mm 1.1 none', only: true, first: [12, 3.5, 1],
  },
  {
    name: 'KiCad 2013, zeros kept',
    text: 'M48\n;DRILL file {Pcbnew (2013-07-07 BZR 4022)-stable} date 11/9/2013\n;FORMAT={2:4/ absolute / inch / keep zeros}\nFMAT,2\nINCH,TZ\nT1C0.015\n%\nG90\nG05\nM72\nT1\nX014750Y036500\nT0\nM30\n',
    best: 'inch 2.4 leading', only: true, first: [37.465, 92.71, 0.381], generator: 'KiCad Pcbnew (2013-07-07 BZR 4022)-stable',
  },
  {
    name: 'KiCad, trailing zeros suppressed',
    text: 'M48\n; FORMAT={3:3/ absolute / metric / suppress trailing zeros}\nMETRIC,LZ\nT1C1.0\n%\nT1\nX0127Y003\nM30\n',
    best: 'mm 3.3 trailing', only: true, first: [12.7, 3, 1],
  },
  {
    name: 'Altium 4.4 with plating sections',
    text: 'M48\n;Layer_Color=9474304\n;FILE_FORMAT=4:4\nMETRIC,TZ\n;TYPE=PLATED\nT1F00S00C0.2500\n;TYPE=NON_PLATED\nT6F00S00C1.0160\n%\nT01\nX80000Y110000\nX120000\nM30\n',
    best: 'mm 4.4 leading', only: true, first: [8, 11, 0.25], plated: [true, false], generator: 'Altium Designer', source: 'comment',
  },
  {
    name: 'Altium 2.5 with leading zeros',
    text: 'M48\n;Layer_Color=9474304\n;FILE_FORMAT=2:5\nINCH,LZ\n;TYPE=PLATED\nT01F00S00C0.01200\n%\nT01\nX00335Y001\nM30\n',
    best: 'inch 2.5 trailing', only: true, first: [8.509, 2.54, 0.3048], plated: [true],
  },
  {
    name: 'Allegro: 2.5 hidden behind INCH,TZ, tool table in comments',
    text: 'M48\nINCH,TZ\nT01C.012\nT02C.128\n;LEADER: 12 \n;T01 Holesize 1. = 12.000000 Tolerance = +3.000000/-3.000000 PLATED MILS Quantity = 670\n;T02 Holesize 2. = 128.000000 Tolerance = +2.000000/-2.000000 NON_PLATED MILS Quantity = 2\n%\nG90\nT01\nX19000Y116500\nT02\nX380000Y462677\nM30\n',
    best: 'inch 2.5 leading', first: [4.826, 29.591, 0.3048], plated: [true, false], generator: 'Cadence Allegro',
  },
  {
    name: 'Allegro: diameters only in comments, in mils though the file is metric',
    text: 'M48\nMETRIC,TZ,000.000\n;T01 Holesize 1. = 12.0 Tolerance = +3.0/-3.0 PLATED MILS Quantity = 1\n%\nT01\nX1000Y0\nM30\n',
    best: 'mm 3.3 leading', only: true, first: [1, 0, 0.3048], plated: [true],
  },
  {
    name: 'tool list in comments with plating words',
    text: 'M48\nINCH,LZ,00.0000\n;T01 PLATED 8.0 mils\n;T02 NON-PLATED 1.0 mm\nT01\nT02\n%\nT02\nX01Y02\nM30\n',
    best: 'inch 2.4 trailing', only: true, first: [25.4, 50.8, 1], plated: [true, false],
  },
  {
    name: 'PADS 9: no header, no unit, trailing zeros dropped',
    text: '%\nT1C.015F095S3\nX01095Y01056\nX01095Y0127\nX027Y01377\nX01737Y049\nM30\n',
    best: 'inch 2.4 trailing', first: [27.813, 26.8224, 0.381], source: 'digits',
  },
  {
    name: 'EAGLE with rewind before the header',
    text: '%\nM48\nM72\n;FILE_FORMAT=2:4\nINCH,TZ\nT01C0.0240\n%\nT01\nX16910Y10810\nM30\n',
    best: 'inch 2.4 leading', only: true, first: [42.9514, 27.4574, 0.6096],
  },
  {
    name: 'OrCAD tape without header',
    text: '%\nT1C0.028F200S100\nX002250Y002300\nX010000Y005200\nM30\n',
    best: 'inch 2.4 none', first: [5.715, 5.842, 0.7112],
  },
  {
    name: 'Mentor Expedition',
    text: '; Format  : 3.3 / Absolute / MM / Leading\n; Contents: Thru / Drill / Non-Plated\nM48\nMETRIC,TZ\nFMAT,2\nICI,OFF\nT11C1.3000\n%\nM71\nG90\nG93X0Y0\nT11\nX58168Y64541\nT00\nM30\n',
    best: 'mm 3.3 leading', only: true, first: [58.168, 64.541, 1.3], plated: [false], generator: 'Mentor Expedition',
  },
  {
    name: 'gEDA, all digits written',
    text: 'M48\r\nINCH\r\nT47C0.118\r\n%\r\nT47\r\nX011000Y013000\r\nX063250Y030250\r\nM30\r\n',
    best: 'inch 2.4 none', first: [27.94, 33.02, 2.9972],
  },
  {
    name: 'DipTrace, signs written',
    text: 'M48\nINCH\nT01C0.0157\n%\nT01\nX+026814Y+011188\nX+005312Y+023562\nT00\nM30\n',
    best: 'inch 2.4 none', first: [68.10756, 28.41752, 0.39878],
  },
  {
    name: 'EasyEDA with a digit mask',
    text: 'M48\nMETRIC,LZ,000.000\n;FILE_FORMAT=3:3\n;TYPE=PLATED\n;EasyEDA v6.5.23, 2023-06-25 15:29:15\n;Holesize 1 = 0.306 mm\nT01C0.306\n%\nG05\nG90\nT01\nX066526Y079707\nM30\n',
    best: 'mm 3.3 trailing', only: true, first: [66.526, 79.707, 0.306], plated: [true], generator: 'EasyEDA 6.5.23', source: 'header',
  },
  {
    name: 'EasyEDA Pro, comments before the header, negative numbers',
    text: ';TYPE=PLATED\n;Layer: PTH_Through\n;EasyEDA Pro v2.1.64, 2024\nM48\nMETRIC,LZ,000.00000\nT01C0.30500\n%\nT01\nX01431753Y-01899998\nM30\n',
    best: 'mm 3.5 trailing', only: true, first: [14.31753, -18.99998, 0.305], plated: [true], generator: 'EasyEDA Pro 2.1.64',
  },
  {
    name: 'Upverter: unit by M71 in the header',
    text: 'M48\nM71,TZ\nFMAT,2\nT1C0.635\n%\nT1\nX-33.975Y29.575\nM30\n',
    best: 'mm 2.3 leading', only: true, first: [-33.975, 29.575, 0.635],
  },
  {
    name: 'Fritzing: plating by tool number',
    text: '; NON-PLATED HOLES START AT T1\n; THROUGH (PLATED) HOLES START AT T100\nM48\nINCH\nT1C0.086614\nT100C0.035000\n%\nT1\nX000919Y018969\nX018919Y000969\nT100\nX013919Y008969\nT00\nM30\n',
    best: 'inch 2.4 none', first: [2.33426, 48.18126, 2.1999956], plated: [false, true], generator: 'Fritzing',
  },
  {
    name: 'XNC with file attributes of one plating',
    text: 'M48\n;#@! TF.FileFunction,NonPlated,1,4,NPTH\nMETRIC\nT01C3.2\n%\nT01\nX1.5Y2.5\nM30\n',
    best: 'mm 1.1 none', only: true, first: [1.5, 2.5, 3.2], plated: [false],
  },
  {
    name: 'metric without header: large tools give the unit away',
    text: '%\nT01C0.8\nT02C3.2\nT01\nX609600Y226060\nX1242060Y88900\nM00\n',
    best: 'mm 4.4 leading', first: [60.96, 22.606, 0.8],
  },
] // prettier-ignore

describe('drill dialects', () => {
  test.each(DIALECTS)('$name', (dialect) => {
    const file = readText(dialect.text)
    expect(nameOf(file.candidates[0]!)).toBe(dialect.best)
    if (dialect.only) expect(file.candidates).toHaveLength(1)
    else expect(file.candidates.length).toBeGreaterThan(1)
    expect(holesOf(plotText(dialect.text))[0]).toEqual(dialect.first)
    if (dialect.plated) expect(file.tools.map(({ plated }) => plated)).toEqual(dialect.plated)
    if (dialect.functions) expect(file.tools.map(({ fn }) => fn)).toEqual(dialect.functions)
    if (dialect.generator !== undefined) expect(file.generator).toBe(dialect.generator)
    if (dialect.source) expect(file.declared.source).toBe(dialect.source)
    expect(file.problems.filter(({ level }) => level === 'error')).toEqual([])
    expect(looksLikeDrill(bytesOf(dialect.text))).toBe(true)
  })

  test('file attributes are kept by name', () => {
    const { fileAttributes } = readText(DIALECTS[0]!.text)
    expect(fileAttributes['.FileFunction']).toEqual(['Plated', '1', '2', 'PTH'])
  })
})

describe('contradictions are told', () => {
  test.each([
    {
      name: 'two units before any hole',
      text: 'M48\nINCH\nMETRIC\nT1C1.0\n%\nT1\nX1.5Y1.5\nM30\n',
      code: 'unit-contradiction',
      level: 'warning',
    },
    {
      name: 'unit changed among the holes',
      text: 'M48\nINCH\nT1C0.1\n%\nT1\nX1.5Y1.5\nM71\nX2.5Y1.5\nM30\n',
      code: 'unit-contradiction',
      level: 'error',
    },
    {
      name: 'two number formats',
      text: 'M48\n;FILE_FORMAT=2:4\n;FILE_FORMAT=2:5\nINCH,TZ\nT1C0.1\n%\nM30\n',
      code: 'format-contradiction',
      level: 'warning',
    },
    {
      name: 'both zero modes',
      text: 'M48\nINCH,TZ\n;FORMAT={2:4/ absolute / inch / suppress trailing zeros}\nT1C0.1\n%\nM30\n',
      code: 'format-contradiction',
      level: 'warning',
    },
  ])('$name', ({ text, code, level }) => {
    expect(readText(text).problems).toContainEqual(expect.objectContaining({ code, level }))
  })

  test('digits that speak against the declared zero mode bring the other reading in', () => {
    const lines = Array.from({ length: 12 }, (_, k) => `X0${k + 1}1Y00${k + 3}25`).join('\n')
    const file = readText(`M48\nINCH,TZ\nT1C0.03\n%\nT1\n${lines}\nM30\n`)
    expect(codesOf(file)).toContain('zero-mode-doubtful')
    expect(new Set(file.candidates.map(({ omitted }) => omitted))).toEqual(new Set(['leading', 'trailing']))
  })
})

describe('what is not a drill file', () => {
  test.each([
    ['Gerber', '%FSLAX24Y24*%\n%MOIN*%\n%ADD10C,0.01*%\nD10*\nX100Y100D03*\nM02*\n'],
    ['Gerber without header', 'G04 old*\nG54D10*\nX100Y100D03*\nX200Y100D02*\nM02*\n'],
    [
      'drill report',
      'Drill report for board.kicad_pcb\nCreated on Sun Jun 19\nT1 0.90mm 0.0354" (8 holes)\nT2 1.10mm\nTotal plated holes count 12\n',
    ],
    ['milling program', 'G21\nG17 G90\nG00 Z5.0\nM03 S1000\nG01 Z-1.5 F100\nG01 Z2.0\nF200 Z1\nM05\n'],
    ['comma separated', 'Designator,X,Y\nR1,10,20\n'],
    ['readme', 'Hello\nThis is a board.\n'],
    ['nothing', ''],
  ])('%s', (_name, text) => {
    expect(looksLikeDrill(bytesOf(text))).toBe(false)
  })
})
