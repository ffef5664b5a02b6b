import type { AskOutput } from '#renderer/bridge/ask.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import { handOver } from '#renderer/bridge/hand-over.ts'
import type { Slice } from '../app-state.ts'

export type ApprovalDraft = AskOutput<'approval.draft'>
export type ApprovalRow = AskOutput<'approval.list'>[number]

export interface ApproveSlice {
  /** What an approval would state, as it stands now; null while it is put together. */
  readonly draft: ApprovalDraft | null
  readonly draftFailed: string | null
  readonly approvals: readonly ApprovalRow[]
  readonly deciding: boolean
  /** The record that is being made into a file. */
  readonly savingApproval: string | null
  loadApproval(): Promise<void>
  decideApproval(decision: 'approved' | 'rejected', reason: string): Promise<boolean>
  saveApproval(id: string, kind: 'json' | 'html' | 'pdf'): Promise<void>
}

export const NO_APPROVAL: Pick<ApproveSlice, 'draft' | 'draftFailed' | 'approvals' | 'deciding' | 'savingApproval'> = {
  draft: null,
  draftFailed: null,
  approvals: [],
  deciding: false,
  savingApproval: null,
}

export const createApproveSlice =
  (backend: Backend): Slice<ApproveSlice> =>
  (set, get) => ({
    ...NO_APPROVAL,
    async loadApproval() {
      const { boardId, capability } = get()
      if (!boardId || !capability) return
      const [draft, approvals] = await Promise.all([
        backend.ask('approval.draft', { board: boardId, capability }),
        backend.ask('approval.list', { board: boardId }),
      ])
      if (get().boardId !== boardId || get().capability !== capability) return
      set({
        draft: draft.ok ? draft.value : null,
        draftFailed: draft.ok ? null : draft.error.message,
        approvals: approvals.ok ? approvals.value : [],
      })
    },
    async decideApproval(decision, reason) {
      const { boardId, capability, draft, deciding } = get()
      if (!boardId || !capability || !draft || deciding) return false
      set({ deciding: true })
      const reply = await backend.ask('approval.decide', {
        board: boardId,
        capability,
        decision,
        reason,
        stateSha256: draft.stateSha256,
        ticked: draft.conditions.filter((c) => c.ticked).map((c) => c.id),
      })
      set({ deciding: false })
      if (!reply.ok) {
        get().notify('error', decision === 'approved' ? 'Not approved.' : 'Not rejected.', reply.error.message)
        if (reply.error.code === 'changed') await get().loadApproval()
        return false
      }
      get().notify('success', `Revision ${reply.value.revision} ${decision}.`)
      await get().loadApproval()
      return true
    },
    async saveApproval(id, kind) {
      const { notify, savingApproval } = get()
      if (savingApproval) return
      if (kind === 'json') {
        const reply = await backend.ask('approval.get', { id })
        if (!reply.ok) return notify('error', 'The record could not be read.', reply.error.message)
        handOver(new Blob([reply.value.json], { type: 'application/json' }), `${reply.value.fileName}.json`)
        return notify('success', `Saved ${reply.value.fileName}.json.`)
      }
      set({ savingApproval: `${id} ${kind}` })
      const reply = await backend.saveRecord(id, kind)
      set({ savingApproval: null })
      if (!reply.ok) return notify('error', 'The record was not saved.', reply.error.message)
      const { fileName, isDrawn } = reply.value
      if (isDrawn) notify('success', `Saved ${fileName}.`)
      else notify('warning', `Saved ${fileName} without pictures: the approved package is no longer stored here.`)
    },
  })
