import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { err, ok, type Result } from '#core/base/result.ts'
import { boardsRepo, type BoardsRepo, type Ids } from './boards.repo.ts'
import { choicesRepo, type ChoicesRepo } from './choices.repo.ts'
import { contentStore, type ContentStore } from './content-store.ts'
import { openDatabase, type DatabaseError } from './database.ts'

/** Everything that is kept between two starts, in one data folder. */
export interface Store {
  readonly boards: BoardsRepo
  readonly choices: ChoicesRepo
  readonly contents: ContentStore
  readonly database: Database
  /** Removes contents that nothing refers to and that are older than a day. @returns how many */
  collectGarbage(): number
  close(): void
}

const DAY_MS = 24 * 60 * 60 * 1000

/** @returns the folder of the content store in a data folder */
export const contentFolder = (dataFolder: string): string => join(dataFolder, 'blobs')

export const systemIds: Ids = { uuid: () => randomUUID(), now: () => Date.now() }

/** Opens the store of a data folder. */
export const openStore = async (folder: string, ids: Ids = systemIds): Promise<Result<Store, DatabaseError>> => {
  const opened = await openDatabase(folder, ids.now())
  if (!opened.ok) return err(opened.error)
  const database = opened.value
  const boards = boardsRepo(database, ids)
  const contents = contentStore(contentFolder(folder))
  return ok({
    boards,
    choices: choicesRepo(database, ids),
    contents,
    database,
    collectGarbage: () => contents.collect((sha256) => boards.isUsed(sha256), ids.now() - DAY_MS),
    close: () => void database.close(),
  })
}
