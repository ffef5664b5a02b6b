import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bomPanel, compareRefs, type BomPanel } from '#core/bom/bom-rows.ts'
import { componentsOf } from '#core/bom/component.ts'
import { partFileKind, readPartLists, type PartFile } from '#core/bom/part-files.ts'
import { interpretGerber } from '#core/interpret/interpret-gerber.ts'
import { readPackage } from '#main/import/read-package.ts'
import { sharedPath } from '#test/support/shared.ts'

const file = (path: string, text: string): PartFile => ({ path, bytes: Buffer.from(text) })
const MM = 1_000_000

const X3 = `%TF.FileFunction,Component,L1,Top*%
%FSLAX46Y46*%
%MOMM*%
%TA.AperFunction,ComponentMain*%
%ADD10C,0.3*%
%TA.AperFunction,ComponentPin*%
%ADD11C,0.1*%
D10*
%TO.C,R1*%
%TO.CVal,10k*%
%TO.CFtp,R_0603*%
%TO.CRot,90*%
%TO.CMfr,Yageo*%
%TO.CMPN,RC0603FR-0710KL*%
%TO.CSup,Mouser,603-RC*%
X1000000Y2000000D03*
D11*
X1500000Y2000000D03*
D10*
%TD*%
%TO.C,R2*%
X3000000Y2000000D03*
M02*
`

const panelOf = (files: readonly PartFile[], layers: Readonly<Record<string, string>> = {}): BomPanel =>
  bomPanel(readPartLists(files, new Map(Object.entries(layers).map(([path, text]) => [path, interpretGerber(Buffer.from(text))]))))

const BOM = 'Designator,Value,Footprint,Quantity,MPN,DNP\n"R1, R2",10k,R_0603,2,RC0603,\nC10,100n,C_0402,1,CC0402,yes\n'
const CPL = 'Designator,Val,Mid X (mm),Mid Y (mm),Rotation,Layer\nR1,10k,1,2,90,top\nR2,4k7,3,2,0,top\nU1,MCU,5,5,45,bottom\n'

describe('component layers', () => {
  it('place parts with what they are', () => {
    const [first, second, ...more] = componentsOf(interpretGerber(Buffer.from(X3)))
    expect(more).toEqual([])
    expect(first).toEqual({
      ref: 'R1', x: MM, y: 2 * MM, rotation: 90, side: 'top', value: '10k', footprint: 'R_0603',
      manufacturer: 'Yageo', mpn: 'RC0603FR-0710KL', suppliers: { Mouser: '603-RC' }, mount: null,
    }) // prettier-ignore
    expect(second).toMatchObject({ ref: 'R2', x: 3 * MM })
  })

  it('are the only layers that do', () => {
    expect(componentsOf(interpretGerber(Buffer.from(X3.replace('Component,L1,Top', 'Copper,L1,Top'))))).toEqual([])
  })

  it('know the bottom by its name', () => {
    expect(componentsOf(interpretGerber(Buffer.from(X3.replace('L1,Top', 'L2,Bot'))))[0]).toMatchObject({ side: 'bottom' })
  })
})

describe('kinds of files', () => {
  it.each([
    ['a list of parts', BOM, 'bom'],
    ['a placement file', CPL, 'cpl'],
    ['artwork', X3, null],
    ['a drill file', 'M48\nMETRIC\nT1C0.3\n%\nT1\nX1Y1\nM30\n', null],
    ['prose', 'Please make the board green, value for money.\n', null],
    ['nothing', '', null],
  ])('%s', (_, text, kind) => expect(partFileKind(file('a', text))).toBe(kind))

  it('reads any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect([null, 'bom', 'cpl']).toContain(partFileKind({ path: 'x', bytes }))
      }),
    )
  })
})

