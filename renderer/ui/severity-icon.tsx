import type { ReactNode } from 'react'
import type { MarkerKind } from '#renderer/viewer/overlay/overlay.ts'

const PATHS: Record<MarkerKind, ReactNode> = {
  error: <path d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z" />,
  warning: <path d="M8 1.4 15.4 14.4H.6z" />,
  note: <circle cx="8" cy="8" r="6.6" />,
  waived: <rect x="2" y="2" width="12" height="12" />,
  unmeasured: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2.3" />,
}

const LABELS: Record<MarkerKind, string> = { error: 'blocks', warning: 'advice', note: 'note', waived: 'waived', unmeasured: 'did not run' }

/** The sign of a finding, the same shape as on the board: octagon, triangle, circle, square, dashed ring. */
export const SeverityIcon = ({ kind, size = 14 }: { kind: MarkerKind; size?: number }): ReactNode => (
  <svg
    className="severity"
    data-kind={kind}
    viewBox="0 0 16 16"
    width={size}
    height={size}
    fill="currentColor"
    role="img"
    aria-label={LABELS[kind]}
  >
    {PATHS[kind]}
  </svg>
)
