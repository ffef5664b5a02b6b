import type { Point } from '#core/base/box.ts'
import type { ArtItem, Draw, Flash } from '#core/builder/description.ts'
import { shapeSize } from '#core/builder/shape-contour.ts'
import { strokeText } from '#core/builder/stroke-font.ts'
import { onBoard } from '#core/builder/sample/place-parts.ts'
import { PARTS } from '#core/builder/sample/parts.ts'

const PEN = 0.15
const HEIGHT = 1
const KEEP = 0.2
const STEP = 0.05
const SHORTEST = 0.3

const near = (openings: readonly Flash[], [x, y]: Point): boolean =>
  openings.some(({ at, shape }) => {
    const [w, h] = shapeSize(shape)
    return Math.hypot(Math.max(0, Math.abs(x - at[0]) - w / 2), Math.max(0, Math.abs(y - at[1]) - h / 2)) < KEEP + PEN / 2
  })

/** The parts of a stroke that keep off the openings. */
const clipped = (stroke: Draw, openings: readonly Flash[]): Draw[] => {
  const length = Math.hypot(stroke.to[0] - stroke.from[0], stroke.to[1] - stroke.from[1])
  const n = Math.max(1, Math.ceil(length / STEP))
  const at = (k: number): Point => [
    stroke.from[0] + ((stroke.to[0] - stroke.from[0]) * k) / n,
    stroke.from[1] + ((stroke.to[1] - stroke.from[1]) * k) / n,
  ]
  const blocked = Array.from({ length: n + 1 }, (_, k) => near(openings, at(k)))
  if (!blocked.includes(true)) return [stroke]
  const out: Draw[] = []
  let start = -1
  for (let k = 0; k <= n + 1; k++) {
    const open = k <= n && !blocked[k]
    if (open && start < 0) start = k
    if (open || start < 0) continue
    if (((k - 1 - start) * length) / n >= SHORTEST) out.push({ ...stroke, from: at(start), to: at(k - 1) })
    start = -1
  }
  return out
}

/** @returns part outlines, references, names of pins and the board's title, kept off all mask openings */
export const legendItems = (board: readonly ArtItem[]): readonly ArtItem[] => {
  const openings = (mask: string): Flash[] => board.filter((item): item is Flash => item.kind === 'flash' && item.layer === mask)
  const layer = 'top-legend'
  const top: ArtItem[] = []
  for (const part of PARTS) {
    for (const [from, to] of part.footprint.strokes)
      top.push({ kind: 'draw', layer, from: onBoard(part, from), to: onBoard(part, to), width: PEN })
    const turned = part.turn % 180 !== 0
    const label: Point = turned
      ? [part.at[0] + 0.9, part.at[1] - HEIGHT / 2]
      : [part.at[0] + part.footprint.label[0], part.at[1] + part.footprint.label[1]]
    top.push(...strokeText(part.ref, label, HEIGHT, PEN, layer))
  }
  top.push(...strokeText('SENSOR NODE', [20, 8.4], 1.4, PEN, layer), ...strokeText('REV A', [46, 40], HEIGHT, PEN, layer))
  const bottom = strokeText('BOARDPROOF SAMPLE', [48, 41.2], 1.2, PEN, 'bottom-legend', true)
  const clip = (items: readonly ArtItem[], mask: string): ArtItem[] => {
    const around = openings(mask)
    return items.flatMap((item): readonly ArtItem[] => (item.kind === 'draw' ? clipped(item, around) : [item]))
  }
  return [...clip(top, 'top-mask'), ...clip(bottom, 'bottom-mask')]
}
