import { GitBranch, PackageOpen, Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'

/** Says what dropping will do, over the whole window: a new board, or over an open one the half where it is let go. */
export const DropOverlay = (): ReactNode => {
  const dragging = useApp((s) => s.dragging)
  const name = useApp((s) => (s.screen === 'board' && s.decisions ? (s.place?.name ?? s.boardName) : ''))
  const next = useApp((s) => (s.place?.newest ?? s.decisions?.revision.number ?? 0) + 1)
  if (!dragging) return null
  if (dragging === 'project')
    return (
      <div className="drop-overlay" role="status">
        <div className="drop-half">
          <Send size={48} strokeWidth={1.3} aria-hidden />
          <p>Order this project</p>
          <p className="muted">A LibrePCB project archive (.lppz); nothing is sent yet.</p>
        </div>
      </div>
    )
  return (
    <div className="drop-overlay" role="status">
      <div className="drop-half" data-over={(name !== '' && dragging === 'new') || undefined}>
        <PackageOpen size={48} strokeWidth={1.3} aria-hidden />
        <p>Open as new board</p>
        {name && <p className="muted">{name} stays in the list of boards.</p>}
      </div>
      {name && (
        <div className="drop-half" data-over={dragging === 'revision' || undefined}>
          <GitBranch size={48} strokeWidth={1.3} aria-hidden />
          <p>Open as revision {next}</p>
          <p className="muted">of {name}; what was decided is carried over.</p>
        </div>
      )}
    </div>
  )
}
