import type { Point } from '#core/base/box.ts'
import { NM_PER_MM } from '#core/base/units.ts'
import type { BoardViewer } from '#renderer/viewer/board-viewer.ts'
import { zoomOf, type Camera } from '#renderer/viewer/camera.ts'
import type { FrameFigures } from '#renderer/viewer/frame-stats.ts'
import type { Measurement } from '#renderer/viewer/measure-tool.ts'
import type { Hit } from '#renderer/viewer/worker/protocol.ts'
import type { Slice } from '../app-state.ts'

export type Tool = 'select' | 'measure' | 'gap' | 'note' | 'zoom-box'

export interface ViewSlice {
  readonly viewer: BoardViewer | null
  readonly zoom: number
  readonly flipped: boolean
  readonly turns: number
  /** Under the pointer or the keyboard's crosshair, mm. */
  readonly pointer: Point | null
  /** The place was reached with the keyboard's crosshair: it is told. */
  readonly isCrosshair: boolean
  readonly tool: Tool
  readonly measurement: Measurement | null
  /** What was picked, newest first; `hitIndex` says which of them is inspected. */
  readonly hits: readonly Hit[]
  readonly hitIndex: number
  readonly hover: Hit | null
  readonly highlightedNets: readonly string[]
  readonly figures: FrameFigures | null
  /** Picks at a place (nm); set by the canvas. */
  readonly pickAt: ((at: Point) => Promise<void>) | null
  /** Picks under the pointer or the crosshair, else in the middle of the view, and goes to the inspector. */
  inspectHere(): void
  setViewer(viewer: BoardViewer | null): void
  noteCamera(camera: Camera): void
  setPointer(pointer: Point | null, isCrosshair?: boolean): void
  setTool(tool: Tool): void
  setMeasurement(measurement: Measurement | null): void
  setHits(hits: readonly Hit[]): void
  setHover(hit: Hit | null): void
  nextHit(): void
  highlightNets(nets: readonly string[]): void
  noteFigures(figures: FrameFigures): void
  /** Esc: tool, then an open form, then selection, then nothing. @returns whether something was left */
  stepBack(): boolean
}

export const createViewSlice: Slice<ViewSlice> = (set, get) => ({
  viewer: null,
  zoom: 1,
  flipped: false,
  turns: 0,
  pointer: null,
  isCrosshair: false,
  tool: 'select',
  measurement: null,
  hits: [],
  hitIndex: 0,
  hover: null,
  highlightedNets: [],
  figures: null,
  pickAt: null,
  inspectHere() {
    const { pointer, viewer, pickAt, setTool } = get()
    if (!viewer || !pickAt) return
    setTool('select')
    const at: Point = pointer ? [pointer[0] * NM_PER_MM, pointer[1] * NM_PER_MM] : [viewer.camera.x, viewer.camera.y]
    void pickAt(at).then(() => document.querySelector<HTMLElement>('[data-inspector]')?.focus())
  },
  setViewer: (viewer) => set({ viewer }),
  noteCamera: (camera) => set({ zoom: zoomOf(camera), flipped: camera.flipped, turns: camera.turns }),
  setPointer: (pointer, isCrosshair = false) => set({ pointer, isCrosshair }),
  setTool: (tool) => set((s) => ({ tool, measurement: tool === s.tool ? s.measurement : null })),
  setMeasurement: (measurement) => set({ measurement }),
  setHits: (hits) => set({ hits, hitIndex: 0 }),
  setHover: (hover) => set({ hover }),
  nextHit: () => set((s) => ({ hitIndex: s.hits.length ? (s.hitIndex + 1) % s.hits.length : 0 })),
  highlightNets: (nets) => set({ highlightedNets: nets }),
  noteFigures: (figures) => {
    if (get().figuresShown) set({ figures })
  },
  stepBack() {
    const s = get()
    if (s.measurement) set({ measurement: null })
    else if (s.tool !== 'select') set({ tool: 'select' })
    else if (s.hits.length || s.highlightedNets.length) set({ hits: [], hitIndex: 0, highlightedNets: [] })
    else if (s.noting || s.waiving || s.assigning.length) s.startNoting(null)
    else if (s.selectedNote) s.selectNote(null)
    else if (s.selectedFinding) set({ selectedFinding: null })
    else return false
    return true
  },
})
