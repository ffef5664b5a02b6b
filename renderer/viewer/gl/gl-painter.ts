import { cachedViewOf, isSharp, type CachedView } from '../cached-view.ts'
import type { BinnedGeometry } from '../geometry/binned-geometry.ts'
import { chooseOverview } from '../overview.ts'
import { rgbOf, type Painter, type PaintReport, type Scene } from '../picture.ts'
import { panesOf, versusLayers } from '../versus.ts'
import { Composite, type Composed } from './composite.ts'
import { CoverageTargets } from './coverage-targets.ts'
import { GpuLayer } from './gpu-layer.ts'
import { LayerPrograms } from './layer-programs.ts'
import { RedrawJob, type JobLayer } from './redraw-job.ts'

/** The picture on show: whose view it is, which layer lies in which slot and in which version. */
interface Picture extends Composed {
  readonly slots: Map<string, { slot: number; version: number }>
  readonly outlines: boolean
}

const SLICE_MS = 12
const SPARE_SLOTS = 4
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i

/** @returns whether the context's pixels are computed by the processor */
export const isSoftwareGl = (gl: WebGL2RenderingContext): boolean => {
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  return SOFTWARE.test(String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)))
}

/** Draws with WebGL 2. Geometry goes into cached coverages; every frame only colours these. */
export class GlPainter implements Painter {
  readonly kind = 'webgl'
  readonly software: boolean
  readonly #canvas: HTMLCanvasElement
  readonly #gl: WebGL2RenderingContext
  readonly #geometryOf: (id: string) => BinnedGeometry | null
  #programs: LayerPrograms
  #composite: Composite
  readonly #layers = new Map<string, GpuLayer>()
  readonly #versions = new Map<string, number>()
  #picture: Picture | null = null
  /** An older, wider picture behind the present one. */
  #overview: Picture | null = null
  #spare: CoverageTargets | null = null
  #job: RedrawJob | null = null
  #report = { drawn: 0, bins: 0 }
  #lost = false

