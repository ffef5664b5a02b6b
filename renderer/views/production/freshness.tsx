import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { formatAgo } from '#renderer/ui/format-value.ts'
import { timeText } from '../review/notes.tsx'

interface FreshnessProps {
  readonly of: string
  readonly failure: { readonly code: string; readonly message: string }
  readonly readAt: number | null
  readonly heldUntil: number | null
  readonly now: number
}

const clock = (at: number): string => new Date(at).toLocaleTimeString('en-GB')

/** Says why something could not be read now, and how old is what is shown in its place. */
export const Freshness = ({ of, failure, readAt, heldUntil, now }: FreshnessProps): ReactNode => {
  const open = useApp((s) => s.openDialog)
  const age = readAt === null ? 'Nothing was read before.' : `Shown as of ${timeText(readAt)}, ${formatAgo(readAt, now)}.`
  return (
    <div className="banner" data-tone="warning" role="status">
      <p>
        <b>{of}</b>: {failure.message} {heldUntil !== null && `Not asked again before ${clock(heldUntil)}. `}
        {age}
      </p>
      {failure.code === 'signed-out' && (
        <Button size="small" onPress={() => open('accounts')}>
          Sign in…
        </Button>
      )}
    </div>
  )
}
