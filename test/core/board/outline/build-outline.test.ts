import { describe, expect, it } from 'vitest'
import type { Outline } from '#core/board/board.ts'
import { buildOutline } from '#core/board/outline/build-outline.ts'
import type { Edge, OutlineStrokes } from '#core/board/outline/edges.ts'
import type { Places } from '#core/board/outline/places.ts'

const MM = 1e6
type Corner = readonly [x: number, y: number, bulge?: number]

/** Strokes around corners in mm; a bulge belongs to the stroke that starts at its corner. */
const around = (corners: readonly Corner[], close = true, pen = 0.1): Edge[] =>
  corners.slice(0, close ? undefined : -1).map(([x, y, bulge = 0], k) => {
    const [nx, ny] = corners[(k + 1) % corners.length]!
    return { x0: x * MM, y0: y * MM, x1: nx * MM, y1: ny * MM, bulge, line: k + 1, pen: pen * MM }
  })
const rectangle = (x: number, y: number, w: number, h: number, pen?: number): Edge[] =>
  around(
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
    ],
    true,
    pen,
  )
const at = (...points: readonly (readonly [number, number])[]): Places => ({
  x: Float64Array.from(points, (p) => p[0] * MM),
  y: Float64Array.from(points, (p) => p[1] * MM),
})
const NOWHERE = at()
const build = (edges: readonly Edge[], places: Places = NOWHERE, loops: OutlineStrokes['loops'] = []): Outline =>
  buildOutline({ edges: edges.map((e, k) => ({ ...e, line: k + 1 })), loops, resolution: 500 }, places, 'outline', 'o.gbr')
const areaMm2 = (o: Outline): number => o.area / MM / MM
const loop = (corners: readonly Corner[]): OutlineStrokes['loops'][number] => ({
  x: corners.map((c) => c[0] * MM),
  y: corners.map((c) => c[1] * MM),
  bulge: corners.map((c) => c[2] ?? 0),
  line: 1,
})

/** The same strokes in another order and direction: nothing may depend on either. */
const shuffled = (edges: readonly Edge[]): Edge[] =>
  [...edges]
    .map((e, k) => (k % 2 ? { ...e, x0: e.x1, y0: e.y1, x1: e.x0, y1: e.y0, bulge: -e.bulge } : e))
    .sort((a, b) => ((a.x0 * 7919 + a.y0 * 104729) % 1009) - ((b.x0 * 7919 + b.y0 * 104729) % 1009))

const rounded: Corner[] = [
  [1, 0],
  [9, 0, Math.tan(Math.PI / 8)],
  [10, 1],
  [10, 9, Math.tan(Math.PI / 8)],
  [9, 10],
  [1, 10, Math.tan(Math.PI / 8)],
  [0, 9],
  [0, 1, Math.tan(Math.PI / 8)],
]
const SHAPES: readonly {
  readonly name: string
  readonly edges: Edge[]
  readonly outer: number
  readonly cutouts: number
  readonly area: number
}[] = [
  { name: 'a rectangle', edges: rectangle(0, 0, 10, 5), outer: 1, cutouts: 0, area: 50 },
  { name: 'round corners', edges: around(rounded), outer: 1, cutouts: 0, area: 100 - 4 + Math.PI },
  {
    name: 'a circle of two half turns',
    edges: around([
      [0, 0, 1],
      [10, 0, 1],
    ]),
    outer: 1,
    cutouts: 0,
    area: Math.PI * 25,
  },
  { name: 'a cut-out', edges: [...rectangle(0, 0, 10, 10), ...rectangle(2, 2, 3, 3)], outer: 1, cutouts: 1, area: 91 },
  { name: 'a panel of two boards', edges: [...rectangle(0, 0, 10, 10), ...rectangle(12, 0, 10, 10)], outer: 2, cutouts: 0, area: 200 },
  {
    name: 'boards inside a frame',
    edges: [...rectangle(0, 0, 50, 30), ...rectangle(5, 5, 40, 20), ...rectangle(8, 8, 10, 10), ...rectangle(25, 8, 10, 10)],
    outer: 3,
    cutouts: 1,
    area: 1500 - 800 + 200,
  },
  {
    name: 'two boards with one edge in common',
    edges: [...rectangle(0, 0, 10, 10), ...rectangle(10, 0, 10, 10)],
    outer: 1,
    cutouts: 0,
    area: 200,
  },
]

