import type { ReactNode } from 'react'
import type { AccountShape } from '#core/ipc/accounts.ipc.ts'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'

/** A sign-in that goes on in the browser: the address for those whose browser did not open, and a way out. */
export const SignInWaiting = ({ account }: { account: AccountShape }): ReactNode => {
  const waiting = useApp((s) => (s.signingIn?.account === account.id ? s.signingIn : null))
  const end = useApp((s) => s.endBrowserSignIn)
  if (!waiting) return null
  return (
    <div className="sign-in-waiting" role="status">
      <p>
        {waiting.isOpened
          ? 'Go on in the browser; this window notices when you are signed in.'
          : 'Open this address in a browser to sign in:'}
      </p>
      {!waiting.isOpened && <p className="mono sign-in-address">{waiting.address}</p>}
      <div className="card-actions">
        <Button size="small" onPress={() => void navigator.clipboard.writeText(waiting.address)}>
          Copy address
        </Button>
        <Button size="small" kind="plain" onPress={() => void end()}>
          Stop signing in
        </Button>
      </div>
    </div>
  )
}
