import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { formatBytes } from '#renderer/ui/format-value.ts'

/** How far a transfer is, and a way to stop it. */
export const TransferLine = ({ job, label, onCancel }: { job: string; label: string; onCancel: () => void }): ReactNode => {
  const progress = useApp((s) => s.transfers[job])
  const share = progress?.total ? progress.done / progress.total : undefined
  const amount = progress && `${formatBytes(progress.done)}${progress.total ? ` of ${formatBytes(progress.total)}` : ''}`
  return (
    <div className="transfer-line">
      <progress aria-label={label} value={share} max={1} />
      <span className="muted num" role="status">
        {progress ? `${progress.what}, ${amount}` : 'Asking…'}
      </span>
      <Button size="small" kind="plain" onPress={onCancel}>
        Cancel
      </Button>
    </div>
  )
}
