import { err, ok } from '#core/base/result.ts'
import type { boardCalls } from '#core/ipc/board.ipc.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { ReviewService } from '#main/services/review-service.ts'

/** What only a shell with native dialogs can do. */
export interface NativeFiles {
  /** @returns the chosen paths; empty when the user closed the dialog */
  choose(folder: boolean): Promise<readonly string[]>
}

const notHere = { code: 'not-here', message: 'This works only in the desktop window. Drop the files on the page instead.' } as const

export const boardHandlers = (reviews: ReviewService, native: NativeFiles | null): Handlers<typeof boardCalls> => ({
  'recents.list': () => ok(reviews.recents()),
  'recents.forget': async ({ id }) =>
    (await reviews.forget(id)) ? ok(null) : err({ code: 'gone', message: 'This board is no longer in the list.' }),
  'package.openSample': () => ok(reviews.openSample()),
  'package.openRecent': ({ id }) => reviews.openRecent(id),
  'package.openPaths': ({ paths, revisionOf }) => (native ? ok(reviews.openPaths(paths, revisionOf)) : err(notHere)),
  'package.choose': async ({ folder, revisionOf }) => {
    if (!native) return err(notHere)
    const paths = await native.choose(folder)
    return ok(paths.length ? reviews.openPaths(paths, revisionOf) : null)
  },
  'package.openProjectBoard': ({ board, projectBoard }) => reviews.openProjectBoard(board, projectBoard),
  'board.cancel': async ({ board }) => {
    await reviews.cancel(board)
    return ok(null)
  },
  'board.files': ({ board }) => reviews.files(board),
  'board.get': ({ board }) => reviews.board(board),
  'board.review': ({ board, capability }) => reviews.review(board, capability),
  'board.setRole': ({ board, path, choice }) => reviews.setRole(board, path, choice),
})
