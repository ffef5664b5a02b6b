import type { KeptLibraryShape, PartsLibraryShape } from '#core/ipc/parts-libraries.ipc.ts'
import { CURRENT_FORMAT } from '#core/provider/librepcb/formats.ts'
import { libraryState, type LibraryState } from '#core/provider/librepcb/kept-library.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { AppState, Slice } from '../app-state.ts'

/** How far something is that moves in or out; bytes, `total` null where nobody says. */
export interface TransferProgress {
  readonly what: string
  readonly done: number
  readonly total: number | null
}

/** A server's list, as far as it was read. */
export interface LibraryListing {
  readonly account: string
  readonly format: string
  readonly isLoading: boolean
  readonly libraries: readonly PartsLibraryShape[]
  readonly failure: string | null
  readonly newerFailure: string | null
}

export interface PartsLibrariesSlice {
  readonly libraryListing: LibraryListing | null
  readonly libraryFormat: string
  /** Null until they were looked at. */
  readonly keptLibraries: readonly KeptLibraryShape[] | null
  /** Pictures by UUID; null = it has none that can be shown. */
  readonly libraryIcons: Readonly<Record<string, string | null>>
  /** Running downloads: the transfer's id by UUID. */
  readonly libraryJobs: Readonly<Record<string, string>>
  /** Why the last try failed, by UUID. */
  readonly libraryFaults: Readonly<Record<string, string>>
  readonly removedLibraries: readonly KeptLibraryShape[]
  readonly transfers: Readonly<Record<string, TransferProgress>>
  hearTransfer(job: string, progress: TransferProgress): void
  setLibraryFormat(format: string): void
  loadLibraries(account: string): Promise<void>
  loadKeptLibraries(): Promise<void>
  loadLibraryIcon(uuid: string): Promise<void>
  downloadLibrary(uuid: string, withNeeded: boolean): Promise<void>
  cancelLibrary(uuid: string): Promise<void>
  removeLibrary(library: KeptLibraryShape): Promise<void>
  restoreLibrary(uuid: string): Promise<void>
  openLibraryFolder(): Promise<void>
}

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

export const createPartsLibrariesSlice =
  (backend: Backend): Slice<PartsLibrariesSlice> =>
  (set, get) => ({
    libraryListing: null,
    libraryFormat: CURRENT_FORMAT,
    keptLibraries: null,
    libraryIcons: {},
    libraryJobs: {},
    libraryFaults: {},
    removedLibraries: [],
    transfers: {},
    hearTransfer: (job, progress) => set((s) => ({ transfers: { ...s.transfers, [job]: progress } })),
    setLibraryFormat: (libraryFormat) => set({ libraryFormat }),
    async loadLibraries(account) {
      const format = get().libraryFormat
      const before = get().libraryListing
      // The list stays to be seen while it is read again, but not another server's.
      const libraries = before?.account === account && before.format === format ? before.libraries : []
      const started: LibraryListing = { account, format, isLoading: true, libraries, failure: null, newerFailure: null }
      set({ libraryListing: started, ...(before?.account === account ? {} : { libraryIcons: {} }) })
      const [reply] = await Promise.all([backend.ask('libraries.list', { account, format }), get().loadKeptLibraries()])
      if (get().libraryListing !== started) return
      set({
        libraryListing: {
          ...started,
          isLoading: false,
          ...(reply.ok ? reply.value : { failure: reply.error.message }),
        },
      })
    },
    async loadKeptLibraries() {
      const reply = await backend.ask('libraries.kept', {})
      if (reply.ok) set({ keptLibraries: reply.value })
      else get().notify('error', 'The libraries on this computer cannot be looked at.', reply.error.message)
    },
    async loadLibraryIcon(uuid) {
      const listing = get().libraryListing
      if (!listing || uuid in get().libraryIcons) return
      const { account, format } = listing
      const reply = await backend.ask('libraries.icon', { account, format, uuid })
      // A picture that does not come is no picture: the row says everything in words.
      if (get().libraryListing?.account === account)
        set((s) => ({ libraryIcons: { ...s.libraryIcons, [uuid]: reply.ok ? reply.value : null } }))
    },
    async downloadLibrary(uuid, withNeeded) {
      const listing = get().libraryListing
      if (!listing || get().libraryJobs[uuid]) return
      const { account, format } = listing
      const job = crypto.randomUUID()
      set((s) => ({ libraryJobs: { ...s.libraryJobs, [uuid]: job }, libraryFaults: without(s.libraryFaults, uuid) }))
      const reply = await backend.ask('libraries.download', { account, format, uuid, withNeeded, job })
      await get().loadKeptLibraries()
      set((s) => ({ libraryJobs: without(s.libraryJobs, uuid), transfers: without(s.transfers, job) }))
      if (!reply.ok) {
        const fault = reply.error.code === 'cancelled' ? 'Stopped; nothing of it was kept.' : reply.error.message
        return set((s) => ({ libraryFaults: { ...s.libraryFaults, [uuid]: fault } }))
      }
      const { missing } = reply.value
      if (missing.length > 0) {
        const fault = `It also needs ${missing.length === 1 ? 'a library' : `${missing.length} libraries`} that this server does not list: ${missing.join(', ')}`
        set((s) => ({ libraryFaults: { ...s.libraryFaults, [uuid]: fault } }))
      }
    },
    async cancelLibrary(uuid) {
      const job = get().libraryJobs[uuid]
      if (job) await backend.ask('transfers.cancel', { job })
    },
    async removeLibrary(library) {
      const { uuid } = library
      const reply = await backend.ask('libraries.remove', { uuid })
      if (reply.ok) set((s) => ({ removedLibraries: [...s.removedLibraries.filter((each) => each.uuid !== uuid), library] }))
      else get().notify('error', `${library.name} was not removed.`, reply.error.message)
      await get().loadKeptLibraries()
    },
    async restoreLibrary(uuid) {
      const reply = await backend.ask('libraries.restore', { uuid })
      set((s) => ({ removedLibraries: s.removedLibraries.filter((each) => each.uuid !== uuid) }))
      if (!reply.ok) get().notify('error', 'The library was not brought back.', reply.error.message)
      await get().loadKeptLibraries()
    },
    async openLibraryFolder() {
      const reply = await backend.ask('libraries.openFolder', {})
      if (!reply.ok) get().notify('error', 'The folder was not opened.', reply.error.message)
      else if (!reply.value.isOpened) get().notify('note', 'The libraries are in this folder.', reply.value.path)
    },
  })

/** @returns how a listed library stands on this computer */
export const selectLibraryState =
  (library: PartsLibraryShape) =>
  (s: AppState): LibraryState =>
    libraryState(
      library,
      s.keptLibraries?.find(({ uuid }) => uuid === library.uuid),
    )
