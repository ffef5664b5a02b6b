import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import type { ExpectedEdit } from '#core/ipc/compare.ipc.ts'
import type { noteTarget } from '#core/ipc/decision-shapes.ts'
import type { Finding } from '#core/checks/finding.ts'
import type { Anchor } from '#core/review/match-findings.ts'
import type { Waiver, WaiverExpiry, WaiverScope } from '#core/review/waivers.ts'
import type { TrackedRow } from './tracked-rows.ts'

export type NoteTarget = z.infer<typeof noteTarget>

/** A waiver with the worst finding that it was given for, whole. */
export interface StoredWaiver extends Waiver {
  readonly boardId: string
  readonly revisionId: string
  readonly worst: Finding
}

export interface StoredNote {
  readonly id: string
  readonly boardId: string
  readonly revisionId: string
  readonly revision: number
  readonly target: NoteTarget
  /** The finding that it is pinned to, as it was then. */
  readonly anchor: Anchor | null
  readonly text: string
  readonly author: string
  readonly createdAt: number
  readonly changedAt: number | null
  readonly resolved: boolean
}

export interface StoredMark {
  readonly id: string
  readonly boardId: string
  readonly revisionId: string
  readonly revision: number
  readonly anchor: Anchor
  readonly state: 'open' | 'fix'
  readonly assignee: string | null
  readonly author: string
  readonly changedAt: number
}

/** A kind of expected edits that is accepted when a fab's files are compared with the board. */
export interface StoredAcceptance {
  readonly id: string
  readonly boardId: string
  readonly kind: ExpectedEdit
  readonly author: string
  readonly acceptedAt: number
}

export interface StoredItem {
  readonly id: string
  readonly boardId: string
  readonly position: number
  readonly text: string
  readonly isRequired: boolean
  readonly doneBy: string | null
  readonly doneAt: number | null
  readonly doneRevisionId: string | null
}

/** Reads what was decided on a board; it is written through `CommandsRepo`. */
export interface DecisionsRepo {
  waivers(board: string): readonly StoredWaiver[]
  notes(board: string): readonly StoredNote[]
  marks(board: string): readonly StoredMark[]
  checklist(board: string): readonly StoredItem[]
  isShiftRefused(fromRevision: string, toRevision: string): boolean
  /** Kinds of a fab's edits that are accepted, in the order they were. */
  acceptedEdits(board: string): readonly StoredAcceptance[]
  /** Reasons given lately on any board, newest first. */
  recentReasons(limit: number): readonly string[]
  /** Names that findings of any board were assigned to, newest first. */
  recentAssignees(limit: number): readonly string[]
}

type Numbered<T> = T & { readonly revision: number }
interface WaiverRow { id: string; board_id: string; revision_id: string; scope: WaiverScope; check_id: string; cause: string; reason: string; author: string; created_at: number; expiry: string; covered: string } // prettier-ignore
interface NoteRow { id: string; board_id: string; revision_id: string; target: string; anchor: string | null; text: string; author: string; created_at: number; changed_at: number | null; resolved: number } // prettier-ignore
interface MarkRow { id: string; board_id: string; revision_id: string; anchor: string; state: 'open' | 'fix'; assignee: string | null; author: string; changed_at: number } // prettier-ignore
interface ItemRow { id: string; board_id: string; position: number; text: string; is_required: number; done_by: string | null; done_at: number | null; done_revision_id: string | null } // prettier-ignore

const parse = <T>(json: string): T => JSON.parse(json) as T

/** What a finding is known again by, and no more: a group may cover thousands. */
const anchorOf = ({ fingerprint, checkId, cause, severity, layers, measured, limit, unit, at, nets, objects, files, message }: Anchor): Anchor => ({
  fingerprint, checkId, cause, severity, layers, measured, limit, unit, at, nets, objects, files, message,
}) // prettier-ignore

export const waiverRow = (w: Omit<StoredWaiver, 'revision' | 'worst'>, worst: Finding): TrackedRow => ({
  id: w.id,
  board_id: w.boardId,
  revision_id: w.revisionId,
  scope: w.scope,
  check_id: w.checkId,
  cause: w.cause,
  reason: w.reason,
  author: w.author,
  created_at: w.createdAt,
  expiry: JSON.stringify(w.expiry),
  covered: JSON.stringify([worst, ...w.covered.slice(1).map(anchorOf)]),
})

export const noteRow = (n: Omit<StoredNote, 'revision'>): TrackedRow => ({
  id: n.id,
  board_id: n.boardId,
  revision_id: n.revisionId,
  target: JSON.stringify(n.target),
  anchor: n.anchor && JSON.stringify(anchorOf(n.anchor)),
  text: n.text,
  author: n.author,
  created_at: n.createdAt,
  changed_at: n.changedAt,
  resolved: n.resolved ? 1 : 0,
})

