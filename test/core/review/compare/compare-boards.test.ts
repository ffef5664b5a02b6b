import { describe, expect, test } from 'vitest'
import { boardOf } from '#core/builder/board-of.ts'
import type { ArtItem, BoardDescription } from '#core/builder/description.ts'
import { eagleDialect, kicadDialect, protelDialect, type Dialect } from '#core/builder/dialect.ts'
import { generateBoard } from '#core/builder/generate-board.ts'
import { seededRandom } from '#core/builder/random.ts'
import { mirrorX, reordered, shiftBy, turnBy } from '#core/builder/transform.ts'
import { diffShape, type DiffShape } from '#core/ipc/compare.ipc.ts'
import { compareBoards } from '#core/review/compare/compare-boards.ts'
import { smallBoard } from '#test/main/support/small-board.ts'

const compare = (a: BoardDescription, b: BoardDescription, dialect: Dialect = kicadDialect, refuseShift = false): DiffShape => {
  const diff = compareBoards(boardOf(a), boardOf(b, dialect), { refuseShift })
  expect(diffShape.safeParse(diff).error?.issues).toBeUndefined()
  return diff
}

const differing = (diff: DiffShape): readonly string[] => diff.layers.filter((l) => !l.state.startsWith('same')).map((l) => l.id)

/** Names that a tool without comments in its files gives: the picture is told from the attributes that are gone. */
const BOARDS = [
  ['the small board', smallBoard()],
  ['a generated board of four layers', generateBoard(260, 4, 2)],
] as const

describe.each(BOARDS)('%s, exported again', (_, board) => {
  test.each([
    ['as it was', board, kicadDialect, 'same-bytes'],
    ['with objects in another order', reordered(board, seededRandom(2)), kicadDialect, 'same-picture'],
    ['with another origin', shiftBy(12.7, -3.81).board(board), kicadDialect, 'same-picture'],
    ['turned by a quarter', shiftBy(50, 4).board(turnBy(90).board(board)), kicadDialect, 'same-picture'],
    ['turned half round', turnBy(180).board(board), kicadDialect, 'same-picture'],
    [
      'turned by three quarters, with objects in another order',
      turnBy(270).board(reordered(board, seededRandom(5))),
      kicadDialect,
      'same-picture',
    ],
    ['in inches without attributes', board, protelDialect, 'same-picture'],
    ['in coarse inches without macros, with another origin', shiftBy(25.4, 5.08).board(board), eagleDialect, 'same-picture'],
  ] as const)('%s is no change to the board', (__, again, dialect, state) => {
    const diff = compare(board, again, dialect)
    expect(differing(diff)).toEqual([])
    expect(diff).toMatchObject({ isSameBoard: true, facts: [], objects: [] })
    expect(diff.says).toMatch(state === 'same-bytes' ? /^No change to the board$/ : /^No change to the board; \d+ files were written anew$/)
    expect(diff.layers.filter((l) => l.id === 'top-copper').map((l) => l.state)).toEqual([state])
  })
})

const small = smallBoard()
const pin12 = (item: ArtItem): boolean => item.kind === 'flash' && item.ref === 'U1' && item.pin === '12' && item.layer === 'top-copper'
const isFirstHole = (_: unknown, i: number): boolean => i === 0
const edit = (change: (item: ArtItem) => ArtItem | readonly ArtItem[]): BoardDescription => ({
  ...small,
  items: small.items.flatMap(change),
})

const withPad: BoardDescription = {
  ...small,
  items: [...small.items, { kind: 'flash', layer: 'bottom-mask', at: [20, 26], shape: { kind: 'circle', diameter: 1 }, rotation: 0 }],
}
const CASES: readonly { name: string; to: BoardDescription; layers: readonly string[]; object: Partial<DiffShape['objects'][number]> | null }[] = [
  { name: 'an opening that is new', to: withPad, layers: ['bottom-mask'], object: { change: 'added', kind: 'flash', at: { x: 20, y: 26 }, is: 'circle 1.000', lines: [0, expect.any(Number) as number] } },
  {
    name: 'a pad that moved',
    to: edit((i) => (pin12(i) && i.kind === 'flash' ? { ...i, at: [i.at[0] + 0.05, i.at[1] + 0.1] } : i)),
    layers: ['top-copper'],
    object: { change: 'moved', pin: 'U1.12', from: { x: expect.any(Number) as number, y: expect.any(Number) as number } },
  },
  {
    name: 'a pad that is wider',
    to: edit((i) => (pin12(i) && i.kind === 'flash' ? { ...i, shape: { kind: 'rect', width: 0.62, height: 1.5 } } : i)),
    layers: ['top-copper'],
    object: { change: 'resized', pin: 'U1.12', is: expect.stringContaining('0.620 × 1.500') as string, was: expect.stringContaining('0.600 × 1.500') as string },
  },
  {
    name: 'a track that is thinner',
    to: edit((i) => (i.kind === 'draw' && i.net === 'SENSE' && i.from[1] !== i.to[1] && Math.abs(i.from[0] - i.to[0]) < 1e-9 ? { ...i, width: 0.2 } : i)),
    layers: ['top-copper'],
    object: { change: 'resized', kind: 'draw', net: 'SENSE', is: expect.stringMatching(/^track 0.200 wide/) as string },
  },
  { name: 'a hole that is larger', to: { ...small, holes: small.holes.map((h, i) => (isFirstHole(h, i) ? { ...h, diameter: h.diameter + 0.1 } : h)) }, layers: ['drill'], object: { change: 'resized', kind: 'hole', expected: null, layer: 'drill' } },
  { name: 'a hole that became plated', to: { ...small, holes: small.holes.map((h, i) => (isFirstHole(h, i) ? { ...h, plated: true } : h)) }, layers: ['drill'], object: { change: 'removed', kind: 'hole' } },
  { name: 'a layer that is gone', to: { ...small, absent: ['top-paste'] }, layers: ['top-paste'], object: null },
] // prettier-ignore

