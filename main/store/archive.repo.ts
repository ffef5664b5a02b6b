import type { Database } from 'better-sqlite3'
import { ARCHIVE_SCHEMA, type ArchivedBoard } from './archive-shape.ts'
import { auditHashOf, type AuditRepo } from './audit.repo.ts'
import type { SearchRepo } from './search.repo.ts'
import { sha256Of } from './sha256.ts'
import { boardTables, rowHash, rowName, trackedRows, type TrackedRow } from './tracked-rows.ts'

export interface ArchiveRepo {
  /** @returns a board with everything that belongs to it, or null when there is none */
  dump(board: string): ArchivedBoard | null
  /** Takes a board in, in one transaction. @returns what stands against it, or null when it is in */
  load(archived: ArchivedBoard, actor: string, at: number): 'already-here' | 'not-whole' | null
}

type Revision = ArchivedBoard['revisions'][number]
type Approval = ArchivedBoard['approvals'][number]

/** Rows must point at what is in the archive, records must be what they say they are. */
const isWhole = ({ board, revisions, rows, roles, approvals, audit }: ArchivedBoard): boolean => {
  const ids = new Set(revisions.map((r) => r.id))
  const packages = new Set(revisions.map((r) => r.package_sha256))
  const numbers = new Set(revisions.map((r) => r.number))
  const all = Object.values(rows).flat() as readonly { board_id: string; revision_id?: string }[]
  return (
    ids.size === revisions.length &&
    packages.size === revisions.length &&
    numbers.size === revisions.length &&
    all.every((row) => row.board_id === board.id && (row.revision_id === undefined || ids.has(row.revision_id))) &&
    rows.checklist_item.every((row) => row.done_revision_id === null || ids.has(row.done_revision_id)) &&
    rows.alignment_choice.every(
      (row) => ids.has(row.from_revision_id) && ids.has(row.to_revision_id) && row.id === `${row.from_revision_id}:${row.to_revision_id}`,
    ) &&
    roles.every((role) => packages.has(role.package_sha256)) &&
    approvals.every((a) => a.board_id === board.id && sha256Of(a.record) === a.sha256) &&
    audit.every((entry) => entry.board_id === board.id && auditHashOf(entry) === entry.hash)
  )
}

