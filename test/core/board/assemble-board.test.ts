import { describe, expect, it } from 'vitest'
import type { Board } from '#core/board/board.ts'
import { assembleBoard, composeJobOf, keepImage } from '#core/board/assemble-board.ts'
import { runComposeJob } from '#core/board/layer-image.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'

const nm = (mm: number): number => Math.round(mm * 1e6)
const flash = (x: number, y: number): string => `X${nm(x)}Y${nm(y)}D03*`
const draw = (x0: number, y0: number, x1: number, y1: number): string => `X${nm(x0)}Y${nm(y0)}D02*\nX${nm(x1)}Y${nm(y1)}D01*`
const gerber = (fn: string, ...body: string[]): string =>
  `%TF.FileFunction,${fn}*%\n%FSLAX46Y46*%\n%MOMM*%\n%ADD10C,1.2*%\n%ADD11C,0.2*%\n%ADD12C,0.6*%\nD10*\n${body.join('\n')}\nM02*\n`
const rectangle = (x: number, y: number, w: number, h: number): string[] => [
  'D11*',
  draw(x, y, x + w, y),
  draw(x + w, y, x + w, y + h),
  draw(x + w, y + h, x, y + h),
  draw(x, y + h, x, y),
]
const OUTLINE = gerber('Profile,NP', ...rectangle(0, 0, 20, 10))
const drill = (hits: string, header = ''): string => `M48\n${header}METRIC\nT1C0.6\nT2C2.0\n%\nG90\nT1\n${hits}\nM30\n`
const assemble = (files: Readonly<Record<string, string>>): Board =>
  assembleBoard(
    identifyPackage(
      Object.entries(files).map(([path, text]) => readPackageFile({ path, bytes: new TextEncoder().encode(text), sha256: path })),
      [],
    ),
  )
const layer = (board: Board, id: string) => board.layers.find((l) => l.id === id)!

const PADS = [flash(5, 5), flash(10, 5), flash(15, 5)]
const TOP = gerber('Copper,L1,Top', ...PADS, 'D11*', draw(5, 5, 10, 5))
const BOTTOM = gerber('Copper,L2,Bot', ...PADS, 'D11*', draw(10, 5, 15, 5))
const DRILL = drill('X5.0Y5.0\nX10.0Y5.0\nX15.0Y5.0')
const BOARD = { 'a.gtl': TOP, 'a.gbl': BOTTOM, 'a.gko': OUTLINE, 'a.drl': DRILL }

describe('layers', () => {
  it('come in order with ids and names, copies numbered', () => {
    const board = assemble({
      ...BOARD,
      'm2.gbr': gerber('Soldermask,Top,2', ...PADS),
      'm1.gbr': gerber('Soldermask,Top,1', ...PADS),
      'a.gbo': gerber('Legend,Bot', 'D11*', draw(1, 1, 2, 2)),
      'in.gbr': gerber('Copper,L2,Inr', ...PADS),
      'a.gbl': gerber('Copper,L3,Bot', ...PADS),
    })
    expect(board.layers.map((l) => [l.id, l.name])).toEqual([
      ['top-copper', 'Top copper'],
      ['inner-1', 'Inner 1'],
      ['bottom-copper', 'Bottom copper'],
      ['top-mask', 'Top soldermask'],
      ['top-mask-2', 'Top soldermask 2'],
      ['bottom-legend', 'Bottom silkscreen'],
      ['outline', 'Outline'],
    ])
    expect(board.declaredCopperCount).toBe(3)
  })

  it('compose once, and also from their job elsewhere', () => {
    const top = layer(assemble(BOARD), 'top-copper')
    expect(top.image()).toBe(top.image())
    const other = layer(assemble(BOARD), 'top-copper')
    const image = runComposeJob(structuredClone(composeJobOf(other)))
    keepImage(other, image)
    expect(other.image()).toBe(image)
    expect(image.area).toBeCloseTo(top.image().area, 0)
  })

  it('of negative planes are copper within the board, less what is drawn and the cut-outs', () => {
    const board = assemble({
      ...BOARD,
      'a.gko': gerber('Profile,NP', ...rectangle(0, 0, 20, 10), ...rectangle(16, 7, 2, 2)),
      'p.gbr': gerber('Copper,L2,Inr', ...PADS).replace('%FSLA', '%TF.FilePolarity,Negative*%\n%FSLA'),
      'a.gbl': gerber('Copper,L3,Bot', ...PADS),
    })
    const plane = layer(board, 'inner-1')
    expect(plane.negative).toBe(true)
    expect(plane.image().area / 1e12).toBeCloseTo(200 - 4 - 3 * Math.PI * 0.36, 6)
  })
})

