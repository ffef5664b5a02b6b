import { ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { libraryCalls } from '#core/ipc/library.ipc.ts'
import type { LibraryService } from '#main/services/library-service.ts'
import type { Store } from '#main/store/store.ts'

export const libraryHandlers = (library: LibraryService, store: Store): Handlers<typeof libraryCalls> => ({
  'library.list': (query) => ok(library.list(query)),
  'library.search': ({ text, board, limit }) => {
    const { hits, total } = store.search.find(text, board, limit)
    return ok({ hits: [...hits], total })
  },
  'library.rename': ({ id, name }) => library.rename(id, name),
  'library.delete': ({ id }) => library.delete(id),
  'library.restore': ({ id }) => library.restore(id),
  'library.purge': ({ id }) => library.purge(id),
  'library.space': () => ok(library.space()),
  'library.cleanUp': ({ deletedBoards }) => ok(library.cleanUp(deletedBoards)),
})
