import { capabilityFileName, writeCapabilityFile } from '#core/capability/capability-file.ts'
import type { Capability } from '#core/capability/capability.ts'
import type { CapabilityRow } from '#core/ipc/capability.ipc.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import { handOver } from '#renderer/bridge/hand-over.ts'
import type { Slice } from '../app-state.ts'

export interface CapabilitySlice {
  readonly capabilityRows: readonly CapabilityRow[]
  /** The one whose figures are shown. */
  readonly shownCapability: Capability | null
  /** Deleted last; can be put back. */
  readonly deletedCapability: Capability | null
  loadCapabilities(): Promise<void>
  showCapability(id: string): Promise<void>
  copyCapability(): Promise<void>
  /** Saves a changed one of the user's own; a board that is judged by it is judged anew. */
  saveCapability(changed: Capability): Promise<void>
  deleteCapability(): Promise<void>
  restoreCapability(): Promise<void>
  importCapability(text: string): Promise<void>
  exportCapability(): void
}

export const createCapabilitySlice =
  (backend: Backend): Slice<CapabilitySlice> =>
  (set, get) => {
    /** Lists anew, here and in the choice of the title bar. */
    const relist = async (): Promise<void> => {
      const [rows] = await Promise.all([backend.ask('capability.list', {}), get().loadHost()])
      if (rows.ok) set({ capabilityRows: rows.value })
      else get().notify('error', 'The list of capabilities could not be read.', rows.error.message)
    }
    const judgeAnew = async (capability: Capability, remeasures: boolean): Promise<void> => {
      if (!get().boardId || get().capability !== capability.id) return
      if (remeasures) return get().notify('note', 'The figure lies beyond what the board was measured for: it is being checked again.')
      const start = performance.now()
      await get().loadReview()
      get().notify('success', `Judged anew by ${capability.name} in ${Math.round(performance.now() - start)} ms.`)
    }
    return {
      capabilityRows: [],
      shownCapability: null,
      deletedCapability: null,
      async loadCapabilities() {
        const { capability, settings, standardCapability, shownCapability } = get()
        const id = shownCapability?.id ?? capability ?? settings.capability ?? standardCapability
        await relist()
        if (id) await get().showCapability(id)
      },
      async showCapability(id) {
        const reply = await backend.ask('capability.get', { id })
        if (reply.ok) set({ shownCapability: reply.value })
        else get().notify('error', 'The capability was not found.', reply.error.message)
      },
      async copyCapability() {
        const shown = get().shownCapability
        if (!shown) return
        const reply = await backend.ask('capability.copy', { id: shown.id, name: `${shown.name.slice(0, 100)}, own` })
        if (!reply.ok) return get().notify('error', 'No copy was made.', reply.error.message)
        set({ shownCapability: reply.value })
        await relist()
      },
      async saveCapability(changed) {
        const before = get().shownCapability
        set({ shownCapability: changed })
        const reply = await backend.ask('capability.save', { capability: changed })
        if (!reply.ok) {
          set({ shownCapability: before })
          return get().notify('error', 'The change was not saved.', reply.error.message)
        }
        await relist()
        await judgeAnew(changed, reply.value.remeasures)
      },
      async deleteCapability() {
        const shown = get().shownCapability
        if (!shown) return
        const reply = await backend.ask('capability.delete', { id: shown.id })
        if (!reply.ok) return get().notify('error', `${shown.name} was not deleted.`, reply.error.message)
        set({ deletedCapability: reply.value, shownCapability: null })
        const { capability, settings, standardCapability } = get()
        if (standardCapability && (capability === shown.id || settings.capability === shown.id))
          await get().setCapability(standardCapability)
        await get().loadCapabilities()
      },
      async restoreCapability() {
        const deleted = get().deletedCapability
        if (!deleted) return
        const reply = await backend.ask('capability.restore', { capability: deleted })
        if (!reply.ok) return get().notify('error', `${deleted.name} was not put back.`, reply.error.message)
        set({ deletedCapability: null, shownCapability: deleted })
        await relist()
      },
      async importCapability(text) {
        const reply = await backend.ask('capability.import', { text })
        if (!reply.ok) return get().notify('error', `The file was not taken over. ${reply.error.message}`)
        set({ shownCapability: reply.value.capability })
        get().notify('success', `${reply.value.capability.name} was taken over from the file.`)
        await relist()
      },
      exportCapability() {
        const shown = get().shownCapability
        if (shown) handOver(new Blob([writeCapabilityFile(shown)], { type: 'application/json' }), capabilityFileName(shown))
      },
    }
  }
