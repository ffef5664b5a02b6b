import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { FORMATS } from '#core/provider/librepcb/formats.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { LibraryListing } from '#renderer/state/slices/parts-libraries.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { counted } from '#renderer/ui/format-value.ts'
import { KeptList, RemovedList } from './kept-list.tsx'
import { filterLibraries, NO_FILTER, type LibraryFilter } from './library-filter.ts'
import { LibraryRow } from './library-row.tsx'
import { useIcons } from './use-icons.ts'

const Tick = ({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (on: boolean) => void }): ReactNode => (
  <label className="tick">
    <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
    {label}
  </label>
)

const Filters = ({ filter, onChange }: { filter: LibraryFilter; onChange: (filter: LibraryFilter) => void }): ReactNode => (
  <div className="queue-line library-filters">
    <input
      type="search"
      aria-label="Find libraries"
      placeholder="Find by name, keyword or author"
      value={filter.words}
      onChange={(event) => onChange({ ...filter, words: event.target.value })}
    />
    <Tick label="Only recommended" isOn={filter.onlyRecommended} onChange={(onlyRecommended) => onChange({ ...filter, onlyRecommended })} />
    <Tick label="Deprecated too" isOn={filter.withDeprecated} onChange={(withDeprecated) => onChange({ ...filter, withDeprecated })} />
    <Tick label="For newer LibrePCB too" isOn={filter.withNewer} onChange={(withNewer) => onChange({ ...filter, withNewer })} />
  </div>
)

const Listing = ({ listing, onRetry }: { listing: LibraryListing; onRetry: () => void }): ReactNode => {
  const [filter, setFilter] = useState(NO_FILTER)
  const [withNeeded, setWithNeeded] = useState(true)
  const { libraries, isLoading, failure, newerFailure } = listing
  const shown = useMemo(() => filterLibraries(libraries, filter), [libraries, filter])
  useIcons(shown)
  if (failure !== null)
    return (
      <>
        <div className="banner" data-tone="error" role="alert">
          <p>The list could not be read. {failure}</p>
          <Button size="small" onPress={onRetry}>
            Try again
          </Button>
        </div>
        <RemovedList />
        <KeptList />
      </>
    )
  if (isLoading && libraries.length === 0) return <p className="muted">Reading the list…</p>
  if (libraries.length === 0) return <p className="muted">This server has no libraries for this version of LibrePCB.</p>
  const hidden = libraries.length - shown.length
  return (
    <>
      <Filters filter={filter} onChange={setFilter} />
      <div className="queue-line">
        <p className="muted num" role="status">
          {counted(shown.length, 'library', 'libraries')}
          {hidden > 0 ? `, ${hidden} not shown` : ''}
        </p>
        <span className="spacer" />
        <Tick label="Also download what it needs" isOn={withNeeded} onChange={setWithNeeded} />
      </div>
      {filter.withNewer && newerFailure !== null && (
        <p className="tone-warning">Which libraries need a newer LibrePCB is not known. {newerFailure}</p>
      )}
      {shown.length === 0 && <p className="muted">No library is like that. Try fewer words, or show more kinds.</p>}
      <ul className="library-list">
        {shown.map((library) => (
          <LibraryRow key={library.uuid} library={library} all={libraries} withNeeded={withNeeded} />
        ))}
      </ul>
    </>
  )
}

/** What a LibrePCB server lists, and what of it is kept here. */
export const LibrariesBrowser = ({ account, children }: { account: AccountShape; children?: ReactNode }): ReactNode => {
  const listing = useApp((s) => s.libraryListing)
  const format = useApp((s) => s.libraryFormat)
  const setFormat = useApp((s) => s.setLibraryFormat)
  const load = useApp((s) => s.loadLibraries)
  const openFolder = useApp((s) => s.openLibraryFolder)
  const { id } = account
  useEffect(() => void load(id), [id, format, load])
  return (
    <>
      <div className="queue-line">
        {children}
        <Choice
          label="For"
          value={format}
          options={FORMATS.map((each) => ({ id: each.id as string, name: each.name }))}
          onChange={setFormat}
        />
        <span className="spacer" />
        <Button size="small" onPress={() => void openFolder()}>
          Open folder
        </Button>
        <Button size="small" onPress={() => void load(id)}>
          {listing?.isLoading ? 'Reading…' : 'Read again'}
        </Button>
      </div>
      {listing?.account === id && <Listing key={id} listing={listing} onRetry={() => void load(id)} />}
    </>
  )
}
