import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { err, ok, type Result } from '#core/base/result.ts'
import type { RevisionShape } from '#core/ipc/decision-shapes.ts'
import { approvalsRepo, type ApprovalsRepo, type StoredApproval } from './approvals.repo.ts'
import { archiveRepo, type ArchiveRepo } from './archive.repo.ts'
import { auditRepo, type AuditRepo } from './audit.repo.ts'
import { boardsRepo, type BoardsRepo, type Ids } from './boards.repo.ts'
import { choicesRepo, type ChoicesRepo } from './choices.repo.ts'
import { commandsRepo, type CommandsRepo } from './commands.repo.ts'
import { contentStore, type ContentStore } from './content-store.ts'
import { openDatabase, type DatabaseError } from './database.ts'
import { decisionsRepo, type DecisionsRepo } from './decisions.repo.ts'
import { libraryRepo, type LibraryRepo } from './library.repo.ts'
import { revisionsRepo, type RevisionsRepo } from './revisions.repo.ts'
import { searchRepo, type SearchRepo } from './search.repo.ts'
import { sentProjectsRepo, type SentProjectsRepo } from './sent-projects.repo.ts'
import { storeSpace, type Space } from './space.ts'
import { boardTables, rowHash, rowName, trackedRows } from './tracked-rows.ts'
import { verifyLog, type LogVerdict } from './verify-log.ts'

/** Everything that is kept between two starts, in one data folder. */
export interface Store {
  readonly boards: BoardsRepo
  readonly choices: ChoicesRepo
  readonly contents: ContentStore
  readonly revisions: RevisionsRepo
  readonly decisions: DecisionsRepo
  readonly commands: CommandsRepo
  readonly approvals: ApprovalsRepo
  readonly audit: AuditRepo
  readonly library: LibraryRepo
  readonly archive: ArchiveRepo
  readonly search: SearchRepo
  readonly sentProjects: SentProjectsRepo
  readonly ids: Ids
  /** How much everything takes, and how much of it nothing refers to. */
  space(): Space
  /** Removes what nothing refers to now; what is being opened this minute stays. */
  cleanUp(): { readonly contents: number; readonly bytes: number }
  /** Does everything that the work writes in one transaction, or none of it. */
  together<T>(work: () => T): T
  /** Writes an approval record with its entry in the log, in one transaction. */
  approve(approval: StoredApproval, says: string): void
  /** Makes a board's only revision the next one of another board. @returns its number there */
  attachBoard(board: string, to: string, actor: string): number
  /** Makes a board's revision a board of its own. @returns the new board's id */
  detachRevision(board: string, revision: RevisionShape, name: string, actor: string): string
  /** Checks that the audit log is whole and that decisions are what it says. */
  verifyLog(): LogVerdict
  readonly database: Database
  /** Removes contents that nothing refers to and that are older than a day. @returns how many */
  collectGarbage(): number
  close(): void
}

const MINUTE_MS = 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** @returns the folder of the content store in a data folder */
export const contentFolder = (dataFolder: string): string => join(dataFolder, 'blobs')

export const systemIds: Ids = { uuid: () => randomUUID(), now: () => Date.now() }

/** Opens the store of a data folder. */
export const openStore = async (folder: string, ids: Ids = systemIds): Promise<Result<Store, DatabaseError>> => {
  const opened = await openDatabase(folder, ids.now())
  if (!opened.ok) return err(opened.error)
  const database = opened.value
  const audit = auditRepo(database)
  const search = searchRepo(database)
  const approvals = approvalsRepo(database)
  const library = libraryRepo(database, audit, search, ids.now)
  const boards = boardsRepo(database, ids, audit, search)
  const revisions = revisionsRepo(database)
  const tracked = trackedRows(database)
  const attachBoard = database.transaction((board: string, to: string, actor: string): number => {
    const number = revisions.attach(board, to)
    const rows = Object.fromEntries(
      boardTables.flatMap((table) => tracked.ofBoard(table, to).map((row) => [rowName(table, row), rowHash(row)])),
    )
    const says = `Revision ${number}, which was a board of its own`
    audit.append({ at: ids.now(), actor, action: 'revision.attached', board: to, body: { says, from: board, rows } })
    return number
  })
  const detachRevision = database.transaction((board: string, revision: RevisionShape, name: string, actor: string): string => {
    const [id, at] = [ids.uuid(), ids.now()]
    const hashes = (of: string): Record<string, string | null> =>
      Object.fromEntries(boardTables.flatMap((table) => tracked.ofBoard(table, of).map((row) => [rowName(table, row), rowHash(row)])))
    const before = hashes(board)
    revisions.detach(revision.id, { id, name, at })
    search.board(id, name)
    const [left, taken] = [hashes(board), hashes(id)]
    const gone = Object.keys(before).filter((row) => left[row] === undefined && taken[row] === undefined)
    const says = `Revision ${revision.number} became a board of its own, ${name}`
    const rows = { ...left, ...Object.fromEntries(gone.map((row) => [row, null])) }
    audit.append({ at, actor, action: 'revision.detached', board, body: { says, to: id, rows } })
    const was = `${name}, which was revision ${revision.number} of another board`
    audit.append({ at, actor, action: 'revision.detached', board: id, body: { says: was, from: board, rows: taken } })
    return id
  })
  const approve = database.transaction((approval: StoredApproval, says: string): void => {
    const { id, at, actor, decision, boardId, sha256 } = approval
    approvals.add(approval)
    audit.append({ at, actor, action: `revision.${decision}`, board: boardId, body: { says, rows: { [`approval:${id}`]: sha256 } } })
  })
  const boardIsThere = database.prepare<[string], unknown>('SELECT 1 FROM board WHERE id = ?')
  const contents = contentStore(contentFolder(folder))
  const space = storeSpace(folder, database, { boards, contents, library })
  return ok({
    boards,
    choices: choicesRepo(database, ids),
    contents,
    revisions,
    decisions: decisionsRepo(database),
    commands: commandsRepo(database, audit, ids.now),
    approvals,
    audit,
    library,
    archive: archiveRepo(database, audit, search),
    search,
    sentProjects: sentProjectsRepo(database, ids),
    ids,
    space: () => space.measure(),
    cleanUp: () => space.cleanUp(ids.now() - MINUTE_MS),
    together: (work) => database.transaction(work).immediate(),
    approve: (approval, says) => approve.immediate(approval, says),
    attachBoard: (board, to, actor) => attachBoard.immediate(board, to, actor),
    detachRevision: (board, revision, name, actor) => detachRevision.immediate(board, revision, name, actor),
    verifyLog: () => verifyLog(audit, tracked, approvals, (id) => boardIsThere.get(id) !== undefined),
    database,
    collectGarbage: () => contents.collect((sha256) => boards.isUsed(sha256), ids.now() - DAY_MS),
    close: () => void database.close(),
  })
}
