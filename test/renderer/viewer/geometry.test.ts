import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGeometry } from '#renderer/viewer/geometry/build-geometry.ts'
import { FillSweep } from '#renderer/viewer/geometry/fill-sweep.ts'
import { netArtwork } from '#renderer/viewer/worker/net-artwork.ts'
import { mergeArtwork } from '#renderer/viewer/worker/merge-artwork.ts'
import { plot, rectangle, type Shape } from './plot.ts'

/** @returns filled area and boundary length of rings under the nonzero rule */
const sweep = (...rings: readonly (readonly number[])[]): { area: number; boundary: number; trapezoids: number } => {
  const filler = new FillSweep()
  let area = 0
  let boundary = 0
  let trapezoids = 0
  filler.begin()
  for (const ring of rings) filler.ring(ring)
  filler.run({
    trapezoid(y0, y1, l0, r0, l1, r1) {
      area += ((r0 - l0 + r1 - l1) / 2) * (y1 - y0)
      trapezoids++
    },
    edge(x0, y0, x1, y1) {
      boundary += Math.hypot(x1 - x0, y1 - y0)
    },
  })
  return { area, boundary, trapezoids }
}

const K = 1e6
const box = (x0: number, y0: number, x1: number, y1: number): readonly number[] => [x0, y0, x1, y0, x1, y1, x0, y1].map((v) => v * K)
const reversed = (ring: readonly number[]): readonly number[] =>
  Array.from({ length: ring.length / 2 }, (_, i) => ring.slice(ring.length - 2 * i - 2, ring.length - 2 * i)).flat()

describe('fill sweep', () => {
  test.each([
    ['a square', [box(0, 0, 2, 2)], 4, 8],
    ['a hole', [box(0, 0, 4, 4), reversed(box(1, 1, 3, 3))], 12, 24],
    ['two turns the same way count once', [box(0, 0, 2, 2), box(1, 1, 3, 3)], 7, 12],
    ['the same ring twice', [box(0, 0, 2, 2), box(0, 0, 2, 2)], 4, 8],
    ['a bow tie', [[0, 0, 2, 2, 2, 0, 0, 2].map((v) => v * K)], 2, 4 + 4 * Math.SQRT2],
    ['a ring and its reverse cancel', [box(0, 0, 2, 2), reversed(box(0, 0, 2, 2))], 0, 0],
    ['a line has no area', [[0, 0, 2, 2, 0, 0].map((v) => v * K)], 0, 0],
  ] as const)('%s', (_, rings, area, boundary) => {
    const found = sweep(...rings)
    expect(found.area / K / K).toBeCloseTo(area, 6)
    expect(found.boundary / K).toBeCloseTo(boundary, 5)
  })

  test('the area of any simple star is the shoelace area, however it is turned', () => {
    const radii = fc.array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 3, maxLength: 40 })
    fc.assert(
      fc.property(radii, fc.double({ min: 0, max: 6.28, noNaN: true }), (rs, turn) => {
        const ring = rs.flatMap((r, i) => {
          const angle = turn + (2 * Math.PI * i) / rs.length
          return [r * K * Math.cos(angle), r * K * Math.sin(angle)]
        })
        let shoelace = 0
        for (let i = 0; i < ring.length; i += 2) {
          const j = (i + 2) % ring.length
          shoelace += (ring[i]! * ring[j + 1]! - ring[j]! * ring[i + 1]!) / 2
        }
        expect(sweep(ring).area / shoelace).toBeCloseTo(1, 6)
      }),
    )
  })

  /** Processor time of this process, ms: other work on the machine does not count. */
  const cpuMs = (work: () => void): number => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }

  test('work stays bounded where thousands of edges cross each other', () => {
    const ring = Array.from({ length: 4000 }, (_, i) => [(i % 2 === 0 ? 0 : 100) * K, ((i * 7919) % 4000) * 1e4]).flat()
    let trapezoids = 0
    expect(cpuMs(() => (trapezoids = sweep(ring).trapezoids))).toBeLessThan(6000)
    expect(trapezoids).toBeGreaterThan(0)
  })

  test('five times the vertices cost at most nine times the work', () => {
    const wavy = (n: number): readonly number[] =>
      Array.from({ length: n }, (_, i) => {
        const angle = (2 * Math.PI * i) / n
        const r = (30 + 0.2 * Math.sin(angle * 90)) * K
        return [r * Math.cos(angle), r * Math.sin(angle)]
      }).flat()
    const [small, large] = [wavy(20_000), wavy(100_000)]
    sweep(small) // warm
    const base = cpuMs(() => sweep(small))
    let area = 0
    expect(cpuMs(() => (area = sweep(large).area)) / base).toBeLessThan(9)
    expect(area / (Math.PI * 900 * K * K)).toBeCloseTo(1, 3)
  })
})

