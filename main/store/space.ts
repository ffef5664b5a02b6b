import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { SpaceShape } from '#core/ipc/library.ipc.ts'
import type { BoardsRepo } from './boards.repo.ts'
import type { ContentStore } from './content-store.ts'
import { DATABASE_NAME } from './database.ts'
import type { LibraryRepo } from './library.repo.ts'

export type Space = Omit<SpaceShape, 'keptDays'>

export interface StoreSpace {
  measure(): Space
  /** Removes contents that nothing refers to and that are older than `before` (ms since 1970), and gives back what the database does not need. */
  cleanUp(before: number): { readonly contents: number; readonly bytes: number }
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0)

export const storeSpace = (
  folder: string,
  database: Database,
  { boards, contents, library }: { readonly boards: BoardsRepo; readonly contents: ContentStore; readonly library: LibraryRepo },
): StoreSpace => {
  const measure = (): Space => {
    const all = contents.list()
    const unused = all.filter(({ sha256 }) => !boards.isUsed(sha256))
    const undeleted = all.filter(({ sha256 }) => boards.isUsedUndeleted(sha256))
    const bytesOf = (list: typeof all): number => list.reduce((sum, c) => sum + c.bytes, 0)
    const counts = library.counts()
    return {
      contents: all.length,
      contentBytes: bytesOf(all),
      databaseBytes: ['', '-wal', '-shm'].reduce((sum, ending) => sum + sizeOf(join(folder, DATABASE_NAME + ending)), 0),
      boards: counts.boards,
      deletedBoards: counts.deleted,
      unusedContents: unused.length,
      unusedBytes: bytesOf(unused),
      deletedBytes: bytesOf(all) - bytesOf(undeleted) - bytesOf(unused),
    }
  }
  return {
    measure,
    cleanUp(before) {
      const bytes = ({ contentBytes, databaseBytes }: Space): number => contentBytes + databaseBytes
      const start = bytes(measure())
      const removed = contents.collect((sha256) => boards.isUsed(sha256), before)
      database.exec('VACUUM')
      database.pragma('wal_checkpoint(TRUNCATE)')
      return { contents: removed, bytes: Math.max(0, start - bytes(measure())) }
    },
  }
}
