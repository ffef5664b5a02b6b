import type { OverlayColors, Pin } from './overlay.ts'

const WIDTH = 22
const HEIGHT = 20
const TIP = 8
const FONT = '700 11.5px system-ui, sans-serif'

/** How far the middle of a pin's plate lies above the place that it points to, CSS pixels. */
export const PIN_RISE_PX = TIP + HEIGHT / 2

/** Draws a note's pin: a small plate with its number whose tip points at the place. Settled ones are hollow. */
export const drawPinShape = (
  context: CanvasRenderingContext2D,
  pin: Pin,
  x: number,
  y: number,
  selected: boolean,
  colors: OverlayColors,
): void => {
  const [left, top] = [x - WIDTH / 2, y - TIP - HEIGHT]
  const path = new Path2D()
  path.moveTo(left + 4, top)
  path.lineTo(left + WIDTH - 4, top)
  path.arcTo(left + WIDTH, top, left + WIDTH, top + 4, 4)
  path.lineTo(left + WIDTH, top + HEIGHT - 4)
  path.arcTo(left + WIDTH, top + HEIGHT, left + WIDTH - 4, top + HEIGHT, 4)
  path.lineTo(x + 5, top + HEIGHT)
  path.lineTo(x, y)
  path.lineTo(x - 5, top + HEIGHT)
  path.lineTo(left + 4, top + HEIGHT)
  path.arcTo(left, top + HEIGHT, left, top + HEIGHT - 4, 4)
  path.lineTo(left, top + 4)
  path.arcTo(left, top, left + 4, top, 4)
  path.closePath()
  context.lineJoin = 'round'
  // A white halo over a dark rim, as around the markers: it shows on any artwork.
  context.strokeStyle = '#0b0f14'
  context.lineWidth = selected ? 9 : 6
  context.stroke(path)
  context.strokeStyle = selected ? colors.focus : '#ffffff'
  context.lineWidth = selected ? 5 : 3
  context.stroke(path)
  context.fillStyle = pin.isSettled ? '#ffffff' : '#1f56a8'
  context.fill(path)
  context.font = FONT
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = pin.isSettled ? '#17202b' : '#ffffff'
  context.fillText(pin.label, x, top + HEIGHT / 2 + 0.5)
  context.textAlign = 'start'
}
