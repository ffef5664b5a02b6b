import { useEffect, useState, type ReactNode } from 'react'
import { SCOPES, type Scope } from '#core/asap/endpoints.ts'
import type { KeyShape } from '#core/ipc/keys.ipc.ts'
import { useApp, useParts } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { TextInput } from '#renderer/ui/text-input.tsx'
import { timeText } from '../review/notes.tsx'

const MEANS: Record<Scope, string> = { read: 'read', dfm: 'upload and analyse', order: 'prepare and place orders' }

const usedText = (key: KeyShape): string => {
  if (key.revokedAt !== null) return `revoked ${timeText(key.revokedAt)}`
  return key.lastUsedAt === null ? 'never used' : `used ${timeText(key.lastUsedAt)}`
}

const KeyRow = ({ row, onRevoke }: { row: KeyShape; onRevoke: () => void }): ReactNode => {
  const used = usedText(row)
  return (
    <li className="queue-row">
      <div className="queue-line">
        <b className="mono">{row.shown}…</b>
        <span>{row.label}</span>
        <span className="muted">
          {row.organisation}/{row.user}, {row.scopes.join(', ')}
        </span>
        <span className="spacer" />
        <span className="chip" data-tone={row.revokedAt === null ? 'plain' : 'warning'}>
          {used}
        </span>
        {row.revokedAt === null && (
          <Button size="small" kind="plain" onPress={onRevoke}>
            Revoke
          </Button>
        )}
      </div>
    </li>
  )
}

/** Keys of the service on this computer: made, listed, revoked; each shown once. */
export const KeysSheet = (): ReactNode => {
  const { backend } = useParts()
  const close = useApp((s) => s.openDialog)
  const notify = useApp((s) => s.notify)
  const [rows, setRows] = useState<readonly KeyShape[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const [label, setLabel] = useState('')
  const [organisation, setOrganisation] = useState('local')
  const [user, setUser] = useState('operator')
  const [scopes, setScopes] = useState<readonly Scope[]>(SCOPES)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void backend.ask('keys.list', {}).then((reply) => {
      if (!isCurrent) return
      if (reply.ok) setRows(reply.value)
      setFailure(reply.ok ? null : reply.error.message)
    })
    return () => {
      isCurrent = false
    }
  }, [backend, round])
  const create = async (): Promise<void> => {
    const reply = await backend.ask('keys.create', { label, organisation, user, scopes: [...scopes] })
    if (!reply.ok) return notify('error', 'The key was not made.', reply.error.message)
    setMade(reply.value.key)
    setLabel('')
    setRound(round + 1)
  }
  const revoke = async (id: string): Promise<void> => {
    const reply = await backend.ask('keys.revoke', { id })
    if (!reply.ok) notify('error', 'The key was not revoked.', reply.error.message)
    setRound(round + 1)
  }
  return (
    <Sheet title="Keys of the service" onClose={() => close(null)} wide>
      <p className="muted">
        For programs that use Boardproof on this computer through `boardproof serve`. Each key sees only its own organisation.
      </p>
      {failure && (
        <p className="tone-error" role="alert">
          {failure}
        </p>
      )}
      {made && (
        <p className="conflict" role="status">
          Copy this key now, it cannot be shown again: <span className="mono">{made}</span>
        </p>
      )}
      {rows?.length === 0 && <p className="muted">No key yet.</p>}
      {rows && rows.length > 0 && (
        <ul className="queue-list">
          {rows.map((row) => (
            <KeyRow key={row.id} row={row} onRevoke={() => void revoke(row.id)} />
          ))}
        </ul>
      )}
      <form
        className="new-account"
        aria-label="New key"
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        <h3>New key</h3>
        <TextInput label="What it is for" value={label} onChange={setLabel} />
        <TextInput label="Organisation" value={organisation} onChange={setOrganisation} isRequired />
        <TextInput label="User" value={user} onChange={setUser} isRequired />
        {SCOPES.map((scope) => (
          <label key={scope} className="tick">
            <input
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={(event) => setScopes(event.target.checked ? [...scopes, scope] : scopes.filter((s) => s !== scope))}
            />
            <span>{MEANS[scope]}</span>
          </label>
        ))}
        <Button kind="primary" isDisabled={scopes.length === 0 || !organisation || !user} onPress={() => void create()}>
          Make a key
        </Button>
      </form>
    </Sheet>
  )
}
