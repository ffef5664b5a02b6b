import { useEffect, useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useParts } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ProductionGroup, type ProductionRows } from '../production/production-group.tsx'

/** Orders, runs and shipments of one account. */
export const ProductionPlace = ({ account }: { account: AccountShape }): ReactNode => {
  const { backend } = useParts()
  const [rows, setRows] = useState<ProductionRows | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void backend.ask('production.list', { account: account.id }).then((reply) => {
      if (!isCurrent) return
      if (reply.ok) setRows(reply.value)
      setFailure(reply.ok ? null : reply.error.message)
    })
    return () => {
      isCurrent = false
    }
  }, [backend, account.id, round])
  return (
    <>
      {failure && (
        <p className="tone-error" role="alert">
          {failure}
        </p>
      )}
      {rows === null && !failure && <p className="muted">Asking…</p>}
      {rows?.map((row) => (
        <ProductionGroup key={row.account} row={row} />
      ))}
      <div className="card-actions">
        <Button size="small" onPress={() => setRound(round + 1)}>
          Ask now
        </Button>
      </div>
    </>
  )
}
