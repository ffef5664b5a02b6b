import { describe, expect, it } from 'vitest'
import { composePrims } from '#core/geometry/compose/compose.ts'
import { flawsOf, lookAtPrims, windingInImage } from './oracle.ts'
import type { Vertex } from './scene.ts'
import { Scene, seeded } from './scene.ts'

const MM = 1e6

/** Random primitives that like to meet: coordinates on a coarse lattice, few widths, 45 degree tracks. */
const randomScene = (seed: number, count: number, lattice: number): Scene => {
  const random = seeded(seed)
  const whole = (n: number): number => Math.floor(random() * n)
  const place = (): number => (lattice > 0 ? whole(24) * lattice : random() * 6 * MM)
  const scene = new Scene()
  for (let i = 0; i < count; i++) {
    if (random() < 0.3) scene.clear()
    else scene.dark()
    const [x, y] = [place(), place()]
    const r = [0.1 * MM, 0.125 * MM, 0.25 * MM, 0.5 * MM][whole(4)]
    const kind = whole(6)
    if (kind === 0) scene.disc(x, y, r)
    else if (kind === 1) {
      const length = (1 + whole(6)) * (lattice || 0.3 * MM)
      const [dx, dy] = [
        [1, 0],
        [0, 1],
        [1, 1],
        [-1, 1],
      ][whole(4)]
      scene.capsule(x, y, x + dx * length, y + dy * length, r)
    } else if (kind === 2) scene.capsule(x, y, place(), place(), r)
    else if (kind === 3) scene.rectangle(x, y, x + (1 + whole(6)) * 0.25 * MM, y + (1 + whole(6)) * 0.25 * MM)
    else {
      const corners = 3 + whole(5)
      const ring = Array.from({ length: corners }, (): Vertex => [place(), place(), kind === 4 ? 0 : [0, 0.4, -0.4, 1, -0.2][whole(5)]])
      scene.contour(ring)
    }
  }
  return scene
}

const mismatches = (scene: Scene, seed: number, points: number): string[] => {
  const input = scene.input()
  const image = composePrims(input)
  const random = seeded(seed + 7)
  const bad = [...flawsOf(image), ...image.repaired.map(({ x, y }) => `repaired at ${x} ${y}`)]
  for (let i = 0; i < points; i++) {
    // Half of the points lie close to an edge, where mistakes would be.
    const p = Math.floor(random() * image.pieces.count)
    const near = i % 2 === 0 && image.pieces.count > 0
    const t = random()
    const x = near ? image.pieces.x0[p] * t + image.pieces.x1[p] * (1 - t) + (random() - 0.5) * 1e4 : (random() * 9 - 1.5) * MM
    const y = near ? image.pieces.y0[p] * t + image.pieces.y1[p] * (1 - t) + (random() - 0.5) * 1e4 : (random() * 9 - 1.5) * MM
    const look = lookAtPrims(input, x, y)
    if (look.distance < 1) continue
    const winding = windingInImage(image, x, y)
    if (winding !== (look.dark ? 1 : 0)) bad.push(`(${x}, ${y}) is ${look.dark ? 'dark' : 'clear'}, the outline says ${winding}`)
  }
  return bad
}

describe('random scenes: the outline says the same as the primitives at thousands of points', () => {
  const cases = [
    { name: 'on a 0.25 mm lattice', lattice: 0.25 * MM, count: 40 },
    { name: 'on a 0.127 mm lattice, dense', lattice: 0.127 * MM, count: 120 },
    { name: 'anywhere', lattice: 0, count: 60 },
    { name: 'on a nanometre-askew lattice', lattice: 0.25 * MM + 1 / 3, count: 60 },
  ]
  for (const { name, lattice, count } of cases) {
    it(name, () => {
      for (let seed = 1; seed <= 60; seed++) {
        const scene = randomScene(seed * 31 + count, count, lattice)
        expect(mismatches(scene, seed, 120), `seed ${seed}`).toEqual([])
      }
    })
    it(`${name}, turned, other cells, many strips`, () => {
      for (let seed = 1; seed <= 30; seed++) {
        const scene = randomScene(seed * 31 + count, count, lattice).moved({ turn: 0.1 + seed, dx: 90 * MM, dy: -70 * MM })
        const input = scene.input()
        const image = composePrims(input, { cellsPerEdge: 0.5 + (seed % 4), edgesPerStrip: 20 + seed })
        const upright = composePrims(randomScene(seed * 31 + count, count, lattice).input())
        expect(flawsOf(image), `seed ${seed}`).toEqual([])
        expect(Math.abs(image.area / upright.area - 1), `seed ${seed}`).toBeLessThan(1e-9)
        expect(image.rings.count, `seed ${seed}`).toBe(upright.rings.count)
        expect(image.components.count, `seed ${seed}`).toBe(upright.components.count)
      }
    })
  }
})
