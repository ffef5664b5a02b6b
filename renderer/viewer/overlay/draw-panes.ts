import type { ViewSize } from '../camera.ts'
import type { Pane } from '../versus.ts'

/**
 * Clears a canvas, fits it to the view and draws into each pane, cut off at its edges.
 * @param density device pixels per CSS pixel; `draw` works in CSS pixels of the one picture that all panes show parts of
 */
export const drawPanes = (
  context: CanvasRenderingContext2D,
  size: ViewSize,
  density: number,
  panes: readonly Pane[],
  draw: (context: CanvasRenderingContext2D) => void,
): void => {
  const { canvas } = context
  const width = Math.round(size.width * density)
  const height = Math.round(size.height * density)
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, width, height)
  for (const pane of panes) {
    context.save()
    context.beginPath()
    context.rect(pane.left, 0, pane.right - pane.left, height)
    context.clip()
    context.setTransform(density, 0, 0, density, pane.offset, 0)
    draw(context)
    context.restore()
  }
}
