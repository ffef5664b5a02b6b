import type { Finding } from '#core/checks/finding.ts'
import { unreachable } from '#core/base/result.ts'
import { matchFindings, type Anchor, type MatchContext } from './match-findings.ts'
import { isWorse, worstOf } from './worse.ts'

export type WaiverScope = 'place' | 'group' | 'check'
export type WaiverExpiry = { readonly kind: 'none' } | { readonly kind: 'next-revision' } | { readonly kind: 'date'; readonly at: number }
export type WaiverStanding = 'same' | 'moved' | 'worse' | 'gone' | 'lapsed'

/** A decision to live with findings, and what it was given for. */
export interface Waiver {
  readonly id: string
  readonly scope: WaiverScope
  readonly checkId: string
  readonly cause: string
  readonly reason: string
  readonly author: string
  readonly createdAt: number
  readonly expiry: WaiverExpiry
  /** Number of the revision that it was given on; its anchors are in that revision's coordinates. */
  readonly revision: number
  /** The findings that it was given for, worst first; never empty. */
  readonly covered: readonly Anchor[]
}

/** How one waiver stands on the findings that are looked at. */
export interface WaiverState {
  readonly waiver: Waiver
  readonly standing: WaiverStanding
  /** What it covers now. */
  readonly covers: readonly Anchor[]
  /** What it no longer covers, though it would by its scope: worse, or it has lapsed. */
  readonly reopened: readonly Anchor[]
}

/** The waiver that decides on a finding: one that covers it, else one that it has outgrown. */
export interface WaivedBy {
  readonly waiver: Waiver
  readonly standing: Exclude<WaiverStanding, 'gone'>
}

export interface AppliedWaivers {
  /** One for each waiver, in the order given. */
  readonly states: readonly WaiverState[]
  /** By the finding itself. Covered when `same` or `moved`; else it is open, with an old reason. */
  readonly by: ReadonlyMap<Anchor, WaivedBy>
}

export interface Present {
  /** Number of the revision that the findings are of. */
  readonly revision: number
  /** ms since 1970. */
  readonly now: number
  /** How an older revision's places lead to this one's. */
  context(revision: number): MatchContext
}

/** @returns the findings that a waiver given for this one covers by its scope; worst first */
export const scopeOf = (finding: Anchor, scope: WaiverScope, findings: readonly Finding[]): readonly Finding[] => {
  const covered = findings.filter((other) => {
    switch (scope) {
      case 'place':
        return other.fingerprint === finding.fingerprint && other.checkId === finding.checkId
      case 'group':
        return other.cause === finding.cause
      case 'check':
        return other.checkId === finding.checkId
      default:
        return unreachable(scope)
    }
  })
  const worst = worstOf(covered)
  return worst ? [worst, ...covered.filter((f) => f !== worst)] : []
}

const hasLapsed = ({ expiry, revision }: Waiver, present: Present): boolean => {
  switch (expiry.kind) {
    case 'none':
      return false
    case 'next-revision':
      return present.revision > revision
    case 'date':
      return present.now >= expiry.at
    default:
      return unreachable(expiry)
  }
}

interface Met {
  readonly finding: Anchor
  readonly how: 'same' | 'moved' | 'worse'
}

/** Place and group: what was looked at then, wherever it is now; a new place is not covered by what nobody has seen. */
const meetPlaces = (waiver: Waiver, findings: readonly Anchor[], present: Present): readonly Met[] => {
  const ofCheck = findings.filter((f) => f.checkId === waiver.checkId)
  if (waiver.revision === present.revision) {
    // Nothing moved: names are exact, and a place that another fab's limits add is another place.
    const before = new Map(waiver.covered.map((f) => [f.fingerprint, f]))
    return ofCheck.flatMap((finding): Met[] => {
      const then = before.get(finding.fingerprint)
      return then ? [{ finding, how: isWorse(finding, then) ? 'worse' : 'same' }] : []
    })
  }
  const { pairs } = matchFindings(waiver.covered, ofCheck, present.context(waiver.revision))
  return pairs.map(({ from, to, how }) => ({ finding: to, how: isWorse(to, from) ? 'worse' : how }))
}

/** A whole check: all it finds, unless that is worse than the worst that was known of its cause. */
const meetCheck = (waiver: Waiver, findings: readonly Anchor[]): readonly Met[] => {
  const ofCause = new Map<string, Anchor[]>()
  for (const then of waiver.covered) {
    const known = ofCause.get(then.cause)
    if (known) known.push(then)
    else ofCause.set(then.cause, [then])
  }
  const worst = new Map([...ofCause].map(([cause, known]) => [cause, worstOf(known)!]))
  // Of a cause that was not known only the gravity can be compared.
  const unknown = { ...worstOf(waiver.covered)!, measured: null }
  return findings
    .filter((f) => f.checkId === waiver.checkId)
    .map((finding): Met => ({ finding, how: isWorse(finding, worst.get(finding.cause) ?? unknown) ? 'worse' : 'same' }))
}

const STRENGTH: Readonly<Record<WaivedBy['standing'], number>> = { same: 3, moved: 2, worse: 1, lapsed: 0 }

/**
 * Applies waivers to the findings of a revision. What is worse than when it was waived is open again, and so is what a
 * waiver covered that has lapsed: else a waiver for 0.12 mm would quietly cover 0.05 mm.
 */
export const applyWaivers = (waivers: readonly Waiver[], findings: readonly Anchor[], present: Present): AppliedWaivers => {
  const by = new Map<Anchor, WaivedBy>()
  const states = waivers.map((waiver): WaiverState => {
    const met = waiver.scope === 'check' ? meetCheck(waiver, findings) : meetPlaces(waiver, findings, present)
    const lapsed = hasLapsed(waiver, present)
    for (const { finding, how } of met) {
      const standing = lapsed ? 'lapsed' : how
      const other = by.get(finding)
      if (!other || STRENGTH[standing] > STRENGTH[other.standing]) by.set(finding, { waiver, standing })
    }
    const of = (...ways: readonly Met['how'][]): readonly Anchor[] => met.filter((m) => ways.includes(m.how)).map((m) => m.finding)
    if (lapsed) return { waiver, standing: met.length ? 'lapsed' : 'gone', covers: [], reopened: of('same', 'moved', 'worse') }
    const reopened = of('worse')
    const standing = reopened.length ? 'worse' : of('moved').length ? 'moved' : met.length ? 'same' : 'gone'
    return { waiver, standing, covers: of('same', 'moved'), reopened }
  })
  return { states, by }
}

/** @returns true where the waiver takes the finding out of the verdict */
export const isCovered = (waived: WaivedBy | undefined): boolean => waived?.standing === 'same' || waived?.standing === 'moved'
