import type { Mm } from '#core/base/units.ts'
import { toMm, toNm } from '#core/base/units.ts'
import type { Image } from '#core/geometry/image.ts'
import { nearParts, type NearParts } from '#core/geometry/index/near-pairs.ts'
import { clusterHits } from './cluster.ts'
import { newWitness, shapeDistance, type Witness } from './distance.ts'
import { besideStretch, newStretch } from './stretch.ts'
import { Hits, type Gap } from './places.ts'

export interface SpacingOptions {
  readonly withinMm: Mm
  /** Net (or any group) of each component: components of one group have no gap between them. Default: each component alone. */
  readonly group?: Int32Array | null
}

/** @returns the group of each component */
const groupsOf = (image: Image, group: Int32Array | null): Int32Array =>
  group ?? Int32Array.from({ length: image.components.count }, (_, c) => c)

/**
 * All places of one layer where two groups of copper come closer than the bound. Exact: nearest points of the outlines'
 * lines and arcs. What lies along one run or within about half a millimetre between the same two components is one gap.
 * Works as well on a mask image: its components are the openings and the gaps the dams.
 * @returns gaps in mm, narrowest first; components that touch in a point give 0
 */
export const spacingGaps = (image: Image, { withinMm, group = null }: SpacingOptions): readonly Gap[] => {
  const near = nearParts(image)
  if (!near) return []
  const { component } = near
  const { parts } = near.grid
  const groups = groupsOf(image, group)
  const within = toNm(withinMm)
  const hits = new Hits()
  const w = newWitness()
  const stretch = newStretch()
  near.eachBetween(within, (p, q) => {
    if (groups[component[p]] === groups[component[q]]) return
    const [i, j] = component[p] < component[q] ? [p, q] : [q, p]
    shapeDistance(parts, i, parts, j, w)
    if (w[0] >= within) return
    besideStretch(parts, i, parts, j, within, w, stretch)
    hits.addStretch(component[i], component[j], w, stretch)
  })
  return gapsOf(hits, image.components.count)
}

/** @returns clustered hits between components as gaps, narrowest first */
export const gapsOf = (hits: Hits, components: number): readonly Gap[] =>
  clusterHits(hits, (hit) => hits.one[hit] * components + hits.other[hit]).map(({ hit, length }) => ({
    ...hits.distance(hit),
    componentA: hits.one[hit],
    componentB: hits.other[hit],
    length: toMm(length),
  }))

const FIRST_MM = 0.2
const WIDEN = 2.5

/**
 * The narrowest gap between two groups of a layer, also where it is wider than any limit.
 * @param options `withinMm`: gaps from this on are not looked for, default 2 mm
 * @returns null when no two groups come that close
 */
export const closestGap = (image: Image, options: { readonly group?: Int32Array | null; readonly withinMm?: Mm }): Gap | null => {
  const near = nearParts(image)
  if (!near) return null
  const groups = groupsOf(image, options.group ?? null)
  if (groups.every((group) => group === groups[0])) return null
  const furthest = options.withinMm ?? 2
  for (let reach = Math.min(FIRST_MM, furthest); ; reach = Math.min(reach * WIDEN, furthest)) {
    const found = closestWithin(near, groups, toNm(reach))
    if (found) return found
    if (reach >= furthest) return null
  }
}

const closestWithin = (near: NearParts, groups: Int32Array, within: number): Gap | null => {
  const { component } = near
  const { parts, boxes } = near.grid
  const hits = new Hits()
  const w = newWitness()
  let best = within
  near.eachBetween(within, (i, j) => {
    if (groups[component[i]] === groups[component[j]] || isFarther(boxes, 4 * i, 4 * j, best)) return
    shapeDistance(parts, i, parts, j, w)
    // Ties are kept, so that the one reported doesn't depend on the order of the pieces.
    if (w[0] >= within || w[0] > best + 1e-3) return
    best = Math.min(best, w[0])
    const [a, b] = [component[i], component[j]]
    if (a < b) hits.add(a, b, w)
    else hits.add(b, a, swapped(w))
  })
  return gapsOf(hits, groups.length)[0] ?? null
}

const isFarther = (boxes: Float64Array, i: number, j: number, than: number): boolean => {
  const dx = Math.max(0, boxes[i] - boxes[j + 2], boxes[j] - boxes[i + 2])
  const dy = Math.max(0, boxes[i + 1] - boxes[j + 3], boxes[j + 1] - boxes[i + 3])
  return dx * dx + dy * dy > (than + 1e-3) * (than + 1e-3)
}

const swapped = (w: Witness): Witness => Float64Array.of(w[0], w[3], w[4], w[1], w[2])
