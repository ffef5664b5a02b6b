import { describe, expect, test } from 'vitest'
import { isDarkAt } from '#renderer/viewer/pick/prim-distance.ts'
import { derivedArtwork, type Derived } from '#renderer/viewer/worker/derived-artwork.ts'
import { circle, plot, rectangle, type Shape } from './plot.ts'

const MM = 1e6
const LAYERS: Readonly<Record<string, readonly Shape[]>> = {
  copper: [
    { rings: [rectangle(0, 0, 10, 10)] },
    { rings: [rectangle(4, 4, 6, 6)], clear: true },
    { capsule: [1, 1, 1, 1, 0.5] },
    { capsule: [2, 8, 8, 8, 0.2] },
  ],
  // Four lines around 20 × 10 mm, and a cut-out.
  outline: [
    ...([[0, 0, 20, 0], [20, 0, 20, 10], [20, 10, 0, 10], [0, 10, 0, 0]] as const).map(([a, b, c, d]): Shape => ({ capsule: [a, b, c, d, 0.05] })),
    { rings: [circle(15, 5, 2)] },
  ],
  mask: [{ capsule: [5, 5, 5, 5, 1] }],
} // prettier-ignore

const CASES: readonly { name: string; of: Derived; dark: readonly (readonly [number, number])[]; light: readonly (readonly [number, number])[] }[] = [
  { name: 'only lines', of: { kind: 'part', layer: 'copper', part: 'draws' }, dark: [[5, 8]], light: [[1, 1], [9, 1]] },
  { name: 'only flashes', of: { kind: 'part', layer: 'copper', part: 'flashes' }, dark: [[1, 1]], light: [[5, 8], [9, 1]] },
  { name: 'only regions, with what erases them', of: { kind: 'part', layer: 'copper', part: 'regions' }, dark: [[9, 1]], light: [[5, 5]] },
  { name: 'what erases', of: { kind: 'part', layer: 'copper', part: 'clear' }, dark: [[5, 5]], light: [[9, 1], [1, 1]] },
  { name: 'the material', of: { kind: 'material', outlines: ['outline'] }, dark: [[5, 5], [1, 9]], light: [[15, 5], [21, 5], [-1, 5]] },
  { name: 'the mask on the material', of: { kind: 'mask', outlines: ['outline'], openings: ['mask'] }, dark: [[1, 9]], light: [[5, 5], [15, 5], [21, 5]] },
  { name: 'a layer that is not there', of: { kind: 'part', layer: 'paste', part: 'draws' }, dark: [], light: [[5, 5]] },
] // prettier-ignore

describe('artwork made from other layers', () => {
  test.each(CASES)('$name', ({ of, dark, light }) => {
    const art = derivedArtwork(of, (id) => (LAYERS[id] ? plot(LAYERS[id]) : null))
    expect(dark.map(([x, y]) => isDarkAt(art, x * MM, y * MM))).toEqual(dark.map(() => true))
    expect(light.map(([x, y]) => isDarkAt(art, x * MM, y * MM))).toEqual(light.map(() => false))
  })
})
