import { CircleCheck, CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useApp } from '#renderer/app/app-context.tsx'

/** What has to hold before anything is sent, each with its reason. */
export const GateList = (): ReactNode => {
  const gate = useApp((s) => s.orderCheck?.gate ?? [])
  if (gate.length === 0) return null
  return (
    <section className="approve-part" aria-label="Before the order">
      <h3>Before the order</h3>
      <ul className="approve-list">
        {gate.map(({ id, ok, says }) => (
          <li key={id} className={ok ? 'tone-clean' : 'tone-error'}>
            {ok ? <CircleCheck size={14} aria-label="holds" /> : <CircleX size={14} aria-label="does not hold" />}
            <span className="plain-text">{says}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
