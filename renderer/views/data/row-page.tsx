import { useEffect, useState, type ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import type { DataPage } from '#renderer/state/slices/resources.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { cellText, isLink } from './cell-text.ts'
import { DataFailure } from './data-failure.tsx'
import type { Row } from './use-rows.ts'

type RowPageOf = Extract<DataPage, { kind: 'link' | 'open' | 'row' }>

interface OpenedRow {
  readonly name: string
  readonly row: Row
  readonly deviations: readonly string[]
}
type Failure = { readonly code: string; readonly message: string }

/** Reads what a page is about, once. @returns null while it is read */
const useOpened = (account: string, page: RowPageOf): OpenedRow | Failure | null => {
  const { backend } = useParts()
  const [read, setRead] = useState<OpenedRow | Failure | null>(page.kind === 'row' ? { ...page, deviations: [] } : null)
  useEffect(() => {
    if (page.kind === 'row') return
    let isCurrent = true
    const reply =
      page.kind === 'link'
        ? backend.ask('resources.follow', { account, uri: page.uri })
        : backend.ask('resources.open', { account, name: page.name, places: [...page.places] })
    void reply.then((answer) => {
      if (isCurrent) setRead(answer.ok ? answer.value : answer.error)
    })
    return () => {
      isCurrent = false
    }
  }, [backend, account, page])
  return read
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const Value = ({ value, onFollow }: { value: unknown; onFollow: (uri: string) => void }): ReactNode => {
  if (isLink(value))
    return (
      <button type="button" className="link" title={value} onClick={() => onFollow(value)}>
        {cellText(value)}
      </button>
    )
  if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string'))
    return (
      <ul className="data-values">
        {value.map((each, k) => (
          <li key={`${each}${k}`}>
            <Value value={each} onFollow={onFollow} />
          </li>
        ))}
      </ul>
    )
  if (typeof value === 'object') return <pre className="mono">{JSON.stringify(value, null, 2)}</pre>
  return <span className="data-text">{cellText(value)}</span>
}

const Opened = ({ account, page, onAgain }: { account: string; page: RowPageOf; onAgain: () => void }): ReactNode => {
  const browse = useApp((s) => s.browse)
  const notify = useApp((s) => s.notify)
  const read = useOpened(account, page)
  if (read === null) return <p className="muted">Reading…</p>
  if ('code' in read) return <DataFailure failure={read} onAgain={onAgain} />
  const { row, deviations } = read
  const filled = Object.entries(row).filter(([, value]) => !isEmpty(value))
  const empty = Object.entries(row).filter(([name, value]) => isEmpty(value) && !deviations.includes(name))
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(JSON.stringify(row, null, 2))
      notify('success', 'Copied as JSON')
    } catch (error) {
      notify('error', 'The clipboard is not available.', String(error))
    }
  }
  return (
    <>
      <div className="queue-line">
        <span className="spacer" />
        <Button size="small" onPress={() => void copy()}>
          Copy as JSON
        </Button>
        {page.kind !== 'row' && (
          <Button size="small" onPress={onAgain}>
            Refresh
          </Button>
        )}
      </div>
      {deviations.length > 0 && <p className="tone-warning">In another form than agreed, and left out: {deviations.join(', ')}</p>}
      <div className="data-properties scroll" role="region" aria-label="Properties" tabIndex={0}>
        <table>
          <tbody>
            {filled.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <Value value={value} onFollow={(uri) => browse({ kind: 'link', uri })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {empty.length > 0 && <p className="muted data-empty">Nothing in {empty.map(([name]) => name).join(', ')}</p>}
      </div>
    </>
  )
}

/** One of a resource with all its properties; its links are followed. */
export const RowPage = ({ account, page }: { account: string; page: RowPageOf }): ReactNode => {
  const [round, setRound] = useState(0)
  const of = page.kind === 'link' ? page.uri : page.kind === 'open' ? `${page.name} ${page.places.join(' ')}` : JSON.stringify(page.row)
  return <Opened key={`${of} ${round}`} account={account} page={page} onAgain={() => setRound(round + 1)} />
}
