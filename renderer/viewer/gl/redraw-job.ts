import { visibleBox } from '../camera.ts'
import { deviceLinear, type CachedView } from '../cached-view.ts'
import type { CoverageTargets } from './coverage-targets.ts'
import type { DrawRange, GpuLayer } from './gpu-layer.ts'
import type { LayerPrograms } from './layer-programs.ts'

/** One layer to be drawn into one slot. */
export interface JobLayer {
  readonly id: string
  readonly slot: number
  readonly layer: GpuLayer
  readonly version: number
}

/** Items drawn before the clock is asked, where the processor draws. */
const SLICE_ITEMS = 4000

/** Draws layers into coverage targets, in slices, so that a large board never blocks a gesture. */
export class RedrawJob {
  readonly view: CachedView
  readonly targets: CoverageTargets
  readonly layers: readonly JobLayer[]
  readonly outlines: boolean
  /** False: the layers are added to the picture shown; true: they become the next picture. */
  readonly replaces: boolean
  drawn = 0
  bins = 0
  #layer = 0
  #range = 0
  #item = 0
  #ranges: DrawRange[] | null = null
  readonly #gl: WebGL2RenderingContext
  readonly #programs: LayerPrograms

  constructor(
    gl: WebGL2RenderingContext,
    programs: LayerPrograms,
    work: { view: CachedView; targets: CoverageTargets; layers: readonly JobLayer[]; outlines: boolean; replaces: boolean },
  ) {
    this.#gl = gl
    this.#programs = programs
    this.view = work.view
    this.targets = work.targets
    this.layers = work.layers
    this.outlines = work.outlines
    this.replaces = work.replaces
  }

  /**
   * Goes on drawing until done or until `budgetMs` is spent.
   * @param sliced whether the clock is asked at all; false on a GPU, whose work is not done when the calls return
   * @returns whether all is drawn
   */
  advance(sliced: boolean, budgetMs: number): boolean {
    const start = performance.now()
    while (this.#layer < this.layers.length) {
      const current = this.layers[this.#layer]!
      this.#openLayer(current)
      const ranges = this.#ranges ?? []
      while (this.#range < ranges.length) {
        const range = ranges[this.#range]!
        const from = Math.max(this.#item, range.from)
        const to = sliced ? Math.min(range.to, from + SLICE_ITEMS) : range.to
        this.#programs.draw(range, from, to, this.outlines)
        this.drawn += to - from
        this.#item = to
        if (to >= range.to) {
          this.#range++
          this.#item = 0
        }
        if (sliced && this.#isSpent(start, budgetMs)) return false
      }
      this.#ranges = null
      this.#range = 0
      this.#layer++
    }
    return true
  }

  /** Binds the layer's target; clears it and finds the visible bins when the layer is new. */
  #openLayer({ layer, slot }: JobLayer): void {
    const linear = deviceLinear(this.view)
    this.targets.bind(slot)
    if (!this.#ranges) {
      const gl = this.#gl
      gl.clearColor(0, 0, 0, 0)
      gl.clear(gl.COLOR_BUFFER_BIT)
      const { camera, width, height, density } = this.view
      this.#ranges = []
      this.bins += layer.collect(visibleBox(camera, { width: width / density, height: height / density }), this.#ranges)
      layer.placeBins(linear, camera.x, camera.y)
    }
    this.#programs.begin(layer, linear, this.targets, this.outlines)
  }

  #lastSync = 0
  #isSpent(start: number, budgetMs: number): boolean {
    if (this.drawn - this.#lastSync < SLICE_ITEMS) return false
    this.#lastSync = this.drawn
    // Reading a pixel waits for the drawing; `finish` does not reliably do so.
    this.#gl.readPixels(0, 0, 1, 1, this.#gl.RGBA, this.#gl.UNSIGNED_BYTE, new Uint8Array(4))
    return performance.now() - start > budgetMs
  }
}
