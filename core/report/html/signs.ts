import type { Severity } from '#core/checks/check.ts'
import type { Verdict } from '#core/review/verdict.ts'
import { markup, type Markup } from '#core/report/html/markup.ts'

/** Shapes in a box of 16, the same as in the application: octagon, triangle, circle, and a tick for clear. */
export const SIGN_PATHS: Readonly<Record<Severity | 'clear', string>> = {
  error: 'M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z',
  warning: 'M8 1.4 15.4 14.4H.6z',
  info: 'M8 1.4a6.6 6.6 0 1 0 0 13.2a6.6 6.6 0 1 0 0-13.2z',
  clear: 'M2 8.4 4 6.2l3 3L12.6 3l2 2L7 13z',
}

const sign = (shape: keyof typeof SIGN_PATHS): Markup =>
  markup`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><path d="${SIGN_PATHS[shape]}"/></svg>`

/** @returns the sign of a severity; its word stands beside it */
export const severitySign = (severity: Severity): Markup => markup`<span class="${severity}">${sign(severity)}</span>`

const VERDICT_SIGN = { blocked: 'error', review: 'warning', clear: 'clear' } as const

/** @returns the sign of a verdict; its word stands beside it */
export const verdictSign = (verdict: Verdict): Markup => sign(VERDICT_SIGN[verdict])