describe('artwork outside the board', () => {
  const withTitle = (...extra: string[]): Board => assemble({ ...BOARD, 'a.gtl': gerber('Copper,L1,Top', ...PADS, 'D11*', ...extra) })

  it('is set apart, with its place in the image kept', () => {
    const board = withTitle(draw(30, 5, 33, 5), draw(33, 5, 33, 8), draw(5, 5, 10, 5))
    const top = layer(board, 'top-copper')
    expect([...top.apart]).toEqual([3, 4])
    expect(top.image().bounds![2]).toBeLessThan(20e6)
    const prims = new Set(top.image().pieces.prim)
    expect(prims.has(3) || prims.has(4)).toBe(false)
    expect(prims.has(5)).toBe(true)
  })

  it('stays when it hangs together with the board', () => {
    const top = layer(withTitle(draw(15, 5, 22, 5), draw(22, 5, 25, 5), draw(25, 5, 28, 8)), 'top-copper')
    expect(top.apart.length).toBe(0)
    expect(top.image().bounds![2]).toBeGreaterThan(28e6)
  })

  it('is nothing where the board has no outline', () => {
    const board = assemble({ 'a.gtl': gerber('Copper,L1,Top', ...PADS, 'D11*', draw(30, 5, 33, 5)), 'a.gbl': BOTTOM, 'a.drl': DRILL })
    expect([board.outline.source, layer(board, 'top-copper').apart.length]).toEqual(['none', 0])
  })

  it('beside a round board lies in the corner of its box', () => {
    const circle = 'D11*\nG75*\nX20000000Y10000000D02*\nG03X20000000Y10000000I-10000000J0D01*\nG01*'
    const board = assemble({
      ...BOARD,
      'a.gko': gerber('Profile,NP', circle),
      'a.gtl': gerber('Copper,L1,Top', flash(10, 10), flash(12, 12), flash(8, 9), flash(9, 12), 'D11*', draw(0.5, 0.5, 1.5, 0.5)),
    })
    expect([...layer(board, 'top-copper').apart]).toEqual([4])
  })
})

describe('plating that nothing tells', () => {
  const holesOf = (top: string, bottom: string): number[] => [
    ...assemble({ ...BOARD, 'a.gtl': top, 'a.gbl': bottom, 'a.drl': drill('X5.0Y5.0\nT2\nX15.0Y5.0') }).holes.plating,
  ]

  it('is seen from lands on both sides, or none', () => {
    expect(holesOf(gerber('Copper,L1,Top', flash(5, 5), flash(10, 5)), gerber('Copper,L2,Bot', flash(5, 5), flash(10, 5)))).toEqual([1, 0])
  })

  it('is seen in a pour as well as in a pad', () => {
    const pour = `G36*\nX${nm(1)}Y${nm(1)}D02*\nX${nm(12)}Y${nm(1)}D01*\nX${nm(12)}Y${nm(9)}D01*\nX${nm(1)}Y${nm(9)}D01*\nX${nm(1)}Y${nm(1)}D01*\nG37*`
    expect(holesOf(gerber('Copper,L1,Top', pour), gerber('Copper,L2,Bot', pour))).toEqual([1, 0])
  })

  it('stays unknown with a land on one side only', () => {
    expect(holesOf(gerber('Copper,L1,Top', flash(5, 5), flash(10, 5)), gerber('Copper,L2,Bot', flash(10, 5)))[0]).toBe(2)
  })

  it('is taken from the file where it tells', () => {
    const board = assemble({ ...BOARD, 'a.drl': drill('X5.0Y5.0', '; #@! TF.FileFunction,NonPlated,1,2,NPTH\n') })
    expect([...board.holes.plating]).toEqual([0])
  })
})

