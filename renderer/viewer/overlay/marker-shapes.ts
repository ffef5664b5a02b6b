import type { MarkerKind, OverlayColors } from './overlay.ts'

const polygon = (path: Path2D, x: number, y: number, r: number, corners: number, turn: number): void => {
  for (let i = 0; i < corners; i++) {
    const angle = turn + (2 * Math.PI * i) / corners
    if (i === 0) path.moveTo(x + r * Math.cos(angle), y + r * Math.sin(angle))
    else path.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle))
  }
  path.closePath()
}

/** @returns the outline of a marker: octagon error, triangle warning, circle note, square waived, ring not measured */
const markerPath = (kind: MarkerKind, x: number, y: number, r: number): Path2D => {
  const path = new Path2D()
  if (kind === 'error') polygon(path, x, y, r, 8, Math.PI / 8)
  else if (kind === 'warning') polygon(path, x, y + r * 0.15, r * 1.15, 3, -Math.PI / 2)
  else if (kind === 'waived') path.rect(x - r * 0.85, y - r * 0.85, 1.7 * r, 1.7 * r)
  else path.arc(x, y, r, 0, 2 * Math.PI)
  return path
}

/** Draws a marker that shows on any artwork: white halo over a dark rim, 2 px each. */
export const drawMarker = (
  context: CanvasRenderingContext2D,
  kind: MarkerKind,
  x: number,
  y: number,
  selected: boolean,
  colors: OverlayColors,
): void => {
  const path = markerPath(kind, x, y, selected ? 8 : 5.5)
  context.lineJoin = 'round'
  context.strokeStyle = '#0b0f14'
  context.lineWidth = 8
  context.stroke(path)
  context.strokeStyle = '#ffffff'
  context.lineWidth = 4
  context.stroke(path)
  if (kind === 'unmeasured') {
    context.setLineDash([3, 2])
    context.strokeStyle = colors.unmeasured
    context.lineWidth = 2
    context.stroke(path)
    context.setLineDash([])
    return
  }
  context.fillStyle = colors[kind]
  context.fill(path)
  if (!selected) return
  const ring = new Path2D()
  ring.arc(x, y, 15, 0, 2 * Math.PI)
  context.strokeStyle = '#0b0f14'
  context.lineWidth = 4
  context.stroke(ring)
  context.strokeStyle = colors.focus
  context.lineWidth = 2
  context.stroke(ring)
}
