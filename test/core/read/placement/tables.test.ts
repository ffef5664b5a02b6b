import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBom } from '#core/read/placement/read-bom.ts'
import { readPlacement } from '#core/read/placement/read-placement.ts'
import { sniffTable } from '#core/read/placement/read-table.ts'
import { bytesOf, codesOf } from '#test/core/read/excellon/plotted.ts'
import { hasShared, packageFiles } from '#test/core/read/support/shared.ts'

const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8])])

interface PlacementCase {
  readonly name: string
  readonly text: string
  readonly rows: readonly (readonly [
    ref: string,
    value: string | null,
    footprint: string | null,
    x: number,
    y: number,
    rotation: number | null,
    side: string | null,
  ])[]
  readonly unit?: 'mm' | 'mil' | 'inch'
  readonly problems?: readonly string[]
}

const PLACEMENTS: readonly PlacementCase[] = [
  {
    name: 'JLC CPL',
    text: 'Designator,Val,Package,Mid X,Mid Y,Rotation,Layer\r\nC1,27p,C_0402,-239.442,45.905,0.0,bottom\r\nR1,1k,R_0402,1,2,270,top\r\n',
    rows: [['C1', '27p', 'C_0402', -239.442, 45.905, 0, 'bottom'], ['R1', '1k', 'R_0402', 1, 2, 270, 'top']], problems: ['unit-assumed'],
  },
  {
    name: 'JLC CPL with unit suffixes',
    text: 'Designator,Mid X,Mid Y,Layer,Rotation\nC1,10.5mm,-3mm,T,90\nC2,100mil,0.1in,B,0\n',
    rows: [['C1', null, null, 10.5, -3, 90, 'top'], ['C2', null, null, 2.54, 2.54, 0, 'bottom']],
  },
  {
    name: 'KiCad positions as CSV, quoted',
    text: 'Ref,Val,Package,PosX,PosY,Rot,Side\n"C1","100n, X7R","C_0402",12.700000,-25.400000,90.000000,top\n',
    rows: [['C1', '100n, X7R', 'C_0402', 12.7, -25.4, 90, 'top']], problems: ['unit-assumed'],
  },
  {
    name: 'KiCad .pos, fixed width with comment headings',
    text: '### Footprint positions - created on Sun ###\n### Printed by KiCad version 8.0.3\n## Unit = mm, Angle = deg.\n## Side : All\n# Ref     Val       Package                PosX       PosY       Rot  Side\nC1        100n      C_0402_1005Metric   12.7000   -25.4000   90.0000  top\nU1        RP2040    QFN-56             -1.0000     2.0000  180.0000  bottom\n## End\n',
    rows: [['C1', '100n', 'C_0402_1005Metric', 12.7, -25.4, 90, 'top'], ['U1', 'RP2040', 'QFN-56', -1, 2, 180, 'bottom']],
  },
  {
    name: 'KiCad .pos in inches for one side',
    text: '## Unit = inches, Angle = deg.\n## Side : bottom\n# Ref     Val       Package                PosX       PosY       Rot\nC1        100n      C_0402   1.0000   -2.0000   90.0000\n',
    rows: [['C1', '100n', 'C_0402', 25.4, -50.8, 90, 'bottom']], unit: 'inch',
  },
  {
    name: 'Altium fixed width with units in the cells',
    text: 'Designator Footprint               Mid X         Mid Y         Ref X         Ref Y         Pad X         Pad Y TB      Rotation Comment        \r\n\r\nU12        TSSOP16N               81.5mm        40.5mm        81.5mm        40.5mm      79.225mm      37.475mm  T         90.00 DS90LV032A     \r\nCON6       XILINX_JTAG_HEADER        39.5mm        21.9mm        39.5mm        21.9mm        33.5mm        22.9mm  B        360.00 Xilinx JTAG    \r\n',
    rows: [['U12', 'DS90LV032A', 'TSSOP16N', 81.5, 40.5, 90, 'top'], ['CON6', 'Xilinx JTAG', 'XILINX_JTAG_HEADER', 39.5, 21.9, 360, 'bottom']],
  },
  {
    name: 'Altium CSV below a preamble, mils',
    text: 'Altium Designer Pick and Place Locations\nC:\\board.csv\n\n========\nFile Design Information:\n\nDate:       01/01/24\nUnits used: mil\n\n"Designator","Comment","Layer","Footprint","Center-X(mil)","Center-Y(mil)","Rotation","Description"\n"C1","100nF","TopLayer","CAPC1005","1000.000","-500.000","90","Capacitor, 0402"\n"U1","MCU","BottomLayer","QFN","0","0","0",""\n',
    rows: [['C1', '100nF', 'CAPC1005', 25.4, -12.7, 90, 'top'], ['U1', 'MCU', 'QFN', 0, 0, 0, 'bottom']], unit: 'mil',
  },
  {
    name: 'Fritzing',
    text: '*Pick And Place List\n*Coordinates in mm, always center of component\n*No;Value;Package;X;Y;Rotation;Side;Name\n1;;400 mil [THT];15.0358;-25.3223;90;Bottom;L1\n15;220;THT;40.4358;-22.7823;0;Top;R1\n',
    rows: [['L1', null, '400 mil [THT]', 15.0358, -25.3223, 90, 'bottom'], ['R1', '220', 'THT', 40.4358, -22.7823, 0, 'top']],
  },
  {
    name: 'EAGLE without headings',
    text: 'C1 10.16 20.32 90 100n C0603\nIC1 -5.08 0.00 MR180 ATMEGA TQFP44\n',
    rows: [['C1', '100n', 'C0603', 10.16, 20.32, 90, null], ['IC1', 'ATMEGA', 'TQFP44', -5.08, 0, 180, 'bottom']], problems: ['unit-assumed'],
  },
  {
    name: 'EasyEDA, tabs, UTF-16 and decimal commas',
    text: 'Designator\tFootprint\tMid X(mm)\tMid Y(mm)\tLayer\tRotation\tComment\nR1\tR0402\t1,5\t-2,25\tT\t0\t10kΩ\n',
    rows: [['R1', '10kΩ', 'R0402', 1.5, -2.25, 0, 'top']],
  },
  {
    name: 'bad rows are told, the rest is kept',
    text: 'Designator,X (mm),Y (mm),Layer,Rotation\nC1,abc,1,top,0\n,1,1,top,0\nC2,1,1,top,up\n\n',
    rows: [['C2', null, null, 1, 1, null, 'top']], problems: ['row-unreadable'],
  },
] // prettier-ignore

