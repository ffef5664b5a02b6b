import { BookOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PartsLibraryShape } from '#core/ipc/parts-libraries.ipc.ts'
import { FORMATS } from '#core/provider/librepcb/formats.ts'
import type { LibraryState } from '#core/provider/librepcb/kept-library.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { selectLibraryState } from '#renderer/state/slices/parts-libraries.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { formatBytes } from '#renderer/ui/format-value.ts'
import { countsText } from './library-filter.ts'
import { TransferLine } from './transfer-line.tsx'

const programOf = (format: string): string => FORMATS.find(({ id }) => id === format)?.name ?? `file format ${format}`

const Icon = ({ uuid }: { uuid: string }): ReactNode => {
  const icon = useApp((s) => s.libraryIcons[uuid])
  return (
    <span className="library-icon" aria-hidden>
      {icon ? <img src={icon} alt="" width={40} height={40} /> : <BookOpen size={22} />}
    </span>
  )
}

const Chips = ({ library, state }: { library: PartsLibraryShape; state: LibraryState }): ReactNode => (
  <>
    {library.isRecommended && (
      <span className="chip" data-tone="note">
        recommended
      </span>
    )}
    {library.isDeprecated && (
      <span className="chip" data-tone="warning">
        deprecated
      </span>
    )}
    {library.needsNewer && (
      <span className="chip" data-tone="warning">
        needs {programOf(library.format)}
      </span>
    )}
    {state === 'here' && (
      <span className="chip" data-tone="clean">
        on this computer
      </span>
    )}
    {state === 'update' && (
      <span className="chip" data-tone="note">
        update available
      </span>
    )}
    {state === 'damaged' && (
      <span className="chip" data-tone="error">
        damaged
      </span>
    )}
  </>
)

const Needs = ({ library, all }: { library: PartsLibraryShape; all: readonly PartsLibraryShape[] }): ReactNode => {
  if (library.dependencies.length === 0) return null
  const names = library.dependencies.map((uuid) => all.find((each) => each.uuid === uuid)?.name ?? `${uuid} (not on this server)`)
  return <p className="muted">Needs {names.join(', ')}</p>
}

const ACTIONS: Readonly<Record<Exclude<LibraryState, 'here'>, string>> = { none: 'Download', update: 'Update', damaged: 'Download again' }

/** One library: what it is, whether it is here, and what can be done. */
export const LibraryRow = ({
  library,
  all,
  withNeeded,
}: {
  library: PartsLibraryShape
  all: readonly PartsLibraryShape[]
  withNeeded: boolean
}): ReactNode => {
  const state = useApp(selectLibraryState(library))
  const kept = useApp((s) => s.keptLibraries?.find(({ uuid }) => uuid === library.uuid))
  const job = useApp((s) => s.libraryJobs[library.uuid])
  const fault = useApp((s) => s.libraryFaults[library.uuid])
  const download = useApp((s) => s.downloadLibrary)
  const cancel = useApp((s) => s.cancelLibrary)
  const remove = useApp((s) => s.removeLibrary)
  const restore = useApp((s) => s.restoreLibrary)
  const wasRemoved = useApp((s) => s.removedLibraries.some(({ uuid }) => uuid === library.uuid))
  const size = library.downloadBytes === null ? '' : `, ${formatBytes(library.downloadBytes)}`
  return (
    <li className="library-row" aria-label={library.name}>
      <Icon uuid={library.uuid} />
      <div className="library-text">
        <div className="queue-line">
          <b>{library.name}</b>
          <span className="muted num">
            {library.version}
            {state === 'update' && kept ? `, here ${kept.version}` : ''}
            {library.author && ` by ${library.author}`}
          </span>
          <Chips library={library} state={state} />
        </div>
        {library.description && <p>{library.description}</p>}
        <p className="muted num">{countsText(library.counts)}</p>
        <Needs library={library} all={all} />
        {library.downloadSha256 === null && !library.needsNewer && (
          <p className="muted">
            {library.downloadBytes === null
              ? 'The server gives neither size nor SHA-256 for it: what is downloaded cannot be checked.'
              : 'The server gives no SHA-256 for it: only its size can be checked.'}
          </p>
        )}
        {wasRemoved && state === 'none' && !job && (
          <p className="queue-line" role="status">
            Removed from this computer.
            <Button size="small" onPress={() => void restore(library.uuid)}>
              Undo
            </Button>
          </p>
        )}
        {job && <TransferLine job={job} label={`Downloading ${library.name}`} onCancel={() => void cancel(library.uuid)} />}
        {fault && !job && (
          <p className="tone-error" role="alert">
            {fault.replace(`${library.name}: `, '')}
          </p>
        )}
      </div>
      <div className="library-actions">
        {state !== 'here' && !library.needsNewer && !job && (
          <Button size="small" onPress={() => void download(library.uuid, withNeeded)}>
            {fault && state === 'none' ? 'Try again' : ACTIONS[state]}
            {size}
          </Button>
        )}
        {kept && !job && (
          <Button size="small" kind="plain" onPress={() => void remove(kept)}>
            Remove
          </Button>
        )}
      </div>
    </li>
  )
}
