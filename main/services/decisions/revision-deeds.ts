import { err, ok, type Result } from '#core/base/result.ts'
import type { Undone } from '#main/store/commands.repo.ts'
import { alignmentRow } from '#main/store/decisions.repo.ts'
import { gone, type Deeds, type Failure } from './deeds.ts'

/** What is done with the revisions of a board, and taking deeds back. */
export class RevisionDeeds {
  readonly #deeds: Deeds

  constructor(deeds: Deeds) {
    this.#deeds = deeds
  }

  refuseShift(id: string, from: number, to: number, refused: boolean): Result<null, Failure<'gone' | 'not-ready' | 'no-such-revision'>> {
    const { store, locate } = this.#deeds.parts
    const place = locate(id)
    if (!place.ok) return place
    const { board } = place.value
    const [older, newer] = [store.revisions.find(board, from), store.revisions.find(board, to)]
    if (!older || !newer) return gone('no-such-revision', 'revision')
    const says = `${refused ? 'Refused' : 'Took'} the shift found between revisions ${from} and ${to}`
    return this.#deeds.record(
      board,
      'alignment.chosen',
      says,
      (rows) => rows.put('alignment_choice', alignmentRow(board, older.id, newer.id, refused)),
      null,
    )
  }

  /** Makes a board of one revision the next revision of another; what was decided on it comes along. */
  attach(
    id: string,
    toId: string,
  ): Result<{ board: string; revision: number }, Failure<'gone' | 'not-ready' | 'same-board' | 'several-revisions' | 'is-approved'>> {
    const { store, locate, author } = this.#deeds.parts
    const [place, target] = [locate(id), locate(toId)]
    if (!place.ok) return place
    if (!target.ok) return target
    const [board, to] = [place.value.board, target.value.board]
    if (board === to) return err({ code: 'same-board', message: 'This is the same board.' })
    if (store.revisions.list(board).length > 1)
      return err({ code: 'several-revisions', message: 'This board has several revisions of its own.' })
    if (store.approvals.ofBoard(board).length > 0)
      return err({ code: 'is-approved', message: 'This board was approved or rejected under its own name.' })
    const revision = this.#deeds.keeping(to, () => store.attachBoard(board, to, author()))
    this.#deeds.tell(to)
    return ok({ board: to, revision })
  }

  /** Makes the newest revision a board of its own, with what was decided on it. */
  detach(
    id: string,
    name: string | null,
  ): Result<
    { board: string; from: string; revision: number },
    Failure<'gone' | 'not-ready' | 'only-revision' | 'not-newest' | 'is-approved'>
  > {
    const { store, locate, author } = this.#deeds.parts
    const place = locate(id)
    if (!place.ok) return place
    const { board } = place.value
    const [newest, ...older] = store.revisions.list(board)
    if (!newest) return gone('gone', 'board')
    if (older.length === 0) return err({ code: 'only-revision', message: 'This is the only revision of its board.' })
    if (place.value.revision !== null && place.value.revision !== newest.number)
      return err({ code: 'not-newest', message: `Only the newest revision can become a board of its own: that is ${newest.number}.` })
    if (store.approvals.ofBoard(board).some((approval) => approval.revisionId === newest.id))
      return err({ code: 'is-approved', message: 'This revision was approved or rejected as one of this board.' })
    const made = this.#deeds.keeping(board, () => store.detachRevision(board, newest, name ?? newest.name, author()))
    this.#deeds.changed(made)
    this.#deeds.tell(board)
    return ok({ board: made, from: board, revision: newest.number })
  }

  /** @param turn `undo` or `redo` of the store */
  turn(id: string, back: boolean): Result<Undone & { board: string }, Failure<'gone' | 'not-ready' | 'nothing' | 'changed'>> {
    const { store, locate, author } = this.#deeds.parts
    const place = locate(id)
    if (!place.ok) return place
    const { board } = place.value
    const done = this.#deeds.keeping(board, () => {
      const turned = back ? store.commands.undo(board, author()) : store.commands.redo(board, author())
      if (typeof turned !== 'string' && turned.tables.includes('note')) store.search.notes(board)
      return turned
    })
    if (done === 'nothing') return err({ code: 'nothing', message: `There is nothing to ${back ? 'take back' : 'do again'}.` })
    if (done === 'changed') return err({ code: 'changed', message: 'What this would change was changed by something else since.' })
    this.#deeds.tell(board)
    return ok({ ...done, board })
  }
}
