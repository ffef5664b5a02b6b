import type { Backend } from '#renderer/bridge/backend.ts'
import type { BoardModel } from '#renderer/bridge/model.ts'
import { boxMmToNm } from '#renderer/state/show-finding.ts'
import { NON_PLATED_HOLES, ownColor, PLATED_HOLES } from '#renderer/state/slices/layers.slice.ts'
import type { AppStore } from '#renderer/state/store.ts'
import type { BoardViewer } from '#renderer/viewer/board-viewer.ts'

const WIDTH_PX = 276
const HEIGHT_PX = 198
const BACKGROUND = '#001023'
const FROM_BELOW = ['copper', 'plane', 'legend', 'outline'] as const

/** Draws the board's top side for the list of recent boards. */
export const savePicture = async (backend: Backend, store: AppStore, viewer: BoardViewer, board: BoardModel): Promise<void> => {
  const box = board.facts.boundsMm
  if (!box) return
  const ids = [
    ...FROM_BELOW.flatMap((role) =>
      board.layers.filter((l) => l.role === role && (l.side === 'top' || role === 'outline')).map((l) => l.id),
    ),
    NON_PLATED_HOLES,
    PLATED_HOLES,
  ]
  const layers = ids.map((id) => ownColor(id, { layers: board.layers, layerViews: {} }, 'dark', 'standard'))
  const margin = 0.06 * Math.max(box[2] - box[0], box[3] - box[1])
  const nm = boxMmToNm([box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin])
  const { bitmap } = await viewer.client.call('thumbnail', {
    box: nm,
    width: WIDTH_PX,
    height: HEIGHT_PX,
    layers,
    background: BACKGROUND,
    turns: 0,
    flipped: false,
  })
  const canvas = new OffscreenCanvas(WIDTH_PX, HEIGHT_PX)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  const reply = await backend.saveThumbnail(board.id, await canvas.convertToBlob({ type: 'image/png' }))
  if (!reply.ok) store.getState().notify('warning', 'The picture for the list of boards could not be saved.', reply.error.message)
}
