import { describe, expect, it } from 'vitest'
import { fallbackCapability } from '#core/capability/built-in.ts'
import { reviewPackage } from '#core/run/review-package.ts'
import { HOLE_NON_PLATED, HOLE_PLATED } from '#core/board/board.ts'
import { line, pad, path, plane, segment, uuidOf, via, type TestPackage } from '#test/support/librepcb/project.ts'
import { plotted, withNotes, type Plotted } from './plotted.ts'

const onePad = (shape: string): TestPackage => ({ name: 'p', pads: ['1'], footprint: pad('1', [0, 0], shape) })
const at = (rotation = 0, flip = false) => [{ name: 'U1', package: 'p', at: [5, 5] as const, rotation, flip, nets: { 1: 'A' } }]
const withPad = (shape: string, rotation = 0, flip = false): Plotted => plotted({ packages: [onePad(shape)], devices: at(rotation, flip) })

/** What rounding a corner that turns by this angle takes away, for a radius of 1. */
const corner = (turn: number): number => Math.tan(turn / 2) - turn / 2
const CUT = 2 - Math.SQRT2

describe('pads', () => {
  it.each([
    { shape: '(shape roundrect) (radius 0.0) (size 2 1)', area: 2 },
    { shape: '(shape roundrect) (radius 0.5) (size 2 1)', area: 2 - 4 * corner(Math.PI / 2) * 0.25 ** 2 },
    { shape: '(shape roundrect) (radius 1.0) (size 2 1)', area: 1 + Math.PI * 0.25 },
    { shape: '(shape roundrect) (radius 1.0) (size 2 2)', area: Math.PI },
    { shape: '(shape octagon) (radius 0.0) (size 2 2)', area: 4 - 2 * CUT ** 2 },
    { shape: '(shape octagon) (radius 0.5) (size 2 2)', area: 4 - 2 * CUT ** 2 - 8 * corner(Math.PI / 4) * 0.5 ** 2 },
    { shape: `(shape custom) (size 1 1) (radius 0) ${path([-1, -1], [1, -1], [0, 1])}`, area: 2 },
    { shape: `(shape custom) (size 1 1) (radius 0) ${path([-1, 0, 180], [1, 0], [-1, 0])}`, area: Math.PI / 2 },
    { shape: '(shape rect) (size 2 1)', area: 2 },
    { shape: '(shape round) (size 2 1)', area: 1 + Math.PI * 0.25 },
  ])('$shape covers $area mm²', ({ shape, area }) => {
    const board = withPad(`(rotation 0) ${shape}`)
    expect(board.problems).toEqual([])
    expect(board.area('top-copper')).toBeCloseTo(area, 4)
    expect(board.area('bottom-copper')).toBe(0)
  })

  // An L whose corner is at the pad's place: 2 to the right, 1 up.
  const L = `(shape custom) (size 1 1) (radius 0) ${path([0, 0], [2, 0], [2, 0.2], [0.2, 0.2], [0.2, 1], [0, 1])}`
  it.each([
    { pad: 0, device: 0, flip: false, layer: 'top-copper', bounds: [5, 5, 7, 6] },
    { pad: 90, device: 0, flip: false, layer: 'top-copper', bounds: [4, 5, 5, 7] },
    { pad: 0, device: 180, flip: false, layer: 'top-copper', bounds: [3, 4, 5, 5] },
    { pad: 0, device: 0, flip: true, layer: 'bottom-copper', bounds: [3, 5, 5, 6] },
    // Mirrored first, then turned counterclockwise.
    { pad: 0, device: 90, flip: true, layer: 'bottom-copper', bounds: [4, 3, 5, 5] },
    { pad: 90, device: 90, flip: true, layer: 'bottom-copper', bounds: [3, 5, 5, 6] },
  ])('turned by $pad on a device turned by $device, flipped $flip, is on $layer at $bounds', (each) => {
    const board = withPad(`(rotation ${each.pad}) ${L}`, each.device, each.flip)
    expect(board.bounds(each.layer)).toEqual(each.bounds)
    expect(board.area(each.layer)).toBeCloseTo(0.56, 5)
  })

  const RECT = '(rotation 0) (shape roundrect) (radius 0) (size 2 1)'
  const HOLE = `(hole ${uuidOf('h')} (diameter 0.6) ${path([0, 0])})`
  it.each([
    { name: 'by the rules', pad: RECT, rules: undefined, mask: [3.9, 4.4, 6.1, 5.6], paste: [4.1, 4.6, 5.9, 5.4] },
    { name: 'by a share of the smaller side', pad: RECT, rules: '(design_rules (stopmask_clearance (ratio 0.2) (min 0.0) (max 1.0)) (solderpaste_clearance (ratio 0.1) (min 0.2) (max 1.0)))', mask: [3.8, 4.3, 6.2, 5.7], paste: [4.2, 4.7, 5.8, 5.3] }, // prettier-ignore
    { name: 'by the rules of format 0.1', pad: RECT, rules: '(design_rules (stopmask_clearance_ratio 0) (stopmask_clearance_min 0.3) (stopmask_clearance_max 0.3) (creammask_clearance_ratio 0) (creammask_clearance_min 0.05) (creammask_clearance_max 0.05))', mask: [3.7, 4.2, 6.3, 5.8], paste: [4.05, 4.55, 5.95, 5.45] }, // prettier-ignore
    { name: 'with an octagon', pad: '(rotation 0) (shape octagon) (radius 0) (size 2 2)', rules: undefined, mask: [3.9, 3.9, 6.1, 6.1], paste: [4.2, 4.2, 5.8, 5.8] }, // prettier-ignore
  ])('are opened in the mask and pasted $name', ({ pad: shape, rules, mask, paste }) => {
    const board = plotted({ packages: [onePad(shape)], devices: at(), ...(rules ? { rules } : {}) })
    expect(board.bounds('top-mask')).toEqual(mask)
    expect(board.bounds('top-paste')).toEqual(paste)
    expect([board.area('bottom-mask'), board.area('bottom-paste')]).toEqual([0, 0])
  })

  it('keep an own offset, or stay covered', () => {
    const footprint = pad('1', [0, 0], RECT).replace('(stop_mask auto) (solder_paste auto)', '(stop_mask 0.25) (solder_paste off)')
    const board = plotted({ packages: [{ name: 'p', pads: ['1'], footprint }], devices: at() })
    expect(board.bounds('top-mask')).toEqual([3.75, 4.25, 6.25, 5.75])
    expect(board.area('top-paste')).toBe(0)
  })

  it.each([
    { inner: 'full', from: 'no trace', ring: null },
    { inner: 'auto', from: 'no trace', ring: 0.25 },
    { inner: 'auto', from: 'a trace', ring: 0.3 },
  ])('with a hole are $inner on inner layers ($from)', ({ inner, from, ring }) => {
    const rules = `(design_rules (pad_annular_ring (outer full) (inner ${inner}) (ratio 0.5) (min 0.25) (max 2.0)))`
    const trace = segment('A', `(junction ${uuidOf('j')} (position 9 5)) (trace ${uuidOf('t')} (layer in1_cu) (width 0.2) (from (device ${uuidOf('part U1')}) (pad ${uuidOf('pad 1')})) (to (junction ${uuidOf('j')})))`) // prettier-ignore
    const board = plotted({
      packages: [onePad(`${RECT} ${HOLE}`)],
      devices: at(),
      rules,
      innerLayers: 2,
      body: from === 'a trace' ? trace : '',
    })
    expect(board.area('inner-2')).toBeCloseTo(inner === 'full' ? 2 : Math.PI * 0.55 ** 2, 4)
    if (from === 'no trace') expect(board.area('inner-1')).toBeCloseTo(ring === null ? 2 : Math.PI * (0.3 + ring) ** 2, 4)
    else expect(board.bounds('inner-1')![0]).toBeCloseTo(5 - 0.3 - ring!, 6)
    expect(board.area('top-copper')).toBeCloseTo(2, 5)
  })
})

