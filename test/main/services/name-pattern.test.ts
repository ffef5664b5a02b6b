import { describe, expect, test } from 'vitest'
import { namePattern, overridesFor } from '#main/services/name-pattern.ts'

const kicad = ['amp-F_Cu.gbr', 'amp-B_Cu.gbr', 'amp-Edge_Cuts.gbr', 'amp-PTH.drl', 'README.md'].map((name) => `gerber/${name}`)
const protel = ['Board.GTL', 'Board.GBL', 'Board.GKO', 'Board.TXT']

describe('the pattern of a name', () => {
  test.each([
    ['what the board is called does not count', 'gerber/amp-F_Cu.gbr', kicad, '*-f_cu.gbr'],
    ['the ending counts where it says the role', 'Board.GTL', protel, '*.gtl'],
    ['an ending that says nothing is no pattern', 'Board.TXT', protel, 'board.txt'],
    ['a name of its own kind stays whole', 'gerber/README.md', kicad, 'readme.md'],
    ['a single file stays whole', 'top.gbr', ['top.gbr'], 'top.gbr'],
  ])('%s', (_, path, paths, pattern) => {
    expect(namePattern(path, paths)).toBe(pattern)
  })

  test('is the same for another board of the same tool', () => {
    const other = kicad.map((path) => path.replace('amp', 'psu_v2'))
    for (const [i, path] of kicad.entries()) expect(namePattern(other[i]!, other)).toBe(namePattern(path, kicad))
  })
})

describe('roles that hold', () => {
  const copper = { role: 'copper', side: 'top', order: 1, plating: null } as const
  const mask = { role: 'soldermask', side: 'top', order: null, plating: null } as const

  test('one chosen for this package goes before one remembered by pattern', () => {
    expect(overridesFor(kicad, { [kicad[0]!]: mask }, { '*-f_cu.gbr': copper, '*-b_cu.gbr': copper })).toEqual([
      { path: kicad[0], ...mask },
      { path: kicad[1], ...copper },
    ])
  })

  test('what fits no file changes nothing', () => {
    expect(overridesFor(kicad, { 'other.gbr': mask }, { '*-x.gbr': copper })).toEqual([])
  })
})
