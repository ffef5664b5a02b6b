import { PackageOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'

/** Says what dropping will do, over the whole window. */
export const DropOverlay = (): ReactNode => {
  const dragging = useApp((s) => s.dragging)
  const name = useApp((s) => (s.screen === 'board' ? s.boardName : ''))
  if (!dragging) return null
  return (
    <div className="drop-overlay" role="status">
      <PackageOpen size={48} strokeWidth={1.3} aria-hidden />
      <p>Open as new board</p>
      {name && <p className="muted">{name} stays in the list of recent boards.</p>}
    </div>
  )
}
