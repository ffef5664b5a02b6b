import type { Backend } from '#renderer/bridge/backend.ts'
import type { CapabilityChoice, RecentBoard } from '#renderer/bridge/model.ts'
import type { Slice } from '../app-state.ts'

export interface HomeSlice {
  readonly recents: readonly RecentBoard[] | null
  readonly recentsError: string | null
  readonly capabilities: readonly CapabilityChoice[]
  readonly standardCapability: string | null
  loadRecents(): Promise<void>
  forget(id: string): Promise<void>
  loadHost(): Promise<void>
}

export const createHomeSlice =
  (backend: Backend): Slice<HomeSlice> =>
  (set, get) => ({
    recents: null,
    recentsError: null,
    capabilities: [],
    standardCapability: null,
    async loadRecents() {
      const reply = await backend.recents()
      if (reply.ok) set({ recents: reply.value, recentsError: null })
      else set({ recents: get().recents ?? [], recentsError: reply.error.message })
    },
    async forget(id) {
      const reply = await backend.forget(id)
      if (reply.ok) set((s) => ({ recents: s.recents?.filter((board) => board.id !== id) ?? null }))
      else get().notify('error', 'The board could not be removed from the list.', reply.error.message)
    },
    async loadHost() {
      const [host, capabilities] = await Promise.all([backend.host(), backend.capabilities()])
      if (host.ok) set({ host: host.value })
      if (capabilities.ok) set({ capabilities: capabilities.value.choices, standardCapability: capabilities.value.standard })
      else get().notify('error', 'The list of capabilities could not be read.', capabilities.error.message)
    },
  })
