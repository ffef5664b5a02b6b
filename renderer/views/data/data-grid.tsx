import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { cellText } from './cell-text.ts'
import type { Row } from './use-rows.ts'

const ROW_PX = 30
const PAGE_STEP = 12
/** Rows before the end at which the next page is asked for. */
const AHEAD = 20

interface DataGridProps {
  readonly label: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  /** Over all pages, null where it is not known. */
  readonly total: number | null
  readonly sort: { readonly by: string; readonly descending: boolean } | null
  onSort(by: string): void
  onOpen(row: Row): void
  /** The end comes near. */
  onEnd(): void
}

const ColumnHead = ({ name, sort, onSort }: { name: string } & Pick<DataGridProps, 'sort' | 'onSort'>): ReactNode => {
  const isSorted = sort?.by === name
  const Icon = sort?.descending ? ArrowDown : ArrowUp
  return (
    <div role="columnheader" aria-sort={!isSorted ? 'none' : sort.descending ? 'descending' : 'ascending'}>
      <button type="button" className="data-head" onClick={() => onSort(name)}>
        <span>{name.replaceAll('_', ' ')}</span>
        {isSorted && <Icon size={12} aria-hidden />}
      </button>
    </div>
  )
}

/** Rows of a list, drawn as far as they can be seen. Arrow keys move, Enter opens. */
export const DataGrid = ({ label, columns, rows, total, sort, onSort, onOpen, onEnd }: DataGridProps): ReactNode => {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here only, never handed to memoized parts
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
    // The header stays on top of the rows.
    scrollPaddingStart: ROW_PX,
    onChange: (instance) => {
      const last = instance.getVirtualItems().at(-1)
      if (last && last.index >= rows.length - AHEAD) onEnd()
    },
  })
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to))
    setAt(next)
    virtual.scrollToIndex(next)
    if (next >= rows.length - 1) onEnd()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter' && rows[at]) {
      event.preventDefault()
      return onOpen(rows[at])
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + PAGE_STEP, PageUp: at - PAGE_STEP, Home: 0, End: rows.length - 1 }[
      event.key
    ]
    if (to === undefined) return
    event.preventDefault()
    move(to)
  }
  const rowId = (index: number): string => `${id}-${index}`
  return (
    <div
      ref={(element) => {
        scroller.current = element
        element?.style.setProperty('--columns', String(columns.length))
      }}
      className="data-grid scroll"
      role="grid"
      aria-label={label}
      aria-rowcount={total === null ? -1 : total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={rows[at] ? rowId(at) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className="data-row data-heads">
        {columns.map((name) => (
          <ColumnHead key={name} name={name} sort={sort} onSort={onSort} />
        ))}
      </div>
      <div className="virtual" role="rowgroup" ref={(element) => void element?.style.setProperty('height', `${virtual.getTotalSize()}px`)}>
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <div
            key={key}
            id={rowId(index)}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={index === at}
            className="data-row virtual-row"
            ref={(element) => void element?.style.setProperty('transform', `translateY(${start}px)`)}
            onClick={() => {
              setAt(index)
              onOpen(rows[index]!)
            }}
          >
            {columns.map((name) => {
              const text = cellText(rows[index]![name])
              return (
                <div key={name} role="gridcell" title={text}>
                  {text}
                </div>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}
