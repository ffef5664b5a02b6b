import type { CheckOutcome, Finding } from '#core/checks/finding.ts'
import type { DecisionsShape } from '#core/ipc/decision-shapes.ts'

export type SectionId = 'blocked' | 'advised' | 'info' | 'waived' | 'not-run'

/** What was decided on findings, by fingerprint. */
export interface Decided {
  readonly waived: ReadonlySet<string>
  /** New or worse against the revision before. */
  readonly fresh: ReadonlySet<string>
  /** To be fixed. */
  readonly fix: ReadonlySet<string>
  /** To whom a finding is assigned; missing = nobody. */
  readonly assignees: ReadonlyMap<string, string>
}

export const NOTHING_DECIDED: Decided = { waived: new Set(), fresh: new Set(), fix: new Set(), assignees: new Map() }

let known: { readonly decisions: DecisionsShape; readonly decided: Decided } | null = null

/** @returns the decisions as sets; the same ones for the same decisions */
export const decidedOf = (decisions: DecisionsShape | null): Decided => {
  if (!decisions) return NOTHING_DECIDED
  if (known?.decisions === decisions) return known.decided
  const pick = (is: (f: DecisionsShape['findings'][number]) => boolean): ReadonlySet<string> =>
    new Set(decisions.findings.filter(is).map((f) => f.fingerprint))
  const decided: Decided = {
    waived: pick((f) => f.state === 'waived'),
    fresh: pick((f) => f.change === 'new' || f.change === 'worse'),
    fix: pick((f) => f.state === 'fix'),
    assignees: new Map(decisions.findings.flatMap((f) => (f.assignee === null ? [] : [[f.fingerprint, f.assignee] as const]))),
  }
  known = { decisions, decided }
  return decided
}

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
  /** Only what is new or worse against the revision before. */
  readonly onlyNew: boolean
  /** Only what is marked as to be fixed. */
  readonly onlyFix: boolean
  /** A name; null = whoever it is assigned to. */
  readonly assignee: string | null
}

export const NO_FILTER: FindingFilter = { hidden: [], layer: null, text: '', onlyNew: false, onlyFix: false, assignee: null }

/** @returns which section a finding belongs to: an error blocks, a warning advises; waived ones are apart */
export const sectionOf = (finding: Finding, { waived }: Decided = NOTHING_DECIDED): SectionId => {
  if (waived.has(finding.fingerprint)) return 'waived'
  return finding.severity === 'error' ? 'blocked' : finding.severity === 'warning' ? 'advised' : 'info'
}

const TITLES: Record<SectionId, string> = {
  blocked: 'Blocked',
  advised: 'Prefer',
  info: 'Info',
  waived: 'Waived',
  'not-run': 'Did not run',
}

const matches = (finding: Finding, title: string, filter: FindingFilter, { fresh, fix, assignees }: Decided): boolean => {
  const { layer, text, onlyNew, onlyFix, assignee } = filter
  const { fingerprint } = finding
  if ((onlyNew && !fresh.has(fingerprint)) || (onlyFix && !fix.has(fingerprint))) return false
  if (assignee !== null && assignees.get(fingerprint) !== assignee) return false
  if (layer !== null && !finding.layers.includes(layer)) return false
  if (text === '') return true
  const words = [
    title,
    finding.message,
    finding.checkId,
    assignees.get(fingerprint) ?? '',
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
 * @returns all sections, empty ones included, so that counts of zero are shown and nothing jumps
 */
export const groupFindings = (
  findings: readonly Finding[],
  outcomes: readonly CheckOutcome[],
  filter: FindingFilter,
  decided: Decided = NOTHING_DECIDED,
): readonly FindingSection[] => {
  const titles = new Map(outcomes.map((o) => [o.id, o.title]))
  const notRun = outcomes
    .filter((o) => o.outcome === 'crashed' || o.outcome === 'skipped')
    .toSorted((a, b) => a.outcome.localeCompare(b.outcome))
  const ids: readonly SectionId[] = ['blocked', 'advised', 'info', 'waived', 'not-run']
  return ids.map((id): FindingSection => {
    const groups = new Map<string, Finding[]>()
    for (const finding of findings) {
      if (sectionOf(finding, decided) !== id) continue
      if (!matches(finding, titles.get(finding.checkId) ?? finding.checkId, filter, decided)) continue
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
