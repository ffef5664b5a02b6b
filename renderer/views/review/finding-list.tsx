import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import type { FindingRow } from '#renderer/state/finding-rows.ts'
import { FindingCard } from './finding-card.tsx'
import { GroupRow, OutcomeRow, SectionRow } from './finding-heads.tsx'

const HEIGHTS: Record<FindingRow['kind'], number> = { section: 34, group: 34, finding: 104, outcome: 52 }

const RowContent = ({ row }: { row: FindingRow }): ReactNode => {
  switch (row.kind) {
    case 'section':
      return <SectionRow section={row.section} isOpen={row.isOpen} />
    case 'group':
      return <GroupRow cause={row.cause} title={row.title} findings={row.findings} isOpen={row.isOpen} />
    case 'finding':
      return <FindingCard finding={row.finding} title={row.title} inGroup={row.inGroup} />
    case 'outcome':
      return <OutcomeRow outcome={row.outcome} />
  }
}

/** @returns a stable element id for a row */
const rowId = (key: string): string => `row-${encodeURIComponent(key)}`

/** The list itself: one focus, arrows or J and K walk the findings, Enter frames one. */
export const FindingList = ({ rows }: { rows: readonly FindingRow[] }): ReactNode => {
  const { store } = useParts()
  const selected = useApp((s) => s.selectedFinding)
  const hasReview = useApp((s) => s.review !== null)
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here only, never handed to memoized parts
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => HEIGHTS[rows[i]!.kind],
    getItemKey: (i) => rows[i]!.key,
    overscan: 6,
  })
  const index = rows.findIndex((row) => row.kind === 'finding' && row.key === selected)
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  }, [index, virtual])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined
    if (!by) return
    event.preventDefault()
    store.getState().walkFindings(by)
  }
  return (
    <div
      ref={scroller}
      className="finding-list scroll"
      role="grid"
      aria-label="Findings"
      aria-rowcount={rows.length}
      aria-activedescendant={index >= 0 ? rowId(selected!) : undefined}
      tabIndex={0}
      data-keys="list"
      data-pane
      onKeyDown={onKeyDown}
    >
      {hasReview && rows.length === 0 && <p className="muted list-empty">Nothing matches the filter.</p>}
      <div
        className="virtual"
        role="presentation"
        ref={(element) => void element?.style.setProperty('height', `${virtual.getTotalSize()}px`)}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]!
          return (
            <div
              key={item.key}
              id={rowId(row.key)}
              role="row"
              aria-rowindex={item.index + 1}
              aria-selected={row.kind === 'finding' ? row.key === selected : undefined}
              data-index={item.index}
              className="virtual-row"
              ref={(element) => {
                element?.style.setProperty('transform', `translateY(${item.start}px)`)
                if (element) virtual.measureElement(element)
              }}
            >
              <RowContent row={row} />
            </div>
          )
        })}
      </div>
    </div>
  )
}
