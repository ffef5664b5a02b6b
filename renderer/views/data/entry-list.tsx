import { Search } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import type { ResourceEntry } from '#renderer/state/slices/resources.slice.ts'
import { counted } from '#renderer/ui/format-value.ts'

interface Group {
  readonly id: string
  readonly entries: readonly ResourceEntry[]
}

/** @returns the groups with entries that hold all words, each in the order of the list */
export const groupsOf = (entries: readonly ResourceEntry[], words: string): readonly Group[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ path, about, group, name }: ResourceEntry): boolean => {
    const text = `${path} ${about} ${group} ${name}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  }
  const groups = new Map<string, ResourceEntry[]>()
  for (const entry of entries) if (fits(entry)) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry])
  return [...groups].map(([id, some]) => ({ id, entries: some }))
}

const shortPath = (path: string): string => path.replace(/^\/|\/$/g, '')

/** Everything that an account's provider keeps, by group. */
export const EntryList = ({
  entries,
  shown,
  onChoose,
}: {
  entries: readonly ResourceEntry[]
  shown: string | null
  onChoose: (entry: ResourceEntry) => void
}): ReactNode => {
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
      <ListBox
        className="data-entry-list scroll"
        aria-label="Kinds of data"
        selectionMode="single"
        selectedKeys={shown === null ? [] : [shown]}
        onAction={(key) => {
          const entry = entries.find(({ name }) => name === key)
          if (entry) onChoose(entry)
        }}
        items={groups}
        renderEmptyState={() => <p className="muted">Nothing by that name.</p>}
      >
        {(group) => (
          <ListBoxSection id={group.id}>
            <Header className="data-group">{group.id}</Header>
            <Collection items={group.entries.map((entry) => ({ ...entry, id: entry.name }))}>
              {(entry) => (
                <ListBoxItem id={entry.name} textValue={shortPath(entry.path)} className="option data-entry">
                  {shortPath(entry.path)}
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </nav>
  )
}