describe('binned geometry', () => {
  const shapes: readonly Shape[] = Array.from({ length: 2000 }, (_, i) => ({
    capsule: [i % 50, Math.floor(i / 50), (i % 50) + 0.5, Math.floor(i / 50), 0.1],
    clear: i >= 1000 && i < 1500,
  }))

  test('every primitive is drawn once, in its run', () => {
    const geometry = buildGeometry(plot(shapes))
    expect(geometry.capsules).toBe(2000)
    expect(geometry.runs.map((r) => [r.dark, r.capsuleFrom[0], r.capsuleFrom[r.ranges]])).toEqual([
      [true, 0, 1000],
      [false, 1000, 1500],
      [true, 1500, 2000],
    ])
  })

  test('coordinates relative to their bin give the place back within a nanometre', () => {
    const geometry = buildGeometry(plot([{ capsule: [300.123_456, 200.654_321, 300.2, 200.7, 0.1] }]))
    const bin = geometry.capsuleExtra[1]!
    expect(geometry.binOrigins[2 * bin]! + geometry.capsuleEnds[0]!).toBeCloseTo(300_123_456, 0)
    expect(geometry.binOrigins[2 * bin + 1]! + geometry.capsuleEnds[1]!).toBeCloseTo(200_654_321, 0)
  })

  test('boxes cover what they hold', () => {
    const geometry = buildGeometry(plot([{ rings: [rectangle(-7, -3, 11, 5)] }, { capsule: [0, 0, 20, 0, 1] }]))
    const [run] = geometry.runs
    const boxes = run!.boxes
    const all = [0, 1, 2, 3].map((side) => {
      const values = Array.from({ length: run!.ranges }, (_, k) => boxes[4 * k + side]!)
      return side < 2 ? Math.min(...values) : Math.max(...values)
    })
    expect(all).toEqual([-7e6, -3e6, 21e6, 5e6])
  })

  test('an empty layer has no runs', () => {
    expect(buildGeometry(plot([])).runs).toEqual([])
  })
})

describe('net artwork', () => {
  const layer = plot([
    { capsule: [0, 0, 1, 0, 0.1], net: 'A' },
    { capsule: [0, 1, 1, 1, 0.1], net: 'B' },
    { rings: [rectangle(0, 0, 1, 1)], net: 'A' },
    { capsule: [5, 5, 5, 5, 1], clear: true, net: 'A' },
  ])

  test('takes the dark objects of the nets named', () => {
    expect(netArtwork(layer, new Set(['A']))).toMatchObject({ objects: 2, prims: { count: 2 } })
    expect(netArtwork(layer, new Set(['nothing'])).prims.count).toBe(0)
  })

  test('merged layers keep their rings', () => {
    const merged = mergeArtwork([netArtwork(layer, new Set(['A'])), netArtwork(layer, new Set(['A', 'B']))])
    expect(merged.prims.count).toBe(5)
    expect(merged.rings.count).toBe(2)
    expect([...merged.prims.ringFrom].filter((_, i) => merged.prims.kind[i] === 1)).toEqual([0, 1])
  })
})
