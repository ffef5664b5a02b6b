import { cachedViewOf, isSharp, screenToCache, type CachedView } from '../cached-view.ts'
import { chooseOverview } from '../overview.ts'
import type { Painter, PaintReport, Scene, ShownLayer } from '../picture.ts'
import { panesOf, versusLayers, type Pane, type Versus } from '../versus.ts'
import type { DrawClient } from '../worker/draw-client.ts'
import { VersusPicture } from './versus-picture.ts'

interface CoveredLayer {
  readonly version: number
  readonly coverage: ImageBitmap
  tinted: { readonly color: string; readonly canvas: OffscreenCanvas } | null
}

interface Picture {
  readonly view: CachedView
  readonly outlines: boolean
  readonly layers: Map<string, CoveredLayer>
  readonly versus: VersusPicture
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
    const wanted = [...versusLayers(scene.versus), ...scene.layers.map((l) => l.id)].filter((id) => this.#versions.has(id))
    const fits = (p: Picture | null): p is Picture => p !== null && p.outlines === scene.outlines && isSharp(scene.camera, screen, p.view)
    const isFresh = (p: Picture, id: string): boolean => p.layers.get(id)?.version === this.#versionOf(id)
    if (this.#next && fits(this.#next) && wanted.every((id) => isFresh(this.#next!, id))) {
      this.#replace(this.#next)
      this.#next = null
    }
    let pending = false
    if (fits(this.#picture)) {
      this.#next = null
      pending = this.#ask(
        this.#picture,
        wanted.filter((id) => !isFresh(this.#picture!, id)),
      )
    } else if (wanted.length) {
      if (!fits(this.#next)) {
        this.#next = {
          view: cachedViewOf(scene.camera, scene.size, scene.density),
          outlines: scene.outlines,
          layers: new Map(),
          versus: new VersusPicture(),
        }
        this.#frame++
        this.#asked.clear()
        this.#picture ??= this.#next
      }
      pending = this.#ask(
        this.#next!,
        wanted.filter((id) => !isFresh(this.#next!, id)),
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
    for (const pane of panesOf(scene.versus, screen.width)) {
      if (this.#overview && !sharp) this.#lay(this.#overview, scene, screen, pane, false)
      this.#lay(picture, scene, screen, pane, sharp)
    }
  }

  /** Lays a picture's layers over what is there in a part of the screen; what the picture covers is emptied before. */
  #lay(picture: Picture, scene: Scene, screen: { width: number; height: number }, pane: Pane, sharp: boolean): void {
    const context = this.#context
    const [a, b, c, d, e, f] = screenToCache(scene.camera, screen, picture.view)
    const det = a * d - b * c
    context.save()
    context.beginPath()
    context.rect(pane.left, 0, pane.right - pane.left, screen.height)
    context.clip()
    // The canvas wants cache -> screen: the inverse.
    context.setTransform(d / det, -c / det, -b / det, a / det, (b * f - d * e) / det + pane.offset, (c * e - a * f) / det)
    context.imageSmoothingEnabled = !sharp
    context.globalAlpha = 1
    context.fillStyle = scene.background
    context.fillRect(0, 0, picture.view.width, picture.view.height)
    if (pane.show === 'overlay' && scene.versus) this.#layOverlay(picture, scene.versus)
    for (const shown of layersOf(scene, pane)) {
      const layer = picture.layers.get(shown.id)
      if (!layer) continue
      context.globalAlpha = shown.opacity
      context.drawImage(this.#tint(layer, shown.color), 0, 0)
    }
    context.restore()
  }

  #layOverlay(picture: Picture, { from, to, colors }: Versus): void {
    const find = (id: string | null): CoveredLayer | null => (id === null ? null : (picture.layers.get(id) ?? null))
    const [a, b] = [find(from), find(to)]
    // Half a pair would show everything as a difference.
    if ((from !== null && !a) || (to !== null && !b)) return
    const drawn = picture.versus.of(a?.coverage ?? null, b?.coverage ?? null, colors)
    if (drawn) this.#context.drawImage(drawn, 0, 0)
  }

  dispose(): void {
    for (const picture of [this.#picture, this.#next, this.#overview]) if (picture) closeAll(picture)
    this.#picture = this.#next = this.#overview = null
  }
}

/** Layers of a pane, bottom first: the one of the pair that is shown alone, then the others. */
const layersOf = ({ versus, layers }: Scene, { show }: Pane): readonly ShownLayer[] => {
  const id = show === 'from' || show === 'to' ? versus?.[show] : null
  return id ? [{ id, color: versus!.colors.alone, opacity: 1 }, ...layers] : layers
}

const closeAll = (picture: Picture): void => {
  for (const layer of picture.layers.values()) layer.coverage.close()
  picture.layers.clear()
}
