import type { Box } from '#core/base/box.ts'
import { toScreen, type Camera, type ViewSize } from '../camera.ts'
import type { NumberedBox, OverlayColors, OverlayState } from './overlay.ts'

/** A box is never drawn smaller, so that it can be seen and hit. */
const LEAST_PX = 16
/** Room between a box and what it frames. */
const ROOM_PX = 3
const LABEL_PX = 16
/** Only one label in each cell of this size: the others would cover it. */
const CELL_PX = 22
const FONT = '600 11px system-ui, sans-serif'

interface Framed {
  readonly number: number
  /** CSS pixels. */
  readonly box: Box
}

/** @returns where a box is drawn on the screen */
export const boxOnScreen = (camera: Camera, size: ViewSize, box: Box): Box => {
  const [ax, ay] = toScreen(camera, size, box[0], box[1])
  const [bx, by] = toScreen(camera, size, box[2], box[3])
  const grow = (from: number, to: number): readonly [number, number] => {
    const room = Math.max(ROOM_PX, (LEAST_PX - Math.abs(to - from)) / 2)
    return [Math.min(from, to) - room, Math.max(from, to) + room]
  }
  const [x0, x1] = grow(ax, bx)
  const [y0, y1] = grow(ay, by)
  return [x0, y0, x1, y1]
}

/** @returns the number of the smallest box at a place on the screen, or null */
export const boxAt = (boxes: readonly NumberedBox[], camera: Camera, size: ViewSize, x: number, y: number): number | null => {
  let best: number | null = null
  let smallest = Infinity
  for (const { number, box } of boxes) {
    const [x0, y0, x1, y1] = boxOnScreen(camera, size, box)
    const area = (x1 - x0) * (y1 - y0)
    // Its label stands on the upper left corner.
    if (x < x0 || x > x1 || y < y0 - LABEL_PX || y > y1 || area >= smallest) continue
    smallest = area
    best = number
  }
  return best
}

const strokeBoxes = (context: CanvasRenderingContext2D, boxes: readonly Framed[], color: string, width: number, rim: string): void => {
  const path = new Path2D()
  for (const { box } of boxes) path.rect(box[0], box[1], box[2] - box[0], box[3] - box[1])
  context.lineJoin = 'miter'
  context.strokeStyle = rim
  context.lineWidth = width + 2
  context.stroke(path)
  context.strokeStyle = color
  context.lineWidth = width
  context.stroke(path)
}

const drawNumber = (context: CanvasRenderingContext2D, { number, box }: Framed, ground: string, ink: string): void => {
  const text = String(number)
  const width = Math.max(LABEL_PX, context.measureText(text).width + 8)
  context.fillStyle = ground
  context.fillRect(box[0] - 1, box[1] - LABEL_PX, width, LABEL_PX)
  context.fillStyle = ink
  context.fillText(text, box[0] - 1 + width / 2, box[1] - LABEL_PX / 2 + 0.5)
}

/** @returns the first box of each cell: those whose number can be read */
export const labelled = (framed: readonly Framed[]): readonly Framed[] => {
  const cells = new Set<number>()
  return framed.filter(({ box }) => {
    const cell = Math.floor(box[0] / CELL_PX) * 65_536 + Math.floor(box[1] / CELL_PX)
    if (cells.has(cell)) return false
    cells.add(cell)
    return true
  })
}

/** Draws the numbered boxes; the selected one last, in the colour of the focus. */
export const drawBoxes = (
  context: CanvasRenderingContext2D,
  camera: Camera,
  size: ViewSize,
  { boxes, selectedBox }: OverlayState,
  colors: OverlayColors,
): void => {
  if (boxes.length === 0) return
  const framed = boxes
    .map(({ number, box }): Framed => ({ number, box: boxOnScreen(camera, size, box) }))
    .filter(({ box }) => box[2] >= 0 && box[0] <= size.width && box[3] >= 0 && box[1] - LABEL_PX <= size.height)
  const selected = framed.filter((f) => f.number === selectedBox)
  const others = framed.filter((f) => f.number !== selectedBox)
  context.font = FONT
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  strokeBoxes(context, others, colors.text, 1.5, colors.rim)
  for (const box of labelled(others)) drawNumber(context, box, colors.text, colors.panel)
  strokeBoxes(context, selected, colors.focus, 2.5, colors.rim)
  for (const box of selected) drawNumber(context, box, colors.focus, colors.panel)
  context.textAlign = 'start'
}
