import { describe, expect, it } from 'vitest'
import type { IdentifiedFile, RoleOverride } from '#core/identify/identified-file.ts'
import { SURE_ENOUGH } from '#core/identify/identified-file.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'

const HOLES = Array.from({ length: 12 }, (_, k) => [5 + (k % 4) * 5, 5 + Math.floor(k / 4) * 5] as const)
const SMD = [
  [3, 3],
  [7, 3],
  [11, 3],
  [15, 3],
  [19, 3],
  [3, 18],
] as const
const nm = (mm: number): number => Math.round(mm * 1e6)
const flash = ([x, y]: readonly [number, number]): string => `X${nm(x)}Y${nm(y)}D03*`
const draw = (x0: number, y0: number, x1: number, y1: number): string => `X${nm(x0)}Y${nm(y0)}D02*\nX${nm(x1)}Y${nm(y1)}D01*`
const gerber = (body: readonly string[], head = ''): string =>
  `${head}%FSLAX46Y46*%\n%MOMM*%\n%ADD10C,1.2*%\n%ADD11C,0.2*%\nD10*\n${body.join('\n')}\nM02*\n`
const tracks = HOLES.slice(1).map(([x, y], k) => draw(HOLES[k]![0], HOLES[k]![1], x, y))

const copper = (head = '', pads: readonly (readonly [number, number])[] = []): string =>
  gerber([...HOLES.map(flash), ...pads.map(flash), 'D11*', ...tracks], head)
const mask = (pads: readonly (readonly [number, number])[] = []): string => gerber([...HOLES, ...pads].map(flash))
const paste = (pads: readonly (readonly [number, number])[]): string => gerber(pads.map(flash))
const outline = (head = ''): string =>
  gerber(['D11*', draw(0, 0, 25, 0), draw(25, 0, 25, 20), draw(25, 20, 0, 20), draw(0, 20, 0, 0)], head)
const legend = (): string =>
  gerber([
    'D11*',
    ...Array.from({ length: 90 }, (_, k) =>
      draw(2 + (k % 30) * 0.5, 1 + Math.floor(k / 30), 2.3 + (k % 30) * 0.5, 1.5 + Math.floor(k / 30)),
    ),
  ])
const plane = (): string => gerber(HOLES.map(flash))
const drill = (head = 'METRIC,TZ\nT1C0.8', scale = 1000): string =>
  `M48\n${head}\n%\nT1\n${HOLES.map(([x, y]) => `X${x * scale}Y${y * scale}`).join('\n')}\nM30\n`
const x2 = (fn: string): string => `%TF.FileFunction,${fn}*%\n`

const identify = (files: Readonly<Record<string, string>>, overrides: readonly RoleOverride[] = []): Record<string, IdentifiedFile> => {
  const reads = Object.entries(files).map(([path, text]) => readPackageFile({ path, bytes: new TextEncoder().encode(text), sha256: path }))
  return Object.fromEntries(identifyPackage(reads, overrides).map((f) => [f.path, f]))
}
const say = (f: IdentifiedFile | undefined): string => (f ? [f.role, f.side, f.order].filter((p) => p !== null).join(' ') : 'missing')
const rolesOf = (files: Record<string, IdentifiedFile>): Record<string, string> =>
  Object.fromEntries(Object.values(files).map((f) => [f.path, say(f)]))

describe('names that say nothing', () => {
  it('are told apart by their shapes', () => {
    const files = identify({
      '1.gbr': copper(),
      '2.gbr': mask(),
      '3.gbr': outline(),
      '4.gbr': legend(),
      '5.gbr': paste(SMD),
      'x.bin': drill(),
    })
    expect(Object.fromEntries(Object.values(files).map((f) => [f.path, f.role]))).toEqual({
      '1.gbr': 'copper',
      '2.gbr': 'soldermask',
      '3.gbr': 'outline',
      '4.gbr': 'legend',
      '5.gbr': 'paste',
      'x.bin': 'drill',
    })
    for (const path of ['1.gbr', '2.gbr', '4.gbr', '5.gbr']) expect(files[path]!.sureness).toBeLessThan(SURE_ENOUGH)
  })

  it('get the side of the copper that has their pads', () => {
    const files = identify({
      'top.gbr': copper('', SMD),
      'bottom.gbr': copper(),
      'paste.gbr': paste(SMD),
      'mask.gbr': mask(SMD),
      'a.drl': drill(),
    })
    expect([say(files['paste.gbr']), say(files['mask.gbr'])]).toEqual(['paste top', 'soldermask top'])
  })
})