describe('closed outlines', () => {
  it.each(SHAPES)('$name', ({ edges, outer, cutouts, area }) => {
    for (const each of [edges, shuffled(edges)]) {
      const outline = build(each)
      expect([outline.outer.length, outline.cutouts.length, outline.gaps.length]).toEqual([outer, cutouts, 0])
      expect(areaMm2(outline)).toBeCloseTo(area, 6)
    }
  })

  it.each(SHAPES)('$name, turned and mirrored, keeps its area and extent', ({ edges, area }) => {
    const [c, s] = [Math.cos(0.7), Math.sin(0.7)]
    const turn = (e: Edge): Edge => ({
      ...e,
      x0: c * e.x0 - s * e.y0,
      y0: s * e.x0 + c * e.y0,
      x1: c * e.x1 - s * e.y1,
      y1: s * e.x1 + c * e.y1,
    })
    expect(areaMm2(build(edges.map(turn)))).toBeCloseTo(area, 5)
    const mirrored = build(edges.map((e) => ({ ...e, x0: -e.x0, x1: -e.x1, bulge: -e.bulge })))
    expect(areaMm2(mirrored)).toBeCloseTo(area, 6)
    const box = build(edges).box!
    expect(mirrored.box!.map((v) => Math.round(v) + 0)).toEqual([-box[2], box[1], -box[0], box[3]].map((v) => Math.round(v) + 0))
  })

  it('takes the extent of arcs, not of their ends', () => {
    expect(
      build(
        around([
          [0, 0, 1],
          [10, 0, 1],
        ]),
      ).box!.map((v) => v / MM),
    ).toEqual([0, -5, 10, 5])
  })

  it('takes regions as contours', () => {
    expect(
      areaMm2(
        build([], NOWHERE, [
          loop([
            [0, 0],
            [10, 0],
            [10, 5],
            [0, 5],
          ]),
        ]),
      ),
    ).toBeCloseTo(50, 9)
  })

  it('turns every contour counterclockwise', () => {
    const outline = build(rectangle(0, 0, 10, 5).map((e) => ({ ...e, x0: e.x1, y0: e.y1, x1: e.x0, y1: e.y0 })))
    const { x, y } = outline.outer[0]!
    let twice = 0
    for (let v = 0; v < x.length; v++) twice += x[v]! * y[(v + 1) % x.length]! - x[(v + 1) % x.length]! * y[v]!
    expect(twice).toBeGreaterThan(0)
  })
})

describe('strokes that meet another in its middle', () => {
  it('close a notch drawn against an edge, and rails against boards', () => {
    const board = rectangle(0, 0, 10, 10)
    const rail = around(
      [
        [10, 2],
        [14, 2],
        [14, 8],
        [10, 8],
      ],
      false,
    )
    const outline = build([...board, ...rail])
    expect([outline.outer.length, outline.gaps.length, areaMm2(outline)]).toEqual([1, 0, expect.closeTo(124, 9)])
  })

  it('on an arc, too', () => {
    const circle = around([
      [0, 0, 1],
      [10, 0, 1],
    ])
    const s = 5 * Math.SQRT1_2
    const tab = around(
      [
        [5 + s, s],
        [12, s],
        [12, -s],
        [5 + s, -s],
      ],
      false,
    )
    const outline = build([...circle, ...tab])
    const segment = (25 / 2) * (Math.PI / 2 - 1)
    expect(areaMm2(outline)).toBeCloseTo(Math.PI * 25 - segment + 2 * s * (12 - 5 - s), 4)
  })

  it('collapse where collinear strokes overlap', () => {
    const edges = [
      ...rectangle(0, 0, 10, 5),
      ...around(
        [
          [2, 0],
          [8, 0],
        ],
        false,
      ),
    ]
    const outline = build(edges)
    expect([outline.outer.length, outline.gaps.length, outline.stray.length, areaMm2(outline)]).toEqual([1, 0, 0, expect.closeTo(50, 9)])
  })
})

describe('gaps', () => {
  it.each([
    ['0.5 mm at a corner', 0.5, 0.5],
    ['10 µm', 0.01, 0.01],
    ['just above the file resolution', 0.000501, 0.000501],
  ])('%s are told with their width and closed for measuring', (_, gap, width) => {
    const edges = rectangle(0, 0, 10, 5)
    edges[0] = { ...edges[0]!, x0: gap * MM }
    const outline = build(edges)
    expect(outline.gaps.map((g) => g.width / MM)).toEqual([expect.closeTo(width, 9)])
    expect(areaMm2(outline)).toBeCloseTo(50, 1)
  })

  it('within the file resolution is none', () => {
    const edges = rectangle(0, 0, 10, 5)
    edges[0] = { ...edges[0]!, x0: 499 }
    expect(build(edges).gaps).toEqual([])
  })

  it('at every corner of a board without its corner arcs', () => {
    const outline = build(around(rounded).filter((e) => e.bulge === 0))
    expect(outline.gaps).toHaveLength(4)
    expect(outline.gaps[0]!.width / MM).toBeCloseTo(Math.SQRT2, 6)
    expect(areaMm2(outline)).toBeCloseTo(98, 6)
  })

  it('of a whole missing side', () => {
    const outline = build(rectangle(0, 0, 10, 5).slice(0, 3), at([5, 2]))
    expect(outline.gaps.map((g) => g.width / MM)).toEqual([5])
    expect(areaMm2(outline)).toBeCloseTo(50, 6)
  })

  it('in a cut-out of a closed board', () => {
    const hole = rectangle(2, 2, 3, 3)
    hole[0] = { ...hole[0]!, x0: hole[0]!.x0 + 0.3 * MM }
    const outline = build([...rectangle(0, 0, 10, 10), ...hole])
    expect([outline.cutouts.length, outline.gaps.map((g) => Math.round(g.width))]).toEqual([1, [300_000]])
  })
})

