import type { Mm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'

/** A pad of a footprint around the part's middle, mm. */
export interface FootprintPad {
  readonly pin: string
  readonly at: Point
  readonly size: readonly [Mm, Mm]
  readonly shape: 'rect' | 'roundrect' | 'obround' | 'circle'
  /** Drilled pads lie on both sides; `slot` is the length between the end centres, along y. */
  readonly drill?: { readonly diameter: Mm; readonly slot?: Mm }
}

export interface Footprint {
  readonly pads: readonly FootprintPad[]
  /** Outline strokes of the legend. */
  readonly strokes: readonly (readonly [Point, Point])[]
  /** Where the reference starts, lower left. */
  readonly label: Point
}

const box = (w: Mm, h: Mm): readonly (readonly [Point, Point])[] => [
  [
    [-w, -h],
    [w, -h],
  ],
  [
    [w, -h],
    [w, h],
  ],
  [
    [w, h],
    [-w, h],
  ],
  [
    [-w, h],
    [-w, -h],
  ],
]

/** Two pads in a row: chip resistors, capacitors, LEDs. */
export const chip = (pitch: Mm, pad: readonly [Mm, Mm]): Footprint => ({
  pads: [1, 2].map((n) => ({ pin: String(n), at: [n === 1 ? -pitch / 2 : pitch / 2, 0], size: pad, shape: 'roundrect' })),
  strokes: [
    [
      [-0.25, pad[1] / 2 + 0.15],
      [0.25, pad[1] / 2 + 0.15],
    ],
    [
      [-0.25, -pad[1] / 2 - 0.15],
      [0.25, -pad[1] / 2 - 0.15],
    ],
  ],
  label: [-1, pad[1] / 2 + 0.45],
})

/** Two rows of gull wings, pin 1 at the upper left, counterclockwise. */
export const dual = (pins: number, pitch: Mm, row: Mm, pad: readonly [Mm, Mm], body: readonly [Mm, Mm]): Footprint => ({
  pads: Array.from({ length: pins }, (_, i) => {
    const left = i < pins / 2
    const k = left ? i : pins - 1 - i
    return { pin: String(i + 1), at: [left ? -row / 2 : row / 2, ((pins / 2 - 1) / 2 - k) * pitch], size: pad, shape: 'roundrect' }
  }),
  strokes: [
    ...box(body[0] / 2, body[1] / 2),
    [
      [-body[0] / 2, body[1] / 2 - 0.8],
      [-body[0] / 2 + 0.8, body[1] / 2],
    ],
  ],
  label: [-body[0] / 2, body[1] / 2 + 0.4],
})

/** Four rows, pin 1 at the upper left, counterclockwise. */
export const quad = (pins: number, pitch: Mm, row: Mm, pad: readonly [Mm, Mm], body: Mm): Footprint => {
  const side = pins / 4
  return {
    pads: Array.from({ length: pins }, (_, i) => {
      const along = (i % side) * pitch - ((side - 1) / 2) * pitch
      const face = Math.floor(i / side)
      const at: Point = face === 0 ? [-row / 2, -along] : face === 1 ? [along, -row / 2] : face === 2 ? [row / 2, along] : [-along, row / 2]
      return { pin: String(i + 1), at, size: face % 2 === 0 ? [pad[0], pad[1]] : [pad[1], pad[0]], shape: 'roundrect' }
    }),
    strokes: [
      ...box(body / 2, body / 2),
      [
        [-body / 2, body / 2 - 1],
        [-body / 2 + 1, body / 2],
      ],
    ],
    label: [-body / 2 - 1.6, body / 2 + 1.9],
  }
}

/** Pins in rows of `columns`, 2.54 mm apart, pin 1 square. */
export const header = (columns: number, rows: number): Footprint => ({
  pads: Array.from({ length: columns * rows }, (_, i) => ({
    pin: String(i + 1),
    at: [(Math.floor(i / rows) - (columns - 1) / 2) * 2.54, (i % rows) * -2.54 + ((rows - 1) / 2) * 2.54],
    size: [1.7, 1.7],
    shape: i === 0 ? 'rect' : 'circle',
    drill: { diameter: 1 },
  })),
  strokes: box(columns * 1.27 + 0.2, rows * 1.27 + 0.2),
  label: [-columns * 1.27, rows * 1.27 + 0.6],
})

/** A power jack: three slotted pins. */
export const jack = (): Footprint => ({
  pads: [-6, 0, 4.8].map((y, i) => ({
    pin: String(i + 1),
    at: [i === 2 ? 4.6 : 0, i === 2 ? -3 : y],
    size: [2.4, 4],
    shape: 'obround',
    drill: { diameter: 1.2, slot: 1.6 },
  })),
  strokes: [
    [
      [-3.4, 3.6],
      [6.4, 3.6],
    ],
    [
      [6.4, 3.6],
      [6.4, -9],
    ],
    [
      [6.4, -9],
      [-3.4, -9],
    ],
  ],
  label: [-1, 4.1],
})

/** A voltage regulator with a tab (SOT-223): pins 1 to 3 below, 4 the tab. */
export const tabbed = (): Footprint => ({
  pads: [
    ...[-2.3, 0, 2.3].map((x, i) => ({ pin: String(i + 1), at: [x, -3.15] as const, size: [1.2, 2] as const, shape: 'rect' as const })),
    { pin: '4', at: [0, 3.15], size: [3.6, 2], shape: 'rect' },
  ],
  strokes: [
    [
      [-3.4, -1.8],
      [-3.4, 1.8],
    ],
    [
      [3.4, -1.8],
      [3.4, 1.8],
    ],
    [
      [-3.4, 1.8],
      [3.4, 1.8],
    ],
    [
      [-3.4, -1.8],
      [3.4, -1.8],
    ],
  ],
  label: [-3.4, 4.6],
})
