import { basename } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Board } from '#core/board/board.ts'
import { assembleBoard } from '#core/board/assemble-board.ts'
import { identifyPackage } from '#core/identify/identify.ts'
import { readPackageFile } from '#core/identify/read-package-file.ts'
import { readPackage } from '#main/import/read-package.ts'
import { sharedNames, sharedPath } from '#test/support/shared.ts'
import { EXPECTED } from '#test/core/board/expected-boards.ts'

const names = sharedNames('boards', '.zip').map((zip) => zip.replace('.zip', ''))
/** Strokes that miss each other in a hand-drawn outline on the silkscreen. */
const GAPS: Readonly<Record<string, number>> = { 'eagle-freeduino': 3 }
const PLATING = ['bare', 'plated', 'unknown']

const boardAt = async (path: string): Promise<Board> => {
  const read = await readPackage({ path })
  if (!read.ok) throw new Error(read.error.message)
  return assembleBoard(identifyPackage(read.value.files.map(readPackageFile)))
}

const holeTable = ({ holes: h }: Board): Record<string, number> => {
  const table: Record<string, number> = {}
  for (let i = 0; i < h.count; i++) {
    const d = h.diameter[i]! / 1e6
    const long = Math.hypot(h.x1[i]! - h.x0[i]!, h.y1[i]! - h.y0[i]!) / 1e6
    const key = `${Number(d.toFixed(3))}${long > 1e-6 ? `x${Number((d + long).toFixed(2))}` : ''} ${PLATING[h.plating[i]!]}`
    table[key] = (table[key] ?? 0) + 1
  }
  return table
}

describe.skipIf(names.length === 0)('real boards (skipped where the reference material is absent)', () => {
  it('has an expectation for every board', () => expect(names.filter((n) => !EXPECTED[n])).toEqual([]))

  describe.each(names.filter((n) => EXPECTED[n]))('%s', (name) => {
    const expected = EXPECTED[name]!
    let board: Board
    beforeAll(async () => {
      board = await boardAt(sharedPath('boards', `${name}.zip`)!)
    })

    it('has its copper in order', () => {
      const copper = board.layers.filter((l) => l.role === 'copper' || l.role === 'plane')
      expect(copper.map((l) => basename(l.path) + (l.role === 'plane' ? ' (plane)' : ''))).toEqual(expected.copper)
      expect(copper.map((l) => l.order)).toEqual(expected.copper.map((_, k) => k + 1))
      expect(copper[0]!.id).toBe('top-copper')
      expect(copper.at(-1)!.id).toBe('bottom-copper')
    })

    it('knows every file, and is sure of all but what is truly odd', () => {
      const others = board.files.filter((f) => f.role !== 'copper' && f.role !== 'plane' && f.role !== 'document')
      const say = (f: (typeof others)[number]): string =>
        [f.role, f.side === 'both' ? '' : f.side, f.plating ?? '', f.span?.join('-') ?? ''].filter(Boolean).join(' ')
      expect(Object.fromEntries(others.map((f) => [basename(f.path), say(f)]))).toEqual(expected.roles)
      expect(board.files.filter((f) => f.sureness < 0.59).map((f) => f.path)).toEqual([])
      for (const f of board.files.filter((each) => each.role === 'document' || each.role === 'drawing')) expect(f.reason).not.toBeNull()
    })

    it('has its outline to 1 µm', () => {
      const { source, box, cutouts, gaps } = board.outline
      expect({ source, cutouts: cutouts.length }).toEqual({ source: expected.outline.source, cutouts: expected.outline.cutouts })
      if (box === null) return expect(expected.outline.width).toBe(0)
      expect(Math.abs((box[2] - box[0]) / 1e6 - expected.outline.width)).toBeLessThan(0.001)
      expect(Math.abs((box[3] - box[1]) / 1e6 - expected.outline.height)).toBeLessThan(0.001)
      expect(gaps.length).toBe(GAPS[name] ?? 0)
    })

    it('has its holes by size and plating', () => expect(holeTable(board)).toEqual(expected.holes))

    it('sets titles apart but no pad inside the board', () => {
      const box = board.outline.box
      for (const layer of board.layers) {
        for (const i of layer.apart) {
          const { x0, y0 } = layer.plotted.objects
          const inside = box !== null && x0[i]! > box[0] && x0[i]! < box[2] && y0[i]! > box[1] && y0[i]! < box[3]
          expect(inside && board.outline.outer.length === 1 && board.outline.outer[0]!.x.length === 4).toBe(false)
        }
      }
    })
  })

  it('keeps the text block of the Uno and the film names of Allegro off the boards', async () => {
    const uno = await boardAt(sharedPath('boards', 'eagle-arduino-uno.zip')!)
    const top = uno.layers.find((l) => l.id === 'top-copper')!
    expect(top.apart.length).toBeGreaterThan(3000)
    const [x0, y0, x1, y1] = top.image().bounds!
    const box = uno.outline.box!
    // USB and power connectors of this board reach over its edge by a little; the text stands 30 mm away.
    expect(x0).toBeGreaterThan(box[0] - 3e6)
    expect(y0).toBeGreaterThan(box[1] - 3e6)
    expect(x1).toBeLessThan(box[2] + 3e6)
    expect(y1).toBeLessThan(box[3] + 3e6)
  })

  it('composes the negative plane of the ESP32 board as copper inside the outline', async () => {
    const board = await boardAt(sharedPath('boards', 'altium24-esp32-usbc-4l.zip')!)
    const plane = board.layers.find((l) => l.role === 'plane')!
    expect(plane).toMatchObject({ id: 'inner-2', negative: true })
    const share = plane.image().area / board.outline.area
    expect(share).toBeGreaterThan(0.7)
    expect(share).toBeLessThan(0.99)
  })
})
