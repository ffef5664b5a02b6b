import type { ProductionState } from '#core/provider/provider.ts'
import type { AskInput, AskOutput } from '#renderer/bridge/ask.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { Slice } from '../app-state.ts'

export type ProductionGroup = AskOutput<'production.list'>[number]
export type Followed = AskInput<'production.timeline'>
export type Timeline = AskOutput<'production.timeline'>

export interface ProductionFilter {
  readonly account: string | null
  readonly state: ProductionState | null
  readonly words: string
}

export interface ProductionSlice {
  /** What each account has in production, as it was read last; null while nothing was read. */
  readonly production: readonly ProductionGroup[] | null
  readonly isAskingProduction: boolean
  readonly productionFailure: string | null
  readonly productionFilter: ProductionFilter
  /** The item whose timeline is shown. */
  readonly followed: Followed | null
  readonly timeline: Timeline | null
  readonly isReadingTimeline: boolean
  /** @param account null = every account */
  loadProduction(account: string | null): Promise<void>
  filterProduction(part: Partial<ProductionFilter>): void
  follow(item: Followed | null): void
  loadTimeline(): Promise<void>
  /** @returns false when it was not written; the reason is told */
  writeComment(text: string): Promise<boolean>
}

const SETTLE_MS = 200
const NO_FILTER: ProductionFilter = { account: null, state: null, words: '' }

const sameItem = (a: Followed | null, b: Followed | null): boolean =>
  a === b || (a !== null && b !== null && a.account === b.account && a.kind === b.kind && a.id === b.id)

/** The groups with those that were read anew. */
const withRead = (
  before: readonly ProductionGroup[] | null,
  read: readonly ProductionGroup[],
  account: string | null,
): readonly ProductionGroup[] => (account === null ? read : [...(before ?? []).filter((group) => group.account !== account), ...read])

export const createProductionSlice =
  (backend: Backend): Slice<ProductionSlice> =>
  (set, get) => ({
    production: null,
    isAskingProduction: false,
    productionFailure: null,
    productionFilter: NO_FILTER,
    followed: null,
    timeline: null,
    isReadingTimeline: false,
    async loadProduction(account) {
      if (get().isAskingProduction) return
      set({ isAskingProduction: true })
      const reply = await backend.ask('production.list', { account })
      set((s) => ({
        isAskingProduction: false,
        production: reply.ok ? withRead(s.production, reply.value, account) : s.production,
        productionFailure: reply.ok ? null : reply.error.message,
      }))
    },
    filterProduction: (part) => set((s) => ({ productionFilter: { ...s.productionFilter, ...part } })),
    follow(item) {
      if (sameItem(get().followed, item)) return
      set({ followed: item, timeline: null, isReadingTimeline: item !== null })
      // Who runs through the list by keyboard asks for the one where he stops only.
      setTimeout(() => get().followed === item && void get().loadTimeline(), SETTLE_MS)
    },
    async loadTimeline() {
      const { followed, production } = get()
      if (!followed) return
      if (!production?.find(({ account }) => account === followed.account)?.hasTimeline) return set({ isReadingTimeline: false })
      set({ isReadingTimeline: true })
      const reply = await backend.ask('production.timeline', followed)
      if (!sameItem(get().followed, followed)) return
      const failed = (message: string): Timeline => ({
        entries: get().timeline?.entries ?? [],
        readAt: get().timeline?.readAt ?? null,
        failure: { code: 'internal', message },
        heldUntil: null,
      })
      set({ isReadingTimeline: false, timeline: reply.ok ? reply.value : failed(reply.error.message) })
    },
    async writeComment(text) {
      const { followed } = get()
      if (!followed) return false
      const reply = await backend.ask('production.comment', { ...followed, text })
      if (!reply.ok) {
        const isUnclear = reply.error.code === 'unclear'
        const what = isUnclear ? 'Nobody knows whether the comment arrived: look before you send it again.' : 'The comment was not sent.'
        get().notify('error', what, reply.error.message)
      }
      void get().loadTimeline()
      return reply.ok
    },
  })