describe('holes', () => {
  const holesOf = ({ board: { holes } }: Plotted): readonly unknown[] =>
    Array.from({ length: holes.count }, (_, k) => [
      [holes.x0[k]! / 1e6, holes.y0[k]! / 1e6, holes.x1[k]! / 1e6, holes.y1[k]! / 1e6].map((v) => Math.round(v * 1e4) / 1e4),
      holes.diameter[k]! / 1e6,
      holes.plating[k],
    ])
  const RECT = '(rotation 90) (shape roundrect) (radius 0) (size 2 2)'
  it.each([
    { name: 'round in a pad', packages: [onePad(`${RECT} (hole ${uuidOf('h')} (diameter 0.6) ${path([0.2, 0])})`)], body: '', holes: [[[5, 5.2, 5, 5.2], 0.6, HOLE_PLATED]] }, // prettier-ignore
    { name: 'a slot in a turned pad', packages: [onePad(`${RECT} (hole ${uuidOf('h')} (diameter 0.6) ${path([-0.5, 0], [0.5, 0])})`)], body: '', holes: [[[5, 4.5, 5, 5.5], 0.6, HOLE_PLATED]] }, // prettier-ignore
    { name: 'of format 0.1', packages: [onePad(`${RECT} (drill 0.8)`)].map((p) => ({ ...p, footprint: p.footprint.replace('(side top)', '(side tht)') })), body: '', holes: [[[5, 5, 5, 5], 0.8, HOLE_PLATED]] }, // prettier-ignore
    { name: 'of the board', packages: [onePad(RECT)], body: `(hole ${uuidOf('h')} (diameter 3.0) (stop_mask off) ${path([10, 5])})`, holes: [[[10, 5, 10, 5], 3, HOLE_NON_PLATED]] }, // prettier-ignore
    { name: 'an angled slot of the board', packages: [onePad(RECT)], body: `(hole ${uuidOf('h')} (diameter 1) (stop_mask off) ${path([10, 5], [12, 5], [12, 6])})`, holes: [[[10, 5, 12, 5], 1, HOLE_NON_PLATED], [[12, 5, 12, 6], 1, HOLE_NON_PLATED]] }, // prettier-ignore
    { name: 'of a footprint', packages: [{ ...onePad(RECT), footprint: `${pad('1', [0, 0], RECT)} (hole ${uuidOf('h')} (diameter 1.5) (stop_mask auto) ${path([3, 0])})` }], body: '', holes: [[[8, 5, 8, 5], 1.5, HOLE_NON_PLATED]] }, // prettier-ignore
    { name: 'of a via', packages: [onePad(RECT)], body: segment('A', via('v', [10, 5])), holes: [[[10, 5, 10, 5], 0.3, HOLE_PLATED]] },
    { name: 'of a via by the rules', packages: [onePad(RECT)], body: segment('A', via('v', [10, 5], '(drill auto) (size auto) (exposure off)')), holes: [[[10, 5, 10, 5], 0.3, HOLE_PLATED]] }, // prettier-ignore
  ])('are drilled: $name', ({ packages, body, holes }) => {
    const board = plotted({ packages, devices: at(), body })
    expect(board.problems).toEqual([])
    expect(holesOf(board)).toEqual(holes)
  })

  it.each([
    { name: 'covered', via: '(drill 0.3) (size 0.7) (exposure off)', diameter: 0 },
    { name: 'open because of its drill', via: '(drill 0.6) (size 1.2) (exposure off)', diameter: 0.8 },
    { name: 'open by the rules', via: '(drill 0.3) (size 0.7) (exposure auto)', diameter: 0.9 },
    { name: 'open by an own offset', via: '(drill 0.3) (size 0.7) (exposure 0.25)', diameter: 1.2 },
  ])('a via is $name', ({ via: how, diameter }) => {
    const board = plotted({ body: segment('A', via('v', [10, 5], how)) })
    for (const layer of ['top-mask', 'bottom-mask']) expect(board.area(layer)).toBeCloseTo((Math.PI * diameter ** 2) / 4, 4)
  })
})

