import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'

/** Why something could not be read, and what can be done about it. */
export const DataFailure = ({
  failure,
  onAgain,
}: {
  failure: { readonly code: string; readonly message: string }
  onAgain: () => void
}): ReactNode => {
  const open = useApp((s) => s.openDialog)
  const isSignedOut = failure.code === 'signed-out'
  return (
    <div className="banner" data-tone="error" role="alert">
      <p>{failure.message}</p>
      <Button size="small" onPress={() => (isSignedOut ? open('accounts') : onAgain())}>
        {isSignedOut ? 'Sign in…' : 'Try again'}
      </Button>
    </div>
  )
}
