import { padShare } from '#core/identify/artwork-facts.ts'
import type { Candidate } from '#core/identify/identify.ts'
import type { PackageWitness } from '#core/identify/package-witness.ts'
import { claim } from '#core/identify/claim.ts'
import { weighClaims } from '#core/identify/weigh-claims.ts'

const TWO_SIDED = new Set(['soldermask', 'paste'])

/** Gives a mask or paste without a side the one whose copper has its pads. */
export const matchSides = (candidates: readonly Candidate[], witness: PackageWitness): Candidate[] => {
  const copperOn = (side: 'top' | 'bottom'): Candidate | undefined =>
    candidates.find((c) => c.verdict.role === 'copper' && c.verdict.side === side)
  const top = copperOn('top')
  const bottom = copperOn('bottom')
  return candidates.map((c): Candidate => {
    if (c.verdict.side !== null || !TWO_SIDED.has(c.verdict.role) || !top || !bottom) return c
    const own = witness.factsOf(c.read.path)
    const pads = [top, bottom].map((side) => witness.factsOf(side.read.path)?.pads)
    if (!own || own.padX.length < 4 || !pads[0] || !pads[1]) return c
    const [onTop, onBottom] = [padShare(pads[0], own.padX, own.padY), padShare(pads[1], own.padX, own.padY)]
    if (Math.max(onTop, onBottom) < 0.6 || Math.abs(onTop - onBottom) < 0.1) return c
    const side = onTop > onBottom ? 'top' : 'bottom'
    const found = claim('content', 0.5, c.verdict.role, side, `its pads lie on the ${side} copper`)
    return { ...c, claims: [...c.claims, found], verdict: weighClaims([...c.claims, found]) }
  })
}
