import type { AlikeShape, RevisionPlaceShape } from '#core/ipc/decision-shapes.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { Slice } from '../app-state.ts'

export interface RevisionSlice {
  /** Where the open revision belongs and what it looks like; null before the review is through. */
  readonly place: RevisionPlaceShape | null
  /** The open package has just come in and nobody has said yet what it is. */
  readonly isOffered: boolean
  /** The board that the package was opened as a revision of. */
  readonly askedFor: string | null
  loadPlace(): Promise<void>
  attachTo(to: Pick<AlikeShape, 'board' | 'name' | 'next'>): Promise<void>
  /** Makes the open revision a board of its own. @param name like its package when null */
  detach(name: string | null): Promise<void>
  declineOffer(): void
}

/** What belongs to the board shown before. */
export const NO_PLACE: Pick<RevisionSlice, 'place' | 'isOffered' | 'askedFor'> = { place: null, isOffered: false, askedFor: null }

export const createRevisionSlice =
  (backend: Backend): Slice<RevisionSlice> =>
  (set, get) => {
    const reload = async (): Promise<void> => {
      await Promise.all([get().loadPlace(), get().loadDecisions()])
      if (get().stage === 'approve') await get().loadApproval()
    }
    return {
      ...NO_PLACE,
      async loadPlace() {
        const { boardId } = get()
        if (!boardId) return
        const reply = await backend.ask('revisions.place', { board: boardId })
        if (!reply.ok || get().boardId !== boardId) return
        const { askedFor } = get()
        set({ place: reply.value, askedFor: null })
        if (askedFor !== null && askedFor !== reply.value.board)
          get().notify('note', `This package is known already: it is revision ${reply.value.revision} of ${reply.value.name}.`)
      },
      async attachTo({ board: to, name, next }) {
        const { boardId, place } = get()
        if (!boardId || !place) return
        const reply = await backend.ask('revisions.attach', { board: boardId, to })
        if (!reply.ok) return get().notify('error', `It did not become a revision of ${name}.`, reply.error.message)
        set({ isOffered: false })
        await reload()
        get().notify('success', `This is revision ${reply.value.revision ?? next} of ${name} now.`, undefined, {
          label: 'Undo',
          run: () => void get().detach(place.name),
        })
      },
      async detach(name) {
        const { boardId, place } = get()
        if (!boardId || !place) return
        const reply = await backend.ask('revisions.detach', { board: boardId, name })
        if (!reply.ok) return get().notify('error', 'It did not become a board of its own.', reply.error.message)
        set({ isOffered: false })
        await reload()
        get().notify('success', 'This is a board of its own now.', undefined, {
          label: 'Undo',
          run: () => void get().attachTo({ board: place.board, name: place.name, next: place.revision }),
        })
      },
      declineOffer: () => set({ isOffered: false }),
    }
  }