describe('sources that disagree', () => {
  it('the attribute wins over the name, the user is asked, and both are told', () => {
    const { 'board_bottom.gbl': file } = identify({ 'board_bottom.gbl': copper(x2('Copper,L1,Top')), 'a.drl': drill() })
    expect(say(file)).toBe('copper top 1')
    expect(file!.sureness).toBeLessThan(SURE_ENOUGH)
    expect(file!.conflicts.join()).toContain('.gbl')
  })

  it('two files for one place are both doubtful and name each other', () => {
    const files = identify({ 'a.gtl': copper(), 'old_a.gtl': copper(), 'a.gbl': copper() })
    expect(files['a.gtl']!.sureness).toBeLessThan(SURE_ENOUGH)
    expect(files['a.gtl']!.conflicts.join()).toContain('old_a.gtl')
    expect(files['a.gbl']!.conflicts).toEqual([])
  })

  it('a correction by the user ends it', () => {
    const override: RoleOverride = { path: 'a.gbl', role: 'copper', side: 'inner', order: 3, plating: null }
    const { 'a.gbl': file } = identify({ 'a.gbl': copper(x2('Copper,L1,Top')) }, [override])
    expect([say(file), file!.sureness, file!.evidence[0]!.from]).toEqual(['copper inner 3', 1, 'user'])
  })

  it('an attribute `Other` yields to a name that says more', () => {
    const files = identify({
      'p-VScore.gbr': outline(x2('Other,Comment')),
      'p-Edge_Cuts.gbr': outline(x2('Profile,NP')),
      'p-F_Cu.gbr': copper(x2('Copper,L1,Top')),
      'p-B_Cu.gbr': copper(x2('Copper,L2,Bot')),
    })
    expect(say(files['p-VScore.gbr'])).toBe('vscore')
    expect(files['p-VScore.gbr']!.sureness).toBeGreaterThanOrEqual(SURE_ENOUGH)
  })
})

describe('the order of inner layers', () => {
  const outer = { 'a.gtl': copper(), 'a.gbl': copper() }
  it.each([
    ['numbers of inner layers', ['a.g1', 'a.g2'], [2, 3]],
    ['numbers beyond nine', ['a.g2', 'a.g10'], [2, 3]],
    ['layer numbers', ['L3_SIG.gbr', 'L2_GND.gbr'], [3, 2]],
    ['KiCad names', ['x-In2_Cu.gbr', 'x-In1_Cu.gbr'], [3, 2]],
  ])('comes from %s', (_, [one, two], orders) => {
    const files = identify({ ...outer, [one!]: copper(), [two!]: copper() })
    expect([files[one!]!.order, files[two!]!.order, files['a.gbl']!.order]).toEqual([...orders, 4])
    expect(files[one!]!.sureness).toBeGreaterThanOrEqual(SURE_ENOUGH)
  })

  it('is doubtful where only names of signals tell', () => {
    const files = identify({ ...outer, 'inner_power.gbr': copper(), 'inner_gnd.gbr': copper() })
    expect([files['inner_gnd.gbr']!.order, files['inner_power.gbr']!.order]).toEqual([2, 3])
    expect(files['inner_gnd.gbr']!.sureness).toBeLessThan(SURE_ENOUGH)
    expect(files['inner_gnd.gbr']!.conflicts.join()).toContain('order')
  })

  it('of a plane among signals comes from the drill pair list, and is doubtful without it', () => {
    const four = { ...outer, 'a.g1': copper(), 'a.gp1': plane(), 'a.txt': drill() }
    const list = 'Layer Pairs Export File for PCB: a\nLayersSetName=T|DrillFile=a.txt|DrillLayers=gtl,gp1,g1,gbl\n'
    const [with_, without] = [identify({ ...four, 'a.LDP': list }), identify(four)]
    expect([with_['a.gp1']!.order, with_['a.g1']!.order]).toEqual([2, 3])
    expect(with_['a.gp1']!.sureness).toBeGreaterThanOrEqual(SURE_ENOUGH)
    expect(without['a.gp1']!.sureness).toBeLessThan(SURE_ENOUGH)
  })

  it('keeps its numbers when a file is missing', () => {
    const files = identify({
      'a.gtl': copper(x2('Copper,L1,Top')),
      'a.g2': copper(x2('Copper,L3,Inr')),
      'a.gbl': copper(x2('Copper,L4,Bot')),
    })
    expect(rolesOf(files)).toEqual({ 'a.gtl': 'copper top 1', 'a.g2': 'copper inner 3', 'a.gbl': 'copper bottom 4' })
  })

  it('comes from a stackup in a drill report, also bottom up', () => {
    const report =
      'Drill report for x\nDrill report for holes from layer Back to layer Inner_A :\nDrill report for holes from layer Inner_A to layer Inner_B :\nDrill report for holes from layer Inner_B to layer Front :\n'
    const files = identify({
      'p-Front.gbr': copper(),
      'p-Inner_A.gbr': copper(),
      'p-Inner_B.gbr': copper(),
      'p-Back.gbr': copper(),
      'p-drl.rpt': report,
    })
    expect(Object.values(files).map((f) => f.order)).toEqual([1, 3, 2, 4, null])
  })
})

