import type { Finding } from '#core/checks/finding.ts'
import type { Backend } from '#renderer/bridge/backend.ts'
import type { ReviewModel } from '#renderer/bridge/model.ts'
import type { AppState, Slice } from '../app-state.ts'
import {
  decidedOf,
  groupFindings,
  NO_FILTER,
  sectionOf,
  stepFinding,
  walkOrder,
  type FindingFilter,
  type SectionId,
} from '../finding-groups.ts'

export interface ReviewSlice {
  readonly review: ReviewModel | null
  /** All checks are through: counts no longer say "so far". */
  readonly reviewFinal: boolean
  readonly capability: string | null
  readonly filter: FindingFilter
  readonly closedSections: readonly SectionId[]
  readonly openGroups: readonly string[]
  readonly selectedFinding: string | null
  loadReview(): Promise<void>
  setCapability(id: string): Promise<void>
  setFilter(part: Partial<FindingFilter>): void
  toggleSection(id: SectionId): void
  toggleGroup(cause: string): void
  selectFinding(fingerprint: string | null): void
  walkFindings(by: 1 | -1): Finding | null
}

const toggled = <T>(list: readonly T[], item: T): readonly T[] => (list.includes(item) ? list.filter((i) => i !== item) : [...list, item])

/** Selects a finding and opens what it lies in, so that the list can show it. */
const revealed = ({ closedSections, openGroups, decisions }: AppState, finding: Finding): Partial<ReviewSlice> => ({
  selectedFinding: finding.fingerprint,
  closedSections: closedSections.filter((section) => section !== sectionOf(finding, decidedOf(decisions))),
  openGroups: openGroups.includes(finding.cause) ? openGroups : [...openGroups, finding.cause],
})

export const createReviewSlice =
  (backend: Backend): Slice<ReviewSlice> =>
  (set, get) => ({
    review: null,
    reviewFinal: false,
    capability: null,
    filter: NO_FILTER,
    closedSections: ['waived', 'not-run'],
    openGroups: [],
    selectedFinding: null,
    async loadReview() {
      const { boardId, capability, settings, standardCapability } = get()
      const wanted = capability ?? settings.capability ?? standardCapability
      if (!boardId || !wanted) return
      const reply = await backend.review(boardId, wanted)
      if (get().boardId !== boardId || !reply.ok) return
      set({ review: reply.value, capability: reply.value.capability })
      if (get().reviewFinal) void get().loadDecisions()
    },
    async setCapability(id) {
      set({ capability: id })
      get().change({ capability: id })
      const start = performance.now()
      await get().loadReview()
      const took = get().boardId ? ` It took ${Math.round(performance.now() - start)} ms.` : ''
      const name = get().capabilities.find((c) => c.id === id)?.name ?? id
      get().notify('success', `Judged by ${name}.${took}`)
    },
    setFilter: (part) => set((s) => ({ filter: { ...s.filter, ...part } })),
    toggleSection: (id) => set((s) => ({ closedSections: toggled(s.closedSections, id) })),
    toggleGroup: (cause) => set((s) => ({ openGroups: toggled(s.openGroups, cause) })),
    selectFinding: (fingerprint) =>
      set((s) => {
        const finding = s.review?.findings.find((f) => f.fingerprint === fingerprint)
        return finding ? revealed(s, finding) : { selectedFinding: null }
      }),
    walkFindings(by) {
      const { review, filter, selectedFinding, decisions } = get()
      if (!review) return null
      const sections = groupFindings(review.findings, review.outcomes, filter, decidedOf(decisions))
      const next = stepFinding(walkOrder(sections, filter.hidden), selectedFinding, by)
      if (!next) return null
      set(revealed(get(), next))
      return next
    },
  })

/** @returns the selected finding, or null */
export const selectFindingOf = (s: Pick<AppState, 'review' | 'selectedFinding'>): Finding | null =>
  s.review?.findings.find((f) => f.fingerprint === s.selectedFinding) ?? null