export const markRow = (m: Omit<StoredMark, 'revision'>): TrackedRow => ({
  id: m.id,
  board_id: m.boardId,
  revision_id: m.revisionId,
  anchor: JSON.stringify(anchorOf(m.anchor)),
  state: m.state,
  assignee: m.assignee,
  author: m.author,
  changed_at: m.changedAt,
})

export const itemRow = (i: StoredItem): TrackedRow => ({
  id: i.id,
  board_id: i.boardId,
  position: i.position,
  text: i.text,
  is_required: i.isRequired ? 1 : 0,
  done_by: i.doneBy,
  done_at: i.doneAt,
  done_revision_id: i.doneRevisionId,
})

export const acceptanceRow = (a: StoredAcceptance): TrackedRow => ({
  id: a.id,
  board_id: a.boardId,
  kind: a.kind,
  author: a.author,
  accepted_at: a.acceptedAt,
})

export const alignmentRow = (boardId: string, from: string, to: string, refused: boolean): TrackedRow => ({
  id: `${from}:${to}`,
  board_id: boardId,
  from_revision_id: from,
  to_revision_id: to,
  refused: refused ? 1 : 0,
})

export const decisionsRepo = (db: Database): DecisionsRepo => {
  const ofBoard = <T>(table: string, order: string) =>
    db.prepare<[string], Numbered<T>>(
      `SELECT t.*, revision.number AS revision FROM ${table} AS t JOIN revision ON revision.id = t.revision_id WHERE t.board_id = ? ORDER BY ${order}`,
    )
  const waivers = ofBoard<WaiverRow>('waiver', 't.created_at, t.id')
  const notes = ofBoard<NoteRow>('note', 't.created_at, t.id')
  const marks = ofBoard<MarkRow>('mark', 't.changed_at, t.id')
  const items = db.prepare<[string], ItemRow>('SELECT * FROM checklist_item WHERE board_id = ? ORDER BY position, id')
  const refused = db.prepare<[string], { refused: number }>('SELECT refused FROM alignment_choice WHERE id = ?')
  const accepted = db.prepare<[string], StoredAcceptance>(
    'SELECT id, board_id AS boardId, kind, author, accepted_at AS acceptedAt FROM accepted_edit WHERE board_id = ? ORDER BY accepted_at, id',
  )
  const reasons = db.prepare<[number], { reason: string }>(
    'SELECT reason FROM waiver GROUP BY reason ORDER BY max(created_at) DESC LIMIT ?',
  )
  const assignees = db.prepare<[number], { assignee: string }>(
    'SELECT assignee FROM mark WHERE assignee IS NOT NULL GROUP BY assignee ORDER BY max(changed_at) DESC LIMIT ?',
  )
  return {
    acceptedEdits: (board) => accepted.all(board),
    waivers: (board) =>
      waivers.all(board).map((row) => {
        const covered = parse<readonly [Finding, ...Anchor[]]>(row.covered)
        return {
          id: row.id,
          boardId: row.board_id,
          revisionId: row.revision_id,
          revision: row.revision,
          scope: row.scope,
          checkId: row.check_id,
          cause: row.cause,
          reason: row.reason,
          author: row.author,
          createdAt: row.created_at,
          expiry: parse<WaiverExpiry>(row.expiry),
          covered,
          worst: covered[0],
        }
      }),
    notes: (board) =>
      notes.all(board).map((row) => ({
        id: row.id,
        boardId: row.board_id,
        revisionId: row.revision_id,
        revision: row.revision,
        target: parse<NoteTarget>(row.target),
        anchor: row.anchor === null ? null : parse<Anchor>(row.anchor),
        text: row.text,
        author: row.author,
        createdAt: row.created_at,
        changedAt: row.changed_at,
        resolved: row.resolved === 1,
      })),
    marks: (board) =>
      marks.all(board).map((row) => ({
        id: row.id,
        boardId: row.board_id,
        revisionId: row.revision_id,
        revision: row.revision,
        anchor: parse<Anchor>(row.anchor),
        state: row.state,
        assignee: row.assignee,
        author: row.author,
        changedAt: row.changed_at,
      })),
    checklist: (board) =>
      items.all(board).map((row) => ({
        id: row.id,
        boardId: row.board_id,
        position: row.position,
        text: row.text,
        isRequired: row.is_required === 1,
        doneBy: row.done_by,
        doneAt: row.done_at,
        doneRevisionId: row.done_revision_id,
      })),
    isShiftRefused: (from, to) => refused.get(`${from}:${to}`)?.refused === 1,
    recentReasons: (limit) => reasons.all(limit).map((r) => r.reason),
    recentAssignees: (limit) => assignees.all(limit).map((r) => r.assignee),
  }
}
