import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'

/** Asks before a board is removed for good: nothing brings it back. */
export const PurgeSheet = (): ReactNode => {
  const card = useApp((s) => s.purging)
  const ask = useApp((s) => s.askToPurge)
  const purge = useApp((s) => s.purgeBoard)
  if (!card) return null
  return (
    <Sheet title={`Remove ${card.name} for good?`} onClose={() => ask(null)}>
      <p>Its packages, reviews, waivers and notes are removed from this computer. Approval records and the audit log stay.</p>
      <p className="muted">This can’t be undone. Export the board first if you may need it again.</p>
      <div className="sheet-actions">
        <Button autoFocus onPress={() => ask(null)}>
          Cancel
        </Button>
        <Button kind="primary" onPress={() => void purge(card.id)}>
          Remove for good
        </Button>
      </div>
    </Sheet>
  )
}
