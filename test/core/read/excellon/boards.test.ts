import { describe, expect, test } from 'vitest'
import { looksLikeDrill } from '#core/read/excellon/looks-like-drill.ts'
import { plotDrill } from '#core/read/excellon/plot-drill.ts'
import { readDrill } from '#core/read/excellon/read-drill.ts'
import { BOARD_DRILLS } from '#test/core/read/excellon/board-drills.ts'
import { holesOf, mm } from '#test/core/read/excellon/plotted.ts'
import { hasShared, packageFiles, sharedFile } from '#test/core/read/support/shared.ts'

const note = hasShared ? '' : ' (skipped: no reference packages)'

describe.skipIf(!hasShared)(`drill files of real packages${note}`, () => {
  test.each(Object.keys(BOARD_DRILLS))('%s', async (name) => {
    const files = await packageFiles('boards', name)
    for (const expected of BOARD_DRILLS[name]!) {
      const bytes = files.get(expected.path)!
      expect(looksLikeDrill(bytes)).toBe(true)
      const file = readDrill(bytes)
      expect(file.problems).toEqual([])
      const plot = plotDrill(file, file.candidates[0]!)
      const holes = holesOf(plot)
      const slots = holes.filter((hole) => hole.length === 5)
      expect({ round: holes.length - slots.length, slots: slots.length }).toEqual({ round: expected.round, slots: expected.slots })
      expect(plot.paths).toEqual([])
      expect(holes.every((hole) => hole.at(-1)! > 0.15 && hole.at(-1)! < 7)).toBe(true)
      if (holes.length === 0) continue
      const { x0, x1, y0, y1 } = plot.holes
      const reach = (columns: readonly Float64Array[]) =>
        mm(Math.max(...columns.flatMap((c) => [...c])) - Math.min(...columns.flatMap((c) => [...c])))
      expect(reach([x0, x1])).toBeCloseTo(expected.size[0], 1)
      expect(reach([y0, y1])).toBeCloseTo(expected.size[1], 1)
    }
  })

  test('nothing else in the packages looks like a drill file', async () => {
    for (const name of Object.keys(BOARD_DRILLS)) {
      const drills = new Set(BOARD_DRILLS[name]!.map(({ path }) => path))
      for (const [path, bytes] of await packageFiles('boards', name))
        if (!drills.has(path)) expect(`${path} ${looksLikeDrill(bytes)}`).toBe(`${path} false`)
    }
  })
})

interface TruthHole {
  readonly d: number
  readonly l: number
  readonly plated: boolean
  readonly count: number
}

describe.skipIf(!hasShared)(`drill files against the designs they came from${note}`, () => {
  test.each(['stickhub', 'ecc83', 'pic_programmer', 'coldfire'])('%s: sizes, lengths, plating and counts', async (name) => {
    const truth = JSON.parse(new TextDecoder().decode(sharedFile(`truth/${name}.truth.json`))) as { holes: TruthHole[] }
    const found: TruthHole[] = []
    for (const [path, bytes] of await packageFiles('truth', name)) {
      if (!path.endsWith('.drl')) continue
      const file = readDrill(bytes)
      const { holes } = plotDrill(file, file.candidates[0]!)
      for (let k = 0; k < holes.count; k++) {
        const d = mm(holes.diameter[k]!)
        const l = d + mm(Math.hypot(holes.x1[k]! - holes.x0[k]!, holes.y1[k]! - holes.y0[k]!))
        found.push({ d, l, plated: file.tools[holes.tool[k]!]!.plated!, count: 1 })
      }
    }
    for (const { d, l, plated, count } of truth.holes)
      expect(
        `${d} x ${l}: ${found.filter((hole) => Math.abs(hole.d - d) < 0.004 && Math.abs(hole.l - l) < 0.006 && hole.plated === plated).length}`,
      ).toBe(`${d} x ${l}: ${count}`)
    expect(found).toHaveLength(truth.holes.reduce((sum, { count }) => sum + count, 0))
  })
})
