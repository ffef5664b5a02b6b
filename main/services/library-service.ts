import { err, ok, type Result } from '#core/base/result.ts'
import type { CardShape, SpaceShape } from '#core/ipc/library.ipc.ts'
import { routes } from '#core/ipc/routes.ts'
import type { LibraryQuery } from '#main/store/library.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { ReviewService } from './review-service.ts'

type Failure<C extends string> = { readonly code: C; readonly message: string }

export interface LibraryService {
  list(query: LibraryQuery): { boards: CardShape[]; total: number }
  rename(id: string, name: string): Result<null, Failure<'gone'>>
  delete(id: string): Promise<Result<{ purgedAt: number }, Failure<'gone'>>>
  restore(id: string): Result<null, Failure<'gone'>>
  purge(id: string): Result<null, Failure<'gone' | 'not-deleted'>>
  /** Removes what was deleted long ago. @returns how many boards */
  purgeOld(): number
  space(): SpaceShape
  /** Removes what nothing refers to; every deleted board too, if asked for. */
  cleanUp(deletedBoards: boolean): { boards: number; contents: number; bytes: number }
}

const DAY_MS = 24 * 60 * 60 * 1000
/** The setting that says for how many days a deleted board can be restored. */
const KEPT_SETTING = 'keepDeletedDays'
const STANDARD_DAYS = 30
const MOST_DAYS = 3650

const gone = err({ code: 'gone', message: 'This board is no longer in the list.' } as const)

export const libraryService = (
  store: Store,
  reviews: ReviewService,
  author: () => string,
  /** What boards are judged by at present; null = whatever they were approved by. */
  chosenCapability: () => string | null = () => null,
): LibraryService => {
  const keptDays = (): number => {
    const days = store.choices.loadSettings()[KEPT_SETTING]
    return typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= MOST_DAYS ? days : STANDARD_DAYS
  }
  const purgeAll = (ids: readonly string[]): number => ids.filter((id) => store.library.purge(id, author())).length
  return {
    list(query) {
      const { boards, total } = store.library.list(query, chosenCapability())
      return {
        boards: boards.map(({ hasPicture, ...card }) => ({
          ...card,
          thumbnail: hasPicture ? `${routes.picture(card.id)}?at=${card.openedAt}` : null,
        })),
        total,
      }
    },
    rename: (id, name) => (store.library.rename(id, name, author()) ? ok(null) : gone),
    delete: async (id) => ((await reviews.forget(id)) ? ok({ purgedAt: store.ids.now() + keptDays() * DAY_MS }) : gone),
    restore: (id) => (store.library.restore(id, author()) ? ok(null) : gone),
    purge(id) {
      if (store.library.purge(id, author())) return ok(null)
      return store.library.exists(id) ? err({ code: 'not-deleted', message: 'This board is not deleted.' }) : gone
    },
    purgeOld: () => purgeAll(store.library.deletedBefore(store.ids.now() - keptDays() * DAY_MS)),
    space: () => ({ ...store.space(), keptDays: keptDays() }),
    cleanUp(deletedBoards) {
      const boards = deletedBoards ? purgeAll(store.library.deletedBefore(Number.MAX_SAFE_INTEGER)) : 0
      return { boards, ...store.cleanUp() }
    },
  }
}