it.each([
  { from: 'top_cu', to: 'in1_cu', on: [1, 2], mask: ['top-mask'], kind: 'Blind' },
  { from: 'in1_cu', to: 'in2_cu', on: [2, 3], mask: [], kind: 'Buried' },
  { from: 'in2_cu', to: 'bot_cu', on: [3, 4], mask: ['bottom-mask'], kind: 'Blind' },
  // As many inner layers as the board has.
  { from: 'in1_cu', to: 'in9_cu', on: [2, 3], mask: [], kind: 'Buried' },
])('a via from $from to $to is on layers $on only, and drilled in a file of its own', ({ from, to, on, mask, kind }) => {
  const one = via('v', [10, 5], '(drill 0.3) (size 0.7) (exposure auto)').replace('top_cu', from).replace('bot_cu', to)
  const figures =
    '(priority 0) (min_width 0) (min_copper_clearance 0.2) (min_board_clearance 0.5) (keep_islands true) (connect_style solid)'
  const fill = plane('A', 'in1_cu', path([0, 0], [20, 0], [20, 10], [0, 10]), figures)
  const { board, problems, area, project } = plotted({ innerLayers: 2, body: `${segment('B', one)}\n${fill}` })
  expect(problems).toEqual([])
  expect([board.holes.from[0], board.holes.to[0]]).toEqual(on)
  const size = (Math.PI * 0.7 ** 2) / 4
  const copper = ['top-copper', 'inner-1', 'inner-2', 'bottom-copper']
  const inner = on.includes(2) ? 19 * 9 - Math.PI * 0.55 ** 2 + size : 19 * 9
  copper.forEach((layer, i) => expect(area(layer)).toBeCloseTo(layer === 'inner-1' ? inner : on.includes(i + 1) ? size : 0, 3))
  for (const layer of ['top-mask', 'bottom-mask']) expect(area(layer) > 0).toBe(mask.includes(layer))
  expect(project.files.map(({ path: name }) => name)).toContain(`plotted/default/default-PTH-L${on[0]}-L${on[1]}.drl`)
  expect(new TextDecoder().decode(project.files.find(({ path: name }) => name.endsWith('.drl'))!.bytes)).toContain(`,${kind}`)
})

