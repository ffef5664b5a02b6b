import { err, ok, type Result } from '#core/base/result.ts'
import { allChecks } from '#core/checks/index.ts'
import type { DecisionsShape } from '#core/ipc/decision-shapes.ts'
import type { Store } from '#main/store/store.ts'
import type { EventHub } from '#main/services/events.ts'
import { changedSince, subjectsOf } from './approval-state.ts'
import { decidedOn, decisionsView, type Decided } from './decision-view.ts'
import type { JudgedRevisions } from './judged-revisions.ts'

export type Failure<C extends string> = { readonly code: C; readonly message: string }
export type BoardFailure = Failure<'gone' | 'not-ready' | 'no-such-capability'>

/** A board that the page named, as the store knows it. */
export interface Place {
  readonly board: string
  /** Null = the newest revision. */
  readonly revision: number | null
}
/** @returns where the store keeps what the page calls so */
export type Locate = (id: string) => Result<Place, Failure<'gone' | 'not-ready'>>

export interface DecisionParts {
  readonly store: Store
  readonly hub: EventHub
  readonly revisions: JudgedRevisions
  readonly locate: Locate
  readonly author: () => string
}

const titles: ReadonlyMap<string, string> = new Map(allChecks.map((check) => [check.id, check.title]))
/** @returns the title of a check, as it is shown */
export const titleOf = (checkId: string): string => titles.get(checkId) ?? checkId
/** @returns the text short enough for one line */
export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

export const gone = <C extends string>(code: C, what: string): { readonly ok: false; readonly error: Failure<C> } =>
  err({ code, message: `This ${what} is no longer there.` })

/** What every deed on a board needs: where it is, how it stands, and one transaction with its entry in the log. */
export class Deeds {
  readonly parts: DecisionParts

  constructor(parts: DecisionParts) {
    this.parts = parts
  }

  /** @returns the revision that is looked at, with what was decided on it */
  decided(id: string, capability: string): Result<Decided, BoardFailure> {
    const { store, revisions, locate } = this.parts
    const place = locate(id)
    if (!place.ok) return place
    const judged = revisions.of(place.value.board, place.value.revision, capability)
    return judged.ok ? ok(decidedOn(store, revisions, judged.value)) : judged
  }

  view(id: string, capability: string): Result<DecisionsShape, BoardFailure> {
    const decided = this.decided(id, capability)
    return decided.ok ? ok(decisionsView(this.parts.store, this.parts.revisions, decided.value, this.parts.author())) : decided
  }

  /** Does the work and keeps how the newest revision stands then, for the start page: both are there after a crash, or neither. */
  keeping<T>(board: string, work: () => T): T {
    return this.parts.store.together(() => {
      const result = work()
      this.#keepStanding(board)
      return result
    })
  }

  #keepStanding(board: string): void {
    const { store, revisions } = this.parts
    const newest = store.revisions.find(board)
    const judged = newest?.capability ? revisions.of(board, newest.number, newest.capability) : null
    if (!judged?.ok) return
    const { effective } = decidedOn(store, revisions, judged.value)
    store.revisions.setEffective(judged.value.revision.id, effective.verdict, effective.text)
    this.#keepApproval(board)
  }

  /** Keeps what has changed since the last record, judged by its own capability. */
  #keepApproval(board: string): void {
    const { store, revisions } = this.parts
    const [last] = store.approvals.ofBoard(board)
    if (!last) return
    const judged = revisions.of(board, null, last.capability)
    const now = judged.ok ? subjectsOf(store, decidedOn(store, revisions, judged.value)) : null
    store.approvals.setChanged(last.id, changedSince(last, now, last.capability))
  }

  tell(board: string): void {
    this.parts.hub.emit({ event: 'decisions', payload: { board } })
  }

  /** Keeps how the newest revision stands now, and tells the page. */
  changed(board: string): void {
    this.#keepStanding(board)
    this.tell(board)
  }

  /** Does a deed, keeps how the board stands then, and tells the page. */
  record<T>(board: string, action: string, says: string, work: Parameters<Store['commands']['record']>[1], result: T): Result<T, never> {
    const { store, author } = this.parts
    this.keeping(board, () => store.commands.record({ board, actor: author(), action, says }, work))
    this.tell(board)
    return ok(result)
  }
}
