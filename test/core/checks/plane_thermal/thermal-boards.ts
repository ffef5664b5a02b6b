import { aBoard, type BoardBuilder } from '#core/builder/board-builder.ts'
import type { Vertex } from '#core/builder/description.ts'

const edge = (): BoardBuilder =>
  aBoard()
    .outline({ width: 20, height: 12 })
    .via({ at: [18, 10], diameter: 0.8, drill: 0.4, net: 'B' })

/** A board with a pour of net GND on top; pads of that net hang in it by spokes, or are joined solidly. */
export const poured = (thermal: { readonly gap: number; readonly spoke: number } | null): BoardBuilder =>
  edge().pour({
    points: [
      [0.5, 0.5],
      [19.5, 0.5],
      [19.5, 11.5],
      [0.5, 11.5],
    ],
    net: 'GND',
    clearance: 0.3,
    ...(thermal ? { thermal } : {}),
  })

/** A quarter of a ring, from `from` to `to` degrees, around a place: an opening of a thermal. */
const sector = ([x, y]: readonly [number, number], inner: number, outer: number, from: number, to: number): readonly Vertex[] => {
  const at = (r: number, degrees: number): readonly [number, number] => [
    x + r * Math.cos((degrees * Math.PI) / 180),
    y + r * Math.sin((degrees * Math.PI) / 180),
  ]
  const bulge = Math.tan(((to - from) * Math.PI) / 180 / 4)
  return [[...at(inner, to), -bulge], at(inner, from), [...at(outer, from), bulge], at(outer, to)]
}

/** A four-layer board whose first inner layer is a negative plane, with one hole in a thermal of as many openings as wanted. */
export const negativeThermal = ({ spoke, openings = 4 }: { readonly spoke: number; readonly openings?: number }): BoardBuilder => {
  const board = edge()
    .copperLayers(4)
    .negative('inner-1')
    .hole({ at: [8, 6], diameter: 0.6, net: 'GND' })
  for (const layer of ['top-copper', 'bottom-copper']) board.land({ at: [8, 6], diameter: 1.2, net: 'GND', layer })
  const [inner, outer] = [0.6, 1]
  // The chord at the inner radius is the spoke's width.
  const half = (Math.asin(spoke / 2 / inner) * 180) / Math.PI
  const step = 360 / openings
  for (let k = 0; k < openings; k++) {
    // Two halves that overlap a little: an arc sweeps half a turn at most.
    const [from, to] = [k * step + half, (k + 1) * step - half]
    const middle = (from + to) / 2
    board
      .region({ points: sector([8, 6], inner, outer, from, middle + 1), layer: 'inner-1' })
      .region({ points: sector([8, 6], inner, outer, middle - 1, to), layer: 'inner-1' })
  }
  return board
}