describe('strokes that are no edge', () => {
  it('are dimension lines, also where they touch a corner', () => {
    const lines = around(
      [
        [10, 0],
        [14, 0],
        [14, 3],
      ],
      false,
    )
    const outline = build([...rectangle(0, 0, 10, 5), ...lines])
    expect([outline.outer.length, outline.stray.length]).toEqual([1, 1])
    expect(areaMm2(outline)).toBeCloseTo(50, 9)
  })

  it('are letters with closed loops, beside the board and on it', () => {
    const letters = (x: number, y: number): Edge[] => [
      ...rectangle(x, y, 0.8, 1.2),
      ...around(
        [
          [x + 1, y],
          [x + 1, y + 1.2],
          [x + 1.8, y],
        ],
        false,
      ),
      ...around(
        [
          [x + 2, y],
          [x + 2.8, y + 1.2],
        ],
        false,
      ),
      ...rectangle(x + 3, y, 0.8, 1.2),
    ]
    const outline = build([...rectangle(0, 0, 30, 20), ...letters(40, 5), ...letters(10, 10)], at([5, 5], [20, 15]))
    expect([outline.outer.length, outline.cutouts.length]).toEqual([1, 0])
    expect(outline.stray.length).toBeGreaterThanOrEqual(4)
  })

  it('are a sheet frame around the board, told by where the pads are', () => {
    const places = at([22, 22], [28, 25], [24, 28], [26, 21], [29, 29])
    const outline = build([...rectangle(0, 0, 100, 80), ...rectangle(20, 20, 10, 10), ...rectangle(24, 24, 1, 1)], places)
    expect(outline.outer.map((c) => c.box.map((v) => v / MM))).toEqual([[20, 20, 30, 30]])
    expect(outline.cutouts).toHaveLength(1)
  })

  it('are not a panel frame, whose boards hang in its opening', () => {
    const places = at([10, 10], [28, 10], [12, 12])
    const outline = build(
      [...rectangle(0, 0, 50, 30), ...rectangle(5, 5, 40, 20), ...rectangle(8, 8, 10, 10), ...rectangle(25, 8, 10, 10)],
      places,
    )
    expect([outline.outer.length, outline.cutouts.length]).toEqual([3, 1])
  })
})

describe('doubled and crossing', () => {
  it('tells a contour drawn twice, once', () => {
    const outline = build([...rectangle(0, 0, 10, 5), ...shuffled(rectangle(0, 0, 10, 5))])
    expect([outline.outer.length, outline.doubled, areaMm2(outline)]).toEqual([1, 1, expect.closeTo(50, 9)])
  })

  it('tells a stroke and a region of the same contour as one', () => {
    const outline = build(rectangle(0, 0, 10, 5), NOWHERE, [
      loop([
        [0, 0],
        [10, 0],
        [10, 5],
        [0, 5],
      ]),
    ])
    expect([outline.outer.length, outline.doubled]).toEqual([1, 1])
  })

  it('tells both sides of a pen as one contour', () => {
    const outline = build([], NOWHERE, [
      loop([
        [0, 0],
        [10, 0],
        [10, 5],
        [0, 5],
      ]),
      loop([
        [0.2, 0.2],
        [9.8, 0.2],
        [9.8, 4.8],
        [0.2, 4.8],
      ]),
    ])
    expect([outline.outer.length, outline.cutouts.length, outline.doubled]).toEqual([1, 0, 1])
  })

  it('finds where a contour crosses itself', () => {
    const outline = build(
      around([
        [0, 0],
        [10, 6],
        [10, 0],
        [0, 5],
      ]),
    )
    expect(outline.selfCrossings).toHaveLength(1)
    expect(build(rectangle(0, 0, 10, 5)).selfCrossings).toEqual([])
  })

  it('stays quick on thousands of strokes', () => {
    const edges = Array.from({ length: 3000 }, (_, k) => rectangle((k % 60) * 2, Math.floor(k / 60) * 2, 1, 1)).flat()
    const outline = build(edges)
    expect(outline.outer).toHaveLength(3000)
  })
})
