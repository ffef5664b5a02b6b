import type { CheckDefinition, LimitSpec, Reach, ResolvedLimit } from '#core/checks/check.ts'
import { builtInCapabilities, fallbackCapability } from '#core/capability/built-in.ts'
import { numberOf, type Capability } from '#core/capability/capability.ts'

/** Copper assumed where neither package nor order states a weight: 35 µm (1 oz) finished, the common default of fabs. */
export const DEFAULT_COPPER_UM = 35

type Figure = { readonly value: number; readonly source: string }

const weightTable = /^copper\.(outer|inner)\.(trace|space)$/

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
  const row = capability.copperByWeight?.[side]?.[`${DEFAULT_COPPER_UM}um`]
  const value = match[2] === 'trace' ? row?.trace : row?.space
  if (!row || value === null || value === undefined) return null
  return {
    value,
    source: `${capability.name}: ${match[2]} at ${DEFAULT_COPPER_UM} µm ${side} copper, ${row.source ?? 'no source'} (${row.asOf ?? 'undated'})`,
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
      for (const capability of [...builtInCapabilities(), ...extra]) {
        const found = firstFigure(capability, spec.capability ?? [])
        if (found) figures.push(found.value)
      }
      return [name, spec.direction === 'max' ? Math.min(...figures) : Math.max(...figures)]
    }),
  )
