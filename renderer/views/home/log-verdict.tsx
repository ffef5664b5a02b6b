import { ShieldCheck, ShieldX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'
import { counted } from '#renderer/ui/format-value.ts'

/** Whether the audit log is whole; nothing before it was checked. */
export const LogVerdict = (): ReactNode => {
  const verdict = useApp((s) => s.auditVerdict)
  if (!verdict) return null
  return (
    <p className={`queue-line ${verdict.broken ? 'tone-error' : 'tone-clean'}`} role="status">
      {verdict.broken ? <ShieldX size={15} aria-hidden /> : <ShieldCheck size={15} aria-hidden />}
      <span className="plain-text">
        {verdict.broken
          ? `Entry ${verdict.broken.seq} does not fit: ${verdict.broken.what}`
          : `The log is whole: ${counted(verdict.entries, 'entry', 'entries')}${verdict.entries ? ', the last one ' : ''}`}
        {!verdict.broken && <span className="mono">{verdict.head.slice(0, 16)}</span>}
      </span>
    </p>
  )
}
