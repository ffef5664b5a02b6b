import { linearOf, toScreen, type Camera, type ViewSize } from '../camera.ts'
import type { Shape } from '../worker/protocol.ts'
import { drawBoxes } from './draw-boxes.ts'
import { drawMarker } from './marker-shapes.ts'
import { drawPinShape } from './pin-shape.ts'
import type { Marker, MeasuredLine, OverlayColors, OverlayState, Pin } from './overlay.ts'

const FONT = '600 12px system-ui, sans-serif'

interface Pen {
  readonly context: CanvasRenderingContext2D
  readonly camera: Camera
  readonly size: ViewSize
  readonly colors: OverlayColors
}

const traceShape = ({ camera, size }: Pen, shape: Shape): Path2D => {
  const path = new Path2D()
  const at = (x: number, y: number): readonly [number, number] => toScreen(camera, size, x, y)
  for (const { x0, y0, x1, y1, r } of shape.capsules) {
    const [ax, ay] = at(x0, y0)
    const [bx, by] = at(x1, y1)
    const angle = Math.atan2(by - ay, bx - ax)
    const radius = Math.max(1, r * camera.scale)
    const part = new Path2D()
    part.arc(bx, by, radius, angle - Math.PI / 2, angle + Math.PI / 2)
    part.arc(ax, ay, radius, angle + Math.PI / 2, angle + 1.5 * Math.PI)
    part.closePath()
    path.addPath(part)
  }
  const [a, b, c, d] = linearOf(camera)
  const [ox, oy] = at(0, 0)
  for (const ring of shape.rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const x = ox + a * ring[i]! + b * ring[i + 1]!
      const y = oy + c * ring[i]! + d * ring[i + 1]!
      if (i === 0) path.moveTo(x, y)
      else path.lineTo(x, y)
    }
    path.closePath()
  }
  return path
}

const strokeTwice = ({ context, colors }: Pen, path: Path2D, color: string, width: number): void => {
  context.lineJoin = context.lineCap = 'round'
  context.strokeStyle = colors.rim
  context.lineWidth = width + 3
  context.stroke(path)
  context.strokeStyle = color
  context.lineWidth = width
  context.stroke(path)
}

const drawLabel = ({ context, size, colors }: Pen, text: string, x: number, y: number): void => {
  context.font = FONT
  const width = context.measureText(text).width + 14
  const left = Math.max(4, Math.min(size.width - width - 4, x - width / 2))
  const top = Math.max(4, Math.min(size.height - 26, y - 11))
  context.fillStyle = colors.panel
  context.strokeStyle = colors.focus
  context.lineWidth = 1.5
  context.beginPath()
  context.roundRect(left, top, width, 22, 5)
  context.fill()
  context.stroke()
  context.fillStyle = colors.text
  context.textBaseline = 'middle'
  context.fillText(text, left + 7, top + 11.5)
}

/** The line between two points with end ticks and its number beside it. */
const drawMeasured = (pen: Pen, line: MeasuredLine, color: string): void => {
  const [ax, ay] = toScreen(pen.camera, pen.size, line.from[0], line.from[1])
  const [bx, by] = toScreen(pen.camera, pen.size, line.to[0], line.to[1])
  const length = Math.hypot(bx - ax, by - ay)
  const nx = length > 0.01 ? -(by - ay) / length : 0
  const ny = length > 0.01 ? (bx - ax) / length : 1
  const path = new Path2D()
  path.moveTo(ax, ay)
  path.lineTo(bx, by)
  for (const [x, y] of [
    [ax, ay],
    [bx, by],
  ] as const) {
    path.moveTo(x - nx * 6, y - ny * 6)
    path.lineTo(x + nx * 6, y + ny * 6)
  }
  strokeTwice(pen, path, color, 2)
  if (line.label) drawLabel(pen, line.label, (ax + bx) / 2 + nx * 30, (ay + by) / 2 + ny * 30)
}

const drawPin = ({ context, camera, size, colors }: Pen, pin: Pin, selected: boolean): void => {
  const [x, y] = toScreen(camera, size, pin.x, pin.y)
  if (x < -40 || y < -10 || x > size.width + 40 || y > size.height + 50) return
  drawPinShape(context, pin, x, y, selected, colors)
}

