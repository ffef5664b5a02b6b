import { builtInCapabilities, FALLBACK_CAPABILITY_ID } from '#core/capability/built-in.ts'
import type { Capability } from '#core/capability/capability.ts'
import type { ChoicesRepo } from '#main/store/choices.repo.ts'

export interface CapabilityService {
  /** Built-in ones first, then the user's own. */
  all(): readonly Capability[]
  find(id: string): Capability | null
  /** The user's own, which measuring has to reach for. */
  own(): readonly Capability[]
  /** What a new board is judged by: the one in the settings, else the conservative set. */
  chosen(): Capability
}

export const STANDARD_CAPABILITY = FALLBACK_CAPABILITY_ID

export const capabilityService = (choices: ChoicesRepo): CapabilityService => {
  const all = (): readonly Capability[] => [...builtInCapabilities(), ...choices.capabilities()]
  const find = (id: string): Capability | null => all().find((c) => c.id === id) ?? null
  return {
    all,
    find,
    own: () => choices.capabilities(),
    chosen() {
      const { capability } = choices.loadSettings()
      return (typeof capability === 'string' ? find(capability) : null) ?? find(STANDARD_CAPABILITY)!
    },
  }
}