describe('holes', () => {
  it('keep place, size, tool, line and span, doubled hits included', () => {
    const { holes } = assemble({ ...BOARD, 'a.drl': drill('X5.0Y5.0\nX5.0Y5.0\nT2\nX15.0Y5.0G85X17.0Y5.0') })
    expect(holes.count).toBe(3)
    expect([...holes.diameter].map((d) => Math.round(d))).toEqual([600_000, 600_000, 2_000_000])
    expect([holes.x0[2], holes.x1[2]].map((v) => Math.round(v!))).toEqual([15e6, 17e6])
    expect([[...holes.tool], [...holes.line], [...holes.from], [...holes.to]]).toEqual([
      [1, 1, 2],
      [8, 9, 11],
      [1, 1, 1],
      [2, 2, 2],
    ])
  })

  it('come from artwork used as a drill file', () => {
    const { holes } = assemble({
      'a.gtl': TOP,
      'a.gbl': BOTTOM,
      'a.gko': OUTLINE,
      'h.gbr': gerber('Plated,1,2,PTH', 'D12*', flash(5, 5), draw(10, 5, 12, 5)),
    })
    expect([holes.count, ...[...holes.diameter].map(Math.round), ...holes.plating]).toEqual([2, 600_000, 600_000, 1, 1])
    expect([holes.x0[1], holes.x1[1]].map((v) => Math.round(v!))).toEqual([10e6, 12e6])
  })
})

describe('the outline', () => {
  it('comes from a route file where nothing else has one, and is no row of slots then', () => {
    const rout = 'M48\nMETRIC\nT1C2.0\n%\nG90\nT1\nG00X0.0Y0.0\nM15\nG01X20.0Y0.0\nG01X20.0Y10.0\nG01X0.0Y10.0\nG01X0.0Y0.0\nM16\nM30\n'
    const board = assemble({ 'a.gtl': TOP, 'a.gbl': BOTTOM, 'a.drl': DRILL, 'board.rou': rout })
    expect([board.outline.source, board.outline.box!.map((v) => v / 1e6)]).toEqual(['route', [0, 0, 20, 10]])
    expect(board.holes.count).toBe(3)
  })

  it('comes from a drawing, among dimension lines and a sheet frame', () => {
    const sheet = [
      ...rectangle(-30, -30, 100, 80),
      ...rectangle(0, 0, 20, 10),
      draw(0, -5, 20, -5),
      draw(0, -4, 0, -6),
      draw(40, 20, 45, 20),
    ]
    const board = assemble({
      'a.gtl': TOP,
      'a.gbl': BOTTOM,
      'a.drl': DRILL,
      'fab_drawing.gbr': gerber('FabricationDrawing', ...sheet),
      'x.gbs': gerber('Soldermask,Bot', flash(5, 5), flash(15, 5)),
    })
    expect([board.outline.source, board.outline.box!.map((v) => Math.round(v) / 1e6)]).toEqual(['drawing', [0, 0, 20, 10]])
  })

  it('comes from another layer, but never from the border of a pour', () => {
    const border = assemble({
      'a.gtl': gerber('Copper,L1,Top', ...PADS, ...rectangle(0, 0, 20, 10)),
      'a.gbl': BOTTOM,
      'a.drl': drill('X5.0Y5.0\nX10.0Y5.0\nX15.0Y5.0\nX12.0Y7.0'),
    })
    expect([border.outline.source, border.outline.path]).toEqual(['other-layer', 'a.gtl'])
    const fill = Array.from({ length: 60 }, (_, k) => draw(0, k * 0.17, 20, k * 0.17))
    const pour = assemble({
      'a.gtl': gerber('Copper,L1,Top', ...PADS, ...rectangle(0, 0, 20, 10), ...fill),
      'a.gbl': BOTTOM,
      'a.drl': drill('X5.0Y5.0\nX10.0Y5.0\nX15.0Y5.0\nX12.0Y7.0'),
    })
    expect(pour.outline.source).toBe('none')
  })

  it('is the file that holds the pads, when two call themselves outline', () => {
    const board = assemble({ ...BOARD, 'b.gko': gerber('Profile,NP', ...rectangle(50, 50, 30, 30)) })
    expect(board.outline.path).toBe('a.gko')
  })

  it('is the edge, not the keep-out inside it', () => {
    const board = assemble({
      'a.gtl': TOP,
      'a.gbl': BOTTOM,
      'a.drl': DRILL,
      'a.gko': gerber('', ...rectangle(0.5, 0.5, 19, 9)),
      'a.gm1': gerber('', ...rectangle(0, 0, 20, 10)),
    })
    expect([board.outline.path, board.outline.area / 1e12]).toEqual(['a.gm1', 200])
  })

  it('is none for a package without anything', () => {
    expect(assemble({}).outline).toMatchObject({ source: 'none', box: null, outer: [] })
    expect(assemble({ 'a.txt': 'hello' }).holes.count).toBe(0)
  })
})
