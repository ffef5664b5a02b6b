import type { Result } from '#core/base/result.ts'
import { NM_PER_MM } from '#core/base/units.ts'
import type { ComparisonShape, LayerDiffShape } from '#core/ipc/compare.ipc.ts'
import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { fetchComparedHoles, fetchComparedLayer } from '#renderer/bridge/fetch-compared.ts'
import type { Refusal } from '#renderer/bridge/model.ts'
import type { AppState } from '#renderer/state/app-state.ts'
import { boxMmToNm } from '#renderer/state/show-finding.ts'
import { selectChanges } from '#renderer/state/slices/compare.slice.ts'
import type { AppStore } from '#renderer/state/store.ts'
import { overlayColors, tokenOf } from '#renderer/ui/theme-tokens.ts'
import { BoardViewer } from '#renderer/viewer/board-viewer.ts'
import { listenToPointer, type PointerActions } from '#renderer/viewer/pointer-input.ts'
import type { Look } from '#renderer/viewer/versus.ts'
import { holeLayer } from '../canvas/hole-layers.ts'
import { invertLayer } from '../canvas/negative-layer.ts'

/** What the canvas says about itself: nothing, or why something is missing. */
export interface CompareDrawing {
  readonly waiting: boolean
  readonly failure: string | null
}

type Side = 'from' | 'to'
type Box = readonly [number, number, number, number]

const DRILL = 'drill'
const OUTLINE = 'outline'
const OUTLINE_OPACITY = 0.7
const idOf = (side: Side, layer: string): string => `${side}:${layer}`
/** Room around a framed difference, as a share of it; nothing smaller than this many mm is framed. */
const MARGIN = 1.2
const LEAST_MM = 1.5

const canvas = (): HTMLCanvasElement => {
  const element = document.createElement('canvas')
  element.className = 'board-canvas-surface'
  element.setAttribute('aria-hidden', 'true')
  return element
}

const lookOf = ({ look, blink, divider }: AppState): Look => {
  const shown = blink ?? look
  switch (shown) {
    case 'before':
      return { kind: 'alone', side: 'from' }
    case 'after':
      return { kind: 'alone', side: 'to' }
    case 'slider':
      return { kind: 'slider', at: divider }
    default:
      return { kind: shown }
  }
}

/** Draws a comparison for as long as its screen is open: both boards' layers, their differences, and what the pointer does. */
export class CompareSession implements PointerActions {
  readonly element = document.createElement('div')
  readonly viewer: BoardViewer
  readonly #store: AppStore
  readonly #onDrawing: (drawing: CompareDrawing) => void
  readonly #stops: (() => void)[] = []
  readonly #asked = new Map<string, 'waiting' | 'there'>()
  #failure: string | null = null
  #comparison: ComparisonShape | null = null
  #fitted: ComparisonShape | null = null

  /** @throws when there is no drawing surface at all */
  constructor(store: AppStore, onDrawing: (drawing: CompareDrawing) => void) {
    this.#store = store
    this.#onDrawing = onDrawing
    this.element.className = 'board-canvas-host'
    const surfaces = { artwork: canvas(), overlay: canvas() }
    this.element.append(surfaces.artwork, surfaces.overlay)
    this.viewer = new BoardViewer(surfaces, this.#theme(), store.getState().settings.drawing, {})
    const resized = new ResizeObserver(() => this.#fitElement())
    resized.observe(this.element)
    const themed = new MutationObserver(() => this.#retheme())
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    this.#stops.push(
      listenToPointer(this.element, this),
      () => resized.disconnect(),
      () => themed.disconnect(),
      store.subscribe((state, before) => this.#follow(state, before)),
    )
    this.#follow(store.getState(), null)
  }

  dispose(): void {
    for (const stop of this.#stops) stop()
    this.viewer.dispose()
    this.element.remove()
  }

  fit(): void {
    const box = this.#extent()
    if (box) this.viewer.fit(boxMmToNm(box), 0.05)
  }

  /** Frames a place, mm. */
  frame([x0, y0, x1, y1]: Box): void {
    const grow = Math.max(0, LEAST_MM - Math.max(x1 - x0, y1 - y0)) / 2
    this.viewer.fit(boxMmToNm([x0 - grow, y0 - grow, x1 + grow, y1 + grow]), MARGIN)
  }

  pan(dx: number, dy: number): void {
    this.viewer.pan(dx, dy)
  }

  zoom(x: number, y: number, factor: number): void {
    this.viewer.zoomAt(x, y, factor)
  }

  click(x: number, y: number): void {
    this.#store.getState().selectChange(this.viewer.boxAt(x, y))
  }

  hover(x: number, y: number): void {
    const [wx, wy] = this.viewer.worldAt(x, y)
    this.#store.getState().setPointer([wx / NM_PER_MM, wy / NM_PER_MM])
  }

  leave(): void {
    this.#store.getState().setPointer(null)
  }

  box(): void {
    // There is no zoom tool here: the wheel and the keys do it.
  }

  wantsBox(): boolean {
    return false
  }

  /** Around both boards, mm. */
  #extent(): Box | null {
    const art = this.#comparison?.artwork
    const boxes = [art?.from.boundsMm, art?.to.boundsMm].filter((box) => !!box)
    if (boxes.length === 0) return null
    const side = (i: number, pick: (...values: number[]) => number): number => pick(...boxes.map((box) => box[i]!))
    return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)]
  }

  #theme(): ConstructorParameters<typeof BoardViewer>[1] {
    return { background: tokenOf('--canvas'), overlay: overlayColors() }
  }

  #retheme(): void {
    this.viewer.setTheme(this.#theme())
    this.#show(this.#store.getState())
  }