describe('everything else that is drawn', () => {
  it.each([
    { name: 'a trace', body: segment('A', line('t', 'bot_cu', 0.5, [2, 5], [6, 5])), layer: 'bottom-copper', area: 2 + Math.PI * 0.0625 },
    { name: 'a filled polygon', body: `(polygon ${uuidOf('p')} (layer top_cu) (width 0) (fill true) ${path([2, 2], [4, 2], [4, 3], [2, 3], [2, 2])})`, layer: 'top-copper', area: 2 }, // prettier-ignore
    { name: 'a filled circle', body: `(circle ${uuidOf('c')} (layer top_stop_mask) (width 0) (fill true) (diameter 2) (position 4 4))`, layer: 'top-mask', area: Math.PI }, // prettier-ignore
    { name: 'a circle', body: `(circle ${uuidOf('c')} (layer bot_legend) (width 0.2) (fill false) (diameter 2) (position 4 4))`, layer: 'bottom-legend', area: Math.PI * (1.1 ** 2 - 0.9 ** 2) }, // prettier-ignore
    { name: 'a layer that is not part of the silkscreen', body: `(circle ${uuidOf('c')} (layer top_values) (width 0.2) (fill false) (diameter 2) (position 4 4))`, layer: 'top-legend', area: 0 }, // prettier-ignore
  ])('$name', ({ body, layer, area }) => {
    const board = plotted({ body })
    expect(board.problems).toEqual([])
    expect(board.area(layer)).toBeCloseTo(area, 3)
  })

  it('an outline with round corners and a cut-out', () => {
    const outline = `(polygon ${uuidOf('o')} (layer brd_outlines) (width 0) (fill false) ${path([1, 0], [19, 0, 90], [20, 1], [20, 10], [0, 10], [0, 1, 90], [1, 0])})
      (polygon ${uuidOf('c')} (layer brd_cutouts) (width 0) (fill false) ${path([5, 5], [7, 5], [7, 6], [5, 6], [5, 5])})`
    const { board } = plotted({ outline })
    expect(board.outline.gaps).toEqual([])
    expect(board.outline.cutouts).toHaveLength(1)
    expect(board.outline.area / 1e12).toBeCloseTo(200 - 2 * (1 - Math.PI / 4) - 2, 3)
  })

  it('texts where they are to be read', () => {
    const text = (more: string) =>
      `(stroke_text ${uuidOf(more)} (layer top_legend) (height 2) (stroke_width 0.2) (position 10 5) (value "L") ${more})`
    const L = 8 / 6 // width of the letter
    const cases = [
      { text: '(align left bottom) (rotation 0) (mirror false)', bounds: [9.9, 4.9, 10.1 + L, 7.1] },
      { text: '(align right top) (rotation 0) (mirror false)', bounds: [9.9 - L, 2.9, 10.1, 5.1] },
      { text: '(align left bottom) (rotation 90) (mirror false)', bounds: [7.9, 4.9, 10.1, 5.1 + L] },
      { text: '(align left bottom) (rotation 0) (mirror true)', bounds: [9.9 - L, 4.9, 10.1, 7.1] },
      { text: '(align left bottom) (rotation 180) (auto_rotate true) (mirror false)', bounds: [9.9 - L, 2.9, 10.1, 5.1] },
    ]
    for (const each of cases)
      plotted({ body: text(each.text) })
        .bounds('top-legend')!
        .forEach((value, i) => expect(value, each.text).toBeCloseTo(each.bounds[i]!, 3))
  })

  it('nets, parts and pins travel as attributes', () => {
    const packages = [onePad('(rotation 0) (shape roundrect) (radius 0) (size 2 1)')]
    const { board } = plotted({ packages, devices: at(), body: segment('B', line('t', 'top_cu', 0.2, [2, 2], [9, 2])) })
    const { objects, attributes } = board.layers.find(({ id }) => id === 'top-copper')!.plotted
    const said = [...objects.attributes].map((index) => attributes[index])
    expect(said).toMatchObject([{ nets: ['A'], ref: 'U1', pin: '1' }, { nets: ['B'] }])
  })
})

