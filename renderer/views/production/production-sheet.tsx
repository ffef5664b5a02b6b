import { useEffect, useState, type ReactNode } from 'react'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { ProductionGroup, type ProductionRows } from './production-group.tsx'

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
  const [rows, setRows] = useState<ProductionRows | null>(null)
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
        <ProductionGroup key={row.account} row={row} />
      ))}
    </Sheet>
  )
}
