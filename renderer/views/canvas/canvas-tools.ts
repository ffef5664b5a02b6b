import type { Point } from '#core/base/box.ts'
import { toMm } from '#core/base/units.ts'
import { shownLayers } from '#renderer/state/slices/layers.slice.ts'
import type { AppStore } from '#renderer/state/store.ts'
import type { BoardViewer } from '#renderer/viewer/board-viewer.ts'
import { MeasureTool } from '#renderer/viewer/measure-tool.ts'
import type { PointerActions } from '#renderer/viewer/pointer-input.ts'
import type { Hit } from '#renderer/viewer/worker/protocol.ts'
import { focusLayers } from './overlay-of.ts'

const PICK_PX = 4
const SNAP_PX = 12
const MARKER_PX = 12

/** What the pointer does on the canvas, by the tool chosen. */
export class CanvasTools implements PointerActions {
  readonly #store: AppStore
  readonly #viewer: BoardViewer
  readonly #measure = new MeasureTool()
  /** The first of two objects. */
  #gapFrom: Hit | null = null
  /** Only the newest answer of the worker counts. */
  #asked = 0

  constructor(store: AppStore, viewer: BoardViewer) {
    this.#store = store
    this.#viewer = viewer
  }

  /** Visible layers, top first: what is on top is picked first. */
  #layersTopFirst(): readonly string[] {
    const state = this.#store.getState()
    const input = { ...state, layers: state.board?.layers ?? [], focus: focusLayers(state) }
    return shownLayers(input, 'dark', 'standard')
      .map((l) => l.id)
      .toReversed()
  }

  #tolerance(px: number): number {
    return px / this.#viewer.camera.scale
  }

  pan(dx: number, dy: number): void {
    this.#viewer.pan(dx, dy)
  }

  zoom(x: number, y: number, factor: number): void {
    this.#viewer.zoomAt(x, y, factor)
  }

  wantsBox(): boolean {
    return this.#store.getState().tool === 'zoom-box'
  }

  hover(x: number, y: number, free: boolean): void {
    const state = this.#store.getState()
    const at = this.#viewer.worldAt(x, y)
    state.setPointer([toMm(at[0]), toMm(at[1])])
    if (state.tool === 'measure') void this.#snapped(at, free).then((place) => this.#moveMeasure(place))
    else if (state.settings.hoverPreview) void this.#preview(at)
  }

  leave(): void {
    this.#asked++
    this.#store.getState().setPointer(null)
    this.#store.getState().setHover(null)
    this.#viewer.setOverlay({ snap: null })
  }

  click(x: number, y: number, free: boolean, add: boolean): void {
    const at = this.#viewer.worldAt(x, y)
    const { tool } = this.#store.getState()
    if (tool === 'measure') void this.#snapped(at, free).then((place) => this.#clickMeasure(place))
    else if (tool === 'gap') void this.#gapAt(at)
    else if (tool === 'note') this.#pinNote(at)
    else if (tool === 'select' && !this.#clickMarker(x, y)) void this.pickAt(at, add)
  }

  box(x0: number, y0: number, x1: number, y1: number, done: boolean): void {
    const a = this.#viewer.worldAt(x0, y0)
    const b = this.#viewer.worldAt(x1, y1)
    const box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])] as const
    this.#viewer.setOverlay({ zoomBox: done ? null : box })
    if (!done) return
    this.#viewer.fit(box, 0)
    this.#store.getState().setTool('select')
  }

  /** Picks at a place; `add` joins the net found to those highlighted. */
  async pickAt(at: Point, add: boolean): Promise<void> {
    const hits = await this.#viewer.client.call('pick', {
      x: at[0],
      y: at[1],
      tolerance: this.#tolerance(PICK_PX),
      layers: this.#layersTopFirst(),
    })
    const state = this.#store.getState()
    state.setHits(hits)
    const nets = hits[0]?.nets ?? []
    if (add && nets.length) state.highlightNets([...new Set([...state.highlightedNets, ...nets])])
  }

  /** The first object is held, the second gives the gap; a third begins anew. */
  async #gapAt(at: Point): Promise<void> {
    const { measurement, hits, setMeasurement, notify } = this.#store.getState()
    const first = measurement ? null : this.#gapFrom && hits[0] === this.#gapFrom ? this.#gapFrom : null
    if (measurement) setMeasurement(null)
    await this.pickAt(at, false)
    const [picked] = this.#store.getState().hits
    if (!picked) return notify('note', 'There is no object to measure from. Click on something that is drawn.')
    this.#gapFrom = first ? null : picked
    if (!first) return
    const gap = await this.#viewer.client.call('gap', { a: first, b: picked })
    if (gap) setMeasurement({ from: gap.from, to: gap.to, done: true })
    else notify('note', 'One of the two objects draws nothing.')
  }

  #clickMarker(x: number, y: number): boolean {
    const pin = this.#viewer.pinAt(x, y, MARKER_PX)
    if (pin) this.#store.getState().selectNote(pin)
    const near = pin ? null : this.#viewer.markerAt(x, y, MARKER_PX)
    if (near) this.#store.getState().selectFinding(near)
    return pin !== null || near !== null
  }

  /** Asks for the text of a note at a place. */
  #pinNote(at: Point): void {
    const { activeLayer, setTool, startNoting } = this.#store.getState()
    setTool('select')
    startNoting({ kind: 'place', at: { x: toMm(at[0]), y: toMm(at[1]) }, layer: activeLayer })
  }

  async #preview(at: Point): Promise<void> {
    const asked = ++this.#asked
    const hits = await this.#viewer.client.call('pick', {
      x: at[0],
      y: at[1],
      tolerance: this.#tolerance(PICK_PX),
      layers: this.#layersTopFirst(),
    })
    if (asked === this.#asked) this.#store.getState().setHover(hits[0] ?? null)
  }

  async #snapped(at: Point, free: boolean): Promise<{ at: Point; kind: string | null }> {
    if (free) return { at, kind: null }
    const found = await this.#viewer.client.call('snap', {
      x: at[0],
      y: at[1],
      tolerance: this.#tolerance(SNAP_PX),
      layers: this.#layersTopFirst(),
    })
    return found ? { at: [found.x, found.y], kind: found.kind } : { at, kind: null }
  }

  #moveMeasure({ at, kind }: { at: Point; kind: string | null }): void {
    this.#viewer.setOverlay({ snap: kind ? { at, kind } : null })
    const moved = this.#syncMeasure().move(at)
    if (moved && !moved.done) this.#store.getState().setMeasurement(moved)
  }

  #clickMeasure({ at }: { at: Point }): void {
    this.#store.getState().setMeasurement(this.#syncMeasure().click(at))
  }

  /** Esc clears the measurement in the store: the tool follows. */
  #syncMeasure(): MeasureTool {
    if (!this.#store.getState().measurement) this.#measure.clear()
    return this.#measure
  }

  /** A step of the keyboard's crosshair, and what it does on Enter. */
  crosshairClick(at: Point, free: boolean): void {
    const { tool } = this.#store.getState()
    if (tool === 'measure') void this.#snapped(at, free).then((place) => this.#clickMeasure(place))
    else if (tool === 'gap') void this.#gapAt(at)
    else if (tool === 'note') this.#pinNote(at)
    else void this.pickAt(at, false)
  }
}
