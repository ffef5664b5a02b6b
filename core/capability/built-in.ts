import { capabilitySchema, type Capability } from '#core/capability/capability.ts'
import fabs from '#core/capability/fabs.json' with { type: 'json' }

/** The capability that is used when none is chosen, and for figures that a chosen one does not give. */
export const FALLBACK_CAPABILITY_ID = 'ipc_class2_conservative'

let parsed: readonly Capability[] | null = null

/** @returns every built-in capability, in catalogue order; validated once on first use */
export const builtInCapabilities = (): readonly Capability[] => (parsed ??= fabs.profiles.map((profile) => capabilitySchema.parse(profile)))

/** @returns the built-in capability with this id, or null */
export const builtInCapability = (id: string): Capability | null => builtInCapabilities().find((c) => c.id === id) ?? null

/** @returns the conservative set that fills gaps of other capabilities */
export const fallbackCapability = (): Capability => builtInCapability(FALLBACK_CAPABILITY_ID)!
