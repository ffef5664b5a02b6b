import { cachedViewOf, isSharp, screenToCache, type CachedView } from '../cached-view.ts'
import { chooseOverview } from '../overview.ts'
import type { Painter, PaintReport, Scene } from '../picture.ts'
import type { DrawClient } from '../worker/draw-client.ts'

interface CoveredLayer {
  readonly version: number
  readonly coverage: ImageBitmap
  tinted: { readonly color: string; readonly canvas: OffscreenCanvas } | null
}

interface Picture {
  readonly view: CachedView
  readonly outlines: boolean
  readonly layers: Map<string, CoveredLayer>
}

/** Draws without a GPU: a worker paints the coverage of each layer, the page colours and lays them over each other. */
export class CanvasPainter implements Painter {
  readonly kind = 'canvas'
  readonly software = true
  readonly #canvas: HTMLCanvasElement
  readonly #context: CanvasRenderingContext2D
  readonly #client: DrawClient
  readonly #onProgress: () => void
  readonly #versions = new Map<string, number>()
  #picture: Picture | null = null
  /** An older, wider picture behind the present one. */
  #overview: Picture | null = null
  #next: Picture | null = null
  #frame = 0
  readonly #asked = new Set<string>()
  #failed: string | null = null

  /** @param onProgress called when a layer arrived: paint again */
  constructor(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, client: DrawClient, onProgress: () => void) {
    this.#canvas = canvas
    this.#context = context
    this.#client = client
    this.#onProgress = onProgress
  }

  invalidate(layer: string): void {
    this.#versions.set(layer, this.#versionOf(layer) + 1)
    this.#asked.delete(layer)
    // What it showed of the layer is out of date and would not be drawn again.
    this.#overview?.layers.get(layer)?.coverage.close()
    this.#overview?.layers.delete(layer)
  }

  #versionOf(layer: string): number {
    return this.#versions.get(layer) ?? 0
  }

  paint(scene: Scene): PaintReport {
    const width = Math.max(1, Math.round(scene.size.width * scene.density))
    const height = Math.max(1, Math.round(scene.size.height * scene.density))
    if (this.#canvas.width !== width) this.#canvas.width = width
    if (this.#canvas.height !== height) this.#canvas.height = height
    const screen = { width, height }
    // Layers unknown to the worker have no version yet and are not waited for.
    const wanted = scene.layers.filter((l) => this.#versions.has(l.id))
    const fits = (p: Picture | null): p is Picture => p !== null && p.outlines === scene.outlines && isSharp(scene.camera, screen, p.view)
    const isFresh = (p: Picture, id: string): boolean => p.layers.get(id)?.version === this.#versionOf(id)
    if (this.#next && fits(this.#next) && wanted.every((l) => isFresh(this.#next!, l.id))) {
      this.#replace(this.#next)
      this.#next = null
    }
    let pending = false
    if (fits(this.#picture)) {
      this.#next = null
      pending = this.#ask(
        this.#picture,
        wanted.filter((l) => !isFresh(this.#picture!, l.id)).map((l) => l.id),
      )
    } else if (wanted.length) {
      if (!fits(this.#next)) {
        this.#next = { view: cachedViewOf(scene.camera, scene.size, scene.density), outlines: scene.outlines, layers: new Map() }
        this.#frame++
        this.#asked.clear()
        this.#picture ??= this.#next
      }
      pending = this.#ask(
        this.#next!,
        wanted.filter((l) => !isFresh(this.#next!, l.id)).map((l) => l.id),
      )
    }
    this.#show(scene, screen)
    return { pending: pending && this.#failed === null, drawn: wanted.length, bins: 0 }
  }

  #replace(next: Picture): void {
    const old = [this.#overview, this.#picture]
    this.#picture = next
    this.#overview = chooseOverview(old, next)
    for (const picture of old) if (picture && picture !== next && picture !== this.#overview) closeAll(picture)
  }

  /** Asks the worker for layers that the picture lacks. @returns whether any is awaited */
  #ask(picture: Picture, ids: readonly string[]): boolean {
    for (const id of ids) {
      if (this.#asked.has(id)) continue
      this.#asked.add(id)
      const version = this.#versionOf(id)
      this.#client.call('paint', { frame: this.#frame, layer: id, view: picture.view, outlines: picture.outlines }).then(
        ({ bitmap }) => {
          if (!bitmap) return undefined
          this.#asked.delete(id)
          // The picture may have been put away while the layer was painted.
          if (picture !== this.#picture && picture !== this.#next) return bitmap.close()
          picture.layers.get(id)?.coverage.close()
          picture.layers.set(id, { version, coverage: bitmap, tinted: null })
          return this.#onProgress()
        },
        (error: Error) => {
          this.#failed = error.message
        },
      )
    }
    return ids.length > 0
  }

  #tint(layer: CoveredLayer, color: string): OffscreenCanvas {
    if (layer.tinted?.color === color) return layer.tinted.canvas
    const canvas = layer.tinted?.canvas ?? new OffscreenCanvas(layer.coverage.width, layer.coverage.height)
    const context = canvas.getContext('2d')
    if (context) {
      context.globalCompositeOperation = 'copy'
      context.drawImage(layer.coverage, 0, 0)
      context.globalCompositeOperation = 'source-in'
      context.fillStyle = color
      context.fillRect(0, 0, canvas.width, canvas.height)
    }
    layer.tinted = { color, canvas }
    return canvas
  }

  #show(scene: Scene, screen: { width: number; height: number }): void {
    const context = this.#context
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.globalAlpha = 1
    context.fillStyle = scene.background
    context.fillRect(0, 0, screen.width, screen.height)
    const picture = this.#picture
    if (!picture) return
    const sharp = isSharp(scene.camera, screen, picture.view)
    if (this.#overview && !sharp) this.#lay(this.#overview, scene, screen, false)
    this.#lay(picture, scene, screen, sharp)
  }

  /** Lays a picture's layers over what is there; what the picture covers is emptied before. */
  #lay(picture: Picture, scene: Scene, screen: { width: number; height: number }, sharp: boolean): void {
    const context = this.#context
    const [a, b, c, d, e, f] = screenToCache(scene.camera, screen, picture.view)
    const det = a * d - b * c
    // The canvas wants cache -> screen: the inverse.
    context.setTransform(d / det, -c / det, -b / det, a / det, (b * f - d * e) / det, (c * e - a * f) / det)
    context.imageSmoothingEnabled = !sharp
    context.globalAlpha = 1
    context.fillStyle = scene.background
    context.fillRect(0, 0, picture.view.width, picture.view.height)
    for (const shown of scene.layers) {
      const layer = picture.layers.get(shown.id)
      if (!layer) continue
      context.globalAlpha = shown.opacity
      context.drawImage(this.#tint(layer, shown.color), 0, 0)
    }
  }

  dispose(): void {
    for (const picture of [this.#picture, this.#next, this.#overview]) if (picture) closeAll(picture)
    this.#picture = this.#next = this.#overview = null
  }
}

const closeAll = (picture: Picture): void => {
  for (const layer of picture.layers.values()) layer.coverage.close()
  picture.layers.clear()
}
