import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { circle, plot, rectangle, type Shape } from '../viewer/plot.ts'

/** A made-up board of 61.2 × 38 mm that looks like one: pads, tracks, pours, legend, in mm. */
export const WIDTH_MM = 61.2
export const HEIGHT_MM = 38

const random = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export interface FakeHole {
  readonly x: number
  readonly y: number
  readonly d: number
  readonly plated: boolean
}

export const fakeHoles: readonly FakeHole[] = [
  ...[
    [3.5, 3.5],
    [57.7, 3.5],
    [3.5, 34.5],
    [57.7, 34.5],
  ].map(([x, y]) => ({ x: x!, y: y!, d: 3.2, plated: false })),
  ...Array.from({ length: 20 }, (_, i) => ({ x: 10 + (i % 10) * 2.54, y: 4 + Math.floor(i / 10) * 2.54, d: 1, plated: true })),
  ...(() => {
    const next = random(7)
    return Array.from({ length: 90 }, () => ({ x: 6 + next() * 49, y: 9 + next() * 24, d: 0.3, plated: true }))
  })(),
]

const lands = (): readonly Shape[] =>
  fakeHoles
    .filter((h) => h.plated)
    .map((h, i): Shape => ({ capsule: [h.x, h.y, h.x, h.y, h.d / 2 + (i % 17 === 3 ? 0.08 : 0.2)], net: `NET${i % 12}` }))

const tracks = (seed: number, count: number): readonly Shape[] => {
  const next = random(seed)
  const vias = fakeHoles.filter((h) => h.plated)
  return Array.from({ length: count }, (_, i): readonly Shape[] => {
    const a = vias[Math.floor(next() * vias.length)]!
    const b = vias[Math.floor(next() * vias.length)]!
    const dx = b.x - a.x
    const dy = b.y - a.y
    const bend = Math.min(Math.abs(dx), Math.abs(dy))
    const mx = a.x + Math.sign(dx) * bend
    const my = a.y + Math.sign(dy) * bend
    const r = i % 5 === 0 ? 0.2 : 0.075
    const net = `NET${i % 12}`
    return [
      { capsule: [a.x, a.y, mx, my, r], net },
      { capsule: [mx, my, b.x, b.y, r], net },
    ]
  }).flat()
}

const chips = (side: 1 | -1): readonly { x: number; y: number; w: number; h: number }[] => {
  const next = random(side + 40)
  return Array.from({ length: 14 }, () => ({ x: 8 + next() * 44, y: 10 + next() * 22, w: 2 + next() * 4, h: 2 + next() * 3 }))
}

const pads = (side: 1 | -1, grow = 0): readonly Shape[] =>
  chips(side).flatMap(({ x, y, w, h }) =>
    Array.from({ length: 8 }, (_, i): Shape => {
      const px = x - w / 2 + ((i % 4) + 0.5) * (w / 4)
      const py = i < 4 ? y - h / 2 : y + h / 2
      return { rings: [rectangle(px - 0.18 - grow, py - 0.4 - grow, px + 0.18 + grow, py + 0.4 + grow)], flash: true, net: `NET${i}` }
    }),
  )

const pour = (): readonly Shape[] => [
  {
    rings: [rectangle(0.5, 0.5, WIDTH_MM - 0.5, HEIGHT_MM - 0.5), ...fakeHoles.map((h) => circle(h.x, h.y, h.d / 2 + 0.45, -1))],
    net: 'GND',
  },
]

const outline = (): readonly Shape[] => {
  const corners: readonly (readonly [number, number])[] = [
    [0, 0],
    [WIDTH_MM, 0],
    [WIDTH_MM, HEIGHT_MM],
    [0, HEIGHT_MM],
  ]
  return corners.map(([x, y], i): Shape => ({ capsule: [x, y, ...corners[(i + 1) % 4]!, 0.05] }))
}

const legend = (side: 1 | -1): readonly Shape[] =>
  chips(side).flatMap(({ x, y, w, h }): readonly Shape[] => {
    const [x0, y0, x1, y1] = [x - w / 2 - 0.3, y - h / 2 + 0.6, x + w / 2 + 0.3, y + h / 2 - 0.6]
    return [
      { capsule: [x0, y0, x1, y0, 0.075] },
      { capsule: [x1, y0, x1, y1, 0.075] },
      { capsule: [x1, y1, x0, y1, 0.075] },
      { capsule: [x0, y1, x0, y0, 0.075] },
      { capsule: [x0 + 0.35, y0 + 0.35, x0 + 0.35, y0 + 0.35, 0.12] },
    ]
  })

const holesGrown = (grow: number): readonly Shape[] => fakeHoles.map((h): Shape => ({ capsule: [h.x, h.y, h.x, h.y, h.d / 2 + grow] }))

/** Layer id -> artwork. */
export const fakeLayers: Readonly<Record<string, () => PlottedLayer>> = {
  'top-copper': () => plot([...tracks(3, 70), ...lands(), ...pads(1)]),
  'inner-1': () => plot([...pour(), ...lands().slice(0, 40)]),
  'inner-2': () => plot([...tracks(11, 40), ...lands()]),
  'bottom-copper': () => plot([...pour(), ...tracks(5, 30), ...lands(), ...pads(-1)]),
  'top-mask': () => plot([...holesGrown(0.25), ...pads(1, 0.05)]),
  'bottom-mask': () => plot([...holesGrown(0.25), ...pads(-1, 0.05)]),
  'top-legend': () => plot(legend(1)),
  'bottom-legend': () => plot(legend(-1)),
  'top-paste': () => plot(pads(1, -0.03)),
  outline: () => plot(outline()),
}
