import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeIpc356, readIpc356 } from '#core/read/ipc356/read-ipc356.ts'
import { plotDrill } from '#core/read/excellon/plot-drill.ts'
import { readDrill } from '#core/read/excellon/read-drill.ts'
import { bytesOf, codesOf } from '#test/core/read/excellon/plotted.ts'
import { hasShared, packageFiles } from '#test/core/read/support/shared.ts'

const read = (...lines: string[]) => readIpc356(bytesOf([...lines, ''].join('\n')))

const THROUGH = '317GND              VIA        MD0118PA00X+005063Y-016794X0157Y0000R000S3'
const SURFACE = '327/D28             U2    -1A3        A02X+006638Y+009267X0091Y0350R270S2'
const TOOLING = '367N/C              H4          D1181UA00X+014666Y+001322X1181Y0000R000S0'

describe('records of IPC-D-356', () => {
  test('via', () => {
    const [point] = read('P  UNITS CUST 0', THROUGH, '999').points
    expect(point).toEqual({
      kind: 'through', net: 'GND', ref: null, pin: null, via: true, midPoint: true, x: 12_860_020, y: -42_656_760, access: 0, side: 'both',
      hole: 299_720, plated: true, padWidth: 398_780, padHeight: null, rotation: 0, maskedSides: 3, continues: false, line: 2,
    }) // prettier-ignore
  })

  test('surface pad with pin name', () => {
    const [point] = read('P  UNITS CUST 0', SURFACE, '999').points
    expect(point).toMatchObject({
      kind: 'smd',
      net: '/D28',
      ref: 'U2',
      pin: '1A3',
      via: false,
      side: 'bottom',
      hole: null,
      plated: null,
      padWidth: 231_140,
      padHeight: 889_000,
      rotation: 270,
    })
  })

  test('a pin such as D6 is no hole', () => {
    const [point] = read('P  UNITS CUST 0', '327GND              U2    -D6         A01X+007406Y+010034X0091Y0000R270S2', '999').points
    expect(point).toMatchObject({ ref: 'U2', pin: 'D6', hole: null })
  })

  test('tooling hole without net', () => {
    const [point] = read('P  UNITS CUST 0', TOOLING, '999').points
    expect(point).toMatchObject({ kind: 'tooling', net: null, ref: 'H4', plated: false, hole: 2_999_740 })
  })

  test.each([
    ['P  UNITS CUST 0', 2540, 'inch'],
    ['P  UNITS CUST 1', 1000, 'mm'],
    ['P  UNITS CUST 2', 2540, 'inch'],
    ['P  UNITS SI', 1000, 'mm'],
  ])('%s', (units, nm, unit) => {
    const netlist = read(units, THROUGH, '999')
    expect(netlist.unit).toBe(unit)
    expect(netlist.points[0]!.x).toBe(5063 * nm)
    expect(netlist.points[0]!.hole).toBe(118 * nm)
  })

  test('angles in radians with CUST 2', () => {
    expect(read('P  UNITS CUST 2', THROUGH.replace('R000', 'R157'), '999').points[0]!.rotation).toBeCloseTo(89.95, 1)
  })

  test.each([
    ['as parameter', 'P  NNAMEm0000 A_VERY_LONG_NET_NAME'],
    ['as comment', 'C  NNAMEm0000 A_VERY_LONG_NET_NAME'],
  ])('long net names %s', (_name, line) => {
    const netlist = read('P  UNITS CUST 0', line, '327m0000            R2C4  -2          A01X+011950Y+015700X0200Y0200     S1', '999')
    expect(netlist.nets).toEqual(['A_VERY_LONG_NET_NAME'])
  })

  test('long net names with the whole key in the record', () => {
    const netlist = read('P  NNAME1  LONG ONE', '327NNAME1           R1    -2          A01X+011950Y+015700X0200Y0200     S1', '999')
    expect(netlist.nets).toEqual(['LONG ONE'])
  })

  test('further records of a feature and layers', () => {
    const { points, highestLayer } = read(
      'P  UNITS CUST 0',
      '317V                VIA   -    M      A01X+006010Y+012470X0250Y         S3',
      '017V                VIA   -    M      A06X+006010Y+012470X0240Y         S3',
      '017V                      -    MD0120PA00X+006010Y+012470',
      '307V                VIA   -           A03X+006010Y+012470X0240Y         S3',
      '999',
    )
    expect(points.map(({ side, continues, hole, kind }) => ({ side, continues, hole, kind }))).toEqual([
      { side: 'top', continues: false, hole: null, kind: 'through' },
      { side: 'bottom', continues: true, hole: null, kind: 'through' },
      { side: 'both', continues: true, hole: 304_800, kind: 'through' },
      { side: 'inner', continues: false, hole: null, kind: 'blind' },
    ])
    expect(highestLayer).toBe(6)
  })

  test.each([
    ['shifted to the left', '327NET  R1-2 A01X+011950Y+015700X0200Y0200R090S1'],
    ['shifted to the right', '327   NET                  R1   -2             A01X+011950Y+015700X0200Y0200R090S1'],
    ['single blanks', '327NET R1 -2 A01 X+011950 Y+015700 X0200 Y0200 R090 S1'],
  ])('wrong columns: %s', (_name, line) => {
    expect(read('P  UNITS CUST 0', line, '999').points[0]).toMatchObject({
      net: 'NET',
      ref: 'R1',
      pin: '2',
      x: 30_353_000,
      y: 39_878_000,
      rotation: 90,
      side: 'top',
    })
  })

  test.each([
    ['no end', [THROUGH], ['missing-end', 'unit-assumed']],
    ['unknown unit', ['P  UNITS FURLONG', THROUGH, '999'], ['unit-assumed', 'unknown-unit']],
    ['record without place', ['P  UNITS CUST 0', '317GND  VIA', '999'], ['record-unreadable']],
    ['stray text', ['P  UNITS CUST 0', 'hello', THROUGH, '999'], ['unknown-record']],
    ['conductors and outlines are left alone', ['P  UNITS CUST 0', '378GND L01 X1000 X+01Y+02', '389BOARD X+0Y+0', THROUGH, '999'], []],
  ])('problems: %s', (_name, lines, codes) => {
    expect(codesOf(read(...lines)).sort()).toEqual(codes)
  })

  test('looks like a netlist, or not', () => {
    expect(looksLikeIpc356(bytesOf(['P  JOB x', THROUGH, SURFACE, '999'].join('\r\n')))).toBe(true)
    expect(looksLikeIpc356(bytesOf('M48\nINCH\n%\nX1Y1\nM30\n'))).toBe(false)
    expect(looksLikeIpc356(bytesOf('Please read this\nbefore ordering\n'))).toBe(false)
    expect(looksLikeIpc356(new Uint8Array())).toBe(false)
  })

  test('changed bytes never throw', () => {
    const seed = bytesOf(['P  UNITS CUST 1', 'P  NNAMEm1 LONG', THROUGH, SURFACE, TOOLING, '999'].join('\n'))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: seed.length - 1 }), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }), (edits) => {
        const bytes = seed.slice()
        for (const [at, byte] of edits) bytes[at] = byte
        for (const point of readIpc356(bytes).points) expect(Number.isFinite(point.x + point.y)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('a line without end is read in bounded time', () => {
    readIpc356(bytesOf(`327${' '.repeat(2_000_000)}X+1\n${`327${'A '.repeat(400)}\n`.repeat(2000)}`))
  })
})

