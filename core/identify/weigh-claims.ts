import type { Claim } from '#core/identify/claim.ts'
import { roleText } from '#core/identify/claim.ts'
import type { Role, Side } from '#core/identify/identified-file.ts'

export interface Verdict {
  readonly role: Role
  readonly side: Side
  readonly sureness: number
  readonly conflicts: readonly string[]
}

const isCopper = (role: Role): boolean => role === 'copper' || role === 'plane'
const sameRole = (a: Role, b: Role): boolean => a === b || (isCopper(a) && isCopper(b))
const sameSide = (a: Side, b: Side): boolean => a === null || b === null || a === b || a === 'both' || b === 'both'
const agrees = (a: Claim, b: Claim): boolean => sameRole(a.role, b.role) && sameSide(a.side, b.side)

/** Mechanical layers often carry the outline or a drawing, so that they contradict these only half. */
const opposition = (a: Claim, b: Claim): number => {
  const pair = [a.role, b.role].sort().join(' ')
  return /^(?:drawing mechanical|mechanical outline|drill route|drawing legend|outline route)$/.test(pair) ? 0.3 : 1
}

const together = (claims: readonly Claim[]): number => 1 - claims.reduce((doubt, c) => doubt * (1 - c.weight), 1)

/** Plain statements outrank any number of guesses: the user, then the file's own attribute, then the job file. */
const rankOf = (c: Claim): number =>
  c.from === 'user' ? 3 : c.from === 'attribute' && c.weight >= 0.9 ? 2 : c.from === 'job' && c.weight >= 0.9 ? 1 : 0

/** Below this a claim is no reason for a sentence about disagreement: shapes alone never are. */
const WORTH_TELLING = 0.55

/**
 * Adds up what the sources say. Sources that agree make the role surer, the strongest that disagrees makes it less sure
 * and is told.
 */
export const weighClaims = (claims: readonly Claim[]): Verdict => {
  if (claims.length === 0) return { role: 'unknown', side: null, sureness: 0, conflicts: [] }
  const options = claims.map((c) => ({ claim: c, rank: rankOf(c), score: together(claims.filter((other) => agrees(c, other))) }))
  const best = options.reduce((a, b) => (b.rank > a.rank || (b.rank === a.rank && b.score > a.score + 1e-12) ? b : a))
  const agreeing = claims.filter((c) => agrees(best.claim, c))
  const opposing = claims.filter((c) => !agrees(best.claim, c))
  const strongest = (list: readonly Claim[]): Claim | undefined =>
    list.reduce<Claim | undefined>((a, b) => (!a || b.weight > a.weight ? b : a), undefined)
  const against = opposing.reduce((most, c) => Math.max(most, c.weight * opposition(best.claim, c)), 0)
  const side = strongest(agreeing.filter((c) => c.side !== null))?.side ?? null
  const plane = agreeing.filter((c) => isCopper(c.role) && c.from !== 'name').some((c) => c.role === 'plane') || best.claim.role === 'plane'
  const role = isCopper(best.claim.role) ? (plane ? 'plane' : 'copper') : best.claim.role
  const user = best.rank === 3
  const told = opposing.filter((c) => c.weight >= WORTH_TELLING && opposition(best.claim, c) === 1)
  return {
    role: user ? best.claim.role : role,
    side: user ? best.claim.side : side,
    sureness: user ? 1 : Math.round(together(agreeing) * (1 - 0.5 * against) * 1000) / 1000,
    conflicts: user ? [] : told.map((c) => `read as ${roleText(role, side)}, but ${c.says}`),
  }
}
