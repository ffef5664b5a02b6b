import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'

/** Asks about a package that looks like a board that is known; it can be changed later on the Import page. */
export const RevisionOffer = (): ReactNode => {
  const first = useApp((s) => (s.screen === 'board' && s.isOffered ? (s.place?.alike[0] ?? null) : null))
  const attach = useApp((s) => s.attachTo)
  const decline = useApp((s) => s.declineOffer)
  if (!first) return null
  return (
    <div className="banner" data-tone="note" role="status">
      <p>
        <strong>
          This looks like revision {first.next} of {first.name}
        </strong>
        : {first.says}.
      </p>
      <Button size="small" kind="primary" onPress={() => void attach(first)}>
        Make it revision {first.next}
      </Button>
      <Button size="small" onPress={decline}>
        A new board
      </Button>
    </div>
  )
}