const drawCrosshair = (pen: Pen, x: number, y: number): void => {
  const [sx, sy] = toScreen(pen.camera, pen.size, x, y)
  const path = new Path2D()
  path.moveTo(sx - 14, sy)
  path.lineTo(sx + 14, sy)
  path.moveTo(sx, sy - 14)
  path.lineTo(sx, sy + 14)
  strokeTwice(pen, path, pen.colors.focus, 1.5)
}

/** Draws all overlays; `context` must be scaled to CSS pixels and cleared. */
export const drawOverlay = (
  context: CanvasRenderingContext2D,
  camera: Camera,
  size: ViewSize,
  state: OverlayState,
  colors: OverlayColors,
): void => {
  const pen: Pen = { context, camera, size, colors }
  if (state.hover) strokeTwice(pen, traceShape(pen, state.hover), colors.text, 1)
  if (state.selection) strokeTwice(pen, traceShape(pen, state.selection), colors.focus, 2)
  for (const gap of state.gaps) drawMeasured(pen, gap, colors.error)
  drawBoxes(context, camera, size, state, colors)
  drawMarkers(pen, state)
  for (const pin of state.pins) if (pin.id !== state.selectedPin) drawPin(pen, pin, false)
  for (const pin of state.pins) if (pin.id === state.selectedPin) drawPin(pen, pin, true)
  if (state.witness) drawMeasured(pen, state.witness, colors.focus)
  if (state.measure) drawMeasured(pen, state.measure, colors.accent)
  if (state.snap) {
    const [x, y] = toScreen(camera, size, state.snap.at[0], state.snap.at[1])
    const path = new Path2D()
    if (state.snap.kind === 'edge') path.rect(x - 4, y - 4, 8, 8)
    else path.arc(x, y, 5, 0, 2 * Math.PI)
    strokeTwice(pen, path, colors.accent, 2)
  }
  if (state.crosshair) drawCrosshair(pen, state.crosshair[0], state.crosshair[1])
  if (state.zoomBox) {
    const [x0, y0] = toScreen(camera, size, state.zoomBox[0], state.zoomBox[1])
    const [x1, y1] = toScreen(camera, size, state.zoomBox[2], state.zoomBox[3])
    const path = new Path2D()
    path.rect(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0))
    strokeTwice(pen, path, colors.accent, 1.5)
  }
}

/** Markers in one cell would only cover each other: one, of the worst kind, stands for them. With many in view the cells grow, so that the board stays visible. */
const CROWDS: readonly (readonly [more: number, cellPx: number])[] = [
  [600, 44],
  [80, 26],
  [0, 8],
]
const WEIGHT: Record<Marker['kind'], number> = { error: 4, warning: 3, note: 2, unmeasured: 1, waived: 0 }

interface Placed {
  readonly marker: Marker
  readonly x: number
  readonly y: number
}

/** @returns one marker per cell, the worst kinds last so that they lie on top */
export const thinMarkers = (placed: readonly Placed[]): readonly Placed[] => {
  const cellPx = CROWDS.find(([more]) => placed.length >= more)![1]
  const cells = new Map<number, Placed>()
  for (const one of placed) {
    const cell = Math.floor(one.x / cellPx) * 65_536 + Math.floor(one.y / cellPx)
    const other = cells.get(cell)
    if (!other || WEIGHT[one.marker.kind] > WEIGHT[other.marker.kind]) cells.set(cell, one)
  }
  return [...cells.values()].sort((a, b) => WEIGHT[a.marker.kind] - WEIGHT[b.marker.kind])
}

const drawMarkers = ({ context, camera, size, colors }: Pen, { markers, selectedMarker }: OverlayState): void => {
  const placed: Placed[] = []
  let selected: Placed | null = null
  for (const marker of markers) {
    const [x, y] = toScreen(camera, size, marker.x, marker.y)
    if (marker.id === selectedMarker) selected = { marker, x, y }
    else if (x >= -20 && y >= -20 && x <= size.width + 20 && y <= size.height + 20) placed.push({ marker, x, y })
  }
  for (const { marker, x, y } of thinMarkers(placed)) drawMarker(context, marker.kind, x, y, false, colors)
  if (selected) drawMarker(context, selected.marker.kind, selected.x, selected.y, true, colors)
}
