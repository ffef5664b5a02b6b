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

export const boardArchives = (store: Store, reviews: ReviewService, author: () => string, version: string): BoardArchives => ({
  async write(id) {
    const place = reviews.locate(id)
    return place.ok ? exportBoard(store, place.value.board, version) : place
  },
  take: (bytes) => importBoard(store, bytes, author()),
})
