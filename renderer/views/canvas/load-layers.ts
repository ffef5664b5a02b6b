import type { Backend } from '#renderer/bridge/backend.ts'
import type { BoardModel } from '#renderer/bridge/model.ts'
import { boxMmToNm } from '#renderer/state/show-finding.ts'
import { NON_PLATED_HOLES, PLATED_HOLES } from '#renderer/state/slices/layers.slice.ts'
import type { AppStore } from '#renderer/state/store.ts'
import type { BoardViewer } from '#renderer/viewer/board-viewer.ts'
import { invertLayer } from './negative-layer.ts'
import { holeLayer } from './hole-layers.ts'

/**
 * Brings a board's layers into the viewer, visible ones first. A layer that cannot be had is noted and the rest goes on.
 * @param isCurrent false once another board or reading took over: what still arrives is dropped
 */
export const loadLayers = async (
  backend: Backend,
  store: AppStore,
  viewer: BoardViewer,
  board: BoardModel,
  isCurrent: () => boolean,
): Promise<void> => {
  const { layerViews, layerOrder } = store.getState()
  const rank = (id: string): number => (layerViews[id]?.visible ? 0 : 1000) + layerOrder.indexOf(id)
  const ids = board.layers.map((l) => l.id).toSorted((a, b) => rank(a) - rank(b))
  const load = async (id: string): Promise<void> => {
    const reply = await backend.layer(board.id, id)
    if (!isCurrent()) return
    if (!reply.ok) {
      store.getState().layerFailed(id, reply.error.message)
      return
    }
    const row = board.layers.find((l) => l.id === id)
    if (row?.negative && board.facts.boundsMm)
      await viewer.addLayer(id, invertLayer(reply.value.layer, boxMmToNm(board.facts.boundsMm)), [])
    else await viewer.addLayer(id, reply.value.layer, [...reply.value.buffers])
    if (isCurrent()) store.getState().layerLoaded(id)
  }
  const loadHoles = async (): Promise<void> => {
    const reply = await backend.holes(board.id)
    if (!isCurrent()) return
    if (!reply.ok) {
      store.getState().layerFailed(PLATED_HOLES, reply.error.message)
      return
    }
    for (const [id, plated] of [
      [PLATED_HOLES, true],
      [NON_PLATED_HOLES, false],
    ] as const) {
      await viewer.addLayer(id, holeLayer(reply.value, plated), [])
      if (isCurrent()) store.getState().layerLoaded(id)
    }
  }
  const queue = [...ids]
  const next = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined && isCurrent(); id = queue.shift()) await load(id)
  }
  // Two at a time: one is fetched while the other is being prepared.
  await Promise.all([next(), next().then(loadHoles)])
}
