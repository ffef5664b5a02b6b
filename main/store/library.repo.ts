import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import type { BoardShape } from '#core/ipc/board-shapes.ts'
import type { CardShape, libraryCalls } from '#core/ipc/library.ipc.ts'
import type { AuditRepo } from './audit.repo.ts'
import type { SearchRepo } from './search.repo.ts'

export type LibraryQuery = z.infer<(typeof libraryCalls)['library.list']['input']>
export type CardRow = Omit<CardShape, 'thumbnail'> & { readonly hasPicture: boolean }

/** Boards as the start page shows them. Every change is in the audit log. */
export interface LibraryRepo {
  /** @param capability that boards are judged by at present: an approval by another one is for an earlier state; null = any */
  list(query: LibraryQuery, capability?: string | null): { readonly boards: readonly CardRow[]; readonly total: number }
  /** @returns false when there is no such board, or it is deleted */
  rename(id: string, name: string, actor: string): boolean
  /** Hides a board; it can be restored until it is purged. @returns false when there is none, or it is deleted */
  delete(id: string, actor: string): boolean
  /** @returns false when there is no deleted board of that id */
  restore(id: string, actor: string): boolean
  /** Removes a deleted board with all that belongs to it, except approvals and audit entries. @returns false when it is not deleted */
  purge(id: string, actor: string): boolean
  /** @returns boards that were deleted before then, ms since 1970 */
  deletedBefore(time: number): readonly string[]
  /** @returns how many boards there are, and how many are deleted and can be restored */
  counts(): { readonly boards: number; readonly deleted: number }
  exists(id: string): boolean
  /** Also of a deleted one. */
  nameOf(id: string): string | null
}

interface Row {
  readonly id: string
  readonly name: string
  readonly opened_at: number
  readonly created_at: number
  readonly active_at: number
  readonly activity: string
  readonly deleted_at: number | null
  readonly sha256: string | null
  readonly number: number | null
  readonly revisions: number
  readonly verdict: CardShape['verdict']
  readonly coverage: string | null
  readonly model: string | null
  readonly waived: number
  readonly notes: number
  readonly approval: CardShape['approval']
  readonly picture: number
}

const CARDS = `
  SELECT board.id, board.name, board.opened_at, board.created_at, board.active_at, board.activity, board.deleted_at,
    revision.package_sha256 AS sha256, revision.number,
    (SELECT count(*) FROM revision AS r WHERE r.board_id = board.id) AS revisions,
    coalesce(review.effective_verdict, review.verdict) AS verdict, coalesce(review.effective_text, review.coverage) AS coverage, review.model,
    (SELECT count(*) FROM waiver WHERE waiver.board_id = board.id) AS waived,
    (SELECT count(*) FROM note WHERE note.board_id = board.id AND resolved = 0) AS notes,
    coalesce((
      SELECT CASE
        WHEN decision = 'rejected' THEN 'rejected'
        WHEN revision_number = revision.number AND (@capability IS NULL OR approval.capability = @capability) AND coalesce(changed, '[]') = '[]' THEN 'approved'
        ELSE 'stale' END
      FROM approval LEFT JOIN approval_standing ON approval_id = approval.id WHERE approval.board_id = board.id ORDER BY at DESC LIMIT 1), 'none') AS approval,
    EXISTS (SELECT 1 FROM picture WHERE picture.board_id = board.id) AS picture
  FROM board
  LEFT JOIN revision ON revision.board_id = board.id AND revision.number = (SELECT max(number) FROM revision AS r WHERE r.board_id = board.id)
  LEFT JOIN review ON review.revision_id = revision.id`

const ORDER: Readonly<Record<LibraryQuery['sort'], string>> = {
  active: 'active_at',
  opened: 'opened_at',
  created: 'created_at',
  name: 'name COLLATE NOCASE',
  verdict: "CASE verdict WHEN 'blocked' THEN 3 WHEN 'review' THEN 2 WHEN 'clear' THEN 1 ELSE 0 END",
  size: "coalesce(json_extract(model, '$.facts.areaMm2'), 0)",
}

