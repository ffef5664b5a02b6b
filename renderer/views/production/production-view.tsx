import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { pollWhileVisible, seenPage } from '#renderer/state/poll-while-visible.ts'
import { Button } from '#renderer/ui/button.tsx'
import { counted, formatAgo } from '#renderer/ui/format-value.ts'
import { Freshness } from './freshness.tsx'
import { ItemList } from './item-list.tsx'
import { ItemTimeline } from './item-timeline.tsx'
import { ProductionFilters } from './production-filters.tsx'
import { shownItems } from './shown-items.ts'

/** Between two questions to every account. */
const POLL_MS = 60_000

/** Asks when the view opens and again and again while it can be seen. @returns the moment of the last look, ms since 1970 */
const useProduction = (account: string | null): number => {
  const { store } = useParts()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const ask = async (): Promise<void> => {
      await store.getState().loadProduction(account)
      await store.getState().loadTimeline()
      setNow(Date.now())
    }
    void ask()
    return pollWhileVisible(ask, POLL_MS, seenPage(document))
  }, [store, account])
  return now
}

/** Orders, runs and shipments, of one account or of all, with the timeline of the one that is chosen. */
export const ProductionView = ({ account, actions }: { account: string | null; actions?: ReactNode }): ReactNode => {
  const now = useProduction(account)
  const groups = useApp((s) => s.production)
  const failure = useApp((s) => s.productionFailure)
  const isAsking = useApp((s) => s.isAskingProduction)
  const filter = useApp((s) => s.productionFilter)
  const followed = useApp((s) => s.followed)
  const load = useApp((s) => s.loadProduction)
  const own = useMemo(() => (groups ?? []).filter((group) => account === null || group.account === account), [groups, account])
  const all = useMemo(() => shownItems(own, { account: null, state: null, words: '' }), [own])
  // An account that was removed filters nothing any more.
  const isChosen = account === null && own.some((group) => group.account === filter.account)
  const items = useMemo(() => shownItems(own, isChosen ? filter : { ...filter, account: null }), [own, filter, isChosen])
  const shown = all.find(
    ({ group, item }) => followed !== null && group.account === followed.account && item.kind === followed.kind && item.id === followed.id,
  )
  const readAt = Math.min(...own.map((group) => group.readAt ?? Infinity))
  return (
    <>
      {failure && (
        <p className="tone-error" role="alert">
          {failure}
        </p>
      )}
      {own.map(
        (group) =>
          group.failure && (
            <Freshness
              key={group.account}
              of={group.accountName}
              failure={group.failure}
              readAt={group.readAt}
              heldUntil={group.heldUntil}
              now={now}
            />
          ),
      )}
      <div className="queue-line">
        <ProductionFilters withAccount={account === null} />
        <span className="spacer" />
        <span className="muted num" role="status">
          {isAsking ? 'Asking…' : Number.isFinite(readAt) && `${counted(items.length, 'item')}, asked ${formatAgo(readAt, now)}`}
        </span>
        <Button size="small" onPress={() => void load(account)}>
          Ask now
        </Button>
        {actions}
      </div>
      {groups !== null && own.length === 0 && (
        <p className="muted">No account yet. Orders, runs and shipments of your accounts are listed here.</p>
      )}
      {own.length > 0 && (
        <div className="production-panes">
          <div className="production-left">
            <ItemList items={items} now={now} withAccount={account === null} />
            {items.length === 0 && <p className="muted">{all.length === 0 ? 'Nothing in production.' : 'Nothing fits the filter.'}</p>}
          </div>
          {shown ? (
            <ItemTimeline key={shown.key} shown={shown} now={now} />
          ) : (
            <p className="muted followed-none">Choose an order, a run or a shipment to see what happened to it.</p>
          )}
        </div>
      )}
    </>
  )
}
