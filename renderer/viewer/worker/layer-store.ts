import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { visibleBox } from '../camera.ts'
import { deviceLinear, type CachedView } from '../cached-view.ts'
import { paintArtwork, worldMap } from '../canvas/paint-artwork.ts'
import type { Artwork } from '../geometry/drawable.ts'
import { describeObject } from '../pick/describe-object.ts'
import { LayerIndex } from '../pick/layer-index.ts'
import { pickLayer } from '../pick/pick-layer.ts'
import { betterSnap, snapInLayer, type SnapPoint } from '../pick/snap.ts'
import type { Hit } from './protocol.ts'

interface Stored {
  readonly art: Artwork
  /** Null for made-up layers (highlights), which cannot be picked. */
  readonly layer: PlottedLayer | null
  index: LayerIndex | null
}

/** The layers that the worker holds, with their indexes, made on first use. */
export class LayerStore {
  readonly #layers = new Map<string, Stored>()

  add(id: string, layer: PlottedLayer): void {
    this.#layers.set(id, { art: layer, layer, index: null })
  }

  addArtwork(id: string, art: Artwork): void {
    this.#layers.set(id, { art, layer: null, index: null })
  }

  remove(id: string): void {
    this.#layers.delete(id)
  }

  layer(id: string): PlottedLayer | null {
    return this.#layers.get(id)?.layer ?? null
  }

  #indexOf(stored: Stored): LayerIndex {
    stored.index ??= new LayerIndex(stored.art)
    return stored.index
  }

  pick(x: number, y: number, tolerance: number, ids: readonly string[]): readonly Hit[] {
    const hits: Hit[] = []
    for (const id of ids) {
      const stored = this.#layers.get(id)
      if (!stored?.layer) continue
      for (const { object, distance } of pickLayer(stored.layer, this.#indexOf(stored), x, y, tolerance)) {
        hits.push({ ...describeObject(id, stored.layer, object), distance })
      }
    }
    // What really covers the point comes before what is only near it.
    return [...hits.filter((h) => h.distance === 0), ...hits.filter((h) => h.distance > 0)]
  }

  snap(x: number, y: number, tolerance: number, ids: readonly string[]): SnapPoint | null {
    let best: SnapPoint | null = null
    for (const id of ids) {
      const stored = this.#layers.get(id)
      if (!stored?.layer) continue
      const found = snapInLayer(stored.layer, this.#indexOf(stored), x, y, tolerance)
      if (found) best = betterSnap(best, found)
    }
    return best
  }

  /** Paints a layer's coverage for a view into the rectangle (left, top, width, height) of the view; unknown layers paint nothing. */
  paintPart(
    context: OffscreenCanvasRenderingContext2D,
    id: string,
    view: CachedView,
    outlines: boolean,
    left: number,
    top: number,
    width: number,
    height: number,
  ): void {
    const stored = this.#layers.get(id)
    if (!stored) return
    const { camera, density } = view
    const linear = deviceLinear(view)
    const map = worldMap(linear, camera.x, camera.y, view.width / 2, view.height / 2)
    const middle = { x: left + width / 2 - view.width / 2, y: top + height / 2 - view.height / 2 }
    const [a, b, c, d] = linear
    const det = a * d - b * c
    const part = { ...camera, x: camera.x + (d * middle.x - b * middle.y) / det, y: camera.y + (a * middle.y - c * middle.x) / det }
    const box = visibleBox(part, { width: (width + 4) / density, height: (height + 4) / density })
    const index = this.#indexOf(stored)
    context.save()
    context.beginPath()
    context.rect(left, top, width, height)
    context.clip()
    paintArtwork(context, stored.art, map, index.isWithin(box) ? null : index.search(box), outlines)
    context.restore()
  }
}
