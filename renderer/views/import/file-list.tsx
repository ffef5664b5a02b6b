import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import type { FileRow } from '#renderer/bridge/model.ts'
import { FileItem } from './file-item.tsx'

/** Files that need a look first, then as they would be ordered in a stack-up, documents last. */
const rank = (file: FileRow): number => {
  if (file.stage === 'failed') return 0
  if (file.role === 'unknown') return 1
  if (file.conflicts.length) return 2
  const order = ['copper', 'plane', 'soldermask', 'legend', 'paste', 'outline', 'drill', 'route']
  const at = order.indexOf(file.role)
  return at < 0 ? 30 : 3 + at
}

const sideRank = (file: FileRow): number => ['top', 'inner', 'bottom'].indexOf(file.side ?? '')

/** @returns the rows in reading order */
export const sortFiles = (files: readonly FileRow[]): readonly FileRow[] =>
  files.toSorted(
    (a, b) => rank(a) - rank(b) || (a.order ?? 0) - (b.order ?? 0) || sideRank(a) - sideRank(b) || a.path.localeCompare(b.path),
  )

/** One row per file, filling in while it is read. */
export const FileList = (): ReactNode => {
  const { store } = useParts()
  const files = useApp((s) => s.files)
  const selected = useApp((s) => s.selectedFile)
  const rows = sortFiles(files)
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used here only, never handed to memoized parts
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 62,
    overscan: 12,
    getItemKey: (i) => rows[i]!.path,
  })
  const select = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!row) return
    store.getState().selectFile(row.path)
    virtual.scrollToIndex(rows.indexOf(row))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = rows.findIndex((row) => row.path === selected)
    const to = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: rows.length - 1 }[event.key]
    if (to === undefined || event.target !== event.currentTarget) return
    event.preventDefault()
    select(to)
  }
  return (
    <div
      ref={scroller}
      className="file-list scroll"
      role="listbox"
      aria-label={`Files, ${rows.length}`}
      aria-activedescendant={selected ? fileId(selected) : undefined}
      tabIndex={0}
      data-keys="files"
      onKeyDown={onKeyDown}
      onFocus={() => !selected && rows.length > 0 && select(0)}
    >
      <div
        className="virtual"
        role="presentation"
        ref={(element) => void element?.style.setProperty('height', `${virtual.getTotalSize()}px`)}
      >
        {virtual.getVirtualItems().map((item) => (
          <div
            key={item.key}
            role="presentation"
            data-index={item.index}
            className="virtual-row"
            ref={(element) => {
              element?.style.setProperty('transform', `translateY(${item.start}px)`)
              if (element) virtual.measureElement(element)
            }}
          >
            <FileItem
              file={rows[item.index]!}
              isSelected={rows[item.index]!.path === selected}
              position={item.index + 1}
              total={rows.length}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

/** @returns a stable element id for a file */
export const fileId = (path: string): string => `file-${encodeURIComponent(path)}`
