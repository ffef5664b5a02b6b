import { ChevronRight, CircleDot, MessageSquare, PenLine, Truck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TimelineEntryShape } from '#core/ipc/production.ipc.ts'
import { counted } from '#renderer/ui/format-value.ts'
import { kindName } from './shown-items.ts'
import { StateChip } from './state-chip.tsx'
import { clockText, timelineDays, type TimelineLine } from './timeline-days.ts'

/** Opens what a link leads to; null where links of this account cannot be followed. */
export type OpenLink = ((uri: string) => void) | null

const ICONS: Partial<Record<TimelineEntryShape['kind'], typeof CircleDot>> = { comment: MessageSquare, event: PenLine, shipment: Truck }

const Title = ({ entry, onOpen }: { entry: TimelineEntryShape; onOpen: OpenLink }): ReactNode => {
  const { uri, title } = entry
  const text = title || (entry.kind === 'comment' ? 'without a name' : kindName(entry.kind))
  if (uri === null || onOpen === null) return <span className="timeline-title">{text}</span>
  return (
    <button type="button" className="link timeline-title" onClick={() => onOpen(uri)}>
      {text}
    </button>
  )
}

/** What changed, without the name of what changed where the title says it. */
const changeText = ({ title, original }: TimelineEntryShape): string => {
  const at = original.indexOf(': ')
  return at >= 0 && title.endsWith(original.slice(0, at)) ? original.slice(at + 2) : original
}

const Entry = ({ entry, onOpen }: { entry: TimelineEntryShape; onOpen: OpenLink }): ReactNode => (
  <>
    <span className="timeline-head">
      <span className="muted">{kindName(entry.kind)}</span>
      <Title entry={entry} onOpen={onOpen} />
      {entry.state && <StateChip state={entry.state} original={entry.original} />}
      {entry.kind === 'event' && <span className="mono">{changeText(entry)}</span>}
    </span>
    {entry.kind === 'comment' && <p className="timeline-comment">{entry.original}</p>}
  </>
)

/** Pieces that stand alike, counted; each of them when unfolded. */
const Pieces = ({ entries, onOpen }: { entries: readonly TimelineEntryShape[]; onOpen: OpenLink }): ReactNode => (
  <details>
    <summary className="timeline-head">
      <ChevronRight size={14} aria-hidden className="fold-icon" />
      <b>{counted(entries.length, 'piece')}</b>
      <StateChip state={entries[0]!.state ?? 'unknown'} original={entries[0]!.original} />
    </summary>
    <ul className="timeline-pieces">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Title entry={entry} onOpen={onOpen} /> <span className="muted num">{clockText(entry.at)}</span>
        </li>
      ))}
    </ul>
  </details>
)

const Line = ({ line, onOpen }: { line: TimelineLine; onOpen: OpenLink }): ReactNode => {
  const [first] = line.entries
  if (!first) return null
  const Icon = ICONS[first.kind] ?? CircleDot
  return (
    <li className="timeline-line" data-kind={first.kind}>
      <time className="num muted" dateTime={first.at ?? undefined}>
        {clockText(first.at)}
      </time>
      <Icon size={14} aria-hidden className="timeline-icon" />
      <div className="timeline-body">
        {line.entries.length > 1 ? <Pieces entries={line.entries} onOpen={onOpen} /> : <Entry entry={first} onOpen={onOpen} />}
      </div>
    </li>
  )
}

/** What happened, newest first, by day. */
export const TimelineList = ({ entries, onOpen }: { entries: readonly TimelineEntryShape[]; onOpen: OpenLink }): ReactNode =>
  timelineDays(entries).map(({ day, lines }) => (
    <section key={day ?? ''} aria-label={day ?? 'No time given'} className="timeline-day">
      <h4>{day ?? 'No time given'}</h4>
      <ol>
        {lines.map((line) => (
          <Line key={line.key} line={line} onOpen={onOpen} />
        ))}
      </ol>
    </section>
  ))
