import { describe, expect, it } from 'vitest'
import type { CombineOperation } from '#core/geometry/combine/combine.ts'
import { areaOf, combineImages, imageOfContours, invertWithin, overlapOf } from '#core/geometry/combine/combine.ts'
import { imageToRings } from '#core/geometry/combine/image-rings.ts'
import { offsetImage } from '#core/geometry/combine/offset.ts'
import { composePrims } from '#core/geometry/compose/compose.ts'
import { flawsOf } from '../compose/oracle.ts'
import { Scene, seeded } from '../compose/scene.ts'

const MM = 1e6
const square = (x: number, y: number, side: number) => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
]
const circle = (x: number, y: number, r: number) => [
  { x: x - r, y, bulge: 1 },
  { x: x + r, y, bulge: 1 },
]
const OPERATIONS: CombineOperation[] = ['union', 'intersect', 'subtract', 'xor']

describe('combineImages', () => {
  const a = imageOfContours([square(0, 0, 2 * MM)])
  const corner = imageOfContours([square(MM, MM, 2 * MM)])
  const disc = imageOfContours([circle(MM, MM, MM / 2)])
  const apart = imageOfContours([square(9 * MM, 0, MM)])
  const none = imageOfContours([])
  const quarter = (Math.PI / 4) * MM * MM
  const cases = [
    { name: 'squares that overlap', b: corner, areas: [7, 1, 3, 6] },
    { name: 'a disc inside', b: disc, areas: [4, Math.PI / 4, 4 - Math.PI / 4, 4 - Math.PI / 4] },
    { name: 'the same image', b: a, areas: [4, 4, 0, 0] },
    { name: 'far apart', b: apart, areas: [5, 0, 4, 5] },
    { name: 'an empty image', b: none, areas: [4, 0, 4, 4] },
  ]
  for (const { name, b, areas } of cases) {
    OPERATIONS.forEach((operation, i) => {
      it(`${operation}: ${name}`, () => {
        const image = combineImages(a, b, operation)
        expect(flawsOf(image)).toEqual([])
        expect(areaOf(image) / MM / MM).toBeCloseTo(areas[i], 12)
      })
    })
  }

  it('keeps arcs as arcs', () => {
    const image = combineImages(a, disc, 'subtract')
    expect([...image.pieces.kind].filter((kind) => kind !== 0)).toHaveLength(2)
    expect(disc.area).toBeCloseTo(quarter, 0)
  })

  it('obeys inclusion and exclusion on random images with holes', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const random = seeded(seed)
      const scene = (): Scene => {
        const built = new Scene()
        for (let i = 0; i < 40; i++) {
          if (random() < 0.3) built.clear()
          else built.dark()
          built.capsule(random() * 8 * MM, random() * 8 * MM, random() * 8 * MM, random() * 8 * MM, (0.1 + random() * 0.4) * MM)
        }
        return built
      }
      const one = composePrims(scene().input())
      const two = composePrims(scene().input())
      const [union, both, without, either] = OPERATIONS.map((operation) => combineImages(one, two, operation))
      for (const image of [union, both, without, either]) expect(flawsOf(image)).toEqual([])
      const whole = union.area
      expect(Math.abs(union.area + both.area - one.area - two.area) / whole).toBeLessThan(1e-10)
      expect(Math.abs(without.area + both.area - one.area) / whole).toBeLessThan(1e-10)
      expect(Math.abs(union.area - both.area - either.area) / whole).toBeLessThan(1e-10)
    }
  })
})

describe('imageToRings', () => {
  it('gives back the same image', () => {
    const image = composePrims(
      new Scene()
        .rectangle(0, 0, 3 * MM, 3 * MM)
        .clear()
        .capsule(MM, MM, 2 * MM, 2 * MM, MM / 3)
        .dark()
        .disc(MM, MM, MM / 9)
        .input(),
    )
    const rings = imageToRings(image)
    const contours = Array.from({ length: rings.count }, (_, k) =>
      Array.from({ length: rings.start[k + 1] - rings.start[k] }, (_unused, i) => {
        const v = rings.start[k] + i
        return { x: rings.x[v], y: rings.y[v], bulge: rings.bulge[v] }
      }),
    )
    const again = imageOfContours(contours)
    expect(again.area).toBeCloseTo(image.area, 0)
    expect(again.rings.count).toBe(image.rings.count)
    expect(again.components.count).toBe(image.components.count)
  })
})

