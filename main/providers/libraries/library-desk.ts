import { err, ok, type Result } from '#core/base/result.ts'
import type { LibrepcbClient } from '#core/provider/librepcb/client.ts'
import { NEWEST_FORMAT } from '#core/provider/librepcb/formats.ts'
import { libraryState } from '#core/provider/librepcb/kept-library.ts'
import { withDependencies, type Library } from '#core/provider/librepcb/library.ts'
import type { ProviderService, ServiceFailure } from '#main/providers/provider-service.ts'
import type { Transfer } from '#main/providers/transfers.ts'
import { iconAddress } from './icon-address.ts'
import type { KeptLibraries } from './kept-libraries.ts'

type Reply<T> = Promise<Result<T, ServiceFailure>>

export interface ListedLibraries {
  /** What the format can read. */
  readonly libraries: readonly Library[]
  /** Listed only for a newer format. */
  readonly newer: readonly Library[]
  /** Why it is not known what newer formats have; else null. */
  readonly newerFailure: string | null
}

export interface SavedLibraries {
  saved: { uuid: string; name: string; path: string; bytes: number }[]
  /** Needed, and not listed by the server. */
  missing: string[]
}

/** What one server lists, and how it gets onto this computer. */
export interface LibraryDesk {
  list(account: string, format: string): Reply<ListedLibraries>
  /** @returns a checked picture as a `data:` address, null for a library without one; `undefined` = no such library */
  icon(account: string, format: string, uuid: string): Reply<string | null | undefined>
  /**
   * Saves a library, `withNeeded` with everything it needs; what is here already is left alone.
   * @returns null = no such library. @fails with the library's name in the message; those saved before it stay
   */
  download(account: string, format: string, uuid: string, withNeeded: boolean, running: Transfer): Reply<SavedLibraries | null>
}

const READ_MS = 5 * 60_000
/** How long a list is used again, for pictures and downloads. */
const FRESH_MS = 10 * 60_000

interface Listed {
  readonly client: LibrepcbClient
  readonly libraries: readonly Library[]
  readonly at: number
}

export const libraryDesk = (service: Pick<ProviderService, 'typed'>, kept: KeptLibraries, clock: () => number): LibraryDesk => {
  const listed = new Map<string, Listed>()

  const ask = async (account: string, format: string): Reply<Listed> => {
    const typed = service.typed(account, 'librepcb')
    if (!typed.ok) return typed
    const { client } = typed.value
    const libraries = await client.libraries(format, AbortSignal.timeout(READ_MS))
    if (!libraries.ok) return libraries
    const found = { client, libraries: libraries.value, at: clock() }
    listed.set(`${account} ${format}`, found)
    return ok(found)
  }
  const recent = async (account: string, format: string): Reply<Listed> => {
    const known = listed.get(`${account} ${format}`)
    return known && clock() - known.at < FRESH_MS ? ok(known) : ask(account, format)
  }

  return {
    async list(account, format) {
      const own = await ask(account, format)
      if (!own.ok) return own
      const { libraries } = own.value
      if (format === NEWEST_FORMAT) return ok({ libraries, newer: [], newerFailure: null })
      const newest = await ask(account, NEWEST_FORMAT)
      if (!newest.ok) return ok({ libraries, newer: [], newerFailure: newest.error.message })
      const readable = new Set(libraries.map(({ uuid }) => uuid))
      return ok({ libraries, newer: newest.value.libraries.filter(({ uuid }) => !readable.has(uuid)), newerFailure: null })
    },
    async icon(account, format, uuid) {
      const found = await recent(account, format)
      if (!found.ok) return found
      const library = found.value.libraries.find((each) => each.uuid === uuid)
      if (!library) return ok(undefined)
      const bytes = await found.value.client.icon(library, AbortSignal.timeout(READ_MS))
      return bytes.ok ? ok(iconAddress(bytes.value)) : bytes
    },
    async download(account, format, uuid, withNeeded, { cancel, tell }) {
      const found = await recent(account, format)
      if (!found.ok) return found
      const { client, libraries } = found.value
      const asked = libraries.find((each) => each.uuid === uuid)
      if (!asked) return ok(null)
      const needed = withNeeded ? withDependencies(libraries, uuid) : { libraries: [asked], missing: [] }
      const saved: SavedLibraries['saved'] = []
      for (const library of needed.libraries) {
        const before = await kept.find(library.uuid)
        if (library !== asked && libraryState(library, before ?? undefined) === 'here') continue
        const of = library.downloadBytes
        tell(library.name, 0, of)
        const bytes = await client.download(library, cancel, (received, total) => tell(library.name, received, of ?? total))
        if (!bytes.ok) return err({ ...bytes.error, message: `${library.name}: ${bytes.error.message}` })
        try {
          const path = await kept.keep(library, bytes.value)
          saved.push({ uuid: library.uuid, name: library.name, path, bytes: bytes.value.length })
        } catch (error) {
          const message = `${library.name} could not be written: ${(error as Error).message}`
          return err({ code: 'rejected', reason: 'not-written', status: 0, message })
        }
      }
      return ok({ saved, missing: [...needed.missing] })
    },
  }
}
