import { err, ok, type Result } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { decisionCalls } from '#core/ipc/decisions.ipc.ts'
import type { ChecklistDeeds } from '#main/services/decisions/checklist-deeds.ts'
import type { Deeds } from '#main/services/decisions/deeds.ts'
import type { NoteDeeds } from '#main/services/decisions/note-deeds.ts'
import type { RevisionDeeds } from '#main/services/decisions/revision-deeds.ts'
import type { RevisionPlaces } from '#main/services/decisions/revision-places.ts'
import type { WaiverDeeds } from '#main/services/decisions/waiver-deeds.ts'
import type { ReviewService } from '#main/services/review-service.ts'
import type { Store } from '#main/store/store.ts'

export interface DecisionServices {
  readonly store: Store
  readonly reviews: ReviewService
  readonly deeds: Deeds
  readonly waivers: WaiverDeeds
  readonly notes: NoteDeeds
  readonly checklist: ChecklistDeeds
  readonly revisions: RevisionDeeds
  readonly places: RevisionPlaces
}

export const decisionHandlers = ({
  store,
  reviews,
  deeds,
  waivers,
  notes,
  checklist,
  revisions,
  places,
}: DecisionServices): Handlers<typeof decisionCalls> => {
  /** A role that was taken back is read anew. */
  const turn = async <C extends string>(board: string, back: boolean, nothing: C) => {
    const turned: Result<{ says: string; board: string; tables: readonly string[] }, { code: string; message: string }> = revisions.turn(
      board,
      back,
    )
    if (!turned.ok)
      return err({
        ...turned.error,
        code: turned.error.code === 'nothing' ? nothing : (turned.error.code as 'gone' | 'not-ready' | 'changed'),
      })
    if (turned.value.tables.includes('package_role')) await reviews.runAgain(turned.value.board)
    return ok({ did: turned.value.says, history: { ...store.commands.history(turned.value.board) } })
  }
  return {
    'decisions.get': ({ board, capability }) => deeds.view(board, capability),
    'waivers.add': ({ board, capability, ...waiver }) => waivers.addWaiver(board, capability, waiver),
    'waivers.change': ({ board, id, reason, expiry }) => waivers.changeWaiver(board, id, reason, expiry),
    'waivers.remove': ({ board, id }) => waivers.removeWaiver(board, id),
    'waivers.confirm': ({ board, capability, id, reason, expiry }) => waivers.confirmWaiver(board, capability, id, reason, expiry),
    'findings.mark': ({ board, capability, fingerprints, state, assignee }) =>
      notes.markFindings(board, capability, fingerprints, { state, assignee }),
    'notes.add': ({ board, capability, target, text }) => notes.addNote(board, capability, target, text),
    'notes.change': ({ board, id, text, resolved }) => notes.changeNote(board, id, text, resolved),
    'notes.remove': ({ board, id }) => notes.removeNote(board, id),
    'checklist.add': ({ board, text, isRequired }) => checklist.addItem(board, text, isRequired),
    'checklist.tick': ({ board, id, done }) => checklist.tickItem(board, id, done),
    'checklist.remove': ({ board, id }) => checklist.removeItem(board, id),
    'history.undo': ({ board }) => turn(board, true, 'nothing-to-undo'),
    'history.redo': ({ board }) => turn(board, false, 'nothing-to-redo'),
    'revisions.list': ({ board }) => {
      const place = reviews.locate(board)
      return place.ok ? ok([...store.revisions.list(place.value.board)]) : place
    },
    'revisions.open': ({ board, revision }) => reviews.openRevision(board, revision),
    'revisions.attach': ({ board, to }) => {
      const from = reviews.locate(board)
      const attached = revisions.attach(board, to)
      if (attached.ok && from.ok) reviews.moved({ board: from.value.board, revision: 1 }, attached.value)
      return attached
    },
    'revisions.detach': ({ board, name }) => {
      const detached = revisions.detach(board, name)
      if (!detached.ok) return detached
      const { board: made, from, revision } = detached.value
      reviews.moved({ board: from, revision }, { board: made, revision: 1 })
      return ok({ board: made, from })
    },
    'revisions.place': ({ board }) => places.of(board),
    'revisions.align': ({ board, from, to, refused }) => revisions.refuseShift(board, from, to, refused),
  }
}
