import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })

/** What was told in passing, newest first: toasts alone fail people who look away. */
export const MessageLog = (): ReactNode => {
  const notices = useApp((s) => s.notices)
  const openDialog = useApp((s) => s.openDialog)
  return (
    <Sheet title="Messages so far" onClose={() => openDialog(null)}>
      {notices.length === 0 && <p className="muted">Nothing has been reported since the start.</p>}
      <ol className="log">
        {notices.toReversed().map((notice) => (
          <li key={notice.id} data-tone={notice.tone}>
            <time className="muted num" dateTime={new Date(notice.at).toISOString()}>
              {TIME.format(notice.at)}
            </time>
            <p>{notice.text}</p>
            {notice.details && <pre className="mono">{notice.details}</pre>}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
