import type { Backend } from '#renderer/bridge/backend.ts'
import type { CapabilityChoice } from '#renderer/bridge/model.ts'
import type { Slice } from '../app-state.ts'

export interface HomeSlice {
  readonly capabilities: readonly CapabilityChoice[]
  readonly standardCapability: string | null
  loadHost(): Promise<void>
}

export const createHomeSlice =
  (backend: Backend): Slice<HomeSlice> =>
  (set, get) => ({
    capabilities: [],
    standardCapability: null,
    async loadHost() {
      const [host, capabilities] = await Promise.all([backend.host(), backend.capabilities()])
      if (host.ok) set({ host: host.value })
      if (capabilities.ok) set({ capabilities: capabilities.value.choices, standardCapability: capabilities.value.standard })
      else get().notify('error', 'The list of capabilities could not be read.', capabilities.error.message)
    },
  })
