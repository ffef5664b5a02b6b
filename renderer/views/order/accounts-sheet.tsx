import { useEffect, useState, type ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import type { ProviderRow } from '#renderer/state/slices/queue.slice.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { EnterSubmits } from '#renderer/ui/enter-submits.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { TextInput } from '#renderer/ui/text-input.tsx'
import { AccountLinks } from '../account/account-links.tsx'
import { AccountSays } from '../account/account-says.tsx'
import { SignInWaiting } from '../account/sign-in-waiting.tsx'

const FIELD_NAMES: Readonly<Record<string, string>> = { email: 'E-mail', username: 'User name', password: 'Password', key: 'Key' }

/** What a provider asks for when signing in: fields to fill, or nothing where the browser does it. */
const fieldsOf = (provider: ProviderRow | undefined): readonly string[] => {
  if (!provider || provider.signIn === 'none' || provider.signIn === 'browser') return []
  return provider.signIn === 'api-key' || provider.fields.length === 0 ? ['key'] : provider.fields
}

/** What a field takes beside what its name says. */
const ALSO: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  authentise: { username: 'or the id (UUID) of an API token', password: 'or the secret of the API token' },
}

const isSecret = (field: string): boolean => field === 'password' || field === 'key'

/** @returns a remark for a field: what else it takes, and what becomes of it */
const noteOf = (provider: string, field: string): string | null => {
  const notes = [ALSO[provider]?.[field], isSecret(field) && "kept in the system's keychain or encrypted, never shown again"]
  return notes.filter(Boolean).join('; ') || null
}

const SignInFields = ({
  provider,
  fields,
  values,
  onChange,
}: {
  provider: string
  fields: readonly string[]
  values: Readonly<Record<string, string>>
  onChange: (values: Readonly<Record<string, string>>) => void
}): ReactNode =>
  fields.map((field) => (
    <TextInput
      key={field}
      label={FIELD_NAMES[field] ?? field}
      type={isSecret(field) ? 'password' : field === 'email' ? 'email' : 'text'}
      value={values[field] ?? ''}
      onChange={(value) => onChange({ ...values, [field]: value })}
      note={noteOf(provider, field)}
      isRequired
    />
  ))

/** @returns a function that signs an account in with what was filled in */
const useSignIn = (): ((id: string, provider: ProviderRow, values: Readonly<Record<string, string>>) => Promise<boolean>) => {
  const signIn = useApp((s) => s.signIn)
  const signInWith = useApp((s) => s.signInWith)
  const signInByBrowser = useApp((s) => s.signInByBrowser)
  return async (id, provider, values) => {
    if (provider.signIn === 'none') return true
    if (provider.signIn === 'browser') {
      await signInByBrowser(id)
      return true
    }
    return provider.signIn === 'api-key' ? signIn(id, values['key'] ?? '') : signInWith(id, values)
  }
}

const AccountRow = ({ account }: { account: AccountShape }): ReactNode => {
  const test = useApp((s) => s.testAccount)
  const signOut = useApp((s) => s.signOut)
  const remove = useApp((s) => s.removeAccount)
  const provider = useApp((s) => s.providers.find((p) => p.id === account.provider))
  const signIn = useSignIn()
  const [values, setValues] = useState<Readonly<Record<string, string>> | null>(null)
  const fields = fieldsOf(provider)
  const isFilled = fields.every((field) => values?.[field])
  const begin = (): void => {
    if (provider?.signIn === 'browser') void signIn(account.id, provider, {})
    else setValues({})
  }
  const send = async (): Promise<void> => {
    if (provider && values && isFilled && (await signIn(account.id, provider, values))) setValues(null)
  }
  return (
    <li className="queue-row">
      <div className="queue-line">
        <b>{account.name}</b>
        <AccountSays account={account} />
      </div>
      <SignInWaiting account={account} />
      {values !== null && (
        <form
          className="queue-line sign-in"
          aria-label={`Sign in to ${account.name}`}
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <SignInFields provider={account.provider} fields={fields} values={values} onChange={setValues} />
          <Button size="small" kind="primary" isDisabled={!isFilled} onPress={() => void send()}>
            Sign in
          </Button>
          <EnterSubmits />
        </form>
      )}
      <div className="card-actions">
        <AccountLinks account={account} />
        <Button size="small" onPress={() => void test(account.id)}>
          Test
        </Button>
        {values === null && provider?.signIn !== 'none' && (
          <Button size="small" onPress={begin}>
            {account.hasSecret ? 'Sign in again…' : 'Sign in…'}
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
  const signIn = useSignIn()
  const [provider, setProvider] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [baseUrl, setBaseUrl] = useState('')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [isBusy, setBusy] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const chosen = providers.find((p) => p.id === provider) ?? providers[0]
  if (!chosen) return null
  const fields = fieldsOf(chosen)
  const lacksAddress = !chosen.defaultBaseUrl && baseUrl.trim() === ''
  // The button stays enabled: one that vanished from under the focus would leave the keyboard nowhere.
  const send = async (): Promise<void> => {
    if (isBusy) return
    setMissing(lacksAddress)
    if (lacksAddress) return
    setBusy(true)
    const byKey = chosen.signIn === 'api-key'
    const id = await add({
      provider: chosen.id,
      name: name.trim() || chosen.name,
      baseUrl: baseUrl.trim() || null,
      secret: byKey ? values['key'] || null : null,
    })
    if (id !== null && !byKey) await signIn(id, chosen, values)
    setBusy(false)
    if (id === null) return
    setName('')
    setBaseUrl('')
    setValues({})
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
      <Choice
        label="Provider"
        value={chosen.id}
        options={providers.map((p) => ({ id: p.id, name: p.name }))}
        onChange={(id) => {
          setProvider(id)
          setValues({})
        }}
      />
      <TextInput label="Account name" value={name} onChange={setName} note={`shown in Boardproof; empty: ${chosen.name}`} />
      <TextInput
        label="Server address"
        type="url"
        value={baseUrl}
        onChange={setBaseUrl}
        problem={isMissing && lacksAddress ? 'Where the server is, such as https://shop.example.org' : null}
        note={chosen.defaultBaseUrl ? `empty: ${chosen.defaultBaseUrl}` : 'of the server in your house'}
        isRequired={!chosen.defaultBaseUrl}
      />
      <SignInFields provider={chosen.id} fields={fields} values={values} onChange={setValues} />
      {chosen.signIn === 'browser' && <p className="muted">You sign in on the provider&apos;s own page, in the browser.</p>}
      <Button kind="primary" onPress={() => void send()}>
        {isBusy ? 'Testing…' : chosen.signIn === 'browser' ? 'Add and sign in' : 'Add and test'}
      </Button>
      <EnterSubmits />
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
