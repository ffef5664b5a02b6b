import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button, IconButton } from '#renderer/ui/button.tsx'

const WORDS = {
  export: { waiting: 'Putting together', moving: 'Saving' },
  import: { waiting: 'Checking', moving: 'Importing' },
} as const

/** A board that is exported or imported: how far it is, and why it was not taken in. */
export const TransferBanner = (): ReactNode => {
  const transfer = useApp((s) => s.boardTransfer)
  const refusal = useApp((s) => s.importRefusal)
  const cancel = useApp((s) => s.cancelTransfer)
  const dismiss = useApp((s) => s.dismissRefusal)
  if (transfer) {
    const { kind, name, share } = transfer
    const isMoving = share !== null && share < 1
    return (
      <div className="banner" data-tone="note">
        <p role="status">
          {isMoving ? WORDS[kind].moving : WORDS[kind].waiting} {name}…
        </p>
        <progress aria-label={`${WORDS[kind].moving} ${name}`} value={isMoving ? share : undefined} />
        <Button size="small" onPress={cancel}>
          Cancel
        </Button>
      </div>
    )
  }
  if (!refusal) return null
  return (
    <div className="banner" data-tone="error" role="alert">
      <p>
        <strong>{refusal.name} was not imported.</strong> {refusal.message}
      </p>
      <IconButton label="Dismiss" onPress={dismiss}>
        <X size={14} />
      </IconButton>
    </div>
  )
}
