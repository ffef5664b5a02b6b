import type { ProductionState } from '#core/provider/provider.ts'
import type { StateSubject } from './states.ts'

/** Something that is followed, or something that was said or changed. */
export interface TimelineEntry {
  readonly kind: StateSubject | 'event' | 'comment'
  readonly id: string
  readonly title: string
  /** Null for events and comments. */
  readonly state: ProductionState | null
  /** The service's own word, as it came; for events `key: before → after`, for comments the text. */
  readonly original: string
  /** ISO 8601; null where the service does not say. */
  readonly at: string | null
  /** Who said or changed it; null where the service does not say. */
  readonly by: string | null
  /** Where the service has it, to be followed; null where it names no link. */
  readonly uri: string | null
}

const timeOf = ({ at }: TimelineEntry): number => {
  const time = Date.parse(at ?? '')
  return Number.isNaN(time) ? Infinity : time
}

/** @returns the entries oldest first; what has no time comes last */
export const oldestFirst = (entries: readonly TimelineEntry[]): readonly TimelineEntry[] =>
  [...entries].sort((a, b) => (timeOf(a) === timeOf(b) ? 0 : timeOf(a) - timeOf(b)))
