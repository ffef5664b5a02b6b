import { describe, expect, test } from 'vitest'
import { HOLE_NON_PLATED, HOLE_PLATING_UNKNOWN } from '#core/board/board.ts'
import { traceNets } from '#core/board/nets/trace-nets.ts'
import { Scene } from '../../geometry/compose/scene.ts'
import { copperLayer, smallBoard, type TestHole } from './small-board.ts'

const pads = (...places: readonly (readonly [x: number, y: number])[]): Scene =>
  places.reduce((scene, [x, y]) => scene.disc(x, y, 300), new Scene())

/** Two pads on top, two on the bottom, both pairs at (0,0) and (2000,0). */
const twoLayers = (holes: readonly TestHole[]) =>
  smallBoard([copperLayer(1, pads([0, 0], [2000, 0])), copperLayer(2, pads([0, 0], [2000, 0]))], holes)

const cases: readonly (readonly [string, readonly TestHole[], number, readonly (number | 'net')[]])[] = [
  ['no holes: every component is a net', [], 4, []],
  ['a plated hole joins', [{ at: [0, 0], d: 300 }], 3, ['net']],
  ['a non-plated hole does not', [{ at: [0, 0], d: 300, plating: HOLE_NON_PLATED }], 4, [-1]],
  ['unknown plating with copper on two layers joins', [{ at: [0, 0], d: 300, plating: HOLE_PLATING_UNKNOWN }], 3, ['net']],
  ['a slot joins what lies at both its ends', [{ at: [0, 0], to: [2000, 0], d: 300 }], 1, ['net']],
  ['a blind hole stays in its span', [{ at: [0, 0], d: 300, span: [1, 1] }], 4, ['net']],
  ['a hole beside the copper', [{ at: [1000, 0], d: 300 }], 4, [-1]],
  ['a barrel that touches the land from outside', [{ at: [450, 0], d: 300 }], 3, ['net']],
  ['a barrel a hair away from the land', [{ at: [455, 0], d: 300 }], 4, [-1]],
]

describe('traceNets', () => {
  test.each(cases)('%s', (_, holes, count, netOfHole) => {
    const nets = traceNets(twoLayers(holes))
    expect(nets.nets.length).toBe(count)
    expect([...nets.netOfHole].map((net) => (net >= 0 ? 'net' : net))).toEqual(netOfHole)
    const nodes = nets.nets.flatMap((net) => net.nodes.map(({ layer, component }) => [nets.netOf.get(layer)![component], net.id]))
    expect(nodes.length).toBe(4)
    for (const [found, id] of nodes) expect(found).toBe(id)
    nets.nets.forEach((net, k) => expect(net.id).toBe(k))
  })

  test('a land drawn with its hole is joined all the same', () => {
    const donut = () => new Scene().disc(0, 0, 500).clear().disc(0, 0, 200)
    const nets = traceNets(smallBoard([copperLayer(1, donut()), copperLayer(2, donut())], [{ at: [0, 0], d: 600 }]))
    expect(nets.nets.length).toBe(1)
    expect(nets.nets[0].holes).toEqual([0])
  })

  test('an antipad keeps the plane apart', () => {
    const plane = new Scene().rectangle(-5000, -5000, 5000, 5000).clear().disc(0, 0, 500)
    const nets = traceNets(
      smallBoard([copperLayer(1, pads([0, 0])), copperLayer(2, plane), copperLayer(3, pads([0, 0]))], [{ at: [0, 0], d: 400 }]),
    )
    expect(nets.nets.map((net) => net.nodes.map((node) => node.layer))).toEqual([['copper-1', 'copper-3'], ['copper-2']])
  })

  test('names come from the objects, also from those under other copper', () => {
    const top = new Scene().disc(0, 0, 300).rectangle(-1000, -1000, 1000, 1000).disc(5000, 0, 300)
    const nets = traceNets(smallBoard([copperLayer(1, top, [['GND'], ['GND'], ['']])], []))
    expect(nets.nets.map((net) => net.name)).toEqual(['GND', null])
    expect([nets.shorts, nets.opens]).toEqual([[], []])
  })

  test('two names on one net are a short with both places', () => {
    const top = pads([0, 0], [500, 0], [5000, 0])
    const { nets, shorts, opens } = traceNets(smallBoard([copperLayer(1, top, [['A'], ['B'], ['C']])], []))
    expect(nets[0].names).toEqual(['A', 'B'])
    expect(shorts.map((short) => short.labels.map((label) => [label.names, label.at, label.line]))).toEqual([
      [
        [['A'], [0, 0], 1],
        [['B'], [0.5, 0], 2],
      ],
    ])
    expect(opens).toEqual([])
  })

  test('a net tie declares both names and is no short', () => {
    const top = pads([0, 0], [500, 0], [1000, 0])
    expect(traceNets(smallBoard([copperLayer(1, top, [['A'], ['A', 'B'], ['B']])], [])).shorts).toEqual([])
  })

  test('one name on two nets is an open, mended by a hole', () => {
    const layers = () => [
      copperLayer(1, pads([0, 0], [2000, 0]), [['A'], ['A']]),
      copperLayer(2, new Scene().capsule(0, 0, 2000, 0, 200), [['A']]),
    ]
    const broken = traceNets(smallBoard(layers(), [{ at: [0, 0], d: 200 }]))
    expect(broken.opens.map((open) => [open.name, open.labels.map((label) => label.at)])).toEqual([
      [
        'A',
        [
          [0, 0],
          [2, 0],
        ],
      ],
    ])
    expect(
      traceNets(
        smallBoard(layers(), [
          { at: [0, 0], d: 200 },
          { at: [2000, 0], d: 200 },
        ]),
      ).opens,
    ).toEqual([])
  })

  test('pads without a net share the name N/C and are not opens', () => {
    expect(traceNets(smallBoard([copperLayer(1, pads([0, 0], [2000, 0]), [['N/C'], ['N/C']])], [])).opens).toEqual([])
  })
})
