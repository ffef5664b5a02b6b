import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { SignInWaiting } from './sign-in-waiting.tsx'

/** Why a place of an account cannot be shown, with what helps. What a server does not have is no failure: one calm line. */
export const PlaceFailure = ({
  account,
  failure,
  onAgain,
}: {
  account: AccountShape
  failure: { readonly code: string; readonly message: string }
  onAgain: () => void
}): ReactNode => {
  const provider = useApp((s) => s.providers.find(({ id }) => id === account.provider))
  const signIn = useApp((s) => s.signInByBrowser)
  const open = useApp((s) => s.openDialog)
  if (failure.code === 'not-offered') return <p className="muted">Not offered by this server yet.</p>
  const isSignedOut = failure.code === 'signed-out'
  return (
    <div className="conflict place-failure">
      <p role="alert">
        {isSignedOut ? `${account.providerName} asks to sign in again.` : failure.message}
        {isSignedOut && ' Nothing is lost: it goes on afterwards.'}
      </p>
      {isSignedOut && <SignInWaiting account={account} />}
      <div className="card-actions">
        {isSignedOut && (
          <Button size="small" kind="primary" onPress={() => (provider?.signIn === 'browser' ? void signIn(account.id) : open('accounts'))}>
            Sign in again…
          </Button>
        )}
        <Button size="small" onPress={onAgain}>
          Try again
        </Button>
      </div>
    </div>
  )
}