describe('boards of format 0.1', () => {
  const old = (parts: Parameters<typeof plotted>[0]) => plotted({ ...parts, isOld: true })
  const L = `(shape custom) (size 1 1) (radius 0) ${path([0, 0], [2, 0], [2, 0.2], [0.2, 0.2], [0.2, 1], [0, 1])}`

  it('turn first and mirror then', () => {
    const board = old({ packages: [onePad(`(rotation 0) ${L}`)], devices: at(90, true) })
    // Turned it would reach from 4 to 5 and from 5 to 7; mirrored, from 5 to 6.
    expect(board.bounds('bottom-copper')).toEqual([5, 5, 6, 7])
  })

  it.each([
    { drill: 0.3, diameter: 0 },
    { drill: 0.6, diameter: 1.4 },
  ])('open the mask over the whole via when its drill is large: $drill', ({ drill, diameter }) => {
    const board = old({ body: segment('A', via('v', [10, 5], `(drill ${drill}) (size 1.2) (shape round)`)) })
    expect(board.problems).toEqual([])
    expect(board.area('top-mask')).toBeCloseTo((Math.PI * diameter ** 2) / 4, 4)
  })

  it('print the layers that the export names', () => {
    const circle = (layer: string) => `(circle ${uuidOf(layer)} (layer ${layer}) (width 0) (fill true) (diameter 2) (position 4 4))`
    expect(old({ body: circle('top_placement') }).area('top-legend')).toBeCloseTo(Math.PI, 4)
    expect(old({ body: circle('top_values') }).area('top-legend')).toBe(0)
  })

  it('have cut-outs as outlines in the outline', () => {
    const cut = `(polygon ${uuidOf('c')} (layer brd_outlines) (width 0) (fill false) ${path([9, 4], [11, 4], [11, 6], [9, 6], [9, 4])})`
    const figures = '(priority 0) (min_width 0) (min_clearance 0.5) (keep_orphans true) (connect_style solid)'
    const contour = path([0, 0], [20, 0], [20, 10], [0, 10])
    const board = old({ body: `${cut}\n${plane('A', 'top_cu', contour, figures)}` })
    expect(board.area('top-copper')).toBeCloseTo(19 * 9 - (9 - (4 - Math.PI) * 0.25), 4)
  })
})