describe('placement files', () => {
  test.each(PLACEMENTS)('$name', ({ text, rows, unit = 'mm', problems = [] }) => {
    const bytes = text.includes('Ω') ? utf16(text) : bytesOf(text)
    expect(sniffTable(bytes)).toBe('cpl')
    const placement = readPlacement(bytes)
    expect(placement.unit).toBe(unit)
    expect(
      placement.rows.map((row) => [
        row.ref,
        row.value,
        row.footprint,
        Math.round(row.x) / 1e6 + 0,
        Math.round(row.y) / 1e6 + 0,
        row.rotation,
        row.side,
      ]),
    ).toEqual(rows)
    expect(codesOf(placement)).toEqual(problems)
  })

  test('lines are those of the file, also behind quoted line ends', () => {
    const text = 'title\nRef,X,Y,Comment\nC1,1,1,"two\nlines"\nC2,2,2,x\n'
    expect(readPlacement(bytesOf(text)).rows.map(({ ref, line }) => [ref, line])).toEqual([['C1', 3], ['C2', 5]]) // prettier-ignore
  })

  test('mm, mil and inch place alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500_000, max: 500_000 }), (tenths) => {
        const at = (unit: string, value: string) => readPlacement(bytesOf(`Ref,X (${unit}),Y (${unit})\nC1,${value},0\n`)).rows[0]!.x
        const inMil = at('mil', (tenths / 10).toFixed(1))
        expect(at('mm', (tenths * 0.00254).toFixed(5))).toBeCloseTo(inMil, -1)
        expect(at('inch', (tenths / 10_000).toFixed(4))).toBeCloseTo(inMil, -1)
      }),
    )
  })
})