describe('what changed is told', () => {
  test.each(CASES)('$name', ({ to, layers, object }) => {
    const diff = compare(small, to)
    expect(differing(diff)).toEqual(layers)
    expect(diff.isSameBoard).toBe(false)
    expect(diff.says).toMatch(/^1 of \d+ layers differs$/)
    if (object) expect(diff.objects).toContainEqual(expect.objectContaining(object))
    else expect(diff.objects).toEqual([])
    expect(diff.objects.map((o) => o.number)).toEqual(diff.objects.map((_, i) => i + 1))
  })

  test('on a shifted board in the coordinates of the newer one', () => {
    const diff = compare(small, shiftBy(10, 0).board(withPad))
    expect(diff.alignment).toMatchObject({ dx: 10, dy: 0, from: 'holes', refused: false })
    expect(diff.objects).toMatchObject([{ change: 'added', at: { x: 30, y: 26 } }])
    expect(diff.layers.find((l) => l.id === 'bottom-mask')).toMatchObject({
      onlyFromMm2: 0,
      onlyToMm2: expect.closeTo(Math.PI / 4, 3),
      counts: { added: 1 },
    })
  })

  test('on a turned board in the coordinates of the newer one', () => {
    const turned = turnBy(90)
    const [x, y] = turned.point([20, 26])
    const diff = compare(small, turned.board(withPad))
    expect(diff.alignment).toMatchObject({
      turns: 1,
      mirrored: false,
      says: expect.stringMatching(/^Turned by 90 degrees, not shifted/) as string,
    })
    expect(differing(diff)).toEqual(['bottom-mask'])
    expect(diff.objects).toMatchObject([{ change: 'added', at: { x: expect.closeTo(x, 6) as number, y: expect.closeTo(y, 6) as number } }])
  })

  test('on a mirrored board, which is no longer the same', () => {
    const same = compare(small, mirrorX().board(small))
    expect(same).toMatchObject({ isSameBoard: false, says: 'The board is mirrored; nothing else differs', objects: [] })
    expect(same.alignment.says).toMatch(/^Mirrored/)
    const diff = compare(small, turnBy(90).board(mirrorX().board(withPad)))
    expect(differing(diff)).toEqual(['bottom-mask'])
    expect(diff.says).toBe('The board is mirrored · 1 of 9 layers differs')
  })

  test('everywhere, when the shift is refused', () => {
    const diff = compare(small, shiftBy(10, 0).board(small), kicadDialect, true)
    expect(diff.alignment).toMatchObject({ dx: 0, dy: 0, refused: true })
    expect(differing(diff)).toEqual(expect.arrayContaining(['top-copper', 'bottom-copper', 'drill', 'outline']))
  })

  test('in the facts', () => {
    const { facts } = compare(small, { ...small, holes: small.holes.slice(1) })
    expect(facts).toEqual([{ name: 'Holes', from: '20', to: '19' }])
  })
})

test('a title beside the board is no change to the board', () => {
  const to: BoardDescription = {
    ...small,
    items: [...small.items, { kind: 'draw', layer: 'top-copper', from: [-5, -5], to: [45, -5], width: 1 }],
  }
  expect(compare(small, to)).toMatchObject({ isSameBoard: true, objects: [] })
})

test('files are paired by path, by content, then by what they are for', () => {
  const [a, b] = [boardOf(small), boardOf({ ...withPad, name: 'rev-b' })]
  const states = Object.fromEntries(compareBoards(a, b, { refuseShift: false }).files.map((f) => [f.toPath, f.state]))
  expect(states).toMatchObject({ 'rev-b-B_Mask.gbr': 'changed', 'rev-b-F_Cu.gbr': 'changed', 'rev-b-PTH.drl': 'renamed' })
  const lost = compareBoards(a, boardOf({ ...small, absent: ['top-paste'] }), { refuseShift: false }).files
  expect(lost.filter((f) => f.state !== 'same').map((f) => [f.fromPath, f.state])).toEqual([['sample-F_Paste.gbr', 'removed']])
})
