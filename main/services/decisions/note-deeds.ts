import { err, ok, type Result } from '#core/base/result.ts'
import { counted } from '#core/review/effective.ts'
import { markRow, noteRow, type NoteTarget, type StoredNote } from '#main/store/decisions.repo.ts'
import { marksOf } from './decision-view.ts'
import { gone, shortened, titleOf, type BoardFailure, type Deeds, type Failure } from './deeds.ts'

/** Notes, and what is said on findings beside waiving them. */
export class NoteDeeds {
  readonly #deeds: Deeds

  constructor(deeds: Deeds) {
    this.#deeds = deeds
  }

  markFindings(
    id: string,
    capability: string,
    names: readonly string[],
    { state, assignee }: { readonly state?: 'open' | 'fix' | undefined; readonly assignee?: string | null | undefined },
  ): Result<null, BoardFailure | Failure<'finding-gone'>> {
    const decided = this.#deeds.decided(id, capability)
    if (!decided.ok) return decided
    const { board, revision, findings } = decided.value.judged
    const wanted = new Set(names)
    const found = findings.filter((f) => wanted.has(f.fingerprint))
    if (found.length < wanted.size) return gone('finding-gone', 'finding')
    const { store, author } = this.#deeds.parts
    const before = new Map(
      store.decisions
        .marks(board)
        .filter((m) => m.revisionId === revision.id)
        .map((m) => [`${m.anchor.checkId} ${m.anchor.fingerprint}`, m.id]),
    )
    const now = marksOf(
      decided.value,
      store.decisions.marks(board).filter((m) => m.revision <= revision.number),
    )
    const done = [
      ...(state ? [state === 'fix' ? 'To be fixed' : 'Open'] : []),
      ...(assignee === undefined ? [] : [assignee === null ? 'Assigned to nobody' : `Assigned to ${assignee}`]),
    ]
    const says = `${done.join(', ')}: ${counted(found.length, 'finding')} of ${titleOf(found[0]!.checkId)}`
    return this.#deeds.record(
      board,
      'finding.marked',
      says,
      (rows) => {
        for (const anchor of found) {
          const known = before.get(`${anchor.checkId} ${anchor.fingerprint}`)
          rows.put(
            'mark',
            markRow({
              id: known ?? store.ids.uuid(),
              boardId: board,
              revisionId: revision.id,
              anchor,
              state: state ?? now.get(anchor)?.state ?? 'open',
              assignee: assignee === undefined ? (now.get(anchor)?.assignee ?? null) : assignee,
              author: author(),
              changedAt: store.ids.now(),
            }),
          )
        }
      },
      null,
    )
  }

  addNote(
    id: string,
    capability: string,
    target: NoteTarget,
    text: string,
  ): Result<{ id: string }, BoardFailure | Failure<'finding-gone' | 'no-such-file'>> {
    const decided = this.#deeds.decided(id, capability)
    if (!decided.ok) return decided
    const { board, revision, findings, files } = decided.value.judged
    const anchor = target.kind === 'finding' ? findings.find((f) => f.fingerprint === target.fingerprint) : null
    if (anchor === undefined) return gone('finding-gone', 'finding')
    if (target.kind === 'file' && !files.some((f) => f.path === target.path))
      return err({ code: 'no-such-file', message: `The package holds no file "${target.path}".` })
    const { store, author } = this.#deeds.parts
    const note = {
      id: store.ids.uuid(),
      boardId: board,
      revisionId: revision.id,
      target,
      anchor,
      text,
      author: author(),
      createdAt: store.ids.now(),
      changedAt: null,
      resolved: false,
    }
    return this.#note(board, 'note.added', `Wrote a note: ${shortened(text)}`, note)
  }

  #note(board: string, action: string, says: string, note: Omit<StoredNote, 'revision'>): Result<{ id: string }, never> {
    const { store } = this.#deeds.parts
    return this.#deeds.record(
      board,
      action,
      says,
      (rows) => {
        rows.put('note', noteRow(note))
        store.search.notes(board)
      },
      { id: note.id },
    )
  }

  #findNote(id: string, noteId: string): Result<{ board: string; note: StoredNote }, Failure<'gone' | 'not-ready' | 'no-such-note'>> {
    const place = this.#deeds.parts.locate(id)
    if (!place.ok) return place
    const note = this.#deeds.parts.store.decisions.notes(place.value.board).find((n) => n.id === noteId)
    return note ? ok({ board: place.value.board, note }) : gone('no-such-note', 'note')
  }

  changeNote(id: string, noteId: string, text: string, resolved: boolean): Result<null, Failure<'gone' | 'not-ready' | 'no-such-note'>> {
    const found = this.#findNote(id, noteId)
    if (!found.ok) return found
    const { board, note } = found.value
    const verb = resolved === note.resolved ? 'Changed' : resolved ? 'Resolved' : 'Reopened'
    this.#note(board, 'note.changed', `${verb} a note: ${shortened(text)}`, {
      ...note,
      text,
      resolved,
      changedAt: this.#deeds.parts.store.ids.now(),
    })
    return ok(null)
  }

  removeNote(id: string, noteId: string): Result<null, Failure<'gone' | 'not-ready' | 'no-such-note'>> {
    const found = this.#findNote(id, noteId)
    if (!found.ok) return found
    const { board, note } = found.value
    return this.#deeds.record(
      board,
      'note.removed',
      `Removed a note: ${shortened(note.text)}`,
      (rows) => {
        rows.remove('note', { id: note.id })
        this.#deeds.parts.store.search.notes(board)
      },
      null,
    )
  }
}
