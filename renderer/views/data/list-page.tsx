import { useMemo, useState, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import type { DataPage, ResourceEntry } from '#renderer/state/slices/resources.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { counted } from '#renderer/ui/format-value.ts'
import { columnsOf, compareCells, isLink } from './cell-text.ts'
import { DataFailure } from './data-failure.tsx'
import { DataGrid } from './data-grid.tsx'
import { PlacesForm } from './places-form.tsx'
import { RowFilter } from './row-filter.tsx'
import { useRows, type Row } from './use-rows.ts'

type ListOf = Extract<DataPage, { kind: 'list' }>

interface ListProps {
  readonly account: string
  readonly entry: ResourceEntry
  readonly page: ListOf
}

/** Sorts what was read, where the server does not sort. */
const sorted = (rows: readonly Row[], { choice }: ListOf, entry: ResourceEntry): readonly Row[] => {
  const { sort } = choice
  if (sort === null || entry.sortsThere) return rows
  const sign = sort.descending ? -1 : 1
  return rows.toSorted((a, b) => sign * compareCells(a[sort.by], b[sort.by]))
}

const pageOf = (entry: ResourceEntry, row: Row): DataPage =>
  isLink(row['uri']) && entry.calls.includes('get') ? { kind: 'link', uri: row['uri'] } : { kind: 'row', name: entry.name, row }

const RowsOfList = ({ account, entry, page }: ListProps): ReactNode => {
  const { choice } = page
  const browse = useApp((s) => s.browse)
  const replace = useApp((s) => s.replacePage)
  const [round, setRound] = useState(0)
  const read = useRows(account, entry, choice, round)
  const found = useMemo(() => columnsOf(entry, read.rows), [entry, read.rows])
  // A filter that leaves nothing is taken back by what was listed before it.
  const [known, setKnown] = useState<readonly string[]>([])
  if (found.length > 0 && found.join() !== known.join()) setKnown(found)
  const columns = found.length > 0 ? found : known
  const rows = useMemo(() => sorted(read.rows, page, entry), [read.rows, page, entry])
  const change = (next: ListOf['choice']): void => replace({ ...page, choice: next })
  const onSort = (by: string): void =>
    change({
      ...choice,
      sort: choice.sort?.by !== by ? { by, descending: false } : choice.sort.descending ? null : { by, descending: true },
    })
  const isCut = choice.sort !== null && !entry.sortsThere && !read.isWhole
  return (
    <>
      <RowFilter entry={entry} columns={columns} choice={choice} onChange={change} />
      {read.failure && <DataFailure failure={read.failure} onAgain={() => setRound(round + 1)} />}
      {rows.length > 0 && (
        <DataGrid
          label={`${entry.path}, ${rows.length} rows read`}
          columns={columns}
          rows={rows}
          total={read.total}
          sort={choice.sort}
          onSort={onSort}
          onOpen={(row) => browse(pageOf(entry, row))}
          onEnd={read.more}
        />
      )}
      <div className="queue-line">
        <span className="muted num" role="status">
          {read.isReading && 'Reading…'}
          {!read.isReading && rows.length === 0 && !read.failure && 'No rows.'}
          {!read.isReading &&
            rows.length > 0 &&
            (read.total === null ? `${counted(rows.length, 'row')} read` : `${rows.length} of ${counted(read.total, 'row')}`)}
          {isCut && ', sorted among those that were read: the server does not sort'}
        </span>
        <span className="spacer" />
        {rows.length > 0 && !read.isWhole && (
          <Button size="small" onPress={read.more}>
            Read more
          </Button>
        )}
        <Button size="small" onPress={() => setRound(round + 1)}>
          Refresh
        </Button>
      </div>
    </>
  )
}

/** The rows of a resource. A path with places is filled in first. */
export const ListPage = (props: ListProps): ReactNode => {
  const { entry, page } = props
  const replace = useApp((s) => s.replacePage)
  if (page.choice.places.length >= entry.places.length) return <RowsOfList {...props} />
  return <PlacesForm label="List" places={entry.places} onFilled={(places) => replace({ ...page, choice: { ...page.choice, places } })} />
}
