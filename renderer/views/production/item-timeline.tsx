import type { ReactNode } from 'react'
import type { ProviderId } from '#core/provider/provider.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CommentForm } from './comment-form.tsx'
import { Freshness } from './freshness.tsx'
import { itemDetails } from './item-details.ts'
import { kindName, type ShownItem } from './shown-items.ts'
import { StateChip } from './state-chip.tsx'
import { TimelineList } from './timeline-list.tsx'

const Tracking = ({ item }: Pick<ShownItem, 'item'>): ReactNode =>
  item.tracking.length > 0 && (
    <p className="num">Tracking: {item.tracking.map(({ carrier, number }) => `${carrier ?? ''} ${number}`.trim()).join(', ')}</p>
  )

const Head = ({ shown: { group, item } }: { shown: ShownItem }): ReactNode => {
  const load = useApp((s) => s.loadTimeline)
  const isReading = useApp((s) => s.isReadingTimeline)
  return (
    <header className="followed-head">
      <div className="queue-line">
        <h3>{item.title}</h3>
        <StateChip state={item.state} original={item.original} />
        <span className="spacer" />
        {group.hasTimeline && (
          <Button size="small" onPress={() => void load()}>
            {isReading ? 'Reading…' : 'Refresh'}
          </Button>
        )}
      </div>
      <p className="muted">
        {kindName(item.kind)} at {group.accountName}
      </p>
      <Tracking item={item} />
    </header>
  )
}

/** Everything that is known of an item: its state, what happened, what was said. */
export const ItemTimeline = ({ shown, now }: { shown: ShownItem; now: number }): ReactNode => {
  const timeline = useApp((s) => s.timeline)
  const isReading = useApp((s) => s.isReadingTimeline)
  const canBrowse = useApp((s) => s.accounts.find(({ id }) => id === shown.group.account)?.capabilities.includes('resources') ?? false)
  const browse = useApp((s) => s.browseLink)
  const { group, item } = shown
  const known = itemDetails[group.provider as ProviderId]
  return (
    <section className="followed-shown" aria-label={`Timeline of ${item.title}`}>
      <Head shown={shown} />
      <div className="followed-told scroll" role="group" aria-label="What happened" tabIndex={0}>
        {timeline?.failure && (
          <Freshness of="Timeline" failure={timeline.failure} readAt={timeline.readAt} heldUntil={timeline.heldUntil} now={now} />
        )}
        {known?.kinds.includes(item.kind) && <known.Detail account={group.account} item={item} />}
        {group.hasTimeline && timeline === null && isReading && <p className="muted">Reading…</p>}
        {timeline && (
          <TimelineList entries={timeline.entries} onOpen={canBrowse ? (uri) => browse(group.account, uri, 'production') : null} />
        )}
        {timeline?.entries.length === 0 && !timeline.failure && <p className="muted">Nothing happened yet.</p>}
        {!group.hasTimeline && !known && <p className="muted">{group.accountName} tells the state only, not how it came to it.</p>}
      </div>
      {group.commented.includes(item.kind) && <CommentForm at={group.accountName} />}
    </section>
  )
}
