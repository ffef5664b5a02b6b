import type { ReactNode } from 'react'

/** @returns share of the bar for the measured value and for the limit; the larger of both fills seven eighths */
export const barShares = (measured: number, limit: number): { readonly value: number; readonly limit: number } => {
  const most = Math.max(Math.abs(measured), Math.abs(limit), Number.MIN_VALUE) * (8 / 7)
  return { value: Math.max(0, measured) / most, limit: Math.max(0, limit) / most }
}

/** Measured against required, as lengths. The numbers stand beside it as text. */
export const MeasureBar = ({ measured, limit, kind }: { measured: number; limit: number; kind: string }): ReactNode => {
  const shares = barShares(measured, limit)
  return (
    <svg className="measure-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden data-kind={kind}>
      <rect className="bar-ground" x="0" y="2" width="100" height="4" rx="1" />
      <rect className="bar-value" x="0" y="1" width={100 * shares.value} height="6" rx="1" />
      <rect className="bar-limit" x={Math.min(99, 100 * shares.limit)} y="0" width="1" height="8" />
    </svg>
  )
}