describe.skipIf(!hasShared)(`netlists of real packages${hasShared ? '' : ' (skipped: no reference packages)'}`, () => {
  test.each([
    { name: 'allegro-oc-debug-6l', path: 'OC_Connect-1_DEBUG_Life-3.ipc', points: 2360, layers: 6, nets: 309 },
    { name: 'allegro-oc-gsm-frontend-10l', path: 'OC_CONNECT_1_FRONTEND_LIFE-3.ipc', points: 11_615, layers: 10, nets: 918 },
    { name: 'kicad9-mp153-devboard-4l', path: 'netlist.ipc', points: 1155, layers: 4, nets: 224 },
  ])('$name', async ({ name, path, points, layers, nets }) => {
    const bytes = (await packageFiles('boards', name)).get(path)!
    expect(looksLikeIpc356(bytes)).toBe(true)
    const netlist = readIpc356(bytes)
    expect({ points: netlist.points.length, layers: netlist.highestLayer, nets: netlist.nets.length, problems: netlist.problems }).toEqual({
      points,
      layers,
      nets,
      problems: [],
    })
    expect(netlist.nets.filter((net) => /^m\d{4}$/.test(net))).toEqual([])
    expect(
      netlist.points.filter(({ kind, via, ref, pin }) => kind === 'smd' && !via && (ref === null || pin === null)).length,
    ).toBeLessThan(netlist.points.length * 0.02)
  })

  test.each([
    { name: 'kicad9-mp153-devboard-4l', path: 'netlist.ipc', drills: /\.drl$/, within: 3000 },
    { name: 'allegro-oc-debug-6l', path: 'OC_Connect-1_DEBUG_Life-3.ipc', drills: /\.(?:drl|rou)$/, within: 2000 },
  ])('holes of $name are where the drill files have them', async ({ name, path, drills, within }) => {
    const files = await packageFiles('boards', name)
    const holes = [...files]
      .filter(([each]) => drills.test(each))
      .flatMap(([, bytes]) => {
        const file = readDrill(bytes)
        const { x0, y0, x1, y1 } = plotDrill(file, file.candidates[0]!).holes
        return [...x0].map((x, k) => [(x + x1[k]!) / 2, (y0[k]! + y1[k]!) / 2] as const)
      })
    const round = readIpc356(files.get(path)!).points.filter(({ hole }) => hole !== null)
    const apart = round.map(({ x, y }) => Math.min(...holes.map(([hx, hy]) => Math.hypot(hx - x, hy - y))))
    expect(round.length).toBeGreaterThan(300)
    expect(Math.max(...apart)).toBeLessThan(within)
  })
})
