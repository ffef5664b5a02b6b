import { useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { isRunOf } from '#core/provider/batchivo/run-of-product.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import { Button } from '#renderer/ui/button.tsx'
import { PlaceFailure } from '../account/place-failure.tsx'
import { useAnswer } from '../account/use-answer.ts'
import { StateChip } from '../production/state-chip.tsx'
import { NotApproved } from '../account/not-approved.tsx'

type Product = NonNullable<AskOutput<'providers.find'>>
type Item = AskOutput<'production.list'>[number]['items'][number]

const MOST_RUNS = 100
const NO_CHOICE = { places: [], filters: {}, ranges: [], options: [], sort: null, offset: 0, limit: MOST_RUNS }

/** The production runs of a product, as far as they name it. */
const Runs = ({ account, product }: { account: AccountShape; product: Product }): ReactNode => {
  const runs = useAnswer('resources.list', { ...NO_CHOICE, account: account.id, name: 'runs' }, account.checkedAt)
  const production = useAnswer('production.list', { account: account.id }, account.checkedAt)
  const follow = useApp((s) => s.follow)
  const open = useApp((s) => s.openDialog)
  const failure = runs.failure ?? production.failure
  if (failure) return <PlaceFailure account={account} failure={failure} onAgain={runs.again} />
  if (!runs.value || !production.value) return <p className="muted">Asking for its runs…</p>
  const ids = new Set(runs.value.rows.filter(({ row }) => isRunOf(row, product.id)).map(({ row }) => String(row['id'])))
  const items = production.value.flatMap((group) => group.items).filter((item) => ids.has(item.id))
  const show = (item: Item): void => {
    follow({ account: account.id, kind: item.kind, id: item.id, url: item.url })
    open('production')
  }
  return (
    <section className="approve-part" aria-label="Production runs">
      <h3>Production runs</h3>
      {items.length === 0 && <p className="muted">No run names this product yet.</p>}
      <ul className="approve-list">
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" className="link" onClick={() => show(item)}>
              {item.title}
            </button>
            <StateChip state={item.state} original={item.original} />
          </li>
        ))}
      </ul>
      <div className="card-actions">
        <Button size="small" onPress={() => (runs.again(), production.again())}>
          Ask now
        </Button>
      </div>
    </section>
  )
}

const OpenBoard = ({ account, board }: { account: AccountShape; board: string }): ReactNode => {
  const { backend } = useParts()
  const name = useApp((s) => s.boardName)
  const found = useAnswer('providers.find', { account: account.id, board }, account.checkedAt)
  const [made, setMade] = useState<Product | null>(null)
  const [failure, setFailure] = useState<{ code: string; message: string } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const wrong = found.failure ?? failure
  if (wrong?.code === 'not-approved') return <NotApproved message={wrong.message} />
  if (found.failure) return <PlaceFailure account={account} failure={found.failure} onAgain={found.again} />
  if (found.isAsking && !found.value) return <p className="muted">Looking whether it is registered…</p>
  const product = made ?? found.value
  const register = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    // Looked up there before it is made: what was made in a try whose answer was lost is found.
    const reply = await backend.ask('providers.push', { account: account.id, board, options: {} })
    setBusy(false)
    if (reply.ok) setMade(reply.value)
    setFailure(reply.ok ? null : reply.error)
  }
  if (product)
    return (
      <>
        <p>
          <b>{name}</b> is registered as product <span className="mono">{product.id}</span>{' '}
          <span className="chip" data-tone="clean">
            {product.state}
          </span>
        </p>
        <Runs account={account} product={product} />
      </>
    )
  return (
    <>
      <p>
        The approved revision of <b>{name}</b> becomes a product at {account.name}: its name, revision and the SHA-256 of its package are
        written there. The package itself stays here, since Batchivo takes no files.
      </p>
      {failure && (
        <p className="tone-error" role="alert">
          {failure.code === 'unclear' ? `${failure.message} Registering again looks whether it arrived.` : failure.message}
        </p>
      )}
      <div className="card-actions">
        <Button kind="primary" onPress={() => void register()}>
          {isBusy ? 'Registering…' : 'Register as product'}
        </Button>
      </div>
    </>
  )
}

/** Registers the approved board that is open as a product, and follows its runs. */
export const ProductPlace = ({ account }: { account: AccountShape }): ReactNode => {
  const board = useApp((s) => s.boardId)
  if (board === null) return <p className="muted">Open a board and approve it: it becomes a product here.</p>
  return <OpenBoard key={board} account={account} board={board} />
}
