import type { AskInput, AskOutput } from '#renderer/bridge/ask.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { Slice } from '../app-state.ts'
import type { Dialog } from './shell.slice.ts'

export type ResourceEntry = AskOutput<'resources.entries'>[number]
type ListInput = AskInput<'resources.list'>

/** Which rows of a list, in which order. */
export interface RowChoice {
  readonly places: readonly string[]
  readonly filters: Readonly<Record<string, string>>
  readonly ranges: ListInput['ranges']
  readonly options: readonly string[]
  readonly sort: ListInput['sort']
}

/** What is shown of an account's data. */
export type DataPage =
  | { readonly kind: 'list'; readonly name: string; readonly choice: RowChoice }
  | { readonly kind: 'link'; readonly uri: string }
  | { readonly kind: 'open'; readonly name: string; readonly places: readonly string[] }
  /** A row that cannot be read alone. */
  | { readonly kind: 'row'; readonly name: string; readonly row: Readonly<Record<string, unknown>> }
  | { readonly kind: 'new'; readonly name: string }

export interface ResourcesSlice {
  /** Everything that the account's provider keeps; null while it is not known. */
  readonly resources: readonly ResourceEntry[] | null
  readonly resourcesOf: string | null
  readonly resourcesFailure: string | null
  /** Pages in the order in which they were opened, and which one is shown. */
  readonly trail: readonly DataPage[]
  readonly trailAt: number
  /** Where the first page was opened from: a step back leads there. */
  readonly trailFrom: Dialog
  loadResources(account: string): Promise<void>
  /** Opens a page; what lay ahead on the trail is forgotten. */
  browse(page: DataPage): void
  /** Changes the page that is shown, without a step on the trail. */
  replacePage(page: DataPage): void
  /** @param steps negative = back */
  stepOnTrail(steps: number): void
  /** Opens the account's data at what a link leads to. */
  browseLink(account: string, uri: string, from: Dialog): void
}

export const NO_CHOICE: RowChoice = { places: [], filters: {}, ranges: [], options: [], sort: null }
const MOST_PAGES = 100

export const createResourcesSlice =
  (backend: Backend): Slice<ResourcesSlice> =>
  (set, get) => ({
    resources: null,
    resourcesOf: null,
    resourcesFailure: null,
    trail: [],
    trailAt: -1,
    trailFrom: null,
    async loadResources(account) {
      if (get().resourcesOf === account && get().resources) return
      const isOther = get().resourcesOf !== null && get().resourcesOf !== account
      set({
        resources: null,
        resourcesOf: account,
        resourcesFailure: null,
        ...(isOther ? { trail: [], trailAt: -1, trailFrom: null } : {}),
      })
      const reply = await backend.ask('resources.entries', { account })
      if (get().resourcesOf !== account) return
      set(reply.ok ? { resources: reply.value } : { resourcesFailure: reply.error.message })
    },
    browse: (page) =>
      set((s) => {
        const trail = [...s.trail.slice(0, s.trailAt + 1), page].slice(-MOST_PAGES)
        return { trail, trailAt: trail.length - 1 }
      }),
    replacePage: (page) => set((s) => ({ trail: s.trail.map((each, k) => (k === s.trailAt ? page : each)) })),
    stepOnTrail(steps) {
      const { trail, trailAt, trailFrom } = get()
      const at = trailAt + steps
      if (at >= 0 && at < trail.length) set({ trailAt: at })
      else if (at < 0 && trailFrom) set({ dialog: trailFrom, trailFrom: null, trail: [], trailAt: -1 })
    },
    browseLink(account, uri, from) {
      const isOther = get().resourcesOf !== account
      set({ trail: [{ kind: 'link', uri }], trailAt: 0, trailFrom: from, ...(isOther ? { resources: null, resourcesOf: account } : {}) })
      get().showAccount(account, 'resources')
    },
  })

/** @returns the page that is shown; null before one was opened */
export const selectDataPage = (s: Pick<ResourcesSlice, 'trail' | 'trailAt'>): DataPage | null => s.trail[s.trailAt] ?? null
