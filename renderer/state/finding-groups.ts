import type { CheckOutcome, Finding } from '#core/checks/finding.ts'

export type SectionId = 'blocked' | 'advised' | 'info' | 'not-run'

/** Findings of one cause: one row with a count; its places are walked one by one. */
export interface FindingGroup {
  readonly cause: string
  readonly title: string
  readonly findings: readonly Finding[]
}

export interface FindingSection {
  readonly id: SectionId
  readonly title: string
  /** Places, not groups. */
  readonly count: number
  readonly groups: readonly FindingGroup[]
  /** Only for `not-run`. */
  readonly outcomes: readonly CheckOutcome[]
}

export interface FindingFilter {
  /** Sections left out. */
  readonly hidden: readonly SectionId[]
  /** A layer id; null = all. */
  readonly layer: string | null
  readonly text: string
}

export const NO_FILTER: FindingFilter = { hidden: [], layer: null, text: '' }

/** @returns which section a finding belongs to: an error blocks, a warning advises */
export const sectionOf = (finding: Finding): SectionId =>
  finding.severity === 'error' ? 'blocked' : finding.severity === 'warning' ? 'advised' : 'info'

const TITLES: Record<SectionId, string> = { blocked: 'Blocked', advised: 'Prefer', info: 'Info', 'not-run': 'Did not run' }

const matches = (finding: Finding, title: string, { layer, text }: FindingFilter): boolean => {
  if (layer !== null && !finding.layers.includes(layer)) return false
  if (text === '') return true
  const words = [
    title,
    finding.message,
    finding.checkId,
    ...finding.objects,
    ...finding.nets,
    ...finding.layers,
    ...finding.files.map((f) => f.path),
  ]
  const haystack = words.join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word))
}

/**
 * Sorts findings into sections and groups of one cause, in the order given (worst first).
 * @returns all four sections, empty ones included, so that counts of zero are shown and nothing jumps
 */
export const groupFindings = (
  findings: readonly Finding[],
  outcomes: readonly CheckOutcome[],
  filter: FindingFilter,
): readonly FindingSection[] => {
  const titles = new Map(outcomes.map((o) => [o.id, o.title]))
  const notRun = outcomes
    .filter((o) => o.outcome === 'crashed' || o.outcome === 'skipped')
    .toSorted((a, b) => a.outcome.localeCompare(b.outcome))
  const ids: readonly SectionId[] = ['blocked', 'advised', 'info', 'not-run']
  return ids.map((id): FindingSection => {
    const groups = new Map<string, Finding[]>()
    for (const finding of findings) {
      if (sectionOf(finding) !== id) continue
      if (!matches(finding, titles.get(finding.checkId) ?? finding.checkId, filter)) continue
      const group = groups.get(finding.cause)
      if (group) group.push(finding)
      else groups.set(finding.cause, [finding])
    }
    const list = [...groups].map(([cause, found]): FindingGroup => ({
      cause,
      title: titles.get(found[0]!.checkId) ?? found[0]!.checkId,
      findings: found,
    }))
    return {
      id,
      title: TITLES[id],
      count: id === 'not-run' ? notRun.length : list.reduce((sum, g) => sum + g.findings.length, 0),
      groups: list,
      outcomes: id === 'not-run' ? notRun : [],
    }
  })
}

/** @returns the findings in the order of the list, sections left out by the filter excluded */
export const walkOrder = (sections: readonly FindingSection[], hidden: readonly SectionId[]): readonly Finding[] =>
  sections.filter((s) => !hidden.includes(s.id)).flatMap((s) => s.groups.flatMap((g) => g.findings))

/** @returns the finding `by` steps on from the selected one, round the end; null without findings */
export const stepFinding = (order: readonly Finding[], selected: string | null, by: 1 | -1): Finding | null => {
  if (order.length === 0) return null
  const at = order.findIndex((f) => f.fingerprint === selected)
  if (at < 0) return by === 1 ? order[0]! : order[order.length - 1]!
  return order[(at + by + order.length) % order.length]!
}
