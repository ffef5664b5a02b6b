import type { CardShape, SearchHitShape, SpaceShape } from '#core/ipc/library.ipc.ts'
import type { AskInput, AskOutput } from '#renderer/bridge/ask.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import { counted, formatBytes } from '#renderer/ui/format-value.ts'
import type { Slice } from '../app-state.ts'

export type LibraryQuery = AskInput<'library.list'>
export type AuditRow = AskOutput<'audit.list'>[number]
export type AuditVerdict = AskOutput<'audit.verify'>

export interface LibrarySlice {
  readonly cards: readonly CardShape[] | null
  readonly cardsTotal: number
  readonly cardsError: string | null
  readonly query: LibraryQuery
  /** What else was found by the words: findings, nets, notes, files. */
  readonly searchHits: readonly SearchHitShape[]
  readonly searchTotal: number
  /** Where to go once its board is open. */
  readonly pendingHit: SearchHitShape | null
  readonly audit: readonly AuditRow[]
  readonly auditVerdict: AuditVerdict | null
  /** What the data folder holds; null until it was asked for. */
  readonly space: SpaceShape | null
  readonly cleaning: boolean
  /** What the last clean-up did, in words. */
  readonly cleaned: string | null
  /** The board that is about to be removed for good. */
  readonly purging: CardShape | null
  loadLibrary(): Promise<void>
  setQuery(part: Partial<LibraryQuery>): void
  /** Opens the board of a hit and goes to what was found. */
  openHit(hit: SearchHitShape): Promise<void>
  renameBoard(id: string, name: string): Promise<boolean>
  deleteBoard(card: CardShape): Promise<void>
  restoreBoard(id: string): Promise<void>
  askToPurge(card: CardShape | null): void
  purgeBoard(id: string): Promise<void>
  /** Takes an import back: the board goes to the deleted ones. */
  undoImport(id: string, name: string): Promise<void>
  loadSpace(): Promise<void>
  cleanUp(deletedBoards: boolean): Promise<void>
  loadAudit(more: boolean): Promise<void>
  verifyAudit(): Promise<void>
}

export const EVERY_BOARD: LibraryQuery = {
  text: '',
  verdicts: [],
  approvals: [],
  deleted: false,
  sort: 'active',
  descending: true,
  offset: 0,
  limit: 100,
}

const AUDIT_PAGE = 100
const MOST_HITS = 30
/** Boards are looked for once the typing pauses. */
const PAUSE_MS = 180

export const createLibrarySlice =
  (backend: Backend): Slice<LibrarySlice> =>
  (set, get) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    return {
      cards: null,
      cardsTotal: 0,
      cardsError: null,
      query: EVERY_BOARD,
      searchHits: [],
      searchTotal: 0,
      pendingHit: null,
      audit: [],
      auditVerdict: null,
      space: null,
      cleaning: false,
      cleaned: null,
      purging: null,
      async loadLibrary() {
        const { query } = get()
        const [list, found] = await Promise.all([
          backend.ask('library.list', query),
          query.text.trim() ? backend.ask('library.search', { text: query.text, board: null, limit: MOST_HITS }) : null,
        ])
        if (get().query !== query) return
        if (!list.ok) return set({ cards: get().cards ?? [], cardsError: list.error.message })
        set({
          cards: list.value.boards,
          cardsTotal: list.value.total,
          cardsError: null,
          searchHits: found?.ok ? found.value.hits.filter((hit) => hit.kind !== 'board') : [],
          searchTotal: found?.ok ? found.value.total : 0,
        })
      },
      setQuery(part) {
        set((s) => ({ query: { ...s.query, ...part } }))
        clearTimeout(timer)
        timer = setTimeout(() => void get().loadLibrary(), part.text === undefined ? 0 : PAUSE_MS)
      },
      async openHit(hit) {
        const revisions = await backend.ask('revisions.list', { board: hit.board })
        if (!revisions.ok) return get().notify('error', `${hit.boardName} was not opened.`, revisions.error.message)
        const isNewest = hit.revision === null || hit.revision === revisions.value[0]?.number
        if (isNewest) await get().open({ kind: 'recent', id: hit.board })
        else {
          const opened = await backend.ask('revisions.open', { board: hit.board, revision: hit.revision! })
          if (!opened.ok) return get().notify('error', `Revision ${hit.revision} was not opened.`, opened.error.message)
          get().adopt(opened.value.id, opened.value.name)
        }
        set({ pendingHit: hit })
      },
      async renameBoard(id, name) {
        const reply = await backend.ask('library.rename', { id, name })
        if (!reply.ok) get().notify('error', 'The name was not changed.', reply.error.message)
        await get().loadLibrary()
        return reply.ok
      },
      async deleteBoard({ id, name }) {
        const reply = await backend.ask('library.delete', { id })
        if (!reply.ok) return get().notify('error', `${name} was not deleted.`, reply.error.message)
        const until = new Date(reply.value.purgedAt).toLocaleDateString('en-GB')
        get().notify('success', `${name} was deleted. It can be restored under Deleted until ${until}.`, undefined, {
          label: 'Undo',
          run: () => void get().restoreBoard(id),
        })
        await get().loadLibrary()
      },
      async restoreBoard(id) {
        const reply = await backend.ask('library.restore', { id })
        if (!reply.ok) get().notify('error', 'The board was not restored.', reply.error.message)
        else get().notify('success', 'The board is back.')
        await get().loadLibrary()
      },
      askToPurge: (card) => set({ purging: card }),
      async purgeBoard(id) {
        const reply = await backend.ask('library.purge', { id })
        set({ purging: null })
        if (reply.ok) get().notify('success', 'The board was removed for good.')
        else get().notify('error', 'The board was not removed.', reply.error.message)
        await get().loadLibrary()
      },
      async undoImport(id, name) {
        const reply = await backend.ask('library.delete', { id })
        if (reply.ok) get().notify('success', `The import of ${name} was taken back. It is among the deleted boards.`)
        else get().notify('error', 'The import was not taken back.', reply.error.message)
        await get().loadLibrary()
      },
      async loadSpace() {
        const reply = await backend.ask('library.space', {})
        if (reply.ok) set({ space: reply.value })
        else get().notify('error', 'The data folder could not be measured.', reply.error.message)
      },
      async cleanUp(deletedBoards) {
        if (get().cleaning) return
        set({ cleaning: true, cleaned: null })
        const reply = await backend.ask('library.cleanUp', { deletedBoards })
        set({ cleaning: false })
        if (!reply.ok) return get().notify('error', 'Nothing was cleaned up.', reply.error.message)
        const { boards, contents, bytes } = reply.value
        const removed = [boards && counted(boards, 'deleted board'), contents && counted(contents, 'unused file')].filter(Boolean)
        set({
          cleaned: removed.length
            ? `Removed ${removed.join(' and ')}; ${formatBytes(bytes)} are free again.`
            : 'There was nothing to remove.',
        })
        await Promise.all([get().loadSpace(), get().loadLibrary()])
      },
      async loadAudit(more) {
        const before = more ? (get().audit.at(-1)?.seq ?? null) : null
        const reply = await backend.ask('audit.list', { board: null, before, limit: AUDIT_PAGE })
        if (reply.ok) set((s) => ({ audit: more ? [...s.audit, ...reply.value] : reply.value }))
        else get().notify('error', 'The log could not be read.', reply.error.message)
      },
      async verifyAudit() {
        const reply = await backend.ask('audit.verify', {})
        if (reply.ok) set({ auditVerdict: reply.value })
        else get().notify('error', 'The log could not be checked.', reply.error.message)
      },
    }
  }
