import { SURE_ENOUGH } from '#core/identify/identified-file.ts'
import type { Backend, PackageSource } from '#renderer/bridge/backend.ts'
import type { FileRow, Refusal, RoleChoice, WorkProgress } from '#renderer/bridge/model.ts'
import type { AppState, Slice } from '../app-state.ts'
import { NO_APPROVAL } from './approve.slice.ts'
import { NO_ORDER } from './order.slice.ts'
import { NO_PLACE } from './revision.slice.ts'

export interface ImportSlice {
  readonly files: readonly FileRow[]
  readonly progress: WorkProgress | null
  /** Last progress heard of each board, also before its opening was answered. */
  readonly heard: Readonly<
    Record<string, { readonly progress: WorkProgress | null; readonly final: boolean; readonly refusal: Refusal | null }>
  >
  /** Share of the package sent to the application, 0..1; null when nothing is being sent. */
  readonly sent: number | null
  readonly refusal: Refusal | null
  readonly selectedFile: string | null
  /** The file whose role is being edited. */
  readonly editingRole: string | null
  open(source: PackageSource): Promise<void>
  /** @param revisionOf the board that they are the next revision of */
  chooseFiles(folder: boolean, revisionOf?: string): Promise<void>
  /** Shows a board that was opened from outside. */
  adopt(id: string, name: string): void
  cancelImport(): Promise<void>
  selectFile(path: string | null): void
  editRole(path: string | null): void
  setRole(path: string, choice: RoleChoice): Promise<void>
  refreshFiles(): Promise<void>
}

/** Clears what belongs to the board shown before. */
const freshBoard = (id: string | null, name: string): Partial<AppState> => ({
  boardId: id,
  boardName: name,
  board: null,
  loadedLayers: [],
  failedLayers: [],
  files: [],
  refusal: null,
  review: null,
  reviewFinal: false,
  selectedFinding: null,
  decisions: null,
  ...NO_APPROVAL,
  ...NO_PLACE,
  ...NO_ORDER,
  waiving: null,
  noting: null,
  selectedFile: null,
  editingRole: null,
  layerViews: {},
  layerOrder: [],
  solo: null,
  hits: [],
  hitIndex: 0,
  highlightedNets: [],
  measurement: null,
})

export const createImportSlice =
  (backend: Backend): Slice<ImportSlice> =>
  (set, get) => ({
    files: [],
    progress: null,
    heard: {},
    sent: null,
    refusal: null,
    selectedFile: null,
    editingRole: null,
    async open(source) {
      const before = get().boardId
      const name =
        source.kind === 'files' ? (source.files[0]?.path.split('/')[0] ?? 'package') : source.kind === 'sample' ? 'Sample board' : 'board'
      set({
        ...freshBoard(null, name),
        pendingHit: null,
        screen: 'board',
        stage: 'import',
        dialog: null,
        sent: source.kind === 'files' ? 0 : null,
        progress: { phase: 'unpacking', done: 0, total: 0 },
      })
      const reply = await backend.open(source, (sent) => set({ sent }))
      set({ sent: null })
      if (!reply.ok) {
        set({ refusal: reply.error, progress: { phase: 'failed', done: 0, total: 0 }, boardId: null, stage: 'import' })
        return
      }
      if (before && before !== reply.value.id) void backend.cancel(before)
      get().adopt(reply.value.id, reply.value.name)
      if (source.kind === 'files') set({ isOffered: source.revisionOf === undefined, askedFor: source.revisionOf ?? null })
    },
    async chooseFiles(folder, revisionOf) {
      if (!backend.chooseNatively) return
      const reply = await backend.chooseNatively(folder, revisionOf)
      if (!reply.ok) get().notify('error', 'The files could not be opened.', reply.error.message)
      else if (reply.value) {
        get().adopt(reply.value.id, reply.value.name)
        set({ isOffered: revisionOf === undefined, askedFor: revisionOf ?? null })
      }
    },
    adopt(id, name) {
      const heard = get().heard[id]
      if (get().boardId !== id) {
        const progress = heard?.progress ?? { phase: 'reading', done: 0, total: 0 }
        const awaited = get().boardId === null && get().screen === 'board'
        set({
          ...freshBoard(id, name),
          screen: 'board',
          // Who went on to another stage while the package was sent stays there.
          stage: awaited ? get().stage : 'import',
          dialog: null,
          progress,
          reviewFinal: heard?.final ?? false,
          refusal: heard?.refusal ?? null,
        })
      }
      void get().refreshFiles()
      void get().loadBoard()
    },
    async cancelImport() {
      const { boardId } = get()
      if (boardId) {
        const reply = await backend.cancel(boardId)
        if (!reply.ok) get().notify('error', 'The work could not be stopped.', reply.error.message)
      }
      set({ progress: { phase: 'cancelled', done: 0, total: 0 } })
      if (!get().board) get().goHome()
    },
    selectFile: (path) => set({ selectedFile: path }),
    editRole: (path) => set({ editingRole: path, selectedFile: path ?? get().selectedFile }),
    async setRole(path, choice) {
      const { boardId } = get()
      if (!boardId) return
      set({ editingRole: null })
      const reply = await backend.setRole(boardId, path, choice)
      if (reply.ok) get().notify('success', `Role of ${path.split('/').at(-1)} changed; the board is read again.`)
      else get().notify('error', 'The role could not be changed.', reply.error.message)
    },
    async refreshFiles() {
      const { boardId } = get()
      if (!boardId) return
      const reply = await backend.files(boardId)
      if (reply.ok && get().boardId === boardId) set({ files: reply.value })
    },
  })

/** Files that had to be left out: the package is shown without them. */
export const failedFilesOf = (files: readonly FileRow[]): readonly FileRow[] =>
  files.filter((file) => file.stage === 'failed' || file.problems.some((p) => p.level === 'error'))

/** Files whose role waits for a person. */
export const unsureFilesOf = (files: readonly FileRow[]): readonly FileRow[] =>
  files.filter(
    (file) =>
      file.stage === 'identified' && !file.chosen && (file.role === 'unknown' || (file.role !== 'document' && file.sureness < SURE_ENOUGH)),
  )
