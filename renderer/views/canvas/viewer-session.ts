import { NM_PER_MM } from '#core/base/units.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { AppState } from '#renderer/state/app-state.ts'
import { boxMmToNm, findingBox } from '#renderer/state/show-finding.ts'
import { NON_PLATED_HOLES, PLATED_HOLES, shownLayers } from '#renderer/state/slices/layers.slice.ts'
import { selectFindingOf } from '#renderer/state/slices/review.slice.ts'
import type { AppStore } from '#renderer/state/store.ts'
import type { ColorScheme } from '#renderer/ui/layer-colors.ts'
import { currentScheme, overlayColors, tokenOf } from '#renderer/ui/theme-tokens.ts'
import { visibleBox, type Camera } from '#renderer/viewer/camera.ts'
import { BoardViewer } from '#renderer/viewer/board-viewer.ts'
import type { ShownLayer } from '#renderer/viewer/picture.ts'
import type { Derived } from '#renderer/viewer/worker/derived-artwork.ts'
import { listenToPointer } from '#renderer/viewer/pointer-input.ts'
import { CanvasTools } from './canvas-tools.ts'
import { layersOfShapes, realisticLayers } from './derived-layers.ts'
import { loadLayers } from './load-layers.ts'
import { savePicture } from './save-picture.ts'
import { focusLayers, gapsOf, markerMaker, measureLineOf, NEW_PIN, pinsOf, shownNets, witnessOf } from './overlay-of.ts'

const NET_LAYER = 'highlighted-nets'

/** How strong the other layers stay where nets stand out: there, but out of the way. */
const BESIDE_NETS = 0.35

/** @returns the layers, bottom first, with the nets above the artwork and below the holes, whose rings are looked at */
const withNets = (shown: readonly ShownLayer[]): readonly ShownLayer[] => {
  const isHole = ({ id }: ShownLayer): boolean => id === PLATED_HOLES || id === NON_PLATED_HOLES
  const others = shown.filter((l) => !isHole(l)).map((l) => ({ ...l, opacity: l.opacity * BESIDE_NETS }))
  return [...others, { id: NET_LAYER, color: tokenOf('--focus'), opacity: 0.9 }, ...shown.filter(isHole)]
}

const canvas = (): HTMLCanvasElement => {
  const element = document.createElement('canvas')
  element.className = 'board-canvas-surface'
  element.setAttribute('aria-hidden', 'true')
  return element
}

/**
 * One viewer for the life of the page, outside React: its element moves from screen to screen, so that nothing is
 * loaded twice. Follows the store and writes back what the pointer does.
 */
export class ViewerSession {
  readonly element = document.createElement('div')
  readonly viewer: BoardViewer
  readonly tools: CanvasTools
  readonly #store: AppStore
  readonly #backend: Backend
  readonly #markersOf = markerMaker()
  #boardKey: unknown = null
  #loading = 0
  #fitted: string | null = null
  #added: string[] = []
  #netsKey = ''
  /** Layers that were made from others, and from which state of them. */
  readonly #derived = new Map<string, string>()
  #netsDrawn = false
  /** The view before the first finding was selected. */
  #viewBefore: Camera | null = null

  /** @throws when there is no drawing surface at all */
  constructor(store: AppStore, backend: Backend) {
    this.#store = store
    this.#backend = backend
    this.element.className = 'board-canvas-host'
    const surfaces = { artwork: canvas(), overlay: canvas() }
    this.element.append(surfaces.artwork, surfaces.overlay)
    const { settings } = store.getState()
    this.viewer = new BoardViewer(surfaces, this.#theme(), settings.drawing, {
      onCamera: (camera) => store.getState().noteCamera(camera),
      onFrame: (figures) => store.getState().noteFigures(figures),
    })
    this.tools = new CanvasTools(store, this.viewer)
    listenToPointer(this.element, this.tools)
    new ResizeObserver(() => this.#fitElement()).observe(this.element)
    new MutationObserver(() => this.#retheme()).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    store.setState({ viewer: this.viewer, pickAt: (at) => this.tools.pickAt(at, false) })
    store.subscribe((state, before) => this.#follow(state, before))
    this.#follow(store.getState(), null)
  }

  #scheme(): ColorScheme {
    return currentScheme()
  }

  #theme(): ConstructorParameters<typeof BoardViewer>[1] {
    return { background: tokenOf('--canvas'), overlay: overlayColors() }
  }

