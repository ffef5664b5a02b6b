import type { AskOutput } from '#renderer/bridge/ask.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { Slice } from '../app-state.ts'

export type ApprovalDraft = AskOutput<'approval.draft'>
export type ApprovalRow = AskOutput<'approval.list'>[number]

export interface ApproveSlice {
  /** What an approval would state, as it stands now; null while it is put together. */
  readonly draft: ApprovalDraft | null
  readonly draftFailed: string | null
  readonly approvals: readonly ApprovalRow[]
  readonly deciding: boolean
  loadApproval(): Promise<void>
  decideApproval(decision: 'approved' | 'rejected', reason: string): Promise<boolean>
  saveApproval(id: string, kind: 'json' | 'html'): Promise<void>
}

/** Hands a made file to the user. */
const download = (name: string, text: string, type: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export const NO_APPROVAL: Pick<ApproveSlice, 'draft' | 'draftFailed' | 'approvals' | 'deciding'> = {
  draft: null,
  draftFailed: null,
  approvals: [],
  deciding: false,
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
      const reply = await backend.ask('approval.get', { id })
      if (!reply.ok) return get().notify('error', 'The record could not be read.', reply.error.message)
      const { fileName, json, html } = reply.value
      const base = fileName.replace(/\.\w+$/, '')
      if (kind === 'json') download(`${base}.json`, json, 'application/json')
      else download(`${base}.html`, html, 'text/html')
    },
  })
