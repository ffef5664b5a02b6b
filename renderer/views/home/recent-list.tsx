import { CircuitBoard, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import type { RecentBoard } from '#renderer/bridge/model.ts'
import { IconButton } from '#renderer/ui/button.tsx'
import { formatAgo } from '#renderer/ui/format-value.ts'
import { formatSize } from '#renderer/ui/units.ts'
import { VerdictBadge } from '#renderer/ui/verdict.tsx'

const VERDICT_WORD = { blocked: 'Blocked', review: 'To review', clear: 'No blockers' } as const

const RecentCard = ({ board }: { board: RecentBoard }): ReactNode => {
  const open = useApp((s) => s.open)
  const forget = useApp((s) => s.forget)
  const unit = useApp((s) => s.settings.unit)
  const [now] = useState(() => Date.now())
  const facts = [
    board.widthMm !== null && board.heightMm !== null && formatSize(board.widthMm, board.heightMm, unit),
    board.copperLayers !== null && `${board.copperLayers} layers`,
    formatAgo(board.openedAt, now),
  ].filter(Boolean)
  return (
    <li className="recent">
      <button type="button" className="recent-open" onClick={() => void open({ kind: 'recent', id: board.id })}>
        <span className="recent-picture">
          {board.thumbnail ? <img src={board.thumbnail} alt="" /> : <CircuitBoard size={30} strokeWidth={1.2} aria-hidden />}
        </span>
        <span className="recent-text">
          <span className="recent-name">{board.name}</span>
          <span className="muted num">{facts.join(' · ')}</span>
          {board.verdict ? (
            <VerdictBadge verdict={board.verdict}>{board.coverage ?? VERDICT_WORD[board.verdict]}</VerdictBadge>
          ) : (
            <span className="muted">Not reviewed yet</span>
          )}
        </span>
      </button>
      <IconButton label={`Remove ${board.name} from this list`} onPress={() => void forget(board.id)}>
        <X size={15} />
      </IconButton>
    </li>
  )
}

/** Boards opened before, newest first. */
export const RecentList = (): ReactNode => {
  const recents = useApp((s) => s.recents)
  const error = useApp((s) => s.recentsError)
  const retry = useApp((s) => s.loadRecents)
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">Recent boards</h2>
      {error && (
        <div className="banner" data-tone="error" role="alert">
          <p>The list of recent boards could not be read: {error}</p>
          <button type="button" className="button" data-size="small" onClick={() => void retry()}>
            Try again
          </button>
        </div>
      )}
      {recents?.length === 0 && !error && <p className="muted recent-none">Boards that you open are listed here.</p>}
      {recents && recents.length > 0 && (
        <ul className="recents">
          {recents.map((board) => (
            <RecentCard key={board.id} board={board} />
          ))}
        </ul>
      )}
    </section>
  )
}