describe('the parts panel', () => {
  it('joins list and placement and says where they differ', () => {
    const { rows, differences, sources } = panelOf([file('bom.csv', BOM), file('cpl.csv', CPL)])
    expect(rows.map(({ parts, value, fitted, from }) => [parts.map(({ ref }) => ref).join(' '), value, fitted, from])).toEqual([
      ['C10', '100n', false, 'bom'],
      ['R1 R2', '10k', null, 'bom'],
      ['U1', 'MCU', null, 'placed'],
    ])
    expect(rows[1]!.parts[0]).toEqual({ ref: 'R1', place: { x: MM, y: 2 * MM, rotation: 90, side: 'top', path: 'cpl.csv' } })
    expect(rows[1]!.partNumbers).toEqual({ MPN: 'RC0603' })
    expect(differences).toEqual([
      { kind: 'value-differs', ref: 'R2', listed: '10k', placed: '4k7' },
      { kind: 'not-listed', ref: 'U1', path: 'cpl.csv' },
    ])
    expect(sources).toEqual([
      { path: 'bom.csv', kind: 'bom', count: 2 },
      { path: 'cpl.csv', kind: 'placement', count: 3 },
    ])
  })

  it('names parts that are placed although they are not fitted, and fitted ones that are not placed', () => {
    const { differences } = panelOf([file('bom.csv', BOM), file('cpl.csv', 'Designator,Mid X,Mid Y\nC10,1,1\nR1,2,2\n')])
    expect(differences).toEqual([
      { kind: 'placed-although-not-fitted', ref: 'C10' },
      { kind: 'not-placed', ref: 'R2' },
    ])
  })

  it('finds nothing missing where nothing is placed at all', () => expect(panelOf([file('bom.csv', BOM)]).differences).toEqual([]))

  it('names a reference that is listed twice', () => {
    const text = `${BOM}R2,22k,R_0603,1,X,\n"U1,U1",MCU,Q,1,Y,\n`
    expect(panelOf([file('bom.csv', text)]).differences).toEqual([
      { kind: 'listed-twice', ref: 'R2' },
      { kind: 'listed-twice', ref: 'U1' },
    ])
  })

  it('takes only new parts from a second list', () => {
    const { rows, differences } = panelOf([file('a.csv', BOM), file('b.csv', `${BOM}U9,MCU,Q,1,Z,\n`)])
    expect(rows.map(({ id }) => id)).toEqual(['a.csv:C10', 'a.csv:R1,R2', 'b.csv:U9'])
    expect(differences).toEqual([])
  })

  it('makes lines of a component layer alone, with its part numbers', () => {
    const { rows, differences } = panelOf([], { 'top.gbr': X3 })
    expect(rows.map(({ parts, partNumbers }) => [parts.map(({ ref }) => ref), partNumbers])).toEqual([
      [['R1'], { Manufacturer: 'Yageo', MPN: 'RC0603FR-0710KL', Mouser: '603-RC' }],
      [['R2'], {}],
    ])
    expect(differences).toEqual([])
  })

  it('compares a component layer with the placement file', () => {
    const cpl = (x: number) => file('cpl.csv', `Designator,Val,Mid X (mm),Mid Y (mm)\nR1,10K,${x},2\nR2,,3,2\n`)
    expect(panelOf([cpl(1.05)], { 'top.gbr': X3 }).differences).toEqual([])
    expect(panelOf([cpl(1.5)], { 'top.gbr': X3 }).differences).toEqual([
      { kind: 'place-differs', ref: 'R1', distance: 0.5 * MM, paths: ['top.gbr', 'cpl.csv'] },
    ])
  })

  it('is empty for a package without lists', () =>
    expect(panelOf([file('a.txt', 'hello')])).toEqual({ rows: [], differences: [], sources: [] }))
})

describe('the order of references', () => {
  it('is natural', () => expect(['R10', 'R2', 'C1', 'R1', 'r1', 'R'].sort(compareRefs)).toEqual(['C1', 'R', 'R1', 'R2', 'R10', 'r1']))

  it('is an order', () => {
    const ref = fc.stringMatching(/^[A-C]{1,2}\d{0,3}$/)
    fc.assert(
      fc.property(ref, ref, ref, (a, b, c) => {
        expect(Math.sign(compareRefs(a, b))).toBe(-Math.sign(compareRefs(b, a)) + 0)
        if (compareRefs(a, b) <= 0 && compareRefs(b, c) <= 0) expect(compareRefs(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

const boards = sharedPath('boards')
describe.skipIf(!boards)(`real packages${boards ? '' : ' (skipped: no boards beside the checkout)'}`, () => {
  it.each([
    ['kicad9-mp153-devboard-4l.zip', 2],
    ['kicad7-corne-cherry-panel.zip', 2],
    ['altium-kvision-4l.zip', 1],
  ])('%s', async (name, sources) => {
    const read = await readPackage({ path: sharedPath('boards', name)! })
    const files = read.ok ? read.value.files : []
    const panel = bomPanel(readPartLists(files, new Map()))
    expect(panel.sources).toHaveLength(sources)
    expect(panel.rows.length).toBeGreaterThan(5)
    const placed = panel.rows.flatMap(({ parts }) => parts).filter(({ place }) => place)
    expect(placed.length).toBeGreaterThan(20)
  })
})
