import type { Claim } from '#core/identify/claim.ts'
import { claim } from '#core/identify/claim.ts'
import type { ArtworkFacts } from '#core/identify/artwork-facts.ts'
import { padShare } from '#core/identify/artwork-facts.ts'
import type { Box } from '#core/base/box.ts'

/** Hits of all drill files, nm. */
export interface Hits {
  readonly x: Float64Array
  readonly y: Float64Array
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

const spans = (box: Box, other: Box): boolean => {
  const slack = 0.02 * Math.max(other[2] - other[0], other[3] - other[1])
  return box[0] <= other[0] + slack && box[1] <= other[1] + slack && box[2] >= other[2] - slack && box[3] >= other[3] - slack
}

/** True for closed strokes, and nothing else, that go around a box. */
export const goesAround = ({ flashes, regions, draws, closedShare, bounds }: ArtworkFacts, pads: Box): boolean =>
  flashes === 0 && regions === 0 && draws > 0 && closedShare > 0.9 && bounds !== null && spans(bounds, pads)

/**
 * What the shapes of an artwork file suggest. Never strong: it decides only where names and attributes are silent, and
 * otherwise supports or contradicts them.
 * @param hits holes of the package; empty when there are none
 * @param pads extent of all flashes in the package
 */
export const contentClaims = (facts: ArtworkFacts, hits: Hits, pads: Box | null): Claim[] => {
  const { flashes, draws, regions, bounds } = facts
  const objects = flashes + draws + regions
  if (objects === 0 || bounds === null) return []
  const says = (weight: number, role: Claim['role'], text: string): Claim[] => [claim('content', weight, role, null, text)]
  const enough = hits.x.length >= 4
  const drilled = enough ? padShare(facts.pads, hits.x, hits.y) : 0
  if (drilled >= 0.5) {
    const strokes = (draws + regions) / Math.max(1, flashes)
    if (regions > 0 || strokes > 0.15) return says(0.5, 'copper', `${percent(drilled)} of the holes have a pad here, joined by tracks`)
    return says(0.4, 'soldermask', `${percent(drilled)} of the holes have a pad here, and nothing joins them`)
  }
  if (pads !== null && goesAround(facts, pads)) {
    return says(0.5, 'outline', 'closed strokes enclose all pads')
  }
  if (flashes === 0 && draws === 0 && regions > 0 && regions <= 8 && pads !== null && spans(bounds, pads))
    return says(0.3, 'outline', 'a filled shape encloses all pads')
  if (enough && drilled < 0.1 && flashes > 4 * (draws + regions)) return says(0.35, 'paste', 'pads without holes and no tracks')
  if (drilled < 0.1 && draws > 5 * Math.max(1, flashes) && draws > 50)
    return says(0.3, 'legend', 'strokes without pads, as text and symbols are')
  return []
}

/**
 * True when an inner layer can only be a negative plane: pads at the holes but no tracks or fills that would join them.
 * Splits and border strokes of planes are few.
 */
export const looksNegative = (facts: ArtworkFacts, hits: Hits): boolean => {
  if (facts.regions > 0 || facts.flashes < 8 || facts.bounds === null || hits.x.length < 8) return false
  const [x0, y0, x1, y1] = facts.bounds
  const aroundTheEdge = 2 * (x1 - x0 + y1 - y0)
  return padShare(facts.pads, hits.x, hits.y) > 0.4 && facts.draws < 0.2 * facts.flashes && facts.drawLength < 3 * aroundTheEdge
}
