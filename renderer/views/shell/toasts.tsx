import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import type { Notice } from '#renderer/state/slices/shell.slice.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'

const STAY_MS = 6000
/** With something to press in it. */
const STAY_TO_ACT_MS = 15_000
const MOST = 3
const ICONS = { note: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert } as const

const Toast = ({ notice, onGone }: { notice: Notice; onGone: () => void }): ReactNode => {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    // Pointing at a message or tabbing to it keeps it.
    if (held) return
    const timer = setTimeout(onGone, notice.action ? STAY_TO_ACT_MS : STAY_MS)
    return () => clearTimeout(timer)
  }, [held, onGone, notice.action])
  const Icon = ICONS[notice.tone]
  return (
    <li
      className="toast"
      data-tone={notice.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={16} aria-hidden />
      <div>
        <p>{notice.text}</p>
        {notice.details && <p className="muted toast-details">{notice.details.split('\n')[0]}</p>}
      </div>
      {notice.action && (
        <Button
          size="small"
          onPress={() => {
            notice.action?.run()
            onGone()
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <IconButton label="Dismiss" onPress={onGone}>
        <X size={14} />
      </IconButton>
    </li>
  )
}

/** Shows each new message for six seconds or as long as it is looked at; the log keeps it. */
export const Toasts = (): ReactNode => {
  const notices = useApp((s) => s.notices)
  const [gone, setGone] = useState(0)
  const shown = notices.filter((notice) => notice.id > gone).slice(-MOST)
  return (
    <ul className="toasts" aria-label="Messages" aria-live="polite">
      {shown.map((notice) => (
        <Toast key={notice.id} notice={notice} onGone={() => setGone((before) => Math.max(before, notice.id))} />
      ))}
    </ul>
  )
}
