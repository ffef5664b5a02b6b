import type { Claim } from '#core/identify/claim.ts'
import { claim, roleText } from '#core/identify/claim.ts'
import { layerWords } from '#core/identify/layer-words.ts'
import { roleOfWords } from '#core/identify/role-of-words.ts'
import type { GerberLayer } from '#core/interpret/plotted-layer.ts'

const trimmed = (comment: string): string =>
  comment
    .replace(/^%?(?:G04|IN|LN)[\s:]*/i, '')
    .replace(/[*%]+$/, '')
    .trim()

const wordsClaim = (text: string, weight: number, says: string): Claim[] => {
  const found = roleOfWords(layerWords(text))
  if (!found || found.strength < 0.5) return []
  const { role, side, rank, rankFrom } = found
  return [claim('content', Math.min(weight, found.strength), role, side, `${says}: ${roleText(role, side)}`, { rank, rankFrom })]
}

/**
 * What comments and image names inside a Gerber file say: layer names that CAD tools write there although no attribute
 * does. They were written by the tool, so they count more than a file name that a person may have changed.
 */
export const commentClaims = (gerber: GerberLayer): Claim[] => {
  const lines = [...gerber.comments, ...gerber.names].map(trimmed)
  const allegro = allegroClaims(lines)
  if (allegro.length > 0) return allegro
  const claims: Claim[] = []
  for (const line of lines) {
    const order = /^Layer_Physical_Order=(\d{1,3})$/.exec(line)?.[1]
    if (order !== undefined) {
      const rank = Number(order)
      claims.push(
        claim('content', 0.85, 'copper', rank === 1 ? 'top' : null, `a comment says copper layer ${rank}`, { rank, rankFrom: 'absolute' }),
      )
    }
    const named = /^(?:Layer(?: ?name)?|Film Name|Title)\s*[:=]\s*(.+)$/i.exec(line)
    if (named) {
      const name = /^Title/i.test(line) ? named[1]!.split(',').at(-1)!.trim() : named[1]!.replace(/\.\w{1,4}$/, '')
      claims.push(...wordsClaim(name, 0.85, `a comment names the layer "${name}"`))
    }
  }
  if (claims.length > 0) return claims.slice(0, 2)
  for (const name of gerber.names.map(trimmed)) {
    if (name.length > 80) continue
    const found = wordsClaim(name.replace(/\.\w{1,4}$/, ''), 0.6, `the image name "${name}" says`)
    if (found.length > 0) return found
  }
  return []
}

/** Classes whose subclass is the layer itself; others (DRAWING FORMAT, BOARD GEOMETRY) are drawn onto any film. */
const OWN_LAYER = /^(?:ETCH|CONDUCTOR|PIN|VIA CLASS|VIA|ANTI ETCH)\/(.+)$/i
const DRAWN = /^(?:REF DES|PACKAGE GEOMETRY|BOARD GEOMETRY|MANUFACTURING|COMPONENT VALUE|DEVICE TYPE)\/(.+)$/i

/** Cadence Allegro lists the subclasses of a film as `Layer:  CLASS/SUBCLASS`. */
const allegroClaims = (lines: readonly string[]): Claim[] => {
  const layers = lines.map((l) => /^Layer:\s+([^/]+\/.+)$/.exec(l)?.[1]).filter((l) => l !== undefined)
  if (layers.length === 0) return []
  const film = lines.map((l) => /^Film Name:\s+(.+)$/.exec(l)?.[1]).find((l) => l !== undefined) ?? ''
  if (layers.some((l) => /NC(?:DRILL|LEGEND)|NCDRILL_LEGEND|DRILL[_ ]LEGEND|XSECTION_CHART/i.test(l))) {
    return [claim('content', 0.85, 'drawing', null, `the film "${film}" holds a drill legend: a fabrication drawing`)]
  }
  const own = layers.map((l) => OWN_LAYER.exec(l)?.[1]).filter((s) => s !== undefined)
  const drawn = layers.map((l) => DRAWN.exec(l)?.[1]).filter((s) => s !== undefined)
  for (const [subclasses, weight] of [
    [own, 0.85],
    [drawn, 0.75],
  ] as const) {
    const votes = new Map<string, { count: number; claims: Claim[] }>()
    for (const subclass of subclasses) {
      const claims = wordsClaim(subclass.replaceAll('_', ' '), weight, `the film is made of "${subclass}"`)
      if (!claims[0] || claims[0].role === 'outline') continue
      const key = `${claims[0].role} ${claims[0].side}`
      votes.set(key, { count: (votes.get(key)?.count ?? 0) + 1, claims })
    }
    const best = [...votes.values()].sort((a, b) => b.count - a.count)[0]
    if (best) return best.claims
  }
  return layers.some((l) => /BOARD GEOMETRY\/(?:OUTLINE|DESIGN_OUTLINE|CUTOUT)/i.test(l)) && own.length === 0
    ? [claim('content', 0.8, 'outline', null, 'the film is made of the board outline')]
    : []
}