const cardOf = (row: Row): CardRow => {
  const facts = row.model === null ? null : (JSON.parse(row.model) as BoardShape).facts
  return {
    id: row.id,
    name: row.name,
    openedAt: row.opened_at,
    verdict: row.verdict,
    coverage: row.coverage,
    widthMm: facts?.widthMm ?? null,
    heightMm: facts?.heightMm ?? null,
    copperLayers: facts?.copperLayers ?? null,
    sha256: row.sha256,
    revision: row.number,
    revisions: row.revisions,
    createdAt: row.created_at,
    activeAt: row.active_at,
    activity: row.activity,
    waived: row.waived,
    notes: row.notes,
    approval: row.approval,
    deletedAt: row.deleted_at,
    hasPicture: row.picture === 1,
  }
}

export const libraryRepo = (db: Database, audit: AuditRepo, search: SearchRepo, now: () => number): LibraryRepo => {
  const setName = db.prepare('UPDATE board SET name = ? WHERE id = ? AND deleted_at IS NULL')
  const hide = db.prepare('UPDATE board SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL')
  const show = db.prepare('UPDATE board SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL')
  const remove = db.prepare('DELETE FROM board WHERE id = ? AND deleted_at IS NOT NULL')
  const touch = db.prepare('UPDATE board SET active_at = ?, activity = ? WHERE id = ?')
  const nameOf = db.prepare<[string], { name: string; deleted_at: number | null }>('SELECT name, deleted_at FROM board WHERE id = ?')
  const before = db.prepare<[number], { id: string }>('SELECT id FROM board WHERE deleted_at < ? ORDER BY deleted_at')

  const counted = db.prepare<[], { boards: number; deleted: number }>(
    'SELECT count(*) FILTER (WHERE deleted_at IS NULL) AS boards, count(deleted_at) AS deleted FROM board',
  )

  /** One statement on one board, told to the log when it did something. */
  const deed = (action: string, says: (name: string) => string, change: (id: string) => number) =>
    db.transaction((id: string, actor: string): boolean => {
      const name = nameOf.get(id)?.name
      if (name === undefined || change(id) === 0) return false
      const text = says(name)
      audit.append({ at: now(), actor, action, board: id, body: { says: text } })
      touch.run(now(), text, id)
      return true
    })
  const deletes = deed(
    'board.deleted',
    (name) => `Deleted ${name}`,
    (id) => hide.run(now(), id).changes,
  )
  const restores = deed(
    'board.restored',
    (name) => `Restored ${name}`,
    (id) => show.run(id).changes,
  )
  const purges = deed(
    'board.purged',
    (name) => `Removed ${name} for good`,
    (id) => remove.run(id).changes,
  )
  const renames = db.transaction((id: string, name: string, actor: string): boolean => {
    const says = (old: string): string => `Renamed ${old} to ${name}`
    const done = deed('board.renamed', says, () => setName.run(name, id).changes)(id, actor)
    if (done) search.board(id, name)
    return done
  })

  return {
    list({ text, verdicts, approvals, deleted, sort, descending, offset, limit }, capability = null) {
      const found = text.trim() === '' ? null : JSON.stringify(search.boardsWith(text))
      const filtered = `
        SELECT * FROM (${CARDS}) WHERE (deleted_at IS NOT NULL) = @deleted
          AND (@found IS NULL OR id IN (SELECT value FROM json_each(@found)) OR instr(lower(name), lower(@text)) > 0)
          AND (@verdicts = '[]' OR coalesce(verdict, 'none') IN (SELECT value FROM json_each(@verdicts)))
          AND (@approvals = '[]' OR approval IN (SELECT value FROM json_each(@approvals)))`
      const values = {
        capability,
        deleted: deleted ? 1 : 0,
        found,
        text: text.trim(),
        verdicts: JSON.stringify(verdicts),
        approvals: JSON.stringify(approvals),
      }
      const total = db.prepare<[object], { n: number }>(`SELECT count(*) AS n FROM (${filtered})`).get(values)!.n
      const rows = db.prepare<[object], Row>(
        `${filtered} ORDER BY ${ORDER[sort]} ${descending ? 'DESC' : 'ASC'}, id LIMIT @limit OFFSET @offset`,
      )
      return { boards: rows.all({ ...values, limit, offset }).map(cardOf), total }
    },
    rename: (id, name, actor) => renames.immediate(id, name, actor),
    delete: (id, actor) => deletes.immediate(id, actor),
    restore: (id, actor) => restores.immediate(id, actor),
    purge: (id, actor) => purges.immediate(id, actor),
    deletedBefore: (time) => before.all(time).map((row) => row.id),
    counts: () => counted.get()!,
    nameOf: (id) => nameOf.get(id)?.name ?? null,
    exists: (id) => nameOf.get(id)?.deleted_at === null,
  }
}
