import { useEffect, useState, type ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import type { AskOutput } from '#renderer/bridge/ask.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'

type Rows = AskOutput<'production.list'>
type Item = Rows[number]['items'][number]

const TONES: Partial<Record<Item['state'], string>> = {
  done: 'clean',
  delivered: 'clean',
  shipped: 'clean',
  failed: 'error',
  cancelled: 'warning',
  unknown: 'plain',
}

const ItemRow = ({ item }: { item: Item }): ReactNode => (
  <tr>
    <td>{item.kind}</td>
    <td>{item.title}</td>
    <td>
      <span className="chip" data-tone={TONES[item.state] ?? 'note'}>
        {item.state}
      </span>{' '}
      <span className="muted">{item.original}</span>
    </td>
    <td className="num muted">{item.changedAt?.slice(0, 16).replace('T', ' ') ?? ''}</td>
    <td className="num">{item.tracking.map((t) => `${t.carrier ?? ''} ${t.number}`.trim()).join(', ')}</td>
  </tr>
)

/** Sends the approved board that is open to an account. */
const PushRow = (): ReactNode => {
  const { backend } = useParts()
  const accounts = useApp((s) => s.accounts)
  const board = useApp((s) => s.boardId)
  const name = useApp((s) => s.boardName)
  const notify = useApp((s) => s.notify)
  const [account, setAccount] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const chosen = accounts.find((a) => a.id === account) ?? accounts[0]
  if (!board || !chosen) return null
  const push = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    const reply = await backend.ask('providers.push', { account: chosen.id, board, options: {} })
    setBusy(false)
    if (reply.ok) notify('success', `${name} is at ${chosen.name}: ${reply.value.state}.`)
    else notify('error', `${name} was not sent.`, reply.error.message)
  }
  return (
    <div className="queue-line">
      <Choice
        label="Send this board to"
        value={chosen.id}
        options={accounts.map((a) => ({ id: a.id, name: a.name }))}
        onChange={setAccount}
      />
      <Button size="small" onPress={() => void push()}>
        {isBusy ? 'Sending…' : 'Send approved package'}
      </Button>
    </div>
  )
}

/** Orders, runs and shipments of every account, in one vocabulary with each provider's own word beside it. */
export const ProductionSheet = (): ReactNode => {
  const { backend } = useParts()
  const close = useApp((s) => s.openDialog)
  const loadAccounts = useApp((s) => s.loadAccounts)
  const [rows, setRows] = useState<Rows | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void loadAccounts()
    void backend.ask('production.list', { account: null }).then((reply) => {
      if (!isCurrent) return
      if (reply.ok) setRows(reply.value)
      setFailure(reply.ok ? null : reply.error.message)
    })
    return () => {
      isCurrent = false
    }
  }, [backend, loadAccounts, round])
  return (
    <Sheet title="Production" onClose={() => close(null)} wide>
      <div className="queue-line">
        <PushRow />
        <span className="spacer" />
        <Button size="small" onPress={() => setRound(round + 1)}>
          Ask now
        </Button>
        <Button size="small" onPress={() => close('accounts')}>
          Accounts…
        </Button>
      </div>
      {failure && (
        <p className="tone-error" role="alert">
          {failure}
        </p>
      )}
      {rows === null && !failure && <p className="muted">Asking…</p>}
      {rows?.length === 0 && <p className="muted">No account yet. Orders, runs and shipments of your accounts are listed here.</p>}
      {rows?.map((row) => (
        <section key={row.account} className="approve-part" aria-label={row.accountName}>
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
                  <ItemRow key={`${item.kind}:${item.id}`} item={item} />
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
    </Sheet>
  )
}
