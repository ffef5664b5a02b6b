import type { Box } from '#core/base/box.ts'
import type { ArtworkFacts } from '#core/identify/artwork-facts.ts'
import { artworkFacts } from '#core/identify/artwork-facts.ts'
import { chooseDrillFormat } from '#core/identify/choose-drill-format.ts'
import type { Claim } from '#core/identify/claim.ts'
import { claim } from '#core/identify/claim.ts'
import type { Hits } from '#core/identify/content-evidence.ts'
import { contentClaims, goesAround, looksNegative } from '#core/identify/content-evidence.ts'
import type { Candidate } from '#core/identify/identify.ts'
import type { DrillReading } from '#core/identify/identified-file.ts'

/** What the files of a package tell about each other: pads about drill formats, holes about artwork. */
export interface PackageWitness {
  readonly factsOf: (path: string) => ArtworkFacts | null
  readonly readingOf: (path: string) => DrillReading | null
  readonly claimsFor: (candidate: Candidate) => Claim[]
  /** True for closed strokes that go around the pads of all copper. */
  readonly enclosesPads: (path: string) => boolean
}

const joined = (boxes: readonly Box[]): Box | null =>
  boxes.length === 0
    ? null
    : boxes.reduce((a, b): Box => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])])

const isDrill = (c: Candidate): boolean => c.read.drill !== null

/** Layers whose flashes mark places of pads, best first: copper, else masks, else any artwork. */
const padLayers = (candidates: readonly Candidate[], facts: ReadonlyMap<string, ArtworkFacts>): readonly Candidate[] => {
  const withPads = candidates.filter((c) => (facts.get(c.read.path)?.pads.count ?? 0) > 0)
  const copper = withPads.filter((c) => c.verdict.role === 'copper' || c.verdict.role === 'plane' || c.verdict.role === 'soldermask')
  return copper.length > 0 ? copper : withPads.filter((c) => c.verdict.role !== 'drawing')
}

/** Measures the artwork, reads the drill files under their best format and lays both on top of each other. */
export const packageWitness = (candidates: readonly Candidate[]): PackageWitness => {
  const facts = new Map<string, ArtworkFacts>()
  for (const { read } of candidates) if (read.gerber) facts.set(read.path, artworkFacts(read.gerber))
  const layers = padLayers(candidates, facts)
  const outlineBox = joined(
    candidates
      .filter((c) => c.verdict.role === 'outline' && c.verdict.sureness >= 0.6)
      .map((c) => facts.get(c.read.path)?.bounds ?? null)
      .filter((b) => b !== null),
  )
  const padBox = joined(layers.flatMap((c) => padExtent(facts.get(c.read.path)!)))
  const witness = { pads: layers.slice(0, 6).map((c) => facts.get(c.read.path)!.pads), board: outlineBox ?? padBox }
  const readings = new Map<string, DrillReading>()
  const x: number[] = []
  const y: number[] = []
  for (const c of candidates.filter(isDrill)) {
    const { reading, holes } = chooseDrillFormat(c.read.drill!, witness, c.override?.drillFormat)
    readings.set(c.read.path, reading)
    for (let i = 0; i < holes.count; i++) {
      x.push((holes.x0[i]! + holes.x1[i]!) / 2)
      y.push((holes.y0[i]! + holes.y1[i]!) / 2)
    }
  }
  const hits: Hits = { x: Float64Array.from(x), y: Float64Array.from(y) }
  const hasDrill = candidates.some((c) => isDrill(c) && c.read.drill!.commands.count > 0)
  const enclosesPads = (path: string): boolean => {
    const own = facts.get(path)
    return own !== undefined && padBox !== null && goesAround(own, padBox)
  }
  const claimsFor = (c: Candidate): Claim[] => {
    const own = facts.get(c.read.path)
    if (!own) return []
    const claims = contentClaims(own, hits, padBox)
    const { role, side } = c.verdict
    if (role === 'copper' && side !== 'top' && side !== 'bottom' && looksNegative(own, hits))
      claims.push(claim('content', 0.7, 'plane', null, 'pads without tracks or fills: only a negative plane makes sense'))
    if ((role === 'drill' || role === 'route') && !c.claims.some((k) => k.from === 'attribute'))
      claims.push(...gerberDrillClaims(own, hasDrill))
    return claims
  }
  return { factsOf: (path) => facts.get(path) ?? null, readingOf: (path) => readings.get(path) ?? null, claimsFor, enclosesPads }
}

const padExtent = ({ padX, padY }: ArtworkFacts): Box[] => {
  if (padX.length === 0) return []
  let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < padX.length; i++) {
    box = [Math.min(box[0], padX[i]!), Math.min(box[1], padY[i]!), Math.max(box[2], padX[i]!), Math.max(box[3], padY[i]!)]
  }
  return [box]
}

/** Artwork named as a drill file: a drawing of the holes when an NC file is there or symbols are drawn. */
const gerberDrillClaims = (facts: ArtworkFacts, hasDrill: boolean): Claim[] => {
  if (hasDrill)
    return [claim('content', 0.85, 'drawing', null, 'artwork, not an NC program, and an NC drill file is there: a drill drawing')]
  if (facts.draws > facts.flashes) return [claim('content', 0.75, 'drawing', null, 'hole symbols are drawn: a drill drawing')]
  return [claim('content', 0.5, 'drill', null, 'flashes only: holes plotted as artwork')]
}
