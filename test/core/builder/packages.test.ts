import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOLE_NON_PLATED } from '#core/board/board.ts'
import { aBoard } from '#core/builder/board-builder.ts'
import { boardOf } from '#core/builder/board-of.ts'
import { dialects, kicadDialect } from '#core/builder/dialect.ts'
import { seededRandom } from '#core/builder/random.ts'
import { sha256Hex } from '#core/builder/sha256.ts'
import { mirrorX, reordered, scaleBy, shiftBy, turnBy } from '#core/builder/transform.ts'
import { writePackage } from '#core/builder/write-package.ts'

const CONTOUR = [
  [1, 1],
  [29, 1],
  [29, 19],
  [1, 19],
] as const

/** One of everything that a dialect may have to write in its own way. */
const mixed = aBoard()
  .outline({ width: 30, height: 20, radius: 2 })
  .cutout({ at: [15, 15], diameter: 2 })
  .pour({ points: CONTOUR, net: 'GND', clearance: 0.25, thermal: { gap: 0.3, spoke: 0.4 } })
  .pad({ at: [5, 5], size: [2, 1], rotation: 30, net: 'A', ref: 'R1', pin: '1', opening: 0.05, paste: 0 })
  .pad({ at: [10, 5], size: [2, 1], shape: 'roundrect', rotation: 30, net: 'GND', ref: 'R1', pin: '2', opening: 0.05 })
  .pad({ at: [20, 5], size: [2, 1], shape: 'obround', rotation: 45, net: 'B' })
  .via({ at: [10, 10], diameter: 0.8, drill: 0.4, net: 'B' })
  .track({ from: [10, 10], to: [20, 12], width: 0.3, net: 'B' })
  .arc({ from: [20, 12], to: [22, 14], centre: [20, 14], width: 0.3, net: 'B' })
  .pad({ at: [25, 10], size: 1.8, shape: 'circle', net: 'GND', layer: 'bottom-copper' })
  .hole({ at: [25, 10], diameter: 1, fn: 'ComponentDrill', net: 'GND' })
  .hole({ at: [5, 15], diameter: 3, plated: false })
  .hole({ at: [20, 16], to: [23, 16], diameter: 1 })
  .legend({ from: [3, 2], to: [6, 2], width: 0.15 })
  .layer('bottom-mask')
  .description()

const areaOf = (board: ReturnType<typeof boardOf>, layer: string): number => board.layers.find((l) => l.id === layer)!.image().area / 1e12

const exact = boardOf(mixed)

describe('packages from descriptions', () => {
  it.each(dialects)('$id: the board that is read back is the described one', (dialect) => {
    const board = boardOf(mixed, dialect)
    expect(board.layers.map((l) => l.id)).toEqual(exact.layers.map((l) => l.id))
    expect(board.outline.source).toBe('outline')
    expect(board.outline.cutouts.length).toBe(1)
    // 2.4 inch coordinates are off by up to 1.3 µm each.
    for (const layer of ['top-copper', 'bottom-copper', 'top-mask', 'top-legend'])
      expect(areaOf(board, layer) / areaOf(exact, layer)).toBeCloseTo(1, 2)
    expect(board.outline.area / 1e12).toBeCloseTo(exact.outline.area / 1e12, 0)
    const holes = Array.from({ length: board.holes.count }, (_, i) =>
      [board.holes.x0[i]!, board.holes.y0[i]!, board.holes.diameter[i]!].map((v) => v / 1e6),
    )
    const near = (x: number, y: number, d: number): boolean =>
      holes.some((h) => Math.hypot(h[0]! - x, h[1]! - y) < 0.003 && Math.abs(h[2]! - d) < 0.003)
    for (const hole of mixed.holes)
      expect(near(hole.at[0], hole.at[1], hole.diameter) || near(hole.to![0], hole.to![1], hole.diameter), JSON.stringify(hole)).toBe(true)
    expect(board.holes.count).toBe(mixed.holes.length)
  })

  it('says nets, pins and functions in attributes', () => {
    const top = exact.layers[0]!.plotted
    expect(top.attributes.some((a) => a.nets?.[0] === 'A' && a.ref === 'R1' && a.pin === '1')).toBe(true)
    expect(top.apertures.map((a) => a.fn)).toContain('ViaPad')
    expect([...exact.holes.plating].filter((p) => p === HOLE_NON_PLATED).length).toBe(1)
  })

  it('gives the same bytes for the same board', () => {
    const texts = (): string[] => writePackage(mixed, kicadDialect).map((f) => f.sha256)
    expect(texts()).toEqual(texts())
  })

  it('writes nothing that was not asked for', () => {
    expect(writePackage(aBoard().description()).map((f) => f.path)).toEqual(['board-F_Cu.gbr', 'board-B_Cu.gbr'])
    expect(
      writePackage(
        aBoard()
          .hole({ at: [1, 1], diameter: 1 })
          .without('bottom-copper', 'drill')
          .description(),
      ).map((f) => f.path),
    ).toEqual(['board-F_Cu.gbr'])
  })

  it('escapes what Gerber gives a meaning', () => {
    const board = boardOf(aBoard().track({ from: [0, 0], to: [1, 0], width: 0.2, net: 'A,B*%\\µ' }))
    expect(board.layers[0]!.plotted.attributes.flatMap((a) => a.nets ?? [])).toEqual(['A,B*%\\µ'])
  })
})

describe('moved boards', () => {
  const area = (board: typeof mixed): number => areaOf(boardOf(board), 'top-copper')
  const whole = area(mixed)
  it.each([shiftBy(12.3456, -7.89), turnBy(90), turnBy(17), mirrorX()])('$name: the copper keeps its area', (move) => {
    expect(area(move.board(mixed))).toBeCloseTo(whole, 3)
  })
  it('a board scaled by two has four times the copper', () => expect(area(scaleBy(2).board(mixed))).toBeCloseTo(4 * whole, 2))
  it('another order of objects gives the same image', () => expect(area(reordered(mixed, seededRandom(3)))).toBeCloseTo(whole, 6))
  it('turning back and forth gives the same places', () => {
    fc.assert(
      fc.property(fc.double({ min: -360, max: 360, noNaN: true }), fc.double({ min: -99, max: 99, noNaN: true }), (angle, x) => {
        const [bx, by] = turnBy(-angle).point(turnBy(angle).point([x, 1]))
        return Math.hypot(bx - x, by - 1) < 1e-9
      }),
    )
  })
})

describe('sha256Hex', () => {
  it('agrees with the platform on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => sha256Hex(bytes) === createHash('sha256').update(bytes).digest('hex')),
    )
  })
})