describe('negative planes', () => {
  const four = { 'a.gtl': copper(), 'a.g1': copper(), 'a.gbl': copper(), 'a.drl': drill() }
  it.each([
    ['the attribute says so', 'a.g2', copper('%TF.FileFunction,Copper,L3,Inr,Plane*%\n%TF.FilePolarity,Negative*%\n')],
    ['the image is inverted', 'a.g2', copper('%IPNEG*%\n')],
    ['nothing joins the pads', 'a.gp1', plane()],
  ])('when %s', (_, name, text) => expect(identify({ ...four, [name]: text })[name]!.role).toBe('plane'))

  it('but not a positive inner layer', () => expect(identify({ ...four, 'a.g2': copper() })['a.g2']!.role).toBe('copper'))

  it('and a mask is no plane, although its polarity is called negative', () => {
    const { 'a.gts': file } = identify({
      ...four,
      'a.gts': gerber(HOLES.map(flash), '%TF.FileFunction,Soldermask,Top*%\n%TF.FilePolarity,Negative*%\n'),
    })
    expect(say(file)).toBe('soldermask top')
  })
})

describe('drill files', () => {
  const board = { 'a.gtl': copper(), 'a.gbl': copper(), 'a.gko': outline() }
  it('without any statement are read by where their hits land', () => {
    const bare = `%\nT1C0.8\nT1\n${HOLES.map(([x, y]) => `X${String(x * 1000).padStart(6, '0')}Y${String(y * 1000).padStart(6, '0')}`).join('\n')}\nM30\n`
    const reading = identify({ ...board, 'a.drl': bare })['a.drl']!.drillReading!
    expect(reading).toMatchObject({ hits: 12, onCopper: 12, insideBoard: 12, format: { unit: 'mm' } })
  })

  it.each([
    ['a-PTH.drl', 'plated'],
    ['a-NPTH.drl', 'non-plated'],
    ['a_unplated.drl', 'non-plated'],
    ['a-nonplated-drill.cnc', 'non-plated'],
    ['a.drl', 'unknown'],
  ])('%s is %s by its name', (name, plating) => expect(identify({ ...board, [name]: drill() })[name]!.plating).toBe(plating))

  it('have the span of their attribute, comment or name', () => {
    const inner = { 'a.g1': copper(), 'a.g2': copper() }
    const files = identify({
      ...board,
      ...inner,
      'a-1-4.drl': drill(),
      'a-1-2.drl': drill(),
      'b.drl': drill('; #@! TF.FileFunction,Plated,3,4,Blind\nMETRIC,TZ\nT1C0.8'),
      'c.drl': drill(';FILE : c for ... layers L2-GND and BOTTOM\nMETRIC,TZ\nT1C0.8'),
    })
    expect(['a-1-4.drl', 'a-1-2.drl', 'b.drl', 'c.drl'].map((n) => files[n]!.span)).toEqual([null, [1, 2], [3, 4], [2, 4]])
  })

  it('are drilled through when the numbers may as well be a revision', () => {
    const inner = { 'a.g1': copper(), 'a.g2': copper() }
    const file = identify({ ...board, ...inner, 'board-1-2.drl': drill() })['board-1-2.drl']!
    expect(file.span).toBeNull()
    expect(file.conflicts.join()).toContain('through')
  })

  it('drawn as artwork are drawings beside an NC file, and holes without one', () => {
    expect(identify({ ...board, 'a.drl': drill(), 'a.xln': gerber(HOLES.map(flash)) })['a.xln']!.role).toBe('drawing')
    expect(identify({ ...board, 'drill.gbr': gerber(HOLES.map(flash), x2('Plated,1,2,PTH')) })['drill.gbr']).toMatchObject({
      role: 'drill',
      plating: 'plated',
      format: 'gerber',
    })
  })
})

describe('everything else', () => {
  it('has a reason instead of a role', () => {
    const files = identify({
      'bom.csv': 'Designator,Quantity,Value,Footprint\nR1,1,10k,0603\n',
      'readme.txt': 'Please make ten.',
      'x.pdf': '%PDF-1.4',
      'a.gbrjob': '{"Header":{},"GeneralSpecs":{"LayerNumber":2},"FilesAttributes":[]}',
      'nothing.gbr': '',
    })
    for (const f of Object.values(files)) expect([f.role, f.reason]).toEqual(['document', expect.any(String)])
    expect([files['bom.csv']!.format, files['a.gbrjob']!.format]).toEqual(['bom', 'gbrjob'])
  })

  it('takes the word of a job file and of a plain list', () => {
    const job = JSON.stringify({ Header: {}, GeneralSpecs: {}, FilesAttributes: [{ Path: 'one.gbr', FileFunction: 'Copper,L2,Bot' }] })
    expect(say(identify({ 'one.gbr': copper(), 'a.gbrjob': job })['one.gbr'])).toBe('copper bottom 2')
    expect(say(identify({ 'one.gbr': copper(), 'layers.cfg': 'bottom copper, one.gbr\n' })['one.gbr'])).toBe('copper bottom 2')
  })

  it('stays calm about bytes of any kind', () => {
    for (const text of ['\u0000\u0001', 'G04*', '%', 'M48', '{}', 'P  JOB\n', ',,,\n,,,\n'])
      expect(Object.values(identify({ a: text }))).toHaveLength(1)
    expect(identifyPackage([], [])).toEqual([])
  })
})
