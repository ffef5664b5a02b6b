import type { MetricUnit, Severity } from '#core/checks/check.ts'
import type { Finding } from '#core/checks/finding.ts'

type Judged = Pick<Finding, 'severity' | 'measured' | 'limit' | 'unit'>

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** Both ends of a measured line may be rounded by half a step of a 2.4 inch file, in both exports. */
const ROUNDING_MM = 0.004
const ROUNDING_SHARE = 0.02

const toleranceFor = (unit: MetricUnit, value: number): number => {
  switch (unit) {
    case 'mm':
      return ROUNDING_MM
    case 'mm2':
    case 'ratio':
    case 'percent':
      return Math.abs(value) * ROUNDING_SHARE
    case 'count':
    case 'bool':
      return 0
  }
}

/** @returns -1 where less is worse, 1 where more is, 0 where it cannot be told */
const badDirection = ({ measured, limit }: Judged): number => (measured === null || limit === null ? 0 : Math.sign(measured - limit))

/**
 * Whether a finding is worse than what was decided on: graver, or further beyond its limit by more than two exports of
 * the same board can differ.
 */
export const isWorse = (now: Judged, then: Judged): boolean => {
  if (RANK[now.severity] > RANK[then.severity]) return true
  if (now.measured === null || then.measured === null || now.unit !== then.unit) return false
  const direction = badDirection(then) || badDirection(now)
  return direction * (now.measured - then.measured) > toleranceFor(now.unit, then.measured)
}

/** @returns the worst of several findings: graver first, then further beyond the limit */
export const worstOf = <T extends Judged>(findings: readonly T[]): T | null =>
  findings.reduce<T | null>((worst, f) => {
    if (!worst) return f
    if (RANK[f.severity] !== RANK[worst.severity]) return RANK[f.severity] > RANK[worst.severity] ? f : worst
    if (f.measured === null || worst.measured === null) return worst
    return (badDirection(worst) || badDirection(f)) * (f.measured - worst.measured) > 0 ? f : worst
  }, null)