describe('bills of materials', () => {
  test.each([
    {
      name: 'JLC',
      text: 'Comment,Designator,Footprint,LCSC\r\n1k,"R3,R6,rR3",R_0402,C11702\r\n',
      rows: [
        { refs: ['R3', 'R6', 'rR3'], value: '1k', footprint: 'R_0402', quantity: null, partNumbers: { LCSC: 'C11702' }, fitted: null },
      ],
      problems: [],
    },
    {
      name: 'byte order mark, quantity, blanks after commas',
      text: '\u00ef\u00bb\u00bfDesignator,Footprint,Quantity,Value,LCSC Part #\r\n"C13, C14",C_0402,2,6.8pF,C1576\r\n',
      rows: [
        { refs: ['C13', 'C14'], value: '6.8pF', footprint: 'C_0402', quantity: 2, partNumbers: { 'LCSC Part #': 'C1576' }, fitted: null },
      ],
      problems: [],
    },
    {
      name: 'KiCad with semicolons and ranges',
      text: '"Reference";"Value";"Footprint";"Qty";"DNP";"MPN";"Manufacturer"\n"R1-R4,R7";"10k";"R_0603";"5";"";"RC0603";"Yageo"\n"J1";"USB";"USB_C";"1";"DNP";"";""\n',
      rows: [
        {
          refs: ['R1', 'R2', 'R3', 'R4', 'R7'],
          value: '10k',
          footprint: 'R_0603',
          quantity: 5,
          partNumbers: { MPN: 'RC0603', Manufacturer: 'Yageo' },
          fitted: null,
        },
        { refs: ['J1'], value: 'USB', footprint: 'USB_C', quantity: 1, partNumbers: {}, fitted: false },
      ],
      problems: [],
    },
    {
      name: 'EAGLE',
      text: 'Qty;Value;Device;Package;Parts;Description\n2;100n;C-EU;C0603;C1, C2;CAPACITOR\n',
      rows: [{ refs: ['C1', 'C2'], value: '100n', footprint: 'C0603', quantity: 2, partNumbers: {}, fitted: null }],
      problems: [],
    },
    {
      name: 'EasyEDA tabs',
      text: 'ID\tName\tDesignator\tFootprint\tQuantity\tManufacturer Part\tSupplier Part\n1\t100nF\tC1,C2\tC0402\t3\tCL05\tC1525\n',
      rows: [
        {
          refs: ['C1', 'C2'],
          value: null,
          footprint: 'C0402',
          quantity: 3,
          partNumbers: { 'Manufacturer Part': 'CL05', 'Supplier Part': 'C1525' },
          fitted: null,
        },
      ],
      problems: ['quantity-differs'],
    },
    {
      name: 'rows without references',
      text: 'Designator,Value,Quantity\n,PCB,1\nC1,1n,1\n',
      rows: [{ refs: ['C1'], value: '1n', footprint: null, quantity: 1, partNumbers: {}, fitted: null }],
      problems: ['row-without-reference'],
    },
  ])('$name', ({ text, rows, problems }) => {
    const bytes = bytesOf(text)
    expect(sniffTable(bytes)).toBe('bom')
    const bom = readBom(bytes)
    expect(bom.rows).toEqual(rows.map((row) => expect.objectContaining(row) as unknown))
    expect(codesOf(bom)).toEqual(problems)
  })
})

