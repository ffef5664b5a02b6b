import type { ReactNode } from 'react'

/** Two days, `2026-02-20`; empty = open on that side. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** The first and the last day of a period. */
export const PeriodFields = ({ period, onChange }: { period: Period; onChange: (period: Period) => void }): ReactNode => (
  <>
    <label className="field">
      From{' '}
      <input
        type="date"
        value={period.from}
        max={period.to || undefined}
        onChange={(event) => onChange({ ...period, from: event.target.value })}
      />
    </label>
    <label className="field">
      To{' '}
      <input
        type="date"
        value={period.to}
        min={period.from || undefined}
        onChange={(event) => onChange({ ...period, to: event.target.value })}
      />
    </label>
  </>
)
