import type { Point } from '#core/base/box.ts'
import type { Board, Layer } from '#core/board/board.ts'
import type { Distance, Measures } from '#core/checks/measures.ts'
import { layerFreeEnds, type LayerEnd } from '#core/checks/measuring/layer-ends.ts'
import { toMm } from '#core/base/units.ts'
import { newWitness, shapeDistance } from '#core/geometry/measure/distance.ts'
import { mmPoint } from '#core/geometry/measure/places.ts'

export interface OpenPlace extends Distance {
  readonly layer: Layer
}

const place = (end: LayerEnd): Point => [end.x / 1e6, end.y / 1e6]

const between = (a: LayerEnd, b: LayerEnd): number => Math.hypot(a.x - b.x, a.y - b.y) / 1e6

/** The copper gap between two round track ends: their rims on the line between the centres. */
const gapOf = (layer: Layer, a: LayerEnd, b: LayerEnd): OpenPlace => {
  const [along, ra, rb] = [between(a, b), a.width / 2e6, b.width / 2e6]
  const value = Math.max(0, along - ra - rb)
  const on = (share: number): Point => [(a.x + (b.x - a.x) * share) / 1e6, (a.y + (b.y - a.y) * share) / 1e6]
  return value > 0 ? { layer, value, a: on(ra / along), b: on(1 - rb / along) } : { layer, value, a: place(a), b: place(b) }
}

/** Most pairs of outline pieces compared; beyond that every n-th piece of the larger net stands for its neighbours. */
const MOST_PAIRS = 2_000_000

/** The outline pieces of a net on a layer. */
const piecesOf = (measures: Measures, layer: Layer, net: number): number[] => {
  const { pieces, rings } = measures.image(layer)
  const found: number[] = []
  for (let p = 0; p < pieces.count; p++) if (measures.nets().of(layer, rings.component[pieces.ring[p]!]!).id === net) found.push(p)
  return found
}

/** The nearest places of two nets on a layer, or null when one is not there. */
const nearestOn = (measures: Measures, layer: Layer, one: number, other: number): OpenPlace | null => {
  const [a, b] = [piecesOf(measures, layer, one), piecesOf(measures, layer, other)]
  if (a.length === 0 || b.length === 0) return null
  const { pieces } = measures.image(layer)
  const step = Math.max(1, Math.ceil((a.length * b.length) / MOST_PAIRS))
  const w = newWitness()
  const best = newWitness()
  for (const i of a) {
    for (let k = 0; k < b.length; k += step) {
      w[0] = Infinity
      shapeDistance(pieces, i, pieces, b[k]!, w)
      if (w[0] < best[0]!) best.set(w)
    }
  }
  return { layer, value: toMm(best[0]!), a: mmPoint(best[1]!, best[2]!), b: mmPoint(best[3]!, best[4]!) }
}

/**
 * Where two pieces of one net come nearest: two free track ends if each piece has one, else the nearest copper.
 * @returns null when they share no layer
 */
export const openPlace = (board: Board, measures: Measures, one: number, other: number): OpenPlace | null => {
  const nets = measures.nets()
  let best: OpenPlace | null = null
  for (const layer of measures.copper) {
    const ends = layer.negative ? [] : layerFreeEnds(board, measures, layer)
    const [mine, theirs] = [one, other].map((net) => ends.filter((end) => nets.of(layer, end.component).id === net)) as [
      LayerEnd[],
      LayerEnd[],
    ]
    for (const a of mine)
      for (const b of theirs) {
        const gap = gapOf(layer, a, b)
        if (!best || gap.value < best.value) best = gap
      }
  }
  if (best) return best
  for (const layer of measures.copper) {
    const found = nearestOn(measures, layer, one, other)
    if (found && (!best || found.value < best.value)) best = found
  }
  return best
}

/** Free ends farther apart than this are no broken track. */
const FURTHEST_MM = 12
/** Leaning of the two ends against the line between them, as cosine. */
const FACING = 0.9

const faces = (end: LayerEnd, towards: LayerEnd): boolean => {
  const [ux, uy] = [end.x - end.fromX, end.y - end.fromY]
  const [vx, vy] = [towards.x - end.x, towards.y - end.y]
  const lengths = Math.hypot(ux, uy) * Math.hypot(vx, vy)
  return lengths > 0 && (ux * vx + uy * vy) / lengths > -FACING
}

/**
 * Pairs of free track ends that look like one track with a piece missing: same layer, same width, different nets, each the
 * other's nearest. An inference for packages without net names.
 */
export const brokenTracks = (board: Board, measures: Measures): readonly OpenPlace[] =>
  measures.copper.flatMap((layer): OpenPlace[] => {
    if (layer.negative) return []
    const ends = layerFreeEnds(board, measures, layer).filter((end) => !end.alone)
    const net = (end: LayerEnd): number => measures.nets().of(layer, end.component).id
    const nearest = ends.map((end) => {
      const partners = ends.filter(
        (p) =>
          p !== end && p.width === end.width && net(p) !== net(end) && between(p, end) <= FURTHEST_MM && faces(end, p) && faces(p, end),
      )
      return partners.sort((a, b) => between(a, end) - between(b, end))[0] ?? null
    })
    return ends.flatMap((end, k) => {
      const partner = nearest[k]
      const j = partner ? ends.indexOf(partner) : -1
      return j > k && nearest[j] === end ? [gapOf(layer, end, partner!)] : []
    })
  })
