import type { TimelineEntryShape } from '#core/ipc/production.ipc.ts'

/** One line of a timeline: an entry, or pieces that stand alike on the same day. */
export interface TimelineLine {
  readonly key: string
  /** Never empty; more than one only for pieces. */
  readonly entries: readonly TimelineEntryShape[]
}

export interface TimelineDay {
  /** As people say it; null for entries without a time. */
  readonly day: string | null
  readonly lines: readonly TimelineLine[]
}

const dayOf = (at: string | null): string | null => {
  const time = new Date(at ?? '')
  if (Number.isNaN(time.getTime())) return null
  return time.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** @returns the time of day of a moment; empty where there is none */
export const clockText = (at: string | null): string => {
  const time = new Date(at ?? '')
  return Number.isNaN(time.getTime()) ? '' : time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

const keyOf = (entry: TimelineEntryShape, day: string | null): string =>
  entry.kind === 'piece' ? `piece ${entry.original} ${day}` : `${entry.kind} ${entry.id}`

/** @param entries oldest first @returns days newest first, lines newest first; what has no time comes last */
export const timelineDays = (entries: readonly TimelineEntryShape[]): readonly TimelineDay[] => {
  const days = new Map<string | null, Map<string, TimelineEntryShape[]>>()
  for (const entry of entries.toReversed()) {
    const day = dayOf(entry.at)
    const lines = days.get(day) ?? new Map<string, TimelineEntryShape[]>()
    days.set(day, lines)
    const key = keyOf(entry, day)
    lines.set(key, [...(lines.get(key) ?? []), entry])
  }
  const undated = days.get(null)
  days.delete(null)
  return [...days, ...(undated ? [[null, undated] as const] : [])].map(([day, lines]) => ({
    day,
    lines: [...lines].map(([key, some]) => ({ key, entries: some })),
  }))
}
