import { useId, useState, type ReactNode } from 'react'
import type { WaiverExpiry } from '#renderer/state/slices/decisions.slice.ts'
import { Choice } from '#renderer/ui/choice.tsx'

const DAY_MS = 86_400_000
/** A waiver with a date is offered a month at first. */
const FIRST_OFFER_DAYS = 30

/** @returns the day where the reader is, as a date field writes it */
const dayText = (at: number): string => new Date(at).toLocaleDateString('sv-SE')
const endOfDay = (day: string): number => Date.parse(`${day}T23:59:59`)

/** @returns a waiver's expiry that is being chosen, and whether it can be taken */
export const useExpiry = (start: WaiverExpiry) => {
  const [now] = useState(() => Date.now())
  const [kind, setKind] = useState(start.kind)
  const [until, setUntil] = useState(() => dayText(start.kind === 'date' ? start.at : now + FIRST_OFFER_DAYS * DAY_MS))
  const expiry: WaiverExpiry = kind === 'date' ? { kind, at: endOfDay(until) } : { kind }
  const isValid = expiry.kind !== 'date' || expiry.at >= now
  return { expiry, isValid, now, kind, setKind, until, setUntil }
}

/** When a waiver ends: never, with the next revision, or on a day. */
export const ExpiryChoice = ({ now, kind, setKind, until, setUntil, isValid }: ReturnType<typeof useExpiry>): ReactNode => {
  const id = useId()
  return (
    <>
      <Choice
        label="Ends"
        value={kind}
        options={[
          { id: 'none', name: 'never' },
          { id: 'next-revision', name: 'with the next revision' },
          { id: 'date', name: 'on a day' },
        ]}
        onChange={setKind}
      />
      {kind === 'date' && (
        <label htmlFor={id} className="date-field">
          Last day
          <input
            id={id}
            type="date"
            value={until}
            min={dayText(now)}
            aria-invalid={!isValid}
            onChange={(e) => setUntil(e.target.value)}
            required
          />
        </label>
      )}
    </>
  )
}