  #retheme(): void {
    this.viewer.setTheme(this.#theme())
    this.#showLayers(this.#store.getState())
  }

  #fitElement(): void {
    const { clientWidth, clientHeight } = this.element
    if (clientWidth === 0 || clientHeight === 0) return
    this.viewer.resize(clientWidth, clientHeight, window.devicePixelRatio)
    this.#fitOnce(this.#store.getState())
  }

  /** The board is framed once it is known and the canvas has a size; afterwards the view is the user's. */
  #fitOnce({ board }: AppState): void {
    const bounds = board?.facts.boundsMm
    if (!board || !bounds || this.#fitted === board.id || this.viewer.size.width <= 1) return
    this.#fitted = board.id
    this.viewer.fit(boxMmToNm(bounds), 0.05, { jump: true, remember: false })
  }

  #follow(state: AppState, before: AppState | null): void {
    // Facts may change; new layers mean that the board was read again.
    if ((state.board?.layers ?? null) !== this.#boardKey) this.#openBoard(state)
    const changed = (...keys: (keyof AppState)[]): boolean => !before || keys.some((key) => state[key] !== before[key])
    if (
      changed(
        'layerViews',
        'layerOrder',
        'solo',
        'dimOthers',
        'activeLayer',
        'outlines',
        'shapes',
        'showsClear',
        'realistic',
        'flipped',
        'loadedLayers',
        'board',
        'selectedFinding',
        'stage',
        'settings',
        'review',
      )
    ) {
      this.#showLayers(state)
    }
    if (changed('review', 'filter', 'decisions', 'selectedFinding', 'board', 'measurement', 'settings', 'stage')) this.#showMarks(state)
    if (changed('decisions', 'noting', 'selectedNote', 'stage')) this.#showPins(state)
    if (changed('highlightedNets', 'selectedFinding', 'review', 'stage', 'loadedLayers')) void this.#showNets(state)
    if (changed('hits', 'hitIndex')) void this.#showShape('selection', state.hits[state.hitIndex] ?? null)
    if (changed('hover')) void this.#showShape('hover', state.hover)
    if (changed('tool') && state.tool !== 'measure') this.viewer.setOverlay({ snap: null })
    this.#frameFinding(state, before)
  }

  /** A finding chosen outside the view moves into it; `Enter` and F8 frame it. Leaving the last one gives the earlier view back. */
  #frameFinding(state: AppState, before: AppState | null): void {
    if (!before || state.selectedFinding === before.selectedFinding) return
    const finding = selectFindingOf(state)
    const box = finding && findingBox(finding)
    if (finding && !before.selectedFinding) this.#viewBefore = this.viewer.camera
    if (box) {
      const x = ((box[0] + box[2]) / 2) * NM_PER_MM
      const y = ((box[1] + box[3]) / 2) * NM_PER_MM
      const seen = visibleBox(this.viewer.camera, this.viewer.size)
      const isSeen = x > seen[0] && x < seen[2] && y > seen[1] && y < seen[3]
      if (!isSeen) this.viewer.look({ ...this.viewer.camera, x, y })
    } else if (!finding && this.#viewBefore) this.viewer.look(this.#viewBefore)
    if (!finding) this.#viewBefore = null
  }

  #openBoard(state: AppState): void {
    this.#boardKey = state.board?.layers ?? null
    const loading = ++this.#loading
    for (const id of [...this.#added, ...this.#derived.keys()]) this.viewer.removeLayer(id)
    this.#derived.clear()
    this.#added = []
    const { board } = state
    if (!board) return
    // From the board itself: the order of the list is made only afterwards.
    this.#added = [...board.layers.map((layer) => layer.id), PLATED_HOLES, NON_PLATED_HOLES]
    this.#fitOnce(state)
    const isCurrent = (): boolean => this.#loading === loading
    loadLayers(this.#backend, this.#store, this.viewer, board, isCurrent)
      .then(async () => {
        if (isCurrent()) await savePicture(this.#backend, this.#store, this.viewer, board)
      })
      .catch((error: Error) => {
        this.#store.getState().notify('error', 'The board could not be drawn.', error.message)
      })
  }

  #showLayers(state: AppState): void {
    const input = { ...state, layers: state.board?.layers ?? [], focus: focusLayers(state) }
    const shown = shownLayers(input, this.#scheme(), state.settings.palette)
    const wanted = state.realistic ? realisticLayers(state, tokenOf('--canvas')) : layersOfShapes(shown, state, tokenOf('--warning'))
    for (const layer of wanted) if (layer.of) this.#derive(layer.id, layer.of)
    this.viewer.setLayers(this.#netsDrawn ? withNets(wanted) : wanted, state.outlines && !state.realistic)
  }

  /** Makes a layer from others, once for a board as it is loaded. */
  #derive(id: string, of: Derived): void {
    const key = `${this.#loading} ${this.#store.getState().loadedLayers.length} ${id}`
    if (this.#derived.get(id) === key) return
    this.#derived.set(id, key)
    void this.viewer.addDerived(id, of).then((prims) => {
      const { realistic, layerOrder, loadedLayers, toggleRealistic, notify } = this.#store.getState()
      if (prims > 0 || of.kind !== 'material' || !realistic || loadedLayers.length < layerOrder.length) return
      toggleRealistic()
      notify('note', 'The board edge does not close, so there is no realistic view of this board.')
    })
  }

  #showMarks(state: AppState): void {
    const { unit } = state.settings
    const reviewing = state.stage === 'review'
    this.viewer.setOverlay({
      markers: reviewing ? this.#markersOf(state) : [],
      selectedMarker: state.selectedFinding,
      witness: reviewing ? witnessOf(selectFindingOf(state), unit) : null,
      measure: measureLineOf(state, unit),
      gaps: gapsOf(state, unit),
    })
  }

  #showPins(state: AppState): void {
    const pins = state.stage === 'review' ? pinsOf(state) : []
    this.viewer.setOverlay({ pins, selectedPin: state.noting?.kind === 'place' ? NEW_PIN : state.selectedNote })
  }

  /** Everything of the nets on all copper; a net that was only worked out has no objects of that name, and nothing is dimmed for it. */
  async #showNets(state: AppState): Promise<void> {
    const nets = shownNets(state)
    const copper = state.board?.layers.filter((l) => l.role === 'copper' || l.role === 'plane').map((l) => l.id) ?? []
    // A finding's nets stand out where it lies: a pour on another layer would only cover it.
    const focus = state.highlightedNets.length ? [] : focusLayers(state).filter((id) => copper.includes(id))
    const loaded = (focus.length ? focus : copper).filter((id) => state.loadedLayers.includes(id))
    const key = JSON.stringify([nets, loaded, this.#loading])
    if (key === this.#netsKey) return
    this.#netsKey = key
    const objects = nets.length ? await this.viewer.addNetLayer(NET_LAYER, nets, loaded) : 0
    if (key !== this.#netsKey) return
    if (!objects) this.viewer.removeLayer(NET_LAYER)
    this.#netsDrawn = objects > 0
    this.#showLayers(this.#store.getState())
  }

  async #showShape(slot: 'selection' | 'hover', hit: { layer: string; object: number } | null): Promise<void> {
    const shape = hit ? await this.viewer.client.call('shape', { layer: hit.layer, object: hit.object }) : null
    this.viewer.setOverlay({ [slot]: shape })
  }
}
