import { useEffect, useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'

/** @returns the LibrePCB servers there are and the one chosen; null while they are looked up */
export const useLibrepcbAccount = (): {
  readonly servers: readonly AccountShape[] | null
  readonly chosen: AccountShape | null
  readonly choose: (id: string) => void
} => {
  const load = useApp((s) => s.loadAccounts)
  const accounts = useApp((s) => s.accounts)
  const [isLoaded, setLoaded] = useState(false)
  const [id, choose] = useState<string | null>(null)
  useEffect(() => void load().then(() => setLoaded(true)), [load])
  const servers = accounts.filter(({ provider }) => provider === 'librepcb')
  return {
    servers: isLoaded || servers.length > 0 ? servers : null,
    chosen: servers.find((each) => each.id === id) ?? servers[0] ?? null,
    choose,
  }
}

/** Shown where there is no LibrePCB server yet: one press adds the public one. */
export const NoLibrepcb = ({ what }: { what: string }): ReactNode => {
  const add = useApp((s) => s.addAccount)
  const open = useApp((s) => s.openDialog)
  const address = useApp((s) => s.providers.find(({ id }) => id === 'librepcb')?.defaultBaseUrl)
  return (
    <div className="empty-note">
      <p>{what}</p>
      <p className="muted">No sign-in is needed. Nothing is asked before you add a server.</p>
      <div className="card-actions">
        <Button kind="primary" onPress={() => void add({ provider: 'librepcb', name: 'LibrePCB', baseUrl: null, secret: null })}>
          Add {address?.replace('https://', '') ?? 'the public server'}
        </Button>
        <Button onPress={() => open('accounts')}>Another server…</Button>
      </div>
    </div>
  )
}

export const ServerChoice = ({
  servers,
  chosen,
  onChange,
}: {
  servers: readonly AccountShape[]
  chosen: AccountShape
  onChange: (id: string) => void
}): ReactNode =>
  servers.length < 2 ? null : (
    <Choice label="Server" value={chosen.id} options={servers.map(({ id, name }) => ({ id, name }))} onChange={onChange} />
  )
