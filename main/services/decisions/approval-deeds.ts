import { canonicalJson } from '#core/base/canonical-json.ts'
import { err, ok, type Result } from '#core/base/result.ts'
import { approvalRecordShape, type ApprovalRecordShape, type ApprovalRowShape } from '#core/ipc/approval.ipc.ts'
import type { CapabilityService } from '#main/services/capabilities.ts'
import type { StoredApproval } from '#main/store/approvals.repo.ts'
import { sha256Of } from '#main/store/sha256.ts'
import { approvalStateOf, changedSince, obstaclesOf, stateHash, subjectsOf, type ApprovalState } from './approval-state.ts'
import type { ChecklistDeeds } from './checklist-deeds.ts'
import { decidedOn } from './decision-view.ts'
import type { BoardFailure, Deeds, Failure } from './deeds.ts'

export interface Draft {
  readonly state: ApprovalState
  readonly conditions: { id: string; text: string; ticked: boolean }[]
  readonly stateSha256: string
  readonly obstacles: string[]
  readonly last: ApprovalRowShape | null
}

/** To-do items of a rejection beyond which a designer looks at the findings themselves. */
const MOST_TO_DO = 200

/** Approving and rejecting: each writes one record that never changes again. */
export class ApprovalDeeds {
  readonly #deeds: Deeds
  readonly #checklist: ChecklistDeeds
  readonly #capabilities: CapabilityService
  readonly #version: string

  constructor(deeds: Deeds, checklist: ChecklistDeeds, capabilities: CapabilityService, version: string) {
    this.#deeds = deeds
    this.#checklist = checklist
    this.#capabilities = capabilities
    this.#version = version
  }

  draft(id: string, capability: string): Result<Draft, BoardFailure> {
    const { store } = this.#deeds.parts
    const decided = this.#deeds.decided(id, capability)
    if (!decided.ok) return decided
    const list = this.#checklist.checklist(id)
    if (!list.ok) return list
    const { board } = decided.value.judged
    const state = approvalStateOf(store, decided.value, this.#version)
    const conditions = list.value.items
      .filter((item) => item.isRequired)
      .map(({ id, text, doneBy, doneRevisionId }) => ({ id, text, ticked: doneBy !== null && doneRevisionId === list.value.revisionId }))
    const newest = store.revisions.find(board)?.number ?? state.revision.number
    const last = this.#rows(board).find((row) => row.decision === 'approved') ?? null
    return ok({ state, conditions, stateSha256: stateHash(state), obstacles: obstaclesOf(state, newest), last })
  }

  decide(
    id: string,
    capability: string,
    given: {
      readonly decision: 'approved' | 'rejected'
      readonly reason: string
      readonly stateSha256: string
      readonly ticked: readonly string[]
    },
  ): Result<ApprovalRowShape, BoardFailure | Failure<'changed' | 'obstacles' | 'conditions-open' | 'reason-missing'>> {
    const draft = this.draft(id, capability)
    if (!draft.ok) return draft
    const { state, conditions, stateSha256, obstacles } = draft.value
    const { decision, reason } = given
    if (stateSha256 !== given.stateSha256) return err({ code: 'changed', message: 'The board is no longer as it was shown. Look again.' })
    if (decision === 'rejected' && reason === '') return err({ code: 'reason-missing', message: 'Say why it is rejected.' })
    if (decision === 'approved' && obstacles.length) return err({ code: 'obstacles', message: obstacles.join(' ') })
    const ticked = conditions.map(({ id, text }) => ({ id, text, ticked: given.ticked.includes(id) }))
    const left = ticked.filter((c) => !c.ticked)
    if (decision === 'approved' && left.length)
      return err({ code: 'conditions-open', message: `Not ticked: ${left.map((c) => c.text).join('; ')}.` })
    const { store, author } = this.#deeds.parts
    const record: ApprovalRecordShape = {
      schema: 'boardproof.approval/1',
      id: store.ids.uuid(),
      decision,
      at: store.ids.now(),
      by: author(),
      reason,
      conditions: ticked,
      toDo: decision === 'rejected' ? this.#toDo(state) : [],
      state,
    }
    return ok(this.#write(record))
  }

  #toDo(state: ApprovalState): string[] {
    const notes = this.#deeds.parts.store.decisions.notes(state.board.id).filter((note) => !note.resolved)
    const all = [...state.open.filter((f) => f.severity !== 'info').map((f) => `${f.message}. ${f.fix}`), ...notes.map((note) => note.text)]
    return all.length > MOST_TO_DO ? [...all.slice(0, MOST_TO_DO), `${all.length - MOST_TO_DO} more`] : all
  }

  #write(record: ApprovalRecordShape): ApprovalRowShape {
    const { store } = this.#deeds.parts
    const { id, decision, at, by, reason, state } = record
    const json = canonicalJson(record)
    const sha256 = sha256Of(json)
    const approval: StoredApproval = {
      id,
      boardId: state.board.id,
      revisionId: state.revision.id,
      revision: state.revision.number,
      decision,
      at,
      actor: by,
      capability: state.capability.id,
      subjects: state.subjects,
      record: json,
      sha256,
    }
    const says = `${decision === 'approved' ? 'Approved' : 'Rejected'} revision ${state.revision.number}${reason ? `: ${reason}` : ''} (${state.verdict.text})`
    store.approve(approval, says)
    this.#deeds.changed(state.board.id)
    return this.#row(approval, json)
  }

  /** What each record of a board says of the state that is there now. */
  #rows(board: string): ApprovalRowShape[] {
    return this.#deeds.parts.store.approvals.ofBoard(board).map((approval) => this.#row(approval, approval.record))
  }

  #row(approval: StoredApproval, json: string): ApprovalRowShape {
    const { store, revisions } = this.#deeds.parts
    const judged = revisions.of(approval.boardId, null, approval.capability)
    const now = judged.ok ? subjectsOf(store, decidedOn(store, revisions, judged.value)) : null
    const { id, decision, at, actor, revision, capability, sha256 } = approval
    const { reason } = JSON.parse(json) as ApprovalRecordShape
    return {
      id,
      decision,
      at,
      by: actor,
      reason,
      revision,
      capability,
      sha256,
      changed: changedSince(approval, now, this.#capabilities.chosen().id),
    }
  }

  list(id: string): Result<ApprovalRowShape[], Failure<'gone' | 'not-ready'>> {
    const place = this.#deeds.parts.locate(id)
    return place.ok ? ok(this.#rows(place.value.board)) : place
  }

  /** @fails `tampered` when the record no longer hashes to what was written */
  get(
    id: string,
  ): Result<{ record: ApprovalRecordShape; json: string; sha256: string; fileName: string }, Failure<'no-such-approval' | 'tampered'>> {
    const approval = this.#deeds.parts.store.approvals.find(id)
    if (!approval) return err({ code: 'no-such-approval', message: 'There is no such record.' })
    const { record: json, sha256 } = approval
    const parsed = sha256Of(json) === sha256 ? approvalRecordShape.safeParse(JSON.parse(json)) : null
    if (!parsed?.success) return err({ code: 'tampered', message: 'This record was changed after it was written.' })
    const record = parsed.data
    const stem = record.state.board.name
      .replace(/\.zip$/i, '')
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^-+|-+$/g, '')
    return ok({
      record,
      json,
      sha256,
      fileName: `${stem}-revision-${record.state.revision.number}-${record.decision}`,
    })
  }
}