export const archiveRepo = (db: Database, audit: AuditRepo, search: SearchRepo): ArchiveRepo => {
  const tracked = trackedRows(db)
  const findBoard = db.prepare<[string], ArchivedBoard['board']>(
    'SELECT id, name, opened_at, created_at, active_at, activity FROM board WHERE id = ? AND deleted_at IS NULL',
  )
  const revisions = db.prepare<[string], Omit<Revision, 'files' | 'review' | 'raw' | 'findings' | 'nets' | 'landmarks'>>(
    'SELECT id, number, package_sha256, name, bytes, archive_sha256, problems, created_at FROM revision WHERE board_id = ? ORDER BY number',
  )
  const files = db.prepare<[string], Revision['files'][number]>(
    'SELECT path, sha256, bytes, shown FROM file WHERE revision_id = ? ORDER BY path',
  )
  const review = db.prepare<[string], NonNullable<Revision['review']>>(
    'SELECT app_version, capability, model, basis, verdict, coverage, reviewed_at, effective_verdict, effective_text FROM review WHERE revision_id = ?',
  )
  const raw = db.prepare<[string], Revision['raw'][number]>(
    'SELECT position, check_id, body FROM raw_outcome WHERE revision_id = ? ORDER BY position',
  )
  const findings = db.prepare<[string], Revision['findings'][number]>(
    'SELECT fingerprint, check_id, severity, body FROM finding WHERE revision_id = ? ORDER BY fingerprint',
  )
  const nets = db.prepare<[string], { text: string }>("SELECT text FROM search_row WHERE revision_id = ? AND kind = 'net' ORDER BY id")
  const landmarks = db.prepare<[string], { body: Buffer }>('SELECT body FROM landmark WHERE revision_id = ?')
  const roles = db.prepare<[string], ArchivedBoard['roles'][number]>(
    'SELECT package_sha256, path, choice, chosen_at FROM package_role WHERE package_sha256 IN (SELECT package_sha256 FROM revision WHERE board_id = ?) ORDER BY package_sha256, path',
  )
  const approvals = db.prepare<[string], Approval>(
    'SELECT id, board_id, revision_id, revision_number, decision, at, actor, capability, subjects, record, sha256 FROM approval WHERE board_id = ? ORDER BY at, id',
  )
  const auditRows = db.prepare<[string], ArchivedBoard['audit'][number]>('SELECT * FROM audit_entry WHERE board_id = ? ORDER BY seq')
  const picture = db.prepare<[string], { png: Buffer }>('SELECT png FROM picture WHERE board_id = ?')

  const anyBoard = db.prepare<[string], unknown>('SELECT 1 FROM board WHERE id = ?')
  const anyPackage = db.prepare<[string], unknown>('SELECT 1 FROM revision WHERE package_sha256 = ?')
  const anyApproval = db.prepare<[string], { sha256: string }>('SELECT sha256 FROM approval WHERE id = ?')
  const insert = (table: string, columns: readonly string[], or = '') =>
    db.prepare<[object]>(`INSERT ${or} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((c) => `@${c}`).join(', ')})`)
  const addBoard = insert('board', ['id', 'name', 'opened_at', 'created_at', 'active_at', 'activity'])
  const addRevision = insert('revision', [
    'id',
    'board_id',
    'number',
    'package_sha256',
    'name',
    'bytes',
    'archive_sha256',
    'problems',
    'created_at',
  ])
  const addFile = insert('file', ['revision_id', 'path', 'sha256', 'bytes', 'shown'])
  const addReview = insert('review', [
    'revision_id',
    'app_version',
    'capability',
    'model',
    'basis',
    'verdict',
    'coverage',
    'reviewed_at',
    'effective_verdict',
    'effective_text',
  ])
  const addRaw = insert('raw_outcome', ['revision_id', 'position', 'check_id', 'body'])
  const addFinding = insert('finding', ['revision_id', 'fingerprint', 'check_id', 'severity', 'body'])
  const addLandmarks = db.prepare('INSERT INTO landmark (revision_id, body) VALUES (?, ?)')
  const addApproval = insert('approval', [
    'id',
    'board_id',
    'revision_id',
    'revision_number',
    'decision',
    'at',
    'actor',
    'capability',
    'subjects',
    'record',
    'sha256',
  ])
  const addPicture = db.prepare('INSERT INTO picture (board_id, png, saved_at) VALUES (?, ?, ?)')

  const addOneRevision = (
    board: string,
    { files: fileRows, review: reviewRow, raw: rawRows, findings: findingRows, nets: names, landmarks: marks, ...row }: Revision,
  ): void => {
    addRevision.run({ ...row, board_id: board })
    for (const file of fileRows) addFile.run({ ...file, revision_id: row.id })
    if (reviewRow) {
      addReview.run({ ...reviewRow, revision_id: row.id })
      for (const outcome of rawRows) addRaw.run({ ...outcome, revision_id: row.id })
      for (const finding of findingRows) addFinding.run({ ...finding, revision_id: row.id })
    }
    if (marks !== null) addLandmarks.run(row.id, Buffer.from(marks, 'base64'))
    search.revision({
      board,
      revision: row.id,
      paths: fileRows.map((f) => f.path),
      nets: names,
      findings: findingRows.map((f) => JSON.parse(f.body) as never),
    })
  }

  /** The old entries keep who did what when, and the hash they had; that it was taken in here is the last one. */
  const addHistory = (archived: ArchivedBoard, actor: string, at: number, hashes: Record<string, string | null>): void => {
    const board = archived.board.id
    for (const { seq, at: then, actor: who, action, body, hash } of archived.audit) {
      const { rows: _, ...facts } = JSON.parse(body) as { says: string; rows?: unknown }
      audit.append({ at: then, actor: who, action, board, body: { ...facts, imported: { seq, hash } } })
    }
    audit.append({
      at,
      actor,
      action: 'board.imported',
      board,
      body: { says: `Took in ${archived.board.name} with its history`, rows: hashes },
    })
  }

  const load = db.transaction((archived: ArchivedBoard, actor: string, at: number): 'already-here' | 'not-whole' | null => {
    const { board } = archived
    if (!isWhole(archived)) return 'not-whole'
    const known = anyBoard.get(board.id) !== undefined || archived.revisions.some((r) => anyPackage.get(r.package_sha256) !== undefined)
    if (known || boardTables.some((table) => archived.rows[table as 'waiver'].some((row) => tracked.read(table, row as TrackedRow))))
      return 'already-here'
    const fresh = archived.approvals.filter((a) => anyApproval.get(a.id) === undefined)
    if (archived.approvals.some((a) => (anyApproval.get(a.id)?.sha256 ?? a.sha256) !== a.sha256)) return 'not-whole'
    addBoard.run(board)
    search.board(board.id, board.name)
    for (const revision of archived.revisions) addOneRevision(board.id, revision)
    const hashes: Record<string, string | null> = {}
    const put = (table: Parameters<typeof tracked.put>[0], row: TrackedRow): void => {
      tracked.put(table, row)
      hashes[rowName(table, row)] = rowHash(row)
    }
    for (const table of boardTables) for (const row of archived.rows[table as 'waiver']) put(table, row as unknown as TrackedRow)
    for (const role of archived.roles) put('package_role', role)
    for (const approval of fresh) {
      addApproval.run(approval)
      hashes[`approval:${approval.id}`] = approval.sha256
    }
    if (archived.picture !== null) addPicture.run(board.id, Buffer.from(archived.picture, 'base64'), at)
    search.notes(board.id)
    addHistory(archived, actor, at, hashes)
    return null
  })

  return {
    dump(id) {
      const board = findBoard.get(id)
      if (!board) return null
      return {
        schema: ARCHIVE_SCHEMA,
        board,
        revisions: revisions.all(id).map((row) => ({
          ...row,
          files: files.all(row.id),
          review: review.get(row.id) ?? null,
          raw: raw.all(row.id),
          findings: findings.all(row.id),
          nets: nets.all(row.id).map((net) => net.text),
          landmarks: landmarks.get(row.id)?.body.toString('base64') ?? null,
        })),
        rows: Object.fromEntries(boardTables.map((table) => [table, tracked.ofBoard(table, id)])) as unknown as ArchivedBoard['rows'],
        roles: roles.all(id),
        approvals: approvals.all(id),
        audit: auditRows.all(id),
        picture: picture.get(id)?.png.toString('base64') ?? null,
      }
    },
    load: (archived, actor, at) => load.immediate(archived, actor, at),
  }
}
