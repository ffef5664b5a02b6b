import type { Database } from 'better-sqlite3'
import type { RawOutcome } from '#core/checks/run-checks.ts'
import type { BoardShape, FileShape } from '#core/ipc/board-shapes.ts'
import type { RecentShape } from '#core/ipc/board.ipc.ts'
import type { AuditRepo } from './audit.repo.ts'
import type { SearchRepo } from './search.repo.ts'
import type { FinishedReview, ReviewBasis, StoredPackage } from './stored-review.ts'

/** Where new ids and the time come from. */
export interface Ids {
  readonly uuid: () => string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export type RecentRow = Omit<RecentShape, 'thumbnail'> & { readonly hasPicture: boolean }

export interface OpenedReview {
  readonly model: BoardShape
  readonly capability: string
  readonly basis: ReviewBasis
  readonly files: readonly FileShape[]
  /** In the order in which the checks ran. */
  readonly raw: readonly RawOutcome[]
}

export interface BoardsRepo {
  /**
   * Saves a finished review with its package in one transaction. A package that is known stays one revision; its review
   * is replaced, and a board that was deleted comes back. A new one becomes the next revision of the board named, else a
   * board of its own.
   * @returns the board's id
   */
  save(review: FinishedReview): string
  /** @returns the newest boards first */
  recent(limit: number): readonly RecentRow[]
  /** Forgets a board with all that belongs to it. @returns false when there is none */
  forget(id: string): boolean
  /** @returns the package of a revision, of the newest one by default, or null when there is none */
  packageOf(id: string, revision?: number): StoredPackage | null
  /** @returns the last review of a revision, of the newest one by default, or null */
  reviewOf(id: string, revision?: number): OpenedReview | null
  savePicture(id: string, png: Uint8Array): boolean
  picture(id: string): Uint8Array | null
  /** @returns true when a package, a file or something that is or was sent refers to the content */
  isUsed(sha256: string): boolean
  /** The same without what only deleted boards refer to. */
  isUsedUndeleted(sha256: string): boolean
}

interface RevisionRow {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly package_sha256: string
  readonly bytes: number
  readonly archive_sha256: string | null
  readonly problems: string
}

const parse = <T>(json: string): T => JSON.parse(json) as T

export const boardsRepo = (db: Database, { uuid, now }: Ids, audit: AuditRepo, search: SearchRepo): BoardsRepo => {
  const findRevision = db.prepare<[string], { id: string; board_id: string }>('SELECT id, board_id FROM revision WHERE package_sha256 = ?')
  const anyRevision = db.prepare<[string, number | null, number | null], RevisionRow>(`
    SELECT revision.* FROM revision JOIN board ON board.id = board_id
    WHERE board_id = ? AND deleted_at IS NULL AND (? IS NULL OR number = ?) ORDER BY number DESC LIMIT 1`)
  const revisionOf = (id: string, number?: number): RevisionRow | undefined => anyRevision.get(id, number ?? null, number ?? null)
  const nextNumber = db.prepare<[string], { next: number }>(`
    SELECT 1 + max(number) AS next FROM revision JOIN board ON board.id = board_id WHERE board_id = ? AND deleted_at IS NULL HAVING count(*) > 0`)
  const addBoard = db.prepare("INSERT INTO board (id, name, opened_at, created_at, active_at, activity) VALUES (?, ?, ?, ?, ?, 'Opened')")
  const touchBoard = db.prepare('UPDATE board SET opened_at = ?, deleted_at = NULL WHERE id = ?')
  const noteActivity = db.prepare('UPDATE board SET active_at = ?, activity = ? WHERE id = ?')
  const putLandmarks = db.prepare(`
    INSERT INTO landmark (revision_id, body) VALUES (?, ?) ON CONFLICT (revision_id) DO UPDATE SET body = excluded.body`)
  const addRevision = db.prepare(`
    INSERT INTO revision (id, board_id, number, package_sha256, name, bytes, archive_sha256, problems, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const setArchive = db.prepare('UPDATE revision SET archive_sha256 = ?, problems = ? WHERE id = ?')
  const clearFiles = db.prepare('DELETE FROM file WHERE revision_id = ?')
  const addFile = db.prepare('INSERT INTO file (revision_id, path, sha256, bytes, shown) VALUES (?, ?, ?, ?, ?)')
  const filesOf = db.prepare<[string], { path: string; sha256: string; bytes: number; shown: string }>(
    'SELECT path, sha256, bytes, shown FROM file WHERE revision_id = ? ORDER BY path',
  )
  const clearReview = db.prepare('DELETE FROM review WHERE revision_id = ?')
  const addReview = db.prepare(`
    INSERT INTO review (revision_id, app_version, capability, model, basis, verdict, coverage, reviewed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const addRaw = db.prepare('INSERT INTO raw_outcome (revision_id, position, check_id, body) VALUES (?, ?, ?, ?)')
  // Two findings with one fingerprint are one decision; the raw outcomes hold both.
  const addFinding = db.prepare(
    'INSERT INTO finding (revision_id, fingerprint, check_id, severity, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const listRecent = db.prepare<
    [number],
    {
      id: string
      name: string
      opened_at: number
      verdict: RecentRow['verdict']
      coverage: string | null
      model: string | null
      picture: number
    }
  >(`
    SELECT board.id, board.name, opened_at, coalesce(effective_verdict, verdict) AS verdict, coalesce(effective_text, coverage) AS coverage, model, EXISTS (SELECT 1 FROM picture WHERE board_id = board.id) AS picture
    FROM board
    JOIN revision ON revision.board_id = board.id AND number = (SELECT max(number) FROM revision WHERE board_id = board.id)
    LEFT JOIN review ON review.revision_id = revision.id
    WHERE deleted_at IS NULL
    ORDER BY opened_at DESC, board.id LIMIT ?`)
  const removeBoard = db.prepare('DELETE FROM board WHERE id = ?')
  const findReview = db.prepare<[string], { model: string; basis: string; capability: string }>(
    'SELECT model, basis, capability FROM review WHERE revision_id = ?',
  )
  const rawOf = db.prepare<[string], { body: string }>('SELECT body FROM raw_outcome WHERE revision_id = ? ORDER BY position')
  const putPicture = db.prepare(`
    INSERT INTO picture (board_id, png, saved_at) SELECT id, ?, ? FROM board WHERE id = ?
    ON CONFLICT (board_id) DO UPDATE SET png = excluded.png, saved_at = excluded.saved_at`)
  const getPicture = db.prepare<[string], { png: Buffer }>('SELECT png FROM picture WHERE board_id = ?')
  const findUse = db.prepare<[string, string, string], unknown>(`
    SELECT 1 FROM file WHERE sha256 = ? UNION ALL SELECT 1 FROM revision WHERE archive_sha256 = ?
    UNION ALL SELECT 1 FROM outbox WHERE content_sha256 = ? LIMIT 1`)
  const findUndeletedUse = db.prepare<[string, string, string], unknown>(`
    SELECT 1 FROM (
      SELECT revision_id FROM file WHERE sha256 = ? UNION ALL SELECT id AS revision_id FROM revision WHERE archive_sha256 = ?
    ) JOIN revision ON revision.id = revision_id JOIN board ON board.id = board_id WHERE deleted_at IS NULL
    UNION ALL SELECT 1 FROM outbox WHERE content_sha256 = ? LIMIT 1`)

  const addNewRevision = (stored: StoredPackage, of: string | null, actor: string): { id: string; board_id: string } => {
    const next = of === null ? undefined : nextNumber.get(of)?.next
    const made = { id: uuid(), board_id: of !== null && next !== undefined ? of : uuid() }
    if (next === undefined) {
      addBoard.run(made.board_id, stored.name, now(), now(), now())
      search.board(made.board_id, stored.name)
    } else touchBoard.run(now(), made.board_id)
    const number = next ?? 1
    const { sha256, name, bytes, archiveSha256, problems } = stored
    addRevision.run(made.id, made.board_id, number, sha256, name, bytes, archiveSha256, JSON.stringify(problems), now())
    const says = `Revision ${number}: ${name}`
    const body = { says, revision: number, package: sha256, files: Object.fromEntries(stored.files.map((f) => [f.path, f.sha256])) }
    audit.append({ at: now(), actor, action: 'revision.added', board: made.board_id, body })
    noteActivity.run(now(), says, made.board_id)
    return made
  }
  const revisionFor = (stored: StoredPackage, of: string | null, actor: string): { id: string; board_id: string } => {
    const known = findRevision.get(stored.sha256)
    if (!known) return addNewRevision(stored, of, actor)
    touchBoard.run(now(), known.board_id)
    setArchive.run(stored.archiveSha256, JSON.stringify(stored.problems), known.id)
    return known
  }

  const save = db.transaction((review: FinishedReview): string => {
    const { id, board_id } = revisionFor(review.package, review.revisionOf ?? null, review.actor ?? '')
    clearFiles.run(id)
    for (const { path, sha256, bytes, shown } of review.package.files) addFile.run(id, path, sha256, bytes, JSON.stringify(shown))
    clearReview.run(id)
    addReview.run(
      id,
      review.appVersion,
      review.capability,
      JSON.stringify(review.model),
      JSON.stringify(review.basis),
      review.verdict,
      review.coverage,
      now(),
    )
    review.raw.forEach((outcome, i) => addRaw.run(id, i, outcome.id, JSON.stringify(outcome)))
    for (const finding of review.findings)
      addFinding.run(id, finding.fingerprint, finding.checkId, finding.severity, JSON.stringify(finding))
    if (review.landmarks) putLandmarks.run(id, review.landmarks)
    const paths = review.package.files.map((f) => f.path)
    search.revision({ board: board_id, revision: id, paths, nets: review.nets ?? [], findings: review.findings })
    return board_id
  })

  return {
    save: (review) => save.immediate(review),
    recent: (limit) =>
      listRecent.all(limit).map((row) => {
        const facts = row.model === null ? null : parse<BoardShape>(row.model).facts
        return {
          id: row.id,
          name: row.name,
          openedAt: row.opened_at,
          verdict: row.verdict,
          coverage: row.coverage,
          widthMm: facts?.widthMm ?? null,
          heightMm: facts?.heightMm ?? null,
          copperLayers: facts?.copperLayers ?? null,
          hasPicture: row.picture === 1,
        }
      }),
    forget: (id) => removeBoard.run(id).changes > 0,
    packageOf(id, number) {
      const row = revisionOf(id, number)
      if (!row) return null
      const files = filesOf.all(row.id).map((f) => ({ ...f, shown: parse<FileShape>(f.shown) }))
      return {
        name: row.name,
        sha256: row.package_sha256,
        bytes: row.bytes,
        archiveSha256: row.archive_sha256,
        problems: parse(row.problems),
        files,
      }
    },
    reviewOf(id, number) {
      const revision = revisionOf(id, number)
      const review = revision && findReview.get(revision.id)
      if (!review) return null
      return {
        model: { id, ...parse<Omit<BoardShape, 'id'>>(review.model) },
        capability: review.capability,
        basis: parse(review.basis),
        files: filesOf.all(revision.id).map((f) => parse<FileShape>(f.shown)),
        raw: rawOf.all(revision.id).map(({ body }) => parse<RawOutcome>(body)),
      }
    },
    savePicture: (id, png) => putPicture.run(png, now(), id).changes > 0,
    picture: (id) => getPicture.get(id)?.png ?? null,
    isUsed: (sha256) => findUse.get(sha256, sha256, sha256) !== undefined,
    isUsedUndeleted: (sha256) => findUndeletedUse.get(sha256, sha256, sha256) !== undefined,
  }
}
