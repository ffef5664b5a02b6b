import type { Remark } from '#core/asap/quote.ts'
import type { Verdict } from '#core/review/verdict.ts'
import type { BoardFigures } from './price-board.ts'

/** Rules that a quote has to satisfy. Lengths mm. */
export interface Policy {
  readonly id: string
  readonly says: string
  /** False: findings of the review do not hold the order (the customer has the board made as it is drawn). */
  readonly findingsHold: boolean
  readonly mostLayers: number
  readonly mostSizeMm: readonly [shorter: number, longer: number]
  readonly leastFeatureMm: number
  readonly leastHoleMm: number
}

const limits = { mostLayers: 32, mostSizeMm: [470, 570], leastFeatureMm: 0.075, leastHoleMm: 0.15 } as const

/** The policies that an intent's `policy_id` can name; null means the first. */
export const POLICIES: readonly Policy[] = [
  { id: 'standard', says: 'Findings that block hold the order until a new package is reviewed.', findingsHold: true, ...limits },
  { id: 'build_to_print', says: 'Made as drawn: findings are reported and do not hold the order.', findingsHold: false, ...limits },
]

export interface Asked {
  readonly policyId: string | null
  readonly buildType: string
  /** Copper layers as ordered; null when not said. */
  readonly layers: number | null
}

export interface Gates {
  readonly dfm: { readonly status: 'pass' | 'waived' | 'fail' }
  readonly policy: { readonly status: 'pass' | 'fail'; readonly violations: Remark[] }
  readonly warnings: Remark[]
  readonly approved: boolean
}

const isBelow = (value: number | null, limit: number): boolean => value !== null && value < limit - 1e-6

/** Judges a board against a policy. A board with nothing to make never passes. */
export const gatesFor = (board: BoardFigures, verdict: Verdict, asked: Asked): Gates => {
  const violations: Remark[] = []
  const violate = (code: string, message: string): void => void violations.push({ code, message })
  const named = POLICIES.find(({ id }) => id === asked.policyId)
  const policy = named ?? POLICIES[0]!
  if (asked.policyId !== null && !named) violate('unknown_policy', `There is no policy "${asked.policyId}".`)
  if (asked.buildType !== 'bare_pcb') violate('unsupported_build', `Only bare_pcb is made, not "${asked.buildType}".`)
  if (board.areaSqin <= 0) violate('no_outline', 'The package holds no board outline: its size is not known.')
  if (board.copperLayers === 0) violate('no_copper', 'The package holds no copper layer.')
  if (board.copperLayers > policy.mostLayers)
    violate('too_many_layers', `${board.copperLayers} copper layers; at most ${policy.mostLayers} are made.`)
  if (asked.layers !== null && asked.layers !== board.copperLayers) {
    violate('layers_differ', `${asked.layers} copper layers are ordered, the package holds ${board.copperLayers}.`)
  }
  const [shorter, longer] = [Math.min(board.widthMm, board.heightMm), Math.max(board.widthMm, board.heightMm)]
  if (shorter > policy.mostSizeMm[0] || longer > policy.mostSizeMm[1]) {
    violate('too_large', `${longer} mm × ${shorter} mm is larger than ${policy.mostSizeMm[1]} mm × ${policy.mostSizeMm[0]} mm.`)
  }
  if (isBelow(board.smallestTrackMm, policy.leastFeatureMm)) {
    violate('track_too_narrow', `The narrowest track has ${board.smallestTrackMm} mm; at least ${policy.leastFeatureMm} mm are made.`)
  }
  if (isBelow(board.smallestGapMm, policy.leastFeatureMm)) {
    violate('gap_too_narrow', `The narrowest gap has ${board.smallestGapMm} mm; at least ${policy.leastFeatureMm} mm are made.`)
  }
  if (isBelow(board.smallestHoleMm, policy.leastHoleMm)) {
    violate('hole_too_small', `The smallest hole has ${board.smallestHoleMm} mm; at least ${policy.leastHoleMm} mm are drilled.`)
  }
  const dfm = verdict !== 'blocked' ? 'pass' : policy.findingsHold ? 'fail' : 'waived'
  const warnings: Remark[] = []
  if (verdict === 'review') warnings.push({ code: 'dfm_review', message: 'The review has findings to look at; none of them blocks.' })
  if (dfm === 'waived')
    warnings.push({ code: 'dfm_waived', message: 'The review has findings that block; the board is made as it is drawn.' })
  return {
    dfm: { status: dfm },
    policy: { status: violations.length ? 'fail' : 'pass', violations },
    warnings,
    approved: dfm !== 'fail' && violations.length === 0,
  }
}
