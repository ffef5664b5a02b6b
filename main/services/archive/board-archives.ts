import type { Result } from '#core/base/result.ts'
import type { RefusalShape } from '#core/ipc/board-shapes.ts'
import type { ReviewService } from '#main/services/review-service.ts'
import type { Store } from '#main/store/store.ts'
import { exportBoard } from './export-board.ts'
import { importBoard, type TakenBoard } from './import-board.ts'

/** Boards with their history as one file each. */
export interface BoardArchives {
  /** @param id a board that is open or one of the store */
  write(id: string): Promise<Result<{ bytes: Uint8Array; fileName: string }, { code: string; message: string }>>
  take(bytes: Uint8Array): Promise<Result<TakenBoard, RefusalShape>>
}

/** @param onTaken hears of a board that was taken in */
export const boardArchives = (
  store: Store,
  reviews: ReviewService,
  author: () => string,
  version: string,
  onTaken: (board: string) => void,
): BoardArchives => ({
  async write(id) {
    const place = reviews.locate(id)
    return place.ok ? exportBoard(store, place.value.board, version) : place
  },
  async take(bytes) {
    const taken = await importBoard(store, bytes, author())
    if (taken.ok) onTaken(taken.value.board)
    return taken
  },
})
