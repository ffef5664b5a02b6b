import { useEffect, useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { TextInput } from '#renderer/ui/text-input.tsx'

const TONES: Record<AccountShape['state'], string> = {
  untested: 'plain',
  ok: 'clean',
  'signed-out': 'warning',
  unreachable: 'warning',
  refused: 'error',
}

const AccountRow = ({ account }: { account: AccountShape }): ReactNode => {
  const test = useApp((s) => s.testAccount)
  const signIn = useApp((s) => s.signIn)
  const signOut = useApp((s) => s.signOut)
  const remove = useApp((s) => s.removeAccount)
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <li className="queue-row">
      <div className="queue-line">
        <b>{account.name}</b>
        <span className="muted">
          {account.providerName}, {account.baseUrl}
        </span>
        <span className="spacer" />
        <span className="chip" data-tone={TONES[account.state]}>
          {account.says || account.state}
        </span>
      </div>
      {account.who && <p className="muted">{account.who}</p>}
      {secret !== null && (
        <form
          className="queue-line"
          onSubmit={(event) => {
            event.preventDefault()
            void signIn(account.id, secret).then((done) => done && setSecret(null))
          }}
        >
          <TextInput label="Key" type="password" value={secret} onChange={setSecret} isRequired />
          <Button
            size="small"
            kind="primary"
            isDisabled={secret === ''}
            onPress={() => void signIn(account.id, secret).then((done) => done && setSecret(null))}
          >
            Sign in
          </Button>
        </form>
      )}
      <div className="card-actions">
        <Button size="small" onPress={() => void test(account.id)}>
          Test
        </Button>
        {secret === null && (
          <Button size="small" onPress={() => setSecret('')}>
            {account.hasSecret ? 'Another key…' : 'Sign in…'}
          </Button>
        )}
        {account.hasSecret && (
          <Button size="small" kind="plain" onPress={() => void signOut(account.id)}>
            Sign out
          </Button>
        )}
        <Button size="small" kind="plain" onPress={() => void remove(account.id)}>
          Remove
        </Button>
      </div>
    </li>
  )
}

const NewAccount = (): ReactNode => {
  const providers = useApp((s) => s.providers)
  const add = useApp((s) => s.addAccount)
  const [provider, setProvider] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [baseUrl, setBaseUrl] = useState('')
  const [secret, setSecret] = useState('')
  const [isBusy, setBusy] = useState(false)
  const chosen = providers.find((p) => p.id === provider) ?? providers[0]
  if (!chosen) return null
  // The button stays enabled: one that vanished from under the focus would leave the keyboard nowhere.
  const send = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    const added = await add({
      provider: chosen.id,
      name: name.trim() || chosen.name,
      baseUrl: baseUrl.trim() || null,
      secret: secret || null,
    })
    setBusy(false)
    if (!added) return
    setName('')
    setBaseUrl('')
    setSecret('')
  }
  return (
    <form
      className="new-account"
      aria-label="New account"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <h3>New account</h3>
      <Choice label="Provider" value={chosen.id} options={providers.map((p) => ({ id: p.id, name: p.name }))} onChange={setProvider} />
      <TextInput label="Account name" value={name} onChange={setName} note={`shown in Boardproof; empty: ${chosen.name}`} />
      <TextInput
        label="Server address"
        type="url"
        value={baseUrl}
        onChange={setBaseUrl}
        note={chosen.defaultBaseUrl ? `empty: ${chosen.defaultBaseUrl}` : 'of the server in your house'}
        isRequired={!chosen.defaultBaseUrl}
      />
      {chosen.signIn !== 'none' && (
        <TextInput
          label="Key"
          type="password"
          value={secret}
          onChange={setSecret}
          note="kept in the system's keychain or encrypted, never shown again"
          isRequired
        />
      )}
      <Button kind="primary" isDisabled={!chosen.defaultBaseUrl && !baseUrl} onPress={() => void send()}>
        {isBusy ? 'Testing…' : 'Add and test'}
      </Button>
    </form>
  )
}

/** Accounts at fabs and services. */
export const AccountsSheet = (): ReactNode => {
  const close = useApp((s) => s.openDialog)
  const load = useApp((s) => s.loadAccounts)
  const accounts = useApp((s) => s.accounts)
  useEffect(() => void load(), [load])
  return (
    <Sheet title="Accounts" onClose={() => close(null)} wide>
      {accounts.length > 0 && (
        <ul className="queue-list">
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} />
          ))}
        </ul>
      )}
      <NewAccount />
    </Sheet>
  )
}
