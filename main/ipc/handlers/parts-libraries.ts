import { err, ok } from '#core/base/result.ts'
import type { Handlers } from '#core/ipc/call.ts'
import type { PartsLibraryShape, partsLibraryCalls } from '#core/ipc/parts-libraries.ipc.ts'
import type { Library } from '#core/provider/librepcb/library.ts'
import { answered, callError } from '#main/providers/call-error.ts'
import type { KeptLibraries } from '#main/providers/libraries/kept-libraries.ts'
import type { LibraryDesk } from '#main/providers/libraries/library-desk.ts'
import { openFolder } from '#main/providers/open-address.ts'
import type { Transfers } from '#main/providers/transfers.ts'

const NOT_LISTED = { code: 'no-such-library', message: 'The server lists no such library.' } as const
const NOT_HERE = { code: 'no-such-library', message: 'There is no such library on this computer.' } as const

const shapeOf = ({ iconUrl, downloadUrl: _address, ...library }: Library, needsNewer: boolean): PartsLibraryShape => ({
  ...library,
  keywords: [...library.keywords],
  dependencies: [...library.dependencies],
  counts: { ...library.counts },
  hasIcon: iconUrl !== null && !needsNewer,
  needsNewer,
})

export const partsLibraryHandlers = (desk: LibraryDesk, kept: KeptLibraries, running: Transfers): Handlers<typeof partsLibraryCalls> => ({
  'libraries.list': async ({ account, format }) =>
    answered(await desk.list(account, format), ({ libraries, newer, newerFailure }) => ({
      libraries: [...libraries.map((library) => shapeOf(library, false)), ...newer.map((library) => shapeOf(library, true))],
      newerFailure,
    })),
  'libraries.icon': async ({ account, format, uuid }) => {
    const icon = await desk.icon(account, format, uuid)
    if (!icon.ok) return err(callError(icon.error))
    return icon.value === undefined ? err(NOT_LISTED) : ok(icon.value)
  },
  'libraries.download': async ({ account, format, uuid, withNeeded, job }) => {
    const saved = await running.run(job, (transfer) => desk.download(account, format, uuid, withNeeded, transfer))
    if (!saved.ok) return err(callError(saved.error))
    return saved.value === null ? err(NOT_LISTED) : ok(saved.value)
  },
  'libraries.kept': async () => ok((await kept.list()).map((library) => ({ ...library }))),
  'libraries.remove': async ({ uuid }) => ((await kept.remove(uuid)) ? ok(null) : err(NOT_HERE)),
  'libraries.restore': async ({ uuid }) => ((await kept.restore(uuid)) ? ok(null) : err(NOT_HERE)),
  'libraries.openFolder': async () => ok({ path: kept.folder, isOpened: await openFolder(kept.folder) }),
  'transfers.cancel': ({ job }) => ok(running.cancel(job)),
})
