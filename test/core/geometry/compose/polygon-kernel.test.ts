import Clipper2Z from 'clipper2-wasm/dist/es/clipper2z.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { composePrims } from '#core/geometry/compose/compose.ts'
import { Scene, seeded } from './scene.ts'

/** The part of the second kernel that is used here. */
interface Paths {
  push_back(path: unknown): void
  delete(): void
}
interface Kernel {
  readonly Paths64: new () => Paths
  readonly FillRule: { readonly NonZero: unknown }
  MakePath64(coordinates: readonly bigint[]): unknown
  Union64(a: Paths, b: Paths, rule: unknown): Paths
  Difference64(a: Paths, b: Paths, rule: unknown): Paths
  AreaPaths64(paths: Paths): number
}

const MM = 1e6

const randomTracks = (seed: number): Scene => {
  const random = seeded(seed)
  const scene = new Scene()
  for (let i = 0; i < 120; i++) {
    if (random() < 0.25) scene.clear()
    else scene.dark()
    const place = (): number => Math.round(random() * 10 * MM)
    if (random() < 0.3) scene.rectangle(place(), place(), place(), place())
    else scene.capsule(place(), place(), place(), place(), Math.round((0.1 + random() * 0.4) * MM))
  }
  return scene
}

/** The corners of a primitive with `n` sides per circle, in units of 1/256 nm. */
const corners = (item: Scene['items'][number], n: number): bigint[] => {
  const whole = (value: number): bigint => BigInt(Math.round(value * 256))
  if (!item.capsule) return item.contour[0].flatMap(([x, y]) => [whole(x), whole(y)])
  const [ax, ay, bx, by, r] = item.capsule
  const along = Math.atan2(by - ay, bx - ax)
  return Array.from({ length: n + 2 }, (_, i) => {
    const isEnd = i <= n / 2
    const angle = along - Math.PI / 2 + ((isEnd ? i : i - 1) * 2 * Math.PI) / n
    return [whole((isEnd ? bx : ax) + r * Math.cos(angle)), whole((isEnd ? by : ay) + r * Math.sin(angle))]
  }).flat()
}

describe('a second kernel, on polygons with more and more sides', () => {
  let kernel: Kernel
  beforeAll(async () => {
    kernel = (await Clipper2Z()) as Kernel
  })

  const areaWith = (scene: Scene, sides: number): number => {
    let image = new kernel.Paths64()
    for (const item of scene.items) {
      const one = new kernel.Paths64()
      one.push_back(kernel.MakePath64(corners(item, sides)))
      const rule = kernel.FillRule.NonZero
      const next = item.dark ? kernel.Union64(image, one, rule) : kernel.Difference64(image, one, rule)
      image.delete()
      one.delete()
      image = next
    }
    const area = kernel.AreaPaths64(image) / 256 / 256
    image.delete()
    return area
  }

  it.each([1, 2, 3, 4])('comes closer to the composed area by the square of the sides, scene %i', (seed) => {
    const scene = randomTracks(seed)
    const exact = composePrims(scene.input()).area
    const [coarse, fine, finest] = [32, 64, 256].map((sides) => Math.abs(areaWith(scene, sides) / exact - 1))
    expect(coarse / fine).toBeGreaterThan(3.5)
    expect(coarse / fine).toBeLessThan(4.5)
    expect(finest).toBeLessThan(coarse / 50)
    expect(finest).toBeLessThan(2e-5)
  })
})
