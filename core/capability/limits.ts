import type { CheckDefinition, LimitSpec, Reach, ResolvedLimit } from '#core/checks/check.ts'
import { builtInCapabilities, fallbackCapability } from '#core/capability/built-in.ts'
import { numberOf, type Capability, type WeightRow, type WeightTable } from '#core/capability/capability.ts'

/** Copper assumed where neither package nor order states a weight: 35 µm (1 oz) finished, the common default of fabs. */
export const DEFAULT_COPPER_UM = 35

type Figure = { readonly value: number; readonly source: string }

/** `copper.outer.trace`, or with a weight in µm `copper.outer.trace@70`. */
const weightTable = /^copper\.(outer|inner)\.(trace|space)(?:@(\d+))?$/

/** @returns the row of the lightest tabulated copper that is at least this heavy, µm */
const rowFor = (table: WeightTable | undefined, weight: number): readonly [number, WeightRow] | null => {
  const rows = Object.entries(table ?? {})
    .map(([name, row]) => [Number.parseInt(name, 10), row] as const)
    .filter(([tabulated]) => tabulated >= weight)
    .sort(([a], [b]) => a - b)
  return rows[0] ?? null
}

/** Looks up `minTrace` or, for `copper.outer.trace` and its like, the table by copper weight. */
const figureOf = (capability: Capability, name: string): Figure | null => {
  const match = weightTable.exec(name)
  if (!match) {
    const found = numberOf(capability, name)
    return (
      found && { value: found.value, source: `${capability.name}: ${name}, ${found.source ?? 'no source'} (${found.asOf ?? 'undated'})` }
    )
  }
  const side = match[1] as 'outer' | 'inner'
  const stated = match[3] === undefined ? null : Number(match[3])
  const table = capability.copperByWeight?.[side]
  const exact = table?.[`${DEFAULT_COPPER_UM}um`]
  const found = stated === null ? exact && ([DEFAULT_COPPER_UM, exact] as const) : rowFor(table, stated)
  if (!found) return null
  const [weight, row] = found
  const value = match[2] === 'trace' ? row.trace : row.space
  if (value === null || value === undefined) return null
  return {
    value,
    source: `${capability.name}: ${match[2]} at ${weight} µm ${side} copper, ${row.source ?? 'no source'} (${row.asOf ?? 'undated'})`,
  }
}

const firstFigure = (capability: Capability, names: readonly string[]): Figure | null => {
  for (const name of names) {
    const found = figureOf(capability, name)
    if (found) return found
  }
  return null
}

/** A target on the loose side of the limit says nothing: dropped. */
const targetFor = (spec: LimitSpec, limit: number): number | null => {
  if (spec.targetFactor !== undefined) return spec.targetFactor * limit
  if (spec.target === null) return null
  if (spec.direction === 'min') return spec.target > limit ? spec.target : null
  if (spec.direction === 'max') return spec.target < limit ? spec.target : null
  return spec.target
}

/**
 * Applies a capability to a check's limits: its own figure, else the conservative set's, else the check's default.
 * The origin travels with each limit so that a finding can say whose figure it broke.
 */
export const resolveLimits = (check: CheckDefinition, capability: Capability): Readonly<Record<string, ResolvedLimit>> =>
  Object.fromEntries(
    Object.entries(check.limits).map(([name, spec]): [string, ResolvedLimit] => {
      const names = spec.capability ?? []
      const own = firstFigure(capability, names)
      if (own) return [name, { ...spec, limit: own.value, target: targetFor(spec, own.value), source: own.source, from: 'capability' }]
      const fallback = firstFigure(fallbackCapability(), names)
      if (fallback)
        return [
          name,
          {
            ...spec,
            limit: fallback.value,
            target: targetFor(spec, fallback.value),
            source: `${fallback.source}; ${capability.name} gives no figure`,
            from: 'fallback',
          },
        ]
      return [name, { ...spec, from: 'default' }]
    }),
  )

/**
 * How far a check has to look so that any of the capabilities can be judged from one measurement.
 * @returns per limit the largest figure for `min` limits, the smallest for `max` limits
 */
export const reachOf = (check: CheckDefinition, extra: readonly Capability[] = []): Reach =>
  Object.fromEntries(
    Object.entries(check.limits).map(([name, spec]): [string, number] => {
      const figures = [spec.limit, spec.target ?? spec.limit]
      const factor = spec.targetFactor ?? 1
      for (const capability of [...builtInCapabilities(), ...extra]) {
        const found = firstFigure(capability, spec.capability ?? [])
        if (found) figures.push(found.value * factor)
      }
      return [name, spec.direction === 'max' ? Math.min(...figures) : Math.max(...figures)]
    }),
  )
