import type { ResourceEntry } from '#renderer/state/slices/resources.slice.ts'

/** Entries under a heading. */
export interface Group {
  readonly id: string
  readonly entries: readonly ResourceEntry[]
}

const MENTIONED = 'Named in what they are'

/** @returns the entries that hold all words, by group; those that hold them only in their description come last */
export const groupsOf = (entries: readonly ResourceEntry[], words: string): readonly Group[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const holds = (text: string): boolean => wanted.every((word) => text.toLowerCase().includes(word))
  const groups = new Map<string, ResourceEntry[]>()
  const put = (group: string, entry: ResourceEntry): void => void groups.set(group, [...(groups.get(group) ?? []), entry])
  const others = entries.filter((entry) => {
    const isNamed = holds(`${entry.path} ${entry.name} ${entry.group}`)
    if (isNamed) put(entry.group, entry)
    return !isNamed
  })
  for (const entry of others) if (holds(`${entry.path} ${entry.about}`)) put(MENTIONED, entry)
  return [...groups].map(([id, some]) => ({ id, entries: some }))
}
