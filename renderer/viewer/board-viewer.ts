import type { Box, Point } from '#core/base/box.ts'
import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { fitBox, flip, panBy, rotate, START_CAMERA, toScreen, toWorld, zoomAt, type Camera, type ViewSize } from './camera.ts'
import { CameraHistory } from './camera-history.ts'
import { CameraMotion } from './camera-motion.ts'
import { createPainter, type Drawing } from './create-painter.ts'
import type { BinnedGeometry } from './geometry/binned-geometry.ts'
import { FrameStats, type FrameFigures } from './frame-stats.ts'
import { drawOverlay } from './overlay/draw-overlay.ts'
import { drawPanes } from './overlay/draw-panes.ts'
import { PIN_RISE_PX } from './overlay/pin-shape.ts'
import { EMPTY_OVERLAY, type OverlayColors, type OverlayState } from './overlay/overlay.ts'
import type { Painter, Scene, ShownLayer } from './picture.ts'
import { boxAt } from './overlay/draw-boxes.ts'
import { paneAt, panesOf, type Pane, type Versus } from './versus.ts'
import type { Derived } from './worker/derived-artwork.ts'
import { startDrawWorker, type DrawClient } from './worker/draw-client.ts'

/** The two canvases of a view: artwork below, overlay above; the overlay takes the pointer. */
export interface ViewerHost {
  readonly artwork: HTMLCanvasElement
  readonly overlay: HTMLCanvasElement
}

export interface ViewerEvents {
  onCamera?(camera: Camera): void
  /** After each frame; `pending` = a sharper picture is on its way. */
  onFrame?(figures: FrameFigures, pending: boolean): void
}

export interface ViewerTheme {
  readonly background: string
  readonly overlay: OverlayColors
}

/**
 * Shows plotted layers and overlays on two canvases. Knows neither React nor the store: it is told what to show and
 * says what the camera does.
 */
export class BoardViewer {
  readonly client: DrawClient
  readonly painterKind: Painter['kind']
  readonly software: boolean
  readonly #host: ViewerHost
  readonly #events: ViewerEvents
  readonly #painter: Painter
  readonly #overlayContext: CanvasRenderingContext2D
  readonly #geometry = new Map<string, BinnedGeometry>()
  readonly #history = new CameraHistory()
  readonly #motion = new CameraMotion()
  readonly #stats = new FrameStats()
  #camera: Camera = START_CAMERA
  #size: ViewSize = { width: 1, height: 1 }
  #density = 1
  #layers: readonly ShownLayer[] = []
  #outlines = false
  #versus: Versus | null = null
  #theme: ViewerTheme
  #overlay: OverlayState = EMPTY_OVERLAY
  #frame = 0
  #disposed = false

  /** @throws when the page gives no drawing context at all */
  constructor(host: ViewerHost, theme: ViewerTheme, drawing: Drawing, events: ViewerEvents) {
    this.#host = host
    this.#theme = theme
    this.#events = events
    this.client = startDrawWorker()
    const painter = createPainter(
      host.artwork,
      drawing,
      this.client,
      (id) => this.#geometry.get(id) ?? null,
      () => this.refresh(),
    )
    const context = host.overlay.getContext('2d')
    if (!painter || !context) throw new Error('This browser gives no drawing surface.')
    this.#painter = painter
    this.#overlayContext = context
    this.painterKind = painter.kind
    this.software = painter.software
  }

  get camera(): Camera {
    return this.#motion.target ?? this.#camera
  }

  get size(): ViewSize {
    return this.#size
  }

  /** Hands a layer over to the drawing worker (its buffers are moved, not copied) and shows it once ready. */
  async addLayer(id: string, layer: PlottedLayer, transfer: Transferable[]): Promise<void> {
    const { geometry } = await this.client.call('add', { id, layer, geometry: this.painterKind === 'webgl' }, transfer)
    this.#accept(id, geometry)
  }

  /** Shows everything on `layers` that belongs to the nets as a layer of its own. @returns how many objects that are */
  async addNetLayer(id: string, nets: readonly string[], layers: readonly string[]): Promise<number> {
    const { geometry, objects } = await this.client.call('netArtwork', { id, nets, layers, geometry: this.painterKind === 'webgl' })
    this.#accept(id, geometry)
    return objects
  }

  /** Shows artwork made from other layers as a layer of its own. @returns how many primitives it has */
  async addDerived(id: string, of: Derived): Promise<number> {
    const { geometry, prims } = await this.client.call('derive', { id, of, geometry: this.painterKind === 'webgl' })
    this.#accept(id, geometry)
    return prims
  }

  /**
   * Paints now and copies what is seen, artwork and overlay, as a PNG.
   * @throws when the browser cannot encode it
   */
  snapshot(): Promise<Blob> {
    // Within one task: what WebGL has drawn is only there until the browser takes it.
    this.#draw(performance.now())
    const { artwork, overlay } = this.#host
    const picture = new OffscreenCanvas(overlay.width, overlay.height)
    const context = picture.getContext('2d')!
    context.drawImage(artwork, 0, 0, picture.width, picture.height)
    context.drawImage(overlay, 0, 0)
    return picture.convertToBlob({ type: 'image/png' })
  }

  #accept(id: string, geometry: BinnedGeometry | null): void {
    if (this.#disposed) return
    if (geometry) this.#geometry.set(id, geometry)
    this.#painter.invalidate(id)
    this.refresh()
  }