it('what was left out of the artwork blocks the board', async () => {
  const lost = segment('A', line('t', 'in7_cu', 0.2, [1, 1], [2, 2]))
  const files = withNotes({ body: lost })
  const input = { name: 'x', sha256: '0'.repeat(64), bytes: 1, files, problems: [] }
  const review = await reviewPackage(input, { capability: fallbackCapability(), checks: ['file_parse_failure'] }, { clock: () => 0 })
  expect(review.findings.map(({ checkId, severity, message }) => [checkId, severity, message])).toEqual([
    ['file_parse_failure', 'error', expect.stringContaining('This trace is left out') as string],
  ])
})

describe('what cannot be plotted is said with its line', () => {
  const RECT = '(rotation 0) (shape roundrect) (radius 0) (size 2 1)'
  const codes = (board: Plotted): readonly unknown[] => board.problems.map(({ code, line: at }) => [code, at > 0])
  it.each([
    {
      name: 'a via that joins no two layers',
      parts: { body: segment('A', via('v', [5, 5]).replace('bot_cu', 'top_cu')) },
      code: 'librepcb-via',
    },
    { name: 'a trace that ends nowhere', parts: { body: segment('A', `(trace ${uuidOf('t')} (layer top_cu) (width 0.2) (from (junction x)) (to (junction y)))`) }, code: 'librepcb-trace' }, // prettier-ignore
    {
      name: 'a trace on a layer that is not there',
      parts: { body: segment('A', line('t', 'in7_cu', 0.2, [1, 1], [2, 2])) },
      code: 'librepcb-trace',
    },
    { name: 'a number that is none', parts: { body: segment('A', via('v', [5, 5], '(drill x) (size 0.7)')) }, code: 'librepcb-value' },
    { name: 'a negative width', parts: { body: segment('A', line('t', 'top_cu', -1, [1, 1], [2, 2])) }, code: 'librepcb-value' },
    { name: 'plated cut-outs', parts: { body: `(polygon ${uuidOf('c')} (layer brd_plated_cutouts) (width 0) (fill false) ${path([5, 5], [7, 5], [7, 6])})` }, code: 'librepcb-plated-cutout' }, // prettier-ignore
    { name: 'a fill that is not closed', parts: { body: `(polygon ${uuidOf('c')} (layer top_cu) (width 0.2) (fill true) ${path([5, 5], [7, 5], [7, 6])})` }, code: 'librepcb-open-fill' }, // prettier-ignore
    { name: 'a device whose library is missing', parts: { packages: [onePad(RECT)], devices: at(), without: /package\.lp$/ }, code: 'librepcb-library' }, // prettier-ignore
  ])('$name', ({ parts, code }) => expect(codes(plotted(parts))).toEqual([[code, true]]))
})
