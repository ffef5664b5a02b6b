import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ProviderId } from '#core/provider/provider.ts'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import { itemDetails, type ItemDetail } from './item-details.ts'

export type ProductionRows = AskOutput<'production.list'>
type Row = ProductionRows[number]
type Item = Row['items'][number]

const TONES: Partial<Record<Item['state'], string>> = {
  done: 'clean',
  delivered: 'clean',
  shipped: 'clean',
  failed: 'error',
  cancelled: 'warning',
  unknown: 'plain',
}
const COLUMNS = 5

const Title = ({ item, isOpen, onToggle }: { item: Item; isOpen: boolean; onToggle: (() => void) | null }): ReactNode =>
  onToggle ? (
    <button type="button" className="plain-button item-title" aria-expanded={isOpen} onClick={onToggle}>
      {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
      <span>{item.title}</span>
    </button>
  ) : (
    item.title
  )

const ItemRow = ({ account, item, detail }: { account: string; item: Item; detail: ItemDetail | null }): ReactNode => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <tr>
        <td>{item.kind}</td>
        <td>
          <Title item={item} isOpen={isOpen} onToggle={detail && (() => setOpen(!isOpen))} />
        </td>
        <td>
          <span className="chip" data-tone={TONES[item.state] ?? 'note'}>
            {item.state}
          </span>{' '}
          <span className="muted">{item.original}</span>
        </td>
        <td className="num muted">{item.changedAt?.slice(0, 16).replace('T', ' ') ?? ''}</td>
        <td className="num">{item.tracking.map((t) => `${t.carrier ?? ''} ${t.number}`.trim()).join(', ')}</td>
      </tr>
      {isOpen && detail && (
        <tr>
          <td colSpan={COLUMNS}>
            <detail.Detail account={account} item={item} />
          </td>
        </tr>
      )}
    </>
  )
}

/** What an account has in production, or why it could not be asked. */
export const ProductionGroup = ({ row }: { row: Row }): ReactNode => {
  const known = itemDetails[row.provider as ProviderId] ?? null
  return (
    <section className="approve-part" aria-label={row.accountName}>
      <h3>{row.accountName}</h3> <span className="muted">{row.provider}</span>
      {row.failure && <p className="tone-warning">{row.failure.message}</p>}
      {!row.failure && row.items.length === 0 && <p className="muted">Nothing in production.</p>}
      {row.items.length > 0 && (
        <table className="approve-files">
          <thead>
            <tr>
              <th scope="col">Kind</th>
              <th scope="col">What</th>
              <th scope="col">State</th>
              <th scope="col">Changed</th>
              <th scope="col">Tracking</th>
            </tr>
          </thead>
          <tbody>
            {row.items.map((item) => (
              <ItemRow
                key={`${item.kind}:${item.id}`}
                account={row.account}
                item={item}
                detail={known?.kinds.includes(item.kind) ? known : null}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
