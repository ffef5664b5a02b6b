import type { CheckDefinition, Measured, ResolvedLimit, Severity } from '#core/checks/check.ts'
import type { Finding } from '#core/checks/finding.ts'
import type { Fingerprints } from '#core/checks/fingerprint.ts'
import { formatValue } from '#core/checks/format-value.ts'

const STEP_DOWN: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'info', info: 'info' }
const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/** How a measured value stands against a limit: `tolerance` is the file's own resolution, the only one granted. */
export const standing = (value: number, limit: ResolvedLimit, tolerance: number): 'clean' | 'target' | 'limit' => {
  const low = (bound: number): boolean => value < bound - tolerance
  const high = (bound: number): boolean => value > bound + tolerance
  switch (limit.direction) {
    case 'min':
      if (low(limit.limit) || (limit.limitMax !== undefined && high(limit.limitMax))) return 'limit'
      if ((limit.target !== null && low(limit.target)) || (limit.targetMax !== undefined && high(limit.targetMax))) return 'target'
      return 'clean'
    case 'max':
      if (high(limit.limit)) return 'limit'
      return limit.target !== null && high(limit.target) ? 'target' : 'clean'
    case 'ratio':
      return Math.abs(value - limit.limit) > (limit.limitMax ?? 0) ? 'limit' : 'clean'
    case 'count':
    case 'boolean':
      return value > limit.limit ? 'limit' : 'clean'
  }
}

const milder = (a: Severity, b: Severity): Severity => (RANK[a] < RANK[b] ? a : b)

/** The bound that a value broke: two-sided limits have two. */
const brokenBound = (value: number, limit: ResolvedLimit, tier: 'target' | 'limit'): number => {
  const low = tier === 'limit' ? limit.limit : (limit.target ?? limit.limit)
  const high = tier === 'limit' ? limit.limitMax : limit.targetMax
  return high !== undefined && limit.direction === 'min' && value > high ? high : low
}

const fill = (text: string, valueOf: (key: string) => string | undefined): string =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => valueOf(key) ?? whole)

type Places = Finding['witness']

const boundsOf = (witness: Places, at: Measured['at']): Finding['boundsMm'] => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  const take = ([x, y]: Places[number]): void => {
    x0 = Math.min(x0, x)
    y0 = Math.min(y0, y)
    x1 = Math.max(x1, x)
    y1 = Math.max(y1, y)
  }
  witness.forEach(take)
  if (at) take(at)
  return witness.length > 0 || at ? [x0, y0, x1, y1] : null
}

/**
 * Judges one measured fact.
 * @param names gives the finding its fingerprint
 * @returns a finding, or null when the value is within the limit and the target
 */
export const judge = (
  check: CheckDefinition,
  limits: Readonly<Record<string, ResolvedLimit>>,
  measured: Measured,
  tolerance: number,
  layerName: (id: string) => string,
  names: Fingerprints,
): Finding | null => {
  const limit = limits[measured.limit]!
  const exact = limit.unit === 'mm' ? tolerance : 1e-9
  const tier = measured.always ? 'limit' : standing(measured.value, limit, exact)
  if (tier === 'clean') return null
  const basis = measured.basis ?? check.basis
  let severity: Severity = tier === 'limit' ? check.severity : STEP_DOWN[check.severity]
  if (measured.severity) severity = milder(severity, measured.severity)
  // A guess never blocks by itself.
  if (basis === 'inferred') severity = milder(severity, 'warning')
  const bound = brokenBound(measured.value, limit, tier)
  const layers = measured.layers ?? []
  const witness = measured.witness ?? []
  const valueOf = (key: string): string | undefined => {
    const own = measured.values?.[key]
    if (own !== undefined) return own
    switch (key) {
      case 'measured':
        return formatValue(measured.value, limit.unit)
      case 'limit':
        return formatValue(bound, limit.unit)
      case 'layer':
        return layers.map(layerName).join(', ')
      case 'nets':
        return (measured.nets ?? []).join(', ')
      default:
        return undefined
    }
  }
  const cause = `${check.id}:${measured.cause ?? measured.message}`
  const at = measured.at && { x: measured.at[0], y: measured.at[1] }
  const files = measured.files ?? []
  return {
    fingerprint: names.next({ cause, layers, at, files }),
    checkId: check.id,
    severity,
    tier,
    message: fill(check.messages[measured.message] ?? check.title, valueOf),
    cause,
    layers,
    measured: limit.unit === 'bool' ? null : measured.value,
    limit: limit.unit === 'bool' ? null : bound,
    unit: limit.unit,
    at,
    witness,
    boundsMm: boundsOf(witness, measured.at),
    nets: measured.nets ?? [],
    objects: measured.objects ?? [],
    files,
    fix: check.fix,
    basis,
  }
}
