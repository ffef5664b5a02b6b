import { drillFacts } from '#core/identify/drill-facts.ts'
import type { DrillFacts } from '#core/identify/drill-facts.ts'
import type { Claim } from '#core/identify/claim.ts'
import { claim } from '#core/identify/claim.ts'
import { functionClaim } from '#core/identify/attribute-evidence.ts'
import { commentClaims } from '#core/identify/comment-evidence.ts'
import type { IdentifiedFile, RoleOverride } from '#core/identify/identified-file.ts'
import { nameClaims, nameParts, sharedWordCount } from '#core/identify/name-evidence.ts'
import { orderCopper } from '#core/identify/order-copper.ts'
import { packageWitness } from '#core/identify/package-witness.ts'
import type { FileRead } from '#core/identify/read-package-file.ts'
import { matchSides } from '#core/identify/match-sides.ts'
import { settleOutline } from '#core/identify/settle-outline.ts'
import { settleTwins } from '#core/identify/settle-twins.ts'
import type { SideFacts } from '#core/identify/side-files.ts'
import { sideFacts } from '#core/identify/side-files.ts'
import { toIdentified } from '#core/identify/to-identified.ts'
import type { Verdict } from '#core/identify/weigh-claims.ts'
import { weighClaims } from '#core/identify/weigh-claims.ts'

/** A file on its way to being identified. */
export interface Candidate {
  readonly read: FileRead
  readonly claims: readonly Claim[]
  readonly verdict: Verdict
  readonly override: RoleOverride | undefined
}

const userClaim = (override: RoleOverride): Claim =>
  claim('user', 1, override.role, override.side, 'set by the user', {
    rank: override.order,
    rankFrom: override.order === null ? null : 'absolute',
  })

/** What attributes, job file, lists, comments and names say about one file. */
const statedClaims = (read: FileRead, listed: readonly Claim[], shared: number, override: RoleOverride | undefined): Claim[] => {
  const stated: Claim[] = override ? [userClaim(override)] : []
  const attributes = read.gerber?.fileAttributes ?? read.drill?.fileAttributes ?? {}
  const negative = /^negative$/i.test(attributes['.FilePolarity']?.[0] ?? '') || (read.gerber?.negativeImage ?? false)
  const own = attributes['.FileFunction'] ? functionClaim(attributes['.FileFunction'], negative, 'attribute', 0.98) : null
  if (own) stated.push(own)
  const named = nameClaims(nameParts(read.path), shared)
  if (read.drill) {
    // An NC program drills or routes, whatever its name says.
    const routed = [...stated, ...listed, ...named].some((c) => c.role === 'route' || c.role === 'outline')
    stated.push(
      claim('content', 0.9, routed ? 'route' : 'drill', null, routed ? 'an NC program, named as a route file' : 'an NC drill program'),
    )
    return [...stated, ...[...listed, ...named].filter((c) => c.role === 'drill' || c.role === 'route')]
  }
  const gerber = read.gerber
  if (gerber) stated.push(...commentClaims(gerber))
  return [...stated, ...listed, ...named].map((c) => asArtwork(negative && c.from !== 'attribute' && c.from !== 'user' ? asPlane(c) : c))
}

/** Artwork is seldom a drill file, whatever it is called: only its attribute says so plainly. */
const asArtwork = (c: Claim): Claim =>
  (c.role === 'drill' || c.role === 'route') && c.from !== 'attribute' && c.from !== 'user' ? { ...c, weight: c.weight / 2 } : c

const asPlane = (c: Claim): Claim => (c.role === 'copper' ? { ...c, role: 'plane' } : c)

/**
 * Finds out what every file of a package is for: role, side, order, plating, span, with the evidence, how sure it is,
 * and every contradiction. Order of trust: the user, attributes, job file and lists, comments and shapes, names.
 * @param reads every file of the package, read by `readPackageFile`
 * @returns one entry per read, in the same order
 */
export const identifyPackage = (reads: readonly FileRead[], overrides: readonly RoleOverride[] = []): IdentifiedFile[] => {
  const side = sideFacts(reads)
  const shared = sharedWordCount(reads.filter((r) => r.gerber || r.drill).map((r) => nameParts(r.path).stem))
  const overrideOf = (path: string): RoleOverride | undefined => overrides.find((o) => o.path === path)
  const stated = reads.map((read): Candidate => {
    const override = overrideOf(read.path)
    const isArtwork = read.gerber !== null || read.drill !== null
    const claims = isArtwork || override ? statedClaims(read, side.claims.get(read.path) ?? [], shared, override) : []
    return { read, claims, verdict: isArtwork || override ? weighClaims(claims) : documentVerdict, override }
  })
  const witness = packageWitness(stated)
  const weighed = stated.map((c): Candidate => {
    const shapes = witness.claimsFor(c)
    return shapes.length === 0 ? c : { ...c, claims: [...c.claims, ...shapes], verdict: weighClaims([...c.claims, ...shapes]) }
  })
  const settled = settleTwins(settleOutline(matchSides(weighed, witness), witness))
  const copper = settled.filter((c) => c.verdict.role === 'copper' || c.verdict.role === 'plane')
  const orders = orderCopper(
    copper.map((c) => ({ path: c.read.path, side: c.verdict.side, claims: c.claims })),
    side.stack,
    (path) => nameParts(path).stem,
  )
  const copperCount = Math.max(side.copperCount ?? 0, ...[...orders.values()].map((o) => o.order ?? 0), copper.length)
  const drills = new Map(settled.filter(isDrilled).map((c) => [c.read.path, factsOfDrill(c, side, copperCount)] as const))
  return settled.map((c) =>
    toIdentified(
      c,
      orders.get(c.read.path) ?? null,
      believedSpan(drills.get(c.read.path), [...drills.values()]),
      witness.readingOf(c.read.path),
    ),
  )
}

const isDrilled = (c: Candidate): boolean => c.verdict.role === 'drill' || c.verdict.role === 'route'

const factsOfDrill = (c: Candidate, side: SideFacts, copperCount: number): DrillFacts => {
  const attributes = c.read.gerber?.fileAttributes ?? c.read.drill?.fileAttributes ?? {}
  return drillFacts(nameParts(c.read.path), attributes, c.read.drill, side.spans.get(c.read.path) ?? null, copperCount)
}

/** A span in names alone counts when the drill files differ in it: "board-1-2" on all of them is a revision. */
const believedSpan = (own: DrillFacts | undefined, all: readonly DrillFacts[]): DrillFacts | null => {
  if (!own) return null
  const spans = new Set(all.map((d) => d.span?.join('-') ?? 'through'))
  if (!own.spanFromName || spans.size > 1) return own
  return {
    ...own,
    span: null,
    conflicts: [
      ...own.conflicts,
      `the name could mean layers ${own.span!.join(' to ')} only; without another drill file it is read as drilled through`,
    ],
  }
}

const documentVerdict: Verdict = { role: 'document', side: null, sureness: 1, conflicts: [] }
