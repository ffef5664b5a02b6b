import type { Backend, NamedFile } from '#renderer/bridge/backend.ts'
import { counted } from '#renderer/ui/format-value.ts'
import type { Slice } from '../app-state.ts'

/** A board on its way out of the application or into it. */
export interface Transfer {
  readonly kind: 'export' | 'import'
  readonly name: string
  /** 0..1; null while nothing can be told. */
  readonly share: number | null
}

export interface ArchiveSlice {
  readonly boardTransfer: Transfer | null
  /** The exported board that was not taken in, and why. */
  readonly importRefusal: { readonly name: string; readonly message: string } | null
  /** Opens what was dropped or chosen: a package, or a board that was exported. */
  take(files: readonly NamedFile[], revisionOf?: string): Promise<void>
  exportBoard(id: string, name: string): Promise<void>
  importBoard(file: File): Promise<void>
  cancelTransfer(): void
  dismissRefusal(): void
}

export const createArchiveSlice =
  (backend: Backend): Slice<ArchiveSlice> =>
  (set, get) => {
    let stop: AbortController | null = null
    const move = async <T>(transfer: Omit<Transfer, 'share'>, work: (signal: AbortSignal) => Promise<T>): Promise<T | null> => {
      if (get().boardTransfer) {
        get().notify('note', 'Another board is on its way. Wait for it or cancel it.')
        return null
      }
      stop = new AbortController()
      set({ boardTransfer: { ...transfer, share: null }, importRefusal: null })
      const done = await work(stop.signal)
      stop = null
      set({ boardTransfer: null })
      return done
    }
    const tell = (share: number): void => set((s) => ({ boardTransfer: s.boardTransfer && { ...s.boardTransfer, share } }))
    return {
      boardTransfer: null,
      importRefusal: null,
      async take(files, revisionOf) {
        const [only] = files
        if (only && files.length === 1 && (await backend.isExportedBoard(only.file))) await get().importBoard(only.file)
        else await get().open({ kind: 'files', files, revisionOf })
      },
      async exportBoard(id, name) {
        const saved = await move({ kind: 'export', name }, (signal) => backend.exportBoard(id, tell, signal))
        if (!saved) return
        if (saved.ok) get().notify('success', `Saved ${saved.value.fileName}: the board with all revisions, decisions and records.`)
        else if (saved.error.code !== 'cancelled') get().notify('error', `${name} was not exported.`, saved.error.message)
      },
      async importBoard(file) {
        const taken = await move({ kind: 'import', name: file.name }, (signal) => backend.importBoard(file, tell, signal))
        if (!taken) return
        if (!taken.ok) {
          if (taken.error.code !== 'cancelled') set({ importRefusal: { name: file.name, message: taken.error.message } })
          return
        }
        const { board, name, revisions } = taken.value
        get().goHome()
        get().notify('success', `${name} was imported with ${counted(revisions, 'revision')}.`, undefined, {
          label: 'Undo',
          run: () => void get().undoImport(board, name),
        })
      },
      cancelTransfer: () => stop?.abort(),
      dismissRefusal: () => set({ importRefusal: null }),
    }
  }
