import { claim } from '#core/identify/claim.ts'
import type { Candidate } from '#core/identify/identify.ts'
import type { PackageWitness } from '#core/identify/package-witness.ts'
import { SURE_ENOUGH } from '#core/identify/identified-file.ts'
import { weighClaims } from '#core/identify/weigh-claims.ts'

const isOpen = ({ verdict, read }: Candidate): boolean =>
  read.gerber !== null &&
  (verdict.role === 'mechanical' || verdict.role === 'unknown' || (verdict.role === 'outline' && verdict.sureness < SURE_ENOUGH))

/** Without a plain outline file, a mechanical or unnamed layer whose closed strokes go around all pads is taken for it. */
export const settleOutline = (candidates: readonly Candidate[], witness: PackageWitness): Candidate[] => {
  if (candidates.some((c) => c.verdict.role === 'outline' && c.verdict.sureness >= SURE_ENOUGH)) return [...candidates]
  const fits = candidates.filter((c) => isOpen(c) && witness.enclosesPads(c.read.path))
  const named = fits.filter((c) => c.claims.some((k) => k.role === 'outline' && k.from !== 'content'))
  const chosen = named.length > 0 ? named : fits
  return candidates.map((c): Candidate => {
    if (!chosen.includes(c)) return c
    const found = claim('content', 0.75, 'outline', null, 'its closed strokes go around all pads, and no other file is the outline')
    const claims = [...c.claims, found]
    return { ...c, claims, verdict: weighClaims(claims) }
  })
}
