import { Search } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ResourceEntry } from '#renderer/state/slices/resources.slice.ts'
import { counted } from '#renderer/ui/format-value.ts'
import { groupsOf, type Group } from './groups-of.ts'

const PAGE_STEP = 12

const shortPath = (path: string): string => path.replace(/^\/|\/$/g, '')

interface ListProps {
  readonly groups: readonly Group[]
  readonly shown: string | null
  readonly onChoose: (entry: ResourceEntry) => void
}

/** The entries by group; arrow keys move, Enter opens. */
const GroupedList = ({ groups, shown, onChoose }: ListProps): ReactNode => {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<string | null>(null)
  const all = groups.flatMap(({ entries }) => entries)
  const at = all.findIndex(({ name }) => name === (active ?? shown))
  const optionId = (name: string): string => `${id}-${name}`
  const move = (to: number): void => {
    const entry = all[Math.max(0, Math.min(all.length - 1, to))]
    if (!entry) return
    setActive(entry.name)
    list.current?.querySelector(`[data-name="${entry.name}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.key === 'Enter' || event.key === ' ') && all[at]) {
      event.preventDefault()
      return onChoose(all[at])
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + PAGE_STEP, PageUp: at - PAGE_STEP, Home: 0, End: all.length - 1 }[
      event.key
    ]
    if (to === undefined || event.altKey) return
    event.preventDefault()
    move(to)
  }
  return (
    <div
      ref={list}
      className="data-entry-list scroll"
      role="listbox"
      aria-label="Kinds of data"
      aria-activedescendant={all[at] ? optionId(all[at].name) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {groups.map((group, k) => (
        <div key={group.id} role="group" aria-labelledby={`${id}-group-${k}`}>
          <div id={`${id}-group-${k}`} role="presentation" className="data-group">
            {group.id}
          </div>
          {group.entries.map((entry) => (
            <div
              key={entry.name}
              id={optionId(entry.name)}
              data-name={entry.name}
              role="option"
              aria-selected={entry.name === shown}
              data-active={entry.name === all[at]?.name || undefined}
              className="option data-entry"
              title={entry.about}
              onClick={() => {
                setActive(entry.name)
                onChoose(entry)
              }}
            >
              {shortPath(entry.path)}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

/** Everything that an account's provider keeps, by group, with a search. */
export const EntryList = ({ entries, ...rest }: { entries: readonly ResourceEntry[] } & Omit<ListProps, 'groups'>): ReactNode => {
  const [words, setWords] = useState('')
  const groups = groupsOf(entries, words)
  const count = groups.reduce((sum, group) => sum + group.entries.length, 0)
  return (
    <nav className="data-entries" aria-label="Data">
      <label className="field">
        <Search size={14} aria-hidden />
        <span className="sr-only">Find data</span>
        <input type="search" placeholder={`Find in ${entries.length}…`} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <span className="sr-only" role="status">
        {counted(count, 'entry', 'entries')}
      </span>
      {count > 0 ? <GroupedList groups={groups} {...rest} /> : <p className="muted">Nothing by that name.</p>}
    </nav>
  )
}
