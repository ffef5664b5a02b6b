import { describe, expect, it } from 'vitest'
import { closestGap } from '#core/geometry/measure/spacing.ts'
import { thinnest } from '#core/geometry/measure/necks.ts'
import { clearance } from '#core/geometry/measure/clearance.ts'
import { contoursOf } from '#core/read/librepcb/plot/blob.ts'
import { line, pad, path, plane, segment, uuidOf, via, type TestPackage } from '#test/support/librepcb/project.ts'
import { plotted, type Plotted } from './plotted.ts'

const WHOLE = path([0, 0], [20, 0], [20, 10], [0, 10])
const how = (figures: {
  width?: number
  copper?: number
  board?: number
  hole?: number
  islands?: boolean
  style?: string
  gap?: number
  spoke?: number
  priority?: number
}): string =>
  `(priority ${figures.priority ?? 0}) (min_width ${figures.width ?? 0.2}) (min_copper_clearance ${figures.copper ?? 0.3}) (min_board_clearance ${figures.board ?? 0.5}) (min_npth_clearance ${figures.hole ?? 0.4}) (keep_islands ${figures.islands ?? false}) (connect_style ${figures.style ?? 'solid'}) (thermal_gap ${figures.gap ?? 0.25}) (thermal_spoke ${figures.spoke ?? 0.4})`

/** A via of the plane's net, so that the plane is connected. */
const ANCHOR = segment('A', via('anchor', [1.5, 8.5]))
/** What four right angles lose where no part may be narrower than 0.2 mm: inner corners are as round as the pen. */
const ROUNDED = (4 - Math.PI) * 0.1 ** 2
const image = (board: Plotted, layer = 'top-copper') => board.board.layers.find(({ id }) => id === layer)!.image()
const gap = (board: Plotted): number => closestGap(image(board), { withinMm: 2 })!.value

const PAD: TestPackage = { name: 'p', pads: ['1'], footprint: pad('1', [0, 0], '(rotation 0) (shape roundrect) (radius 0.5) (size 2 1.2)') }
const chip = (net: string, rotation = 0) => [{ name: 'U1', package: 'p', at: [10, 5] as const, rotation, nets: { 1: net } }]

describe('planes of LibrePCB keep the distance that they are asked for', () => {
  it.each([
    { name: 'to a trace', body: segment('B', line('t', 'top_cu', 0.3, [5, 3], [15, 6])), devices: [], copper: 0.25 },
    { name: 'to a via', body: segment('B', via('v', [10, 5])), devices: [], copper: 0.35 },
    { name: 'to a pad', body: '', devices: chip('B', 30), copper: 0.3 },
    { name: 'to a pad without a net', body: '', devices: chip('none', 0), copper: 0.3 },
    { name: 'to a copper text', body: `(stroke_text ${uuidOf('x')} (layer top_cu) (height 2) (stroke_width 0.2) (align left bottom) (position 8 4) (rotation 0) (mirror false) (value "L"))`, devices: [], copper: 0.2 }, // prettier-ignore
    { name: 'to a round polygon', body: `(circle ${uuidOf('c')} (layer top_cu) (width 0.2) (fill false) (diameter 3) (position 10 5))`, devices: [], copper: 0.3 }, // prettier-ignore
  ])('$name', ({ body, devices, copper }) => {
    const board = plotted({ packages: [PAD], devices, body: `${body}\n${ANCHOR}\n${plane('A', 'top_cu', WHOLE, how({ copper }))}` })
    expect(board.problems).toEqual([])
    expect(gap(board)).toBeGreaterThan(copper - 1e-5)
    expect(gap(board)).toBeLessThan(copper + 0.002)
  })

  it.each([{ edge: 0.5 }, { edge: 0.2 }])('of $edge mm to the edge of the board and to its cut-outs', ({ edge }) => {
    const cut = `(polygon ${uuidOf('c')} (layer brd_cutouts) (width 0) (fill false) ${path([9, 4], [11, 4], [11, 6], [9, 6], [9, 4])})`
    const board = plotted({ body: `${cut}\n${ANCHOR}\n${plane('A', 'top_cu', WHOLE, how({ board: edge }))}` })
    expect(board.bounds('top-copper')).toEqual([edge, edge, 20 - edge, 10 - edge])
    const hole = contoursOf([[[9, 4], [11, 4], [11, 6], [9, 6]]]) // prettier-ignore
    expect(clearance(image(board), hole, { withinMm: 1 })[0]!.value).toBeCloseTo(edge, 5)
  })

  it('to holes without plating', () => {
    const board = plotted({ body: `(hole ${uuidOf('h')} (diameter 3) (stop_mask auto) ${path([10, 5])})\n${ANCHOR}\n${plane('A', 'top_cu', WHOLE, how({ hole: 0.45 }))}` }) // prettier-ignore
    const hole = contoursOf([[[8.5, 5, 1], [11.5, 5, 1]]]) // prettier-ignore
    expect(clearance(image(board), hole, { withinMm: 1 })[0]!.value).toBeCloseTo(0.45, 5)
  })

  it('to planes of other nets, the one of higher priority first', () => {
    const inner = plane('B', 'top_cu', path([8, 3], [12, 3], [12, 7], [8, 7]), how({ priority: 1 }))
    const outer = plane('A', 'top_cu', WHOLE, how({ copper: 0.4 }))
    for (const planes of [`${inner}\n${outer}`, `${outer}\n${inner}`]) {
      const board = plotted({ body: `${planes}\n${ANCHOR}\n${segment('B', via('b', [10, 5]))}` })
      expect(gap(board)).toBeCloseTo(0.4, 5)
      expect(image(board).components.count).toBe(2)
      // The inner one keeps its whole area: clearing the hole of the outer one takes nothing of it.
      expect(Math.min(...image(board).components.area) / 1e12).toBeCloseTo(16 - ROUNDED, 4)
    }
  })

  it('to areas where planes are not allowed', () => {
    const zone = `(zone ${uuidOf('z')} (layer top_cu) (no_copper false) (no_planes true) ${path([8, 3], [12, 3], [12, 7], [8, 7])})`
    const board = plotted({ body: `${zone}\n${ANCHOR}\n${plane('A', 'top_cu', WHOLE, how({}))}` })
    expect(board.area('top-copper')).toBeCloseTo(19 * 9 - 16 - ROUNDED, 4)
  })
})

