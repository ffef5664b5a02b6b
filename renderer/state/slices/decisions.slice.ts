import type { DecisionsShape, FindingStateShape, NoteShape, WaiverShape } from '#core/ipc/decision-shapes.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { AskInput } from '#renderer/bridge/ask.ts'
import type { AppState, Slice } from '../app-state.ts'

export type WaiverScope = WaiverShape['scope']
export type WaiverExpiry = WaiverShape['expiry']
export type NoteTarget = NoteShape['target']

export type SidePanel = 'findings' | 'waivers' | 'notes'

export interface DecisionsSlice {
  /** What was decided on the board; null before the review is through. */
  readonly decisions: DecisionsShape | null
  /** The finding whose waiver form is open, and what the form offers to cover. */
  readonly waiving: string | null
  readonly waivingScope: WaiverScope
  /** The findings that are being assigned; the form shows at the first. */
  readonly assigning: readonly string[]
  /** What the note that is being written is pinned to. */
  readonly noting: NoteTarget | null
  /** What the right panel shows. */
  readonly sidePanel: SidePanel
  readonly selectedNote: string | null
  loadDecisions(): Promise<void>
  showPanel(panel: SidePanel): void
  /** Selects a note and shows it in the list. */
  selectNote(id: string | null): void
  startWaiving(fingerprint: string | null, scope?: WaiverScope): void
  startAssigning(fingerprints: readonly string[]): void
  startNoting(target: NoteTarget | null): void
  waive(fingerprint: string, scope: WaiverScope, reason: string, expiry: WaiverExpiry): Promise<boolean>
  confirmWaiver(waiver: WaiverShape): Promise<void>
  changeWaiver(id: string, reason: string, expiry: WaiverExpiry): Promise<boolean>
  removeWaiver(id: string): Promise<void>
  /** Marks findings as to be fixed, or open again; whom each is assigned to stays. */
  markFindings(fingerprints: readonly string[], state: 'open' | 'fix'): Promise<void>
  /** Assigns findings to a name, or to nobody; what each is marked as stays. */
  assignFindings(fingerprints: readonly string[], assignee: string | null): Promise<void>
  addNote(target: NoteTarget, text: string): Promise<boolean>
  changeNote(note: NoteShape, text: string, resolved: boolean): Promise<void>
  removeNote(id: string): Promise<void>
  addChecklistItem(text: string, isRequired: boolean): Promise<boolean>
  tickChecklist(id: string, done: boolean): Promise<void>
  removeChecklistItem(id: string): Promise<void>
  undo(): Promise<void>
  redo(): Promise<void>
}

/** Calls that only say whether they worked. */
type Plain =
  | 'waivers.add'
  | 'waivers.change'
  | 'waivers.remove'
  | 'waivers.confirm'
  | 'findings.mark'
  | 'notes.add'
  | 'notes.change'
  | 'notes.remove'
  | 'checklist.add'
  | 'checklist.tick'
  | 'checklist.remove'

/** No form is open. */
const CLOSED: Pick<DecisionsSlice, 'waiving' | 'noting' | 'assigning'> = { waiving: null, noting: null, assigning: [] }

