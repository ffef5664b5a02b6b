import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import type { Followed } from '#renderer/state/slices/production.slice.ts'
import { formatAgo } from '#renderer/ui/format-value.ts'
import { kindName, type ShownItem } from './shown-items.ts'
import { StateChip } from './state-chip.tsx'

const PAGE_STEP = 8
const ROW_PX = 58

const followedOf = ({ group, item }: ShownItem): Followed => ({ account: group.account, kind: item.kind, id: item.id, url: item.url })

const elementId = (key: string): string => `item-${encodeURIComponent(key)}`

const Row = ({
  shown,
  isSelected,
  now,
  withAccount,
  position,
  total,
}: {
  shown: ShownItem
  isSelected: boolean
  now: number
  withAccount: boolean
  position: number
  total: number
}): ReactNode => {
  const follow = useApp((s) => s.follow)
  const { group, item } = shown
  const at = Date.parse(item.changedAt ?? '')
  const facts = [kindName(item.kind), withAccount && group.accountName, Number.isNaN(at) ? '' : formatAgo(at, now)]
  return (
    <div
      id={elementId(shown.key)}
      role="option"
      aria-selected={isSelected}
      aria-posinset={position}
      aria-setsize={total}
      className="followed-item"
      onClick={() => follow(followedOf(shown))}
    >
      <span className="followed-title">{item.title}</span>
      <span className="followed-state">
        <StateChip state={item.state} original={item.original} />
      </span>
      <span className="muted followed-facts">{facts.filter(Boolean).join(' · ')}</span>
    </div>
  )
}

/** Orders, runs and shipments to choose from; arrow keys move, and the timeline beside follows. */
export const ItemList = ({ items, now, withAccount }: { items: readonly ShownItem[]; now: number; withAccount: boolean }): ReactNode => {
  const follow = useApp((s) => s.follow)
  const followed = useApp((s) => s.followed)
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here only, never handed to memoized parts
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    getItemKey: (i) => items[i]!.key,
  })
  const selected = items.findIndex(
    ({ group, item }) => followed !== null && group.account === followed.account && item.kind === followed.kind && item.id === followed.id,
  )
  const select = (index: number): void => {
    const at = Math.max(0, Math.min(items.length - 1, index))
    const shown = items[at]
    if (!shown) return
    follow(followedOf(shown))
    virtual.scrollToIndex(at)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = {
      ArrowDown: selected + 1,
      ArrowUp: selected - 1,
      PageDown: selected + PAGE_STEP,
      PageUp: selected - PAGE_STEP,
      Home: 0,
      End: items.length - 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    select(to)
  }
  return (
    <div
      ref={scroller}
      className="followed-list scroll"
      role="listbox"
      aria-label={`In production, ${items.length}`}
      aria-activedescendant={selected >= 0 ? elementId(items[selected]!.key) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div
        className="virtual"
        role="presentation"
        ref={(element) => void element?.style.setProperty('height', `${virtual.getTotalSize()}px`)}
      >
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <div
            key={key}
            role="presentation"
            className="virtual-row"
            ref={(element) => void element?.style.setProperty('transform', `translateY(${start}px)`)}
          >
            <Row
              shown={items[index]!}
              isSelected={index === selected}
              now={now}
              withAccount={withAccount}
              position={index + 1}
              total={items.length}
            />
          </div>
        ))}
      </div>
    </div>
  )
}
