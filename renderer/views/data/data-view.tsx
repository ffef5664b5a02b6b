import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { NO_CHOICE, selectDataPage, type DataPage, type ResourceEntry } from '#renderer/state/slices/resources.slice.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { EntryList } from './entry-list.tsx'
import { ListPage } from './list-page.tsx'
import { NewPage } from './new-page.tsx'
import { PlacesForm } from './places-form.tsx'
import { RowPage } from './row-page.tsx'

/** @returns the entry that a page is about; null for one that is not known, such as a link that leads elsewhere */
const entryOf = (entries: readonly ResourceEntry[], page: DataPage | null): ResourceEntry | null => {
  if (page === null) return null
  if (page.kind !== 'link') return entries.find(({ name }) => name === page.name) ?? null
  const path = page.uri.replace(/^\w+:\/\/[^/]*/, '').replace(/[?#].*$/, '')
  const pattern = (entry: ResourceEntry): RegExp => new RegExp(`${entry.path.replace(/\{\w+\}/g, '[^/]+')}[^/]+/?$`)
  return entries.filter((entry) => pattern(entry).test(path)).toSorted((a, b) => b.path.length - a.path.length)[0] ?? null
}

const Shown = ({ account, entry, page }: { account: string; entry: ResourceEntry | null; page: DataPage }): ReactNode => {
  switch (page.kind) {
    case 'list':
      return entry && <ListPage key={entry.name} account={account} entry={entry} page={page} />
    case 'new':
      return entry && <NewPage key={entry.name} account={account} entry={entry} />
    case 'link':
    case 'open':
    case 'row':
      return <RowPage account={account} page={page} />
  }
}

const Steps = (): ReactNode => {
  const step = useApp((s) => s.stepOnTrail)
  const canGoBack = useApp((s) => s.trailAt > 0 || s.trailFrom !== null)
  const canGoOn = useApp((s) => s.trailAt < s.trail.length - 1)
  const from = useApp((s) => (s.trailAt <= 0 ? s.trailFrom : null))
  return (
    <>
      <IconButton label={from ? `Back to ${from}` : 'Back'} hint="Alt+←" isDisabled={!canGoBack} onPress={() => step(-1)}>
        <ArrowLeft size={16} />
      </IconButton>
      <IconButton label="Forward" hint="Alt+→" isDisabled={!canGoOn} onPress={() => step(1)}>
        <ArrowRight size={16} />
      </IconButton>
    </>
  )
}

const Head = ({ entry, page }: { entry: ResourceEntry | null; page: DataPage | null }): ReactNode => {
  const browse = useApp((s) => s.browse)
  const can = (call: ResourceEntry['calls'][number]): boolean => entry?.calls.includes(call) ?? false
  return (
    <header>
      <div className="queue-line">
        <Steps />
        <h3 className="mono data-title">{page?.kind === 'link' ? page.uri.replace(/^\w+:\/\/[^/]*/, '') : (entry?.path ?? 'Data')}</h3>
        <span className="spacer" />
        {entry && can('list') && page?.kind !== 'list' && (
          <Button size="small" onPress={() => browse({ kind: 'list', name: entry.name, choice: NO_CHOICE })}>
            List
          </Button>
        )}
        {entry && can('create') && page?.kind !== 'new' && (
          <Button size="small" onPress={() => browse({ kind: 'new', name: entry.name })}>
            New…
          </Button>
        )}
      </div>
      {entry && <p className="muted">{entry.about}</p>}
    </header>
  )
}

/** Asks for the id of one, where there is no list to choose it from. */
const OpenById = ({ entry }: { entry: ResourceEntry }): ReactNode => {
  const browse = useApp((s) => s.browse)
  return (
    <PlacesForm label="Open" places={[...entry.places, 'uuid']} onFilled={(places) => browse({ kind: 'open', name: entry.name, places })} />
  )
}

/** The page that an entry opens with: its list, else the one that it is, else a form. */
const firstPage = ({ name, calls, places }: ResourceEntry): DataPage => {
  if (calls.includes('list')) return { kind: 'list', name, choice: NO_CHOICE }
  if (calls.includes('read') && places.length === 0) return { kind: 'open', name, places: [] }
  return { kind: 'list', name, choice: NO_CHOICE }
}

/**
 * Alt+← and Alt+→ lead along the trail, wherever the focus is. What had the focus goes with its page: the next page gets it.
 * @returns for the part that shows the pages
 */
const useTrailKeys = (): RefObject<HTMLElement | null> => {
  const step = useApp((s) => s.stepOnTrail)
  const page = useApp(selectDataPage)
  const shown = useRef<HTMLElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
      event.preventDefault()
      step(event.key === 'ArrowLeft' ? -1 : 1)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [step])
  useEffect(() => {
    const lost =
      document.activeElement === null || document.activeElement === document.body || document.activeElement.matches('.sheet-dialog')
    if (page && lost) shown.current?.focus()
  }, [page])
  return shown
}

/** Everything that an account holds: lists, single ones with their links followed, new ones. */
export const DataView = ({ account }: { account: string }): ReactNode => {
  const load = useApp((s) => s.loadResources)
  const entries = useApp((s) => (s.resourcesOf === account ? s.resources : null))
  const failure = useApp((s) => s.resourcesFailure)
  const page = useApp(selectDataPage)
  const browse = useApp((s) => s.browse)
  const shown = useTrailKeys()
  useEffect(() => void load(account), [load, account])
  if (failure)
    return (
      <p className="tone-error" role="alert">
        {failure}
      </p>
    )
  if (entries === null) return <p className="muted">Reading…</p>
  const entry = entryOf(entries, page)
  const hasList = entry?.calls.includes('list') ?? true
  return (
    <div className="data-panes">
      <EntryList entries={entries} shown={entry?.name ?? null} onChoose={(chosen) => browse(firstPage(chosen))} />
      <section ref={shown} className="data-shown" aria-label={entry?.path ?? 'Data'} tabIndex={-1}>
        <Head entry={entry} page={page} />
        {page === null && <p className="muted">Choose what to look at. Links in what you open lead on; Alt+← leads back.</p>}
        {page?.kind === 'list' && entry && !hasList && entry.calls.includes('get') && <OpenById entry={entry} />}
        {page?.kind === 'list' && entry && !hasList && !entry.calls.includes('get') && (
          <p className="muted">{entry.calls.includes('create') ? 'Ones of it can be created only.' : 'The contract has no call for it.'}</p>
        )}
        {page && (page.kind !== 'list' || hasList) && <Shown account={account} entry={entry} page={page} />}
      </section>
    </div>
  )
}