export const createDecisionsSlice =
  (backend: Backend): Slice<DecisionsSlice> =>
  (set, get) => {
    const subject = (): { board: string; capability: string } | null => {
      const { boardId, capability } = get()
      return boardId && capability ? { board: boardId, capability } : null
    }
    /** Makes the call, tells of a failure, and takes over what is decided afterwards. */
    const decide = async <N extends Plain>(name: N, input: AskInput<N>, done: string | null): Promise<boolean> => {
      const reply = await backend.ask(name, input)
      if (!reply.ok) {
        get().notify('error', 'This was not kept.', reply.error.message)
        return false
      }
      if (done) get().notify('success', done)
      await get().loadDecisions()
      return true
    }
    const step = async (name: 'history.undo' | 'history.redo'): Promise<void> => {
      const { boardId } = get()
      if (!boardId) return
      const reply = await backend.ask(name, { board: boardId })
      if (!reply.ok) return get().notify('note', reply.error.message)
      get().notify('success', `${name === 'history.undo' ? 'Undone' : 'Done again'}: ${reply.value.did}.`)
      await get().loadDecisions()
    }
    return {
      decisions: null,
      ...CLOSED,
      waivingScope: 'place',
      sidePanel: 'findings',
      selectedNote: null,
      async loadDecisions() {
        const of = subject()
        if (!of) return
        const reply = await backend.ask('decisions.get', of)
        if (!reply.ok || get().boardId !== of.board) return
        set({ decisions: reply.value })
        const approvals = await backend.ask('approval.list', { board: of.board })
        if (approvals.ok && get().boardId === of.board) set({ approvals: approvals.value })
      },
      startWaiving: (fingerprint, scope = 'place') =>
        set({ ...CLOSED, waiving: fingerprint, waivingScope: scope, ...(fingerprint && { sidePanel: 'findings' }) }),
      startNoting: (target) =>
        set({ ...CLOSED, noting: target, ...(target && { sidePanel: target.kind === 'finding' ? 'findings' : 'notes' }) }),
      startAssigning: (fingerprints) => set({ ...CLOSED, assigning: fingerprints, ...(fingerprints.length && { sidePanel: 'findings' }) }),
      showPanel: (panel) => set({ sidePanel: panel }),
      selectNote: (id) => set({ selectedNote: id, ...(id && { sidePanel: 'notes' }) }),
      async waive(fingerprint, scope, reason, expiry) {
        const of = subject()
        const kept =
          of !== null && (await decide('waivers.add', { ...of, fingerprint, scope, reason, expiry }, 'Waived. Undo takes it back.'))
        if (kept) set({ waiving: null })
        return kept
      },
      async confirmWaiver({ id, reason, expiry }) {
        const of = subject()
        if (of) await decide('waivers.confirm', { ...of, id, reason, expiry }, 'The waiver covers what is there now.')
      },
      async changeWaiver(id, reason, expiry) {
        const of = subject()
        return of !== null && (await decide('waivers.change', { board: of.board, id, reason, expiry }, null))
      },
      async removeWaiver(id) {
        const of = subject()
        if (of) await decide('waivers.remove', { board: of.board, id }, 'The waiver was taken back.')
      },
      async markFindings(fingerprints, state) {
        const of = subject()
        const many =
          fingerprints.length > 1 ? `${fingerprints.length} findings are ${state === 'fix' ? 'to be fixed' : 'open again'}.` : null
        if (of) await decide('findings.mark', { ...of, fingerprints: [...fingerprints], state }, many && `${many} Undo takes it back.`)
      },
      async assignFindings(fingerprints, assignee) {
        const of = subject()
        if (!of) return
        const what = fingerprints.length === 1 ? 'The finding is' : `${fingerprints.length} findings are`
        const says = `${what} assigned to ${assignee ?? 'nobody'}. Undo takes it back.`
        if (await decide('findings.mark', { ...of, fingerprints: [...fingerprints], assignee }, says)) set({ assigning: [] })
      },
      async addNote(target, text) {
        const of = subject()
        const kept = of !== null && (await decide('notes.add', { ...of, target, text }, null))
        if (kept) set({ noting: null })
        return kept
      },
      async changeNote({ id }, text, resolved) {
        const of = subject()
        if (of) await decide('notes.change', { board: of.board, id, text, resolved }, null)
      },
      async removeNote(id) {
        const of = subject()
        if (of) await decide('notes.remove', { board: of.board, id }, 'Note removed. Undo brings it back.')
      },
      async addChecklistItem(text, isRequired) {
        const of = subject()
        return of !== null && (await decide('checklist.add', { board: of.board, text, isRequired }, null))
      },
      async tickChecklist(id, done) {
        const of = subject()
        if (of) await decide('checklist.tick', { board: of.board, id, done }, null)
      },
      async removeChecklistItem(id) {
        const of = subject()
        if (of) await decide('checklist.remove', { board: of.board, id }, null)
      },
      undo: () => step('history.undo'),
      redo: () => step('history.redo'),
    }
  }

/** @returns what was decided on a finding; null = open, nothing said about it */
export const stateOf = (s: Pick<AppState, 'decisions'>, fingerprint: string): FindingStateShape | null =>
  s.decisions?.findings.find((f) => f.fingerprint === fingerprint) ?? null

/** @returns names to assign findings to: given lately, then who works here */
export const namesOffered = (decisions: DecisionsShape | null): readonly string[] =>
  decisions ? [...new Set([...decisions.recentAssignees, ...(decisions.author ? [decisions.author] : [])])].slice(0, 6) : []

/** @returns fingerprints of the findings that a waiver covers */
export const waivedSet = (decisions: DecisionsShape | null): ReadonlySet<string> =>
  new Set((decisions?.findings ?? []).filter((f) => f.state === 'waived').map((f) => f.fingerprint))
