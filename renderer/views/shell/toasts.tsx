import { useEffect, useRef, type ReactNode } from 'react'
import { toast, Toaster } from 'sonner'
import { useApp } from '#renderer/app/app-context.tsx'

const STAY_MS = 6000
const SHOW = { note: toast.message, success: toast.success, warning: toast.warning, error: toast.error } as const

/** Shows each new message for a while; the log keeps it. */
export const Toasts = (): ReactNode => {
  const newest = useApp((s) => s.notices.at(-1) ?? null)
  const shown = useRef(0)
  useEffect(() => {
    if (!newest || newest.id <= shown.current) return
    shown.current = newest.id
    SHOW[newest.tone](newest.text, { description: newest.details ?? undefined })
  }, [newest])
  return <Toaster position="bottom-left" duration={STAY_MS} visibleToasts={3} offset={{ bottom: 38, left: 12 }} toastOptions={{ className: 'toast' }} containerAriaLabel="Messages" />
}
