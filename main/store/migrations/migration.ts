import type { Database } from 'better-sqlite3'

/** One step of the database's shape. Steps are numbered in tens, only ever added, and never edited once released. */
export interface Migration {
  /** Becomes the database's `user_version`; equals the number in the file name. */
  readonly version: number
  up(db: Database): void
}
