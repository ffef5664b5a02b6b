import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'
import type { Artwork } from '../geometry/drawable.ts'

/** @returns an empty prims table with room for `count` */
export const emptyPrims = (count: number): Prims => ({
  count,
  kind: new Uint8Array(count),
  dark: new Uint8Array(count),
  x0: new Float64Array(count),
  y0: new Float64Array(count),
  x1: new Float64Array(count),
  y1: new Float64Array(count),
  r: new Float64Array(count),
  ringFrom: new Uint32Array(count),
  ringTo: new Uint32Array(count),
  object: new Uint32Array(count),
})

const mergeRings = (parts: readonly Rings[]): Rings => {
  const count = parts.reduce((sum, r) => sum + r.count, 0)
  const vertices = parts.reduce((sum, r) => sum + (r.start[r.count] ?? 0), 0)
  const out = {
    count,
    start: new Uint32Array(count + 1),
    x: new Float64Array(vertices),
    y: new Float64Array(vertices),
    bulge: new Float64Array(vertices),
  }
  let ring = 0
  let vertex = 0
  for (const part of parts) {
    const n = part.start[part.count] ?? 0
    for (let k = 0; k < part.count; k++) out.start[ring + k] = part.start[k]! + vertex
    out.x.set(part.x.subarray(0, n), vertex)
    out.y.set(part.y.subarray(0, n), vertex)
    out.bulge.set(part.bulge.subarray(0, n), vertex)
    ring += part.count
    vertex += n
  }
  out.start[count] = vertices
  return out
}

/** @returns several artworks laid over each other as one, in the order given */
export const mergeArtwork = (parts: readonly Artwork[]): Artwork => {
  const prims = emptyPrims(parts.reduce((sum, a) => sum + a.prims.count, 0))
  let at = 0
  let rings = 0
  for (const { prims: p, rings: r } of parts) {
    for (const name of ['kind', 'dark', 'x0', 'y0', 'x1', 'y1', 'r', 'object'] as const) prims[name].set(p[name].subarray(0, p.count), at)
    for (let i = 0; i < p.count; i++) {
      prims.ringFrom[at + i] = p.ringFrom[i]! + rings
      prims.ringTo[at + i] = p.ringTo[i]! + rings
    }
    at += p.count
    rings += r.count
  }
  return { prims, rings: mergeRings(parts.map((a) => a.rings)) }
}