describe('what is neither', () => {
  test.each([
    ['reference counts', 'BOOT0_2:1\nC102:1\n'],
    ['Excellon', 'M48\nINCH\nT1C0.1\n%\nT1\nX1Y1\nM30\n'],
    ['Gerber', '%FSLAX24Y24*%\n%MOIN*%\nX1Y1D03*\n'],
    ['prose', 'The reference, part and value of X are of no use.\nName the layer, please.\n'],
    ['references alone', 'Designator\nC1\n'],
    ['drill table', 'Tool,Diameter,Count\nT1,0.3,10\n'],
    ['binary', '\u0000\u0000\u0000Ref,X,Y\n'],
    ['nothing', ''],
  ])('%s', (_name, text) => {
    expect(sniffTable(bytesOf(text))).toBe(null)
    expect(codesOf(readPlacement(bytesOf(text)))).toEqual(['not-a-placement'])
    expect(codesOf(readBom(bytesOf(text)))).toEqual(['not-a-bom'])
  })
})

describe('any bytes', () => {
  test('changed tables never throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PLACEMENTS.map(({ text }) => bytesOf(text))),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 10 }),
        (seed, edits) => {
          const bytes = seed.slice()
          for (const [at, byte] of edits) bytes[at % bytes.length] = byte
          readBom(bytes)
          for (const { x, y } of readPlacement(bytes).rows) expect(Number.isFinite(x + y)).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['open quotes', `Ref,X,Y\n${'"'.repeat(300_001)}`],
    ['quote per cell', `Ref,X,Y\n${'"a,'.repeat(100_000)}`],
    ['open brackets as headings', `${'(,'.repeat(2000)}\n`.repeat(200)],
    ['one endless heading', '(, '.repeat(500_000)],
    ['many rows', `Ref,X,Y\n${'C1,1,1\n'.repeat(300_000)}`],
  ])('%s is read in bounded time', (_name, text) => {
    const { rows } = readPlacement(bytesOf(text))
    expect(rows.length).toBeLessThanOrEqual(200_000)
  })
})

describe.skipIf(!hasShared)(`part lists of real packages${hasShared ? '' : ' (skipped: no reference packages)'}`, () => {
  test.each([
    { name: 'kicad7-corne-cherry-panel', path: 'CPL-corne-cherry.csv', kind: 'cpl', rows: 164 },
    { name: 'kicad7-corne-cherry-panel', path: 'BOM-corne-cherry.csv', kind: 'bom', rows: 21 },
    { name: 'kicad9-mp153-devboard-4l', path: 'positions.csv', kind: 'cpl', rows: 111 },
    { name: 'kicad9-mp153-devboard-4l', path: 'bom.csv', kind: 'bom', rows: 44 },
    { name: 'kicad9-mp153-devboard-4l', path: 'designators.csv', kind: null, rows: 0 },
    { name: 'altium-kvision-4l', path: 'Pick Place for KVision_PCB_V1I1.txt', kind: 'cpl', rows: 77 },
    { name: 'fritzing-fidget-spinner', path: 'Untitled Sketch_pnp.txt', kind: 'cpl', rows: 15 },
  ])('$name $path', async ({ name, path, kind, rows }) => {
    const bytes = (await packageFiles('boards', name)).get(path)!
    expect(sniffTable(bytes)).toBe(kind)
    const found = kind === 'bom' ? readBom(bytes).rows : readPlacement(bytes).rows
    expect(found).toHaveLength(rows)
    if (kind === 'cpl') expect(readPlacement(bytes).rows.every(({ side, rotation }) => side !== null && rotation !== null)).toBe(true)
  })

  test('no other file of the packages looks like a part list', async () => {
    for (const name of [
      'allegro-oc-debug-6l',
      'altium24-esp32-usbc-4l',
      'mentor-lasmo-2l',
      'upverter-sportiduino',
      'kicad6-herovco-switch',
      'easyedapro-flex-2l',
    ])
      for (const [path, bytes] of await packageFiles('boards', name)) expect(`${path} ${sniffTable(bytes)}`).toBe(`${path} null`)
  })
})