  /** @param onRestored called when the context came back after a loss: paint again */
  constructor(
    canvas: HTMLCanvasElement,
    gl: WebGL2RenderingContext,
    geometryOf: (id: string) => BinnedGeometry | null,
    onRestored: () => void,
  ) {
    this.#canvas = canvas
    this.#gl = gl
    this.#geometryOf = geometryOf
    this.software = isSoftwareGl(gl)
    this.#programs = new LayerPrograms(gl)
    this.#composite = new Composite(gl)
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault()
      this.#lost = true
    })
    canvas.addEventListener('webglcontextrestored', () => {
      this.#forget()
      this.#programs = new LayerPrograms(gl)
      this.#composite = new Composite(gl)
      this.#lost = false
      onRestored()
    })
  }

  /** What the lost context held is gone with it. */
  #forget(): void {
    this.#layers.clear()
    this.#picture = null
    this.#overview = null
    this.#spare = null
    this.#job = null
  }

  invalidate(layer: string): void {
    this.#layers.get(layer)?.dispose()
    this.#layers.delete(layer)
    // What it showed of the layer is out of date and would not be drawn again.
    this.#overview?.slots.delete(layer)
    this.#versions.set(layer, this.#versionOf(layer) + 1)
    if (this.#job?.layers.some((l) => l.id === layer)) this.#abandon()
  }

  #versionOf(layer: string): number {
    return this.#versions.get(layer) ?? 0
  }

  #abandon(): void {
    if (this.#job?.replaces) this.#keepSpare(this.#job.targets)
    this.#job = null
  }

  #keepSpare(targets: CoverageTargets): void {
    if (this.#spare && this.#spare !== targets) this.#spare.dispose()
    this.#spare = targets
  }

  #gpuLayer(id: string): GpuLayer | null {
    const known = this.#layers.get(id)
    if (known) return known
    const geometry = this.#geometryOf(id)
    if (!geometry) return null
    const layer = new GpuLayer(this.#gl, geometry)
    this.#layers.set(id, layer)
    return layer
  }

  paint(scene: Scene): PaintReport {
    if (this.#lost) return { pending: false, ...this.#report }
    const screen = this.#fitCanvas(scene)
    if (!this.#job) this.#job = this.#plan(scene, screen)
    let pending = false
    if (this.#job) {
      if (this.#job.advance(this.software, SLICE_MS)) {
        this.#finish(this.#job)
        this.#job = null
        // A job in slices keeps the view that it began with: the scene may have moved on meanwhile.
        pending = this.software && this.#plan(scene, screen, true) !== null
      } else pending = true
    }
    this.#show(scene, screen)
    return { pending, ...this.#report }
  }

  #fitCanvas({ size, density }: Scene): { width: number; height: number } {
    const width = Math.max(1, Math.round(size.width * density))
    const height = Math.max(1, Math.round(size.height * density))
    if (this.#canvas.width !== width) this.#canvas.width = width
    if (this.#canvas.height !== height) this.#canvas.height = height
    return { width, height }
  }

  /** @returns what has to be drawn for the scene, or null when the picture on show is right */
  #plan(scene: Scene, screen: { width: number; height: number }, dry = false): RedrawJob | null {
    const wanted = [...versusLayers(scene.versus), ...scene.layers.map((l) => l.id)].flatMap((id) => {
      const layer = this.#gpuLayer(id)
      return layer ? [{ id, layer, version: this.#versionOf(id) }] : []
    })
    const picture = this.#picture
    const isGood = picture !== null && picture.outlines === scene.outlines && isSharp(scene.camera, screen, picture.view)
    const missing = isGood ? wanted.filter((w) => picture.slots.get(w.id)?.version !== w.version) : wanted
    if (isGood && missing.length === 0) return null
    if (!isGood && wanted.length === 0 && picture === null) return null
    if (isGood) {
      const added = this.#intoPicture(picture, missing)
      if (added) {
        const work = { view: picture.view, targets: picture.targets, layers: added, outlines: scene.outlines, replaces: false }
        return new RedrawJob(this.#gl, this.#programs, work)
      }
    }
    const view = cachedViewOf(scene.camera, scene.size, scene.density)
    const targets = dry ? (picture?.targets ?? null) : this.#targetsFor(view, wanted.length)
    if (!targets) return null
    const layers = wanted.map((w, slot) => ({ ...w, slot }))
    return new RedrawJob(this.#gl, this.#programs, { view, targets, layers, outlines: scene.outlines, replaces: true })
  }

  /** @returns free slots of the picture on show for the layers that it lacks; null when they do not fit */
  #intoPicture(picture: Picture, missing: readonly Omit<JobLayer, 'slot'>[]): readonly JobLayer[] | null {
    const taken = new Set([...picture.slots].filter(([id]) => !missing.some((m) => m.id === id)).map(([, s]) => s.slot))
    const free = Array.from({ length: picture.targets.slots }, (_, slot) => slot).filter((slot) => !taken.has(slot))
    if (free.length < missing.length) return null
    return missing.map((m, i) => ({ ...m, slot: free[i]! }))
  }

  #targetsFor(view: CachedView, layers: number): CoverageTargets | null {
    const spare = this.#spare
    this.#spare = null
    if (spare && spare.width === view.width && spare.height === view.height && spare.slots >= layers) return spare
    spare?.dispose()
    return CoverageTargets.create(this.#gl, view.width, view.height, layers + SPARE_SLOTS)
  }

  #finish(job: RedrawJob): void {
    const slots = new Map(job.replaces ? [] : (this.#picture?.slots ?? []))
    for (const { id, slot, version } of job.layers) slots.set(id, { slot, version })
    const picture: Picture = { view: job.view, targets: job.targets, slots, outlines: job.outlines }
    const old = job.replaces ? [this.#overview, this.#picture] : []
    this.#picture = picture
    if (job.replaces) this.#overview = chooseOverview(old, picture)
    for (const one of old) if (one && one !== this.#overview) this.#keepSpare(one.targets)
    this.#report = { drawn: job.drawn, bins: job.bins }
  }

  #show(scene: Scene, screen: { width: number; height: number }): void {
    const gl = this.#gl
    gl.bindFramebuffer(gl.FRAMEBUFFER, null)
    gl.viewport(0, 0, screen.width, screen.height)
    gl.disable(gl.BLEND)
    gl.clearColor(...rgbOf(scene.background), 1)
    gl.clear(gl.COLOR_BUFFER_BIT)
    const picture = this.#picture
    if (!picture) return
    const behind = this.#overview && !isSharp(scene.camera, screen, picture.view) ? this.#overview : null
    gl.enable(gl.SCISSOR_TEST)
    for (const pane of panesOf(scene.versus, screen.width)) {
      gl.scissor(pane.left, 0, pane.right - pane.left, screen.height)
      if (behind) this.#composite.lay(behind, scene, screen, pane)
      this.#composite.lay(picture, scene, screen, pane)
    }
    gl.disable(gl.SCISSOR_TEST)
  }

  dispose(): void {
    for (const layer of this.#layers.values()) layer.dispose()
    this.#picture?.targets.dispose()
    this.#overview?.targets.dispose()
    this.#spare?.dispose()
    this.#forget()
  }
}