describe('planes of LibrePCB connect as they are asked to', () => {
  const withStyle = (style: string, more: Parameters<typeof how>[0] = {}): Plotted =>
    plotted({ packages: [PAD], devices: chip('A', 30), body: `${ANCHOR}\n${plane('A', 'top_cu', WHOLE, how({ style, ...more }))}` })

  it('solid: the pad is part of the plane', () => {
    const board = withStyle('solid')
    expect(image(board).components.count).toBe(1)
    expect(image(board).rings.count).toBe(1)
  })

  it('none: all around the pad is the clearance', () => {
    const board = withStyle('none', { copper: 0.35 })
    expect(image(board).components.count).toBe(2)
    expect(gap(board)).toBeCloseTo(0.35, 5)
  })

  it.each([{ spoke: 0.4 }, { spoke: 0.25 }])('thermal: four spokes of $spoke mm along the axes of the pad', ({ spoke }) => {
    const board = withStyle('thermal', { spoke, gap: 0.3 })
    expect(image(board).components.count).toBe(1)
    // The gap is left in four quarters.
    expect(image(board).rings.count).toBe(5)
    expect(thinnest(image(board))!.value).toBeCloseTo(spoke, 3)
  })

  it('thermal: a spoke that would lead into the distance to something else is left out', () => {
    const wall = segment('B', line('w', 'top_cu', 0.3, [12.1, 2], [12.1, 8]))
    const board = plotted({ packages: [PAD], devices: chip('A'), body: `${wall}\n${ANCHOR}\n${plane('A', 'top_cu', WHOLE, how({ style: 'thermal', gap: 0.3 }))}` }) // prettier-ignore
    expect(gap(board)).toBeGreaterThan(0.3 - 1e-5)
    expect(image(board).components.count).toBe(2)
  })

  it('vias of the net always all around', () => {
    const board = plotted({ body: `${segment('A', via('v', [10, 5]))}\n${plane('A', 'top_cu', WHOLE, how({ style: 'thermal' }))}` })
    expect(image(board).rings.count).toBe(1)
  })

  it('leave parts out that touch nothing of the net, unless they are to be kept', () => {
    // A wall from edge to edge parts the plane; only the left part has something of its net.
    const wall = segment('B', line('w', 'top_cu', 0.3, [10, 0], [10, 10]))
    const make = (islands: boolean) => plotted({ body: `${wall}\n${ANCHOR}\n${plane('A', 'top_cu', WHOLE, how({ islands }))}` })
    expect([image(make(false)).components.count, image(make(true)).components.count]).toEqual([2, 3])
    expect(
      make(false)
        .project.problems.map(({ message }) => message)
        .join(),
    ).toContain('1 island without connection is left out')
  })

  it.each([
    { width: 0.5, parts: 2 },
    { width: 0.3, parts: 1 },
  ])('have no part narrower than $width mm', ({ width, parts }) => {
    // Two areas joined by a neck of 0.4 mm; both have something of the net.
    const shape = path([1, 1], [9, 1], [9, 4.8], [11, 4.8], [11, 1], [19, 1], [19, 9], [11, 9], [11, 5.2], [9, 5.2], [9, 9], [1, 9])
    const body = `${segment('A', via('l', [3, 3]), via('r', [17, 3]))}\n${plane('A', 'top_cu', shape, how({ width }))}`
    expect(image(plotted({ body })).components.count).toBe(parts)
  })
})

it('planes of format 1, with one clearance for everything', () => {
  const figures = '(priority 0) (min_width 0.2) (min_clearance 0.35) (keep_orphans false) (connect_style solid)'
  const board = plotted({ body: `${segment('B', via('v', [10, 5]))}\n${ANCHOR}\n${plane('A', 'top_cu', WHOLE, figures)}` })
  expect(board.bounds('top-copper')).toEqual([0.35, 0.35, 19.65, 9.65])
  expect(gap(board)).toBeCloseTo(0.35, 5)
})
