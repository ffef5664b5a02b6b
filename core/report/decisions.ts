import type { Finding } from '#core/checks/finding.ts'
import type { Verdict } from '#core/review/verdict.ts'

/** A waiver as reports tell it. Instants are ISO 8601, UTC. */
export interface ReportedWaiver {
  readonly reason: string
  readonly author: string
  readonly given: string
  readonly scope: 'place' | 'group' | 'check'
  /** An instant, `next-revision`, or null = no end. */
  readonly until: string | null
  /** `same` and `moved` cover the finding; with any other it is open again. */
  readonly standing: 'same' | 'moved' | 'worse' | 'gone' | 'lapsed'
}

export interface ReportedNote {
  readonly text: string
  readonly author: string
  readonly at: string
  readonly resolved: boolean
}

/** What was decided on a finding, or written about it. */
export interface ReportedFinding {
  readonly state: 'open' | 'fix' | 'waived'
  readonly assignee: string | null
  /** Null without one. */
  readonly waiver: ReportedWaiver | null
  readonly notes: readonly ReportedNote[]
}

/** What people decided on a review; plain data. */
export interface ReportDecisions {
  /** The verdict with what was waived taken out, what is left then, and both in words with the coverage. */
  readonly verdict: Verdict
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly waived: number
  readonly text: string
  /** By fingerprint; a finding that is not in it is open and nothing was said about it. */
  readonly findings: Readonly<Record<string, ReportedFinding>>
  /** Notes on the board, on places and on files; `on` says which: "board", "x 1.000 y 2.000 mm", a path. */
  readonly notes: readonly (ReportedNote & { readonly on: string })[]
}

const UNTOUCHED: ReportedFinding = { state: 'open', assignee: null, waiver: null, notes: [] }

type Decisions = ReportDecisions | null | undefined

/** @returns what was decided on a finding: open where nothing was */
export const decidedOn = (decisions: Decisions, { fingerprint }: Pick<Finding, 'fingerprint'>): ReportedFinding =>
  decisions && Object.hasOwn(decisions.findings, fingerprint) ? decisions.findings[fingerprint]! : UNTOUCHED

/** @returns the waiver that covers a finding, or null */
export const waiverOf = (decisions: Decisions, finding: Pick<Finding, 'fingerprint'>): ReportedWaiver | null => {
  const { state, waiver } = decidedOn(decisions, finding)
  return state === 'waived' ? waiver : null
}

/** @returns "reason (author)", with its end where it has one */
export const waiverLine = ({ reason, author, until }: ReportedWaiver): string =>
  `${reason} (${author}${until === null ? '' : `, until ${until === 'next-revision' ? 'the next revision' : until.slice(0, 10)}`})`

/** @returns "text (author)" */
export const noteLine = ({ text, author, resolved }: ReportedNote): string => `${text} (${author}${resolved ? ', resolved' : ''})`
