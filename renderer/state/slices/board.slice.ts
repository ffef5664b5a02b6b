import type { Backend } from '#renderer/bridge/backend.ts'
import type { BoardModel } from '#renderer/bridge/model.ts'
import type { Slice } from '../app-state.ts'

export interface BoardSlice {
  readonly boardId: string | null
  readonly boardName: string
  readonly board: BoardModel | null
  /** Layers whose artwork is in the viewer. */
  readonly loadedLayers: readonly string[]
  readonly failedLayers: readonly { readonly id: string; readonly message: string }[]
  loadBoard(): Promise<void>
  /** Takes over facts that are known only after the checks, such as the nets; the artwork stays. */
  refreshFacts(): Promise<void>
  layerLoaded(id: string): void
  layerFailed(id: string, message: string): void
}

export const createBoardSlice =
  (backend: Backend): Slice<BoardSlice> =>
  (set, get) => ({
    boardId: null,
    boardName: '',
    board: null,
    loadedLayers: [],
    failedLayers: [],
    async loadBoard() {
      const { boardId } = get()
      if (!boardId) return
      const reply = await backend.board(boardId)
      // Not there yet: an event says when it is.
      if (!reply.ok || get().boardId !== boardId) return
      set({ board: reply.value, boardName: reply.value.name, loadedLayers: [], failedLayers: [] })
      get().arrangeLayers(reply.value.layers)
      void get().loadReview()
    },
    async refreshFacts() {
      const { boardId } = get()
      if (!boardId) return
      const reply = await backend.board(boardId)
      if (reply.ok) set((s) => (s.board?.id === reply.value.id ? { board: { ...reply.value, layers: s.board.layers } } : {}))
    },
    layerLoaded: (id) => set((s) => ({ loadedLayers: [...s.loadedLayers, id] })),
    layerFailed: (id, message) => set((s) => ({ failedLayers: [...s.failedLayers, { id, message }] })),
  })