describe('invertWithin', () => {
  it('turns a negative plane over inside the board', () => {
    const antipads = imageOfContours([circle(MM, MM, MM / 2), circle(9 * MM, MM, MM / 2)])
    const plane = invertWithin(antipads, [square(0, 0, 4 * MM)])
    expect(plane.area / MM / MM).toBeCloseTo(16 - Math.PI / 4, 12)
    expect(plane.components.count).toBe(1)
  })
})

describe('offsetImage', () => {
  const a = imageOfContours([square(0, 0, MM)])
  const disc = imageOfContours([circle(0, 0, MM)])
  const frame = combineImages(imageOfContours([square(0, 0, 3 * MM)]), imageOfContours([circle(1.5 * MM, 1.5 * MM, MM)]), 'subtract')
  const cases = [
    { name: 'square, grown', image: a, delta: 0.1, area: 1.4 + Math.PI * 0.01 },
    { name: 'square, shrunk', image: a, delta: -0.1, area: 0.64 },
    { name: 'square, shrunk away', image: a, delta: -0.6, area: 0 },
    { name: 'square, not at all', image: a, delta: 0, area: 1 },
    { name: 'disc, grown', image: disc, delta: 0.25, area: Math.PI * 1.5625 },
    { name: 'disc, grown beyond its radius', image: disc, delta: 1.5, area: Math.PI * 6.25 },
    { name: 'disc, shrunk', image: disc, delta: -0.25, area: Math.PI * 0.5625 },
    { name: 'disc, shrunk away', image: disc, delta: -1.5, area: 0 },
    { name: 'frame, grown: its hole gets smaller', image: frame, delta: 0.1, area: 9 + 1.2 + Math.PI * 0.01 - Math.PI * 0.81 },
    { name: 'frame, shrunk: its hole gets wider', image: frame, delta: -0.1, area: 7.84 - Math.PI * 1.21 },
  ]
  it.each(cases)('$name', ({ image, delta, area }) => {
    const moved = offsetImage(image, delta * MM)
    expect(flawsOf(moved)).toEqual([])
    expect(moved.area / MM / MM).toBeCloseTo(area, 10)
  })

  it('grows and shrinks back to a rounded-in shape that covers the original', () => {
    const closed = offsetImage(offsetImage(frame, 0.2 * MM), -0.2 * MM)
    expect(combineImages(frame, closed, 'subtract').area / frame.area).toBeLessThan(1e-9)
  })
})

describe('overlapOf', () => {
  const plate = combineImages(imageOfContours([square(0, 0, 9 * MM)]), imageOfContours([square(5 * MM, 5 * MM, MM)]), 'subtract')
  const cases = [
    { name: 'a part inside a large area', b: imageOfContours([square(MM, MM, MM)]), area: 1 },
    { name: 'a part across its edge', b: imageOfContours([square(8 * MM, MM, 2 * MM)]), area: 2 },
    { name: 'a part in its hole', b: imageOfContours([square(5.2 * MM, 5.2 * MM, MM / 2)]), area: 0 },
    { name: 'a part around its hole', b: imageOfContours([square(4 * MM, 4 * MM, 3 * MM)]), area: 8 },
    { name: 'parts apart', b: imageOfContours([square(MM, MM, MM), square(20 * MM, 0, MM)]), area: 1 },
    { name: 'nothing', b: imageOfContours([]), area: 0 },
  ]
  it.each(cases)('$name', ({ b, area }) => {
    expect(areaOf(overlapOf(plate, b)) / (MM * MM)).toBeCloseTo(area, 9)
    expect(areaOf(overlapOf(b, plate)) / (MM * MM)).toBeCloseTo(area, 9)
  })

  it('is what both images have in common, on random drawings', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = seeded(seed)
      const dots = () =>
        imageOfContours(Array.from({ length: 40 }, () => circle(random() * 9 * MM, random() * 9 * MM, (0.1 + random()) * 0.5 * MM)))
      const [one, other] = [dots(), dots()]
      expect(areaOf(overlapOf(one, other)) / (MM * MM)).toBeCloseTo(areaOf(combineImages(one, other, 'intersect')) / (MM * MM), 9)
    }
  })
})
