import { describe, expect, test } from 'vitest'
import { nameByNetlist } from '#core/board/nets/name-by-netlist.ts'
import { registerNetlist } from '#core/board/nets/register-netlist.ts'
import { traceNets } from '#core/board/nets/trace-nets.ts'
import type { NetlistPoint } from '#core/read/ipc356/netlist.ts'
import { Scene } from '../../geometry/compose/scene.ts'
import { Dice } from '../../geometry/measure/random.ts'
import { copperLayer, holesOf, smallBoard } from './small-board.ts'

/** A point at a place in micrometres; `hole` makes it a drilled one. */
const point = (net: string | null, x: number, y: number, more: Partial<NetlistPoint> = {}): NetlistPoint => ({
  kind: more.hole ? 'through' : 'smd',
  net,
  ref: null,
  pin: null,
  via: false,
  midPoint: false,
  x: x * 1000,
  y: y * 1000,
  access: null,
  side: 'both',
  hole: null,
  plated: null,
  padWidth: null,
  padHeight: null,
  rotation: null,
  maskedSides: null,
  continues: false,
  line: 1,
  ...more,
})

const dice = new Dice(21)
const places = Array.from({ length: 120 }, () => [dice.between(0, 80_000), dice.between(0, 50_000)] as const)
const holes = holesOf(places.map((at) => ({ at, d: 300 })))
const drilled = (move: (x: number, y: number) => readonly [number, number]): NetlistPoint[] =>
  places.map(([x, y]) => point('N', ...move(x, y), { hole: 300_000 }))

describe('registerNetlist', () => {
  const moves: readonly (readonly [string, (x: number, y: number) => readonly [number, number], string, number, number])[] = [
    ['as it is', (x, y) => [x, y], 'no', 0, 0],
    ['shifted', (x, y) => [x + 12_345, y - 6_789], 'no', -12.345, 6.789],
    ['mirrored in x', (x, y) => [90_000 - x, y], 'x', 90, 0],
    ['y downwards', (x, y) => [x + 1000, -y], 'y', -1, 0],
    ['rounded to thousandths of an inch', (x, y) => [Math.round(x / 25.4) * 25.4, Math.round(y / 25.4) * 25.4], 'no', 0, 0],
  ]
  test.each(moves)('%s', (_, move, mirrored, dx, dy) => {
    const found = registerNetlist(drilled(move), holes)
    expect(found.ok && found.value.mirrored).toBe(mirrored)
    if (!found.ok) return
    expect(found.value.share).toBe(1)
    expect(Math.abs(found.value.dx / 1e6 - dx)).toBeLessThan(0.013)
    expect(Math.abs(found.value.dy / 1e6 - dy)).toBeLessThan(0.013)
  })

  test('a few stray points are forgiven, a tenth is not', () => {
    const straying = (every: number): NetlistPoint[] =>
      drilled((x, y) => [x, y]).map((p, k) => (k % every === 0 ? { ...p, x: p.x + 3e6 } : p))
    const few = registerNetlist(straying(40), holes)
    expect(few.ok && few.value.share).toBeCloseTo(0.975, 9)
    const many = registerNetlist(straying(8), holes)
    expect(many.ok).toBe(false)
    if (!many.ok && many.error.code === 'not-registered') expect(many.error.share).toBeCloseTo(0.875, 9)
  })

  test('another board is refused; so is a netlist without holes', () => {
    const other = new Dice(99)
    const strange = registerNetlist(
      Array.from({ length: 100 }, () => point('N', other.between(0, 80_000), other.between(0, 50_000), { hole: 300_000 })),
      holes,
    )
    expect(!strange.ok && strange.error.code).toBe('not-registered')
    const none = registerNetlist([point('N', 0, 0)], holes)
    expect(!none.ok && none.error.code).toBe('no-drilled-points')
  })
})

describe('nameByNetlist', () => {
  const board = () =>
    smallBoard(
      [
        copperLayer(1, new Scene().disc(0, 0, 300).disc(2000, 0, 300).disc(4000, 0, 300), [null, null, ['X2']]),
        copperLayer(2, new Scene().disc(0, 0, 300).disc(2000, 0, 300)),
      ],
      [{ at: [0, 0], d: 300 }],
    )
  const here = { mirrored: 'no', dx: 0, dy: 0, share: 1 } as const
  test('drilled points name their hole, others the copper on their side; X2 names stay', () => {
    const b = board()
    const points = [
      point('VIA', 10, 0, { hole: 300_000 }),
      point('TOP', 2000, 0, { side: 'top' }),
      point('BOTTOM', 2000, 100, { side: 'bottom' }),
      point('OTHER', 4000, 0, { side: 'top' }),
      point('LOST', 9000, 0, { side: 'top' }),
      point(null, 0, 0),
    ]
    const found = nameByNetlist(b, traceNets(b), points, here)
    expect(found.nets.nets.map((net) => net.name)).toEqual(['VIA', 'TOP', 'X2', 'BOTTOM'])
    expect(found.missed).toEqual([4])
    expect([found.shorts, found.opens]).toEqual([[], []])
  })
  test('the netlist finds shorts and opens', () => {
    const b = board()
    const points = [point('A', 0, 0, { hole: 300_000 }), point('B', 100, 0, { side: 'bottom' }), point('A', 2000, 0, { side: 'top' })]
    const { shorts, opens } = nameByNetlist(b, traceNets(b), points, here)
    expect(shorts.map((short) => short.labels.map((label) => label.names[0]))).toEqual([['A', 'B']])
    expect(opens.map((open) => [open.name, open.labels.length])).toEqual([['A', 2]])
  })
  test('the registration moves the points', () => {
    const b = board()
    const { nets } = nameByNetlist(b, traceNets(b), [point('A', -4000, 500, { side: 'top' })], {
      mirrored: 'x',
      dx: -2e6,
      dy: -5e5,
      share: 1,
    })
    expect(nets.nets[1].name).toBe('A')
  })
})
