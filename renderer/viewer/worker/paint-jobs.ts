import { fitBox, START_CAMERA } from '../camera.ts'
import type { CachedView } from '../cached-view.ts'
import { rgbOf } from '../picture.ts'
import type { LayerStore } from './layer-store.ts'
import type { WorkerCalls } from './protocol.ts'

const TILE_PX = 512

/** Lets messages in between two tiles. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => resolve()
    channel.port2.postMessage(null)
  })

const canvasOf = (width: number, height: number): [OffscreenCanvas, OffscreenCanvasRenderingContext2D] => {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no 2D drawing in this worker')
  return [canvas, context]
}

/** Paints layers for views; an older frame gives up as soon as a newer one was asked for. */
export class PaintJobs {
  readonly #store: LayerStore
  #newest = 0

  constructor(store: LayerStore) {
    this.#store = store
  }

  /** Called as soon as the message arrives, before its turn comes. */
  noteFrame(frame: number): void {
    this.#newest = Math.max(this.#newest, frame)
  }

  async paint({ frame, layer, view, outlines }: WorkerCalls['paint']['input']): Promise<ImageBitmap | null> {
    const [canvas, context] = canvasOf(view.width, view.height)
    for (let top = 0; top < view.height; top += TILE_PX) {
      for (let left = 0; left < view.width; left += TILE_PX) {
        if (frame < this.#newest) return null
        const width = Math.min(TILE_PX, view.width - left)
        const height = Math.min(TILE_PX, view.height - top)
        this.#store.paintPart(context, layer, view, outlines, left, top, width, height)
        await breathe()
      }
    }
    return frame < this.#newest ? null : canvas.transferToImageBitmap()
  }

  /** @returns a small picture of a place in the colours of the canvas */
  thumbnail({ box, width, height, layers, background, turns, flipped }: WorkerCalls['thumbnail']['input']): ImageBitmap {
    const camera = fitBox({ ...START_CAMERA, turns, flipped }, { width, height }, box, 0)
    const view: CachedView = { camera, width, height, density: 1 }
    const [canvas, context] = canvasOf(width, height)
    context.fillStyle = background
    context.fillRect(0, 0, width, height)
    for (const layer of layers) {
      const [cover, coverContext] = canvasOf(width, height)
      this.#store.paintPart(coverContext, layer.id, view, false, 0, 0, width, height)
      const [r, g, b] = rgbOf(layer.color)
      coverContext.globalCompositeOperation = 'source-in'
      coverContext.fillStyle = `rgb(${r * 255} ${g * 255} ${b * 255})`
      coverContext.fillRect(0, 0, width, height)
      context.globalAlpha = layer.opacity
      context.drawImage(cover, 0, 0)
      context.globalAlpha = 1
    }
    return canvas.transferToImageBitmap()
  }
}