  #fitElement(): void {
    const { clientWidth, clientHeight } = this.element
    if (clientWidth === 0 || clientHeight === 0) return
    this.viewer.resize(clientWidth, clientHeight, window.devicePixelRatio)
    this.#fitOnce()
  }

  /** The boards are framed once they are known and the canvas has a size; afterwards the view is the user's. */
  #fitOnce(): void {
    const box = this.#extent()
    if (!box || this.#fitted === this.#comparison || this.viewer.size.width <= 1) return
    this.#fitted = this.#comparison
    this.viewer.fit(boxMmToNm(box), 0.05, { jump: true, remember: false })
  }

  #follow(state: AppState, before: AppState | null): void {
    const changed = (...keys: (keyof AppState)[]): boolean => !before || keys.some((key) => state[key] !== before[key])
    if (state.comparison !== this.#comparison) this.#begin(state.comparison)
    if (changed('comparison', 'comparedLayer', 'look', 'blink', 'divider')) this.#show(state)
    if (changed('look')) this.#reframe(before)
    if (changed('comparison', 'comparedLayer', 'selectedChange', 'acceptedEdits', 'showsAccepted')) this.#mark(state)
    if (changed('selectedChange') && state.selectedChange !== null) this.#frameChange(state)
  }

  /** Half the width shows less: what was in view stays in view. */
  #reframe(before: AppState | null): void {
    if (before && (before.look === 'beside' || this.#store.getState().look === 'beside') && before.selectedChange === null) this.fit()
  }

  #begin(comparison: ComparisonShape | null): void {
    for (const [id, state] of this.#asked) if (state === 'there') this.viewer.removeLayer(id)
    this.#asked.clear()
    this.#failure = null
    this.#comparison = comparison
    this.#fitOnce()
  }

  #rowOf(layer: string | null): LayerDiffShape | null {
    return this.#comparison?.diff.layers.find((l) => l.id === layer) ?? null
  }

  #show({ comparedLayer, ...state }: AppState): void {
    const row = this.#rowOf(comparedLayer)
    if (!row) {
      this.viewer.setVersus(null)
      this.viewer.setLayers([], false)
      return
    }
    const has = (side: Side, { id, state: is }: LayerDiffShape): boolean => id === DRILL || is !== (side === 'from' ? 'added' : 'removed')
    const [from, to] = [has('from', row) ? idOf('from', row.id) : null, has('to', row) ? idOf('to', row.id) : null]
    if (from) void this.#load('from', row.id)
    if (to) void this.#load('to', row.id)
    const colors = {
      onlyFrom: tokenOf('--only-before'),
      onlyTo: tokenOf('--only-after'),
      both: tokenOf('--in-both'),
      alone: tokenOf('--compared'),
    }
    this.viewer.setVersus({ from, to, look: lookOf({ comparedLayer, ...state }), colors })
    const edge = row.id === OUTLINE ? null : this.#rowOf(OUTLINE)
    const isThere = edge && has('to', edge)
    if (isThere) void this.#load('to', OUTLINE)
    this.viewer.setLayers(isThere ? [{ id: idOf('to', OUTLINE), color: tokenOf('--muted'), opacity: OUTLINE_OPACITY }] : [], false)
    this.#tell()
  }

  async #load(side: Side, layer: string): Promise<void> {
    const comparison = this.#comparison
    const id = idOf(side, layer)
    if (!comparison || this.#asked.has(id)) return
    this.#asked.set(id, 'waiting')
    const read = await this.#read(comparison, side, layer)
    if (this.#comparison !== comparison) return
    if (read.ok) await this.viewer.addLayer(id, read.value.layer, [...read.value.buffers])
    else this.#failure = read.error.message
    if (this.#comparison !== comparison) return
    this.#asked.set(id, 'there')
    this.#tell()
  }

  async #read(
    { artwork }: ComparisonShape,
    side: Side,
    layer: string,
  ): Promise<Result<{ layer: PlottedLayer; buffers: readonly ArrayBuffer[] }, Refusal>> {
    if (layer === DRILL) {
      const holes = await fetchComparedHoles(artwork.id, side, layer)
      return holes.ok ? { ok: true, value: { layer: holeLayer(holes.value, null), buffers: [] } } : holes
    }
    const read = await fetchComparedLayer(artwork.id, side, layer)
    const { negatives, boundsMm } = artwork[side]
    if (!read.ok || !negatives.includes(layer) || !boundsMm) return read
    return { ok: true, value: { layer: invertLayer(read.value.layer, boxMmToNm(boundsMm)), buffers: [] } }
  }

  #tell(): void {
    this.#onDrawing({ waiting: [...this.#asked.values()].includes('waiting'), failure: this.#failure })
  }

  #mark(state: AppState): void {
    const boxes = selectChanges(state)
      .filter((o) => o.layer === state.comparedLayer)
      .map(({ number, boxMm }) => ({ number, box: boxMmToNm(boxMm) }))
    this.viewer.setOverlay({ boxes, selectedBox: state.selectedChange })
  }

  #frameChange({ selectedChange, comparison }: AppState): void {
    const change = comparison?.diff.objects.find((o) => o.number === selectedChange)
    if (!change) return
    const { boxMm, from, at } = change
    if (!from) {
      this.frame(boxMm)
      return
    }
    // A moved object: where it was is shown too.
    const [dx, dy] = [from.x - at.x, from.y - at.y]
    const [x0, y0, x1, y1] = boxMm
    this.frame([Math.min(x0, x0 + dx), Math.min(y0, y0 + dy), Math.max(x1, x1 + dx), Math.max(y1, y1 + dy)])
  }
}
