import { CanvasPainter } from './canvas/canvas-painter.ts'
import { GlPainter, isSoftwareGl } from './gl/gl-painter.ts'
import type { BinnedGeometry } from './geometry/binned-geometry.ts'
import type { Painter } from './picture.ts'
import type { DrawClient } from './worker/draw-client.ts'

/** `auto` takes WebGL where a GPU does the work; the others force one way. */
export type Drawing = 'auto' | 'webgl' | 'canvas'

const probe = (): 'gpu' | 'software' | 'none' => {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (!gl) return 'none'
  const found = isSoftwareGl(gl) ? 'software' : 'gpu'
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return found
}

/**
 * Chooses how to draw: a GPU through WebGL 2, else Canvas 2D in a worker, which leaves the page free.
 * @returns a painter on the canvas; null when the canvas gives no context at all
 */
export const createPainter = (
  canvas: HTMLCanvasElement,
  drawing: Drawing,
  client: DrawClient,
  geometryOf: (id: string) => BinnedGeometry | null,
  onProgress: () => void,
): Painter | null => {
  const found = drawing === 'canvas' ? 'none' : probe()
  if (found === 'gpu' || (found === 'software' && drawing === 'webgl')) {
    const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false, powerPreference: 'high-performance' })
    if (gl) return new GlPainter(canvas, gl, geometryOf, onProgress)
  }
  const context = canvas.getContext('2d', { alpha: false })
  return context && new CanvasPainter(canvas, context, client, onProgress)
}