  removeLayer(id: string): void {
    this.#geometry.delete(id)
    this.#painter.invalidate(id)
    void this.client.call('remove', { id })
    this.refresh()
  }

  /** Sets the visible layers, bottom first. */
  setLayers(layers: readonly ShownLayer[], outlines: boolean): void {
    this.#layers = layers
    this.#outlines = outlines
    this.refresh()
  }

  /** Holds two layers against each other beneath the others, or no longer. */
  setVersus(versus: Versus | null): void {
    this.#versus = versus
    this.refresh()
  }

  setTheme(theme: ViewerTheme): void {
    this.#theme = theme
    this.refresh()
  }

  setOverlay(part: Partial<OverlayState>): void {
    this.#overlay = { ...this.#overlay, ...part }
    this.refresh()
  }

  resize(width: number, height: number, density: number): void {
    this.#size = { width: Math.max(1, width), height: Math.max(1, height) }
    this.#density = density
    this.refresh()
  }

  /** Moves the camera; `jump` leaves out the motion, `remember` keeps the old view for "previous view". */
  look(to: Camera, { jump = false, remember = true }: { jump?: boolean; remember?: boolean } = {}): void {
    if (remember) this.#history.push(this.camera)
    const still = jump || matchMedia('(prefers-reduced-motion: reduce)').matches
    this.#motion.begin(this.#camera, to, performance.now(), still)
    this.refresh()
  }

  fit(box: Box, margin?: number, options?: { jump?: boolean; remember?: boolean }): void {
    const { left, right } = this.#panes().at(-1)!
    const width = this.#versus?.look.kind === 'beside' ? (right - left) / this.#density : this.#size.width
    this.look(fitBox(this.camera, { ...this.#size, width }, box, margin), options)
  }

  zoomAt(x: number, y: number, factor: number): void {
    this.look(zoomAt(this.camera, this.#size, this.#unfold(x), y, factor), { jump: true, remember: false })
  }

  pan(dx: number, dy: number): void {
    this.look(panBy(this.camera, dx, dy), { jump: true, remember: false })
  }

  flip(): void {
    this.look(flip(this.camera))
  }

  rotate(): void {
    this.look(rotate(this.camera))
  }

  /** Returns to the view before the last deliberate move. @returns false when there is none */
  previousView(): boolean {
    const view = this.#history.pop(this.camera)
    if (view) this.look(view, { remember: false })
    return view !== null
  }

  worldAt(x: number, y: number): Point {
    return toWorld(this.#camera, this.#size, this.#unfold(x), y)
  }

  /** @returns the id of the marker nearest to a place on the screen within `reach` pixels, or null */
  markerAt(x: number, y: number, reach: number): string | null {
    let best: string | null = null
    let nearest = reach
    for (const marker of this.#overlay.markers) {
      const [mx, my] = toScreen(this.#camera, this.#size, marker.x, marker.y)
      const distance = Math.hypot(mx - x, my - y)
      if (distance >= nearest) continue
      nearest = distance
      best = marker.id
    }
    return best
  }

  /** @returns the id of the pin whose plate lies at a place on the screen, or null */
  pinAt(x: number, y: number, reach: number): string | null {
    const found = this.#overlay.pins.findLast((pin) => {
      const [px, py] = toScreen(this.#camera, this.#size, pin.x, pin.y)
      return Math.hypot(px - x, py - PIN_RISE_PX - y) < reach
    })
    return found?.id ?? null
  }

  /** @returns the number of the smallest box at a place on the screen, or null */
  boxAt(x: number, y: number): number | null {
    return boxAt(this.#overlay.boxes, this.#camera, this.#size, this.#unfold(x), y)
  }

  #panes(): readonly Pane[] {
    return panesOf(this.#versus, Math.max(1, Math.round(this.#size.width * this.#density)))
  }

  /** @returns where a place of the screen lies in the one picture that all panes show parts of, CSS pixels */
  #unfold(x: number): number {
    return x - paneAt(this.#panes(), x * this.#density).offset / this.#density
  }

  /** Asks for a new frame. */
  refresh(): void {
    if (this.#frame === 0 && !this.#disposed) this.#frame = requestAnimationFrame((now) => this.#draw(now))
  }

  #draw(now: number): void {
    this.#frame = 0
    const started = performance.now()
    const moved = this.#motion.at(now)
    if (moved) {
      this.#camera = moved
      this.#events.onCamera?.(moved)
    }
    const scene: Scene = {
      camera: this.#camera,
      size: this.#size,
      density: this.#density,
      background: this.#theme.background,
      layers: this.#layers,
      versus: this.#versus,
      outlines: this.#outlines,
    }
    const report = this.#painter.paint(scene)
    this.#drawOverlay()
    const moving = this.#motion.target !== null
    // The canvas painter says by itself when a layer has arrived.
    if (moving || (report.pending && this.painterKind === 'webgl')) this.refresh()
    this.#events.onFrame?.(this.#stats.note(performance.now() - started, report), report.pending || moving)
  }

  #drawOverlay(): void {
    drawPanes(this.#overlayContext, this.#size, this.#density, this.#panes(), (context) =>
      drawOverlay(context, this.#camera, this.#size, this.#overlay, this.#theme.overlay),
    )
  }

  dispose(): void {
    this.#disposed = true
    cancelAnimationFrame(this.#frame)
    this.#painter.dispose()
    this.client.dispose()
  }
}
