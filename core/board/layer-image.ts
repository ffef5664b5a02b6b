import type { Contour, Outline } from '#core/board/board.ts'
import { imageOfContours, invertWithin } from '#core/geometry/combine/combine.ts'
import type { ContourVertex } from '#core/geometry/combine/combine.ts'
import { composePrims } from '#core/geometry/compose/compose.ts'
import type { Image } from '#core/geometry/image.ts'
import type { PlottedLayer, Prims, Rings } from '#core/interpret/plotted-layer.ts'

/** All that composing one layer needs, as plain data: a worker can do it. */
export interface ComposeJob {
  readonly prims: Prims
  readonly rings: Rings
  /** Which primitive of the plotted layer each of `prims` is; null when all are there. */
  readonly primOf: Uint32Array | null
  /** A negative layer: the board as contours, outer ones counterclockwise, cut-outs clockwise; null for a positive one. */
  readonly within: readonly (readonly ContourVertex[])[] | null
}

const vertices = (c: Contour, turned: boolean): ContourVertex[] => {
  const n = c.x.length
  if (!turned) return Array.from({ length: n }, (_, v) => ({ x: c.x[v]!, y: c.y[v]!, bulge: c.bulge[v]! }))
  return Array.from({ length: n }, (_, k) => {
    const v = n - 1 - k
    return { x: c.x[v]!, y: c.y[v]!, bulge: -c.bulge[(v + n - 1) % n]! }
  })
}

/** @returns the board area as contours for the kernel */
export const boardContours = (outline: Outline): (readonly ContourVertex[])[] => [
  ...outline.outer.map((c) => vertices(c, false)),
  ...outline.cutouts.map((c) => vertices(c, true)),
]

const pick = (prims: Prims, keep: Uint32Array): Prims => ({
  count: keep.length,
  kind: Uint8Array.from(keep, (p) => prims.kind[p]!),
  dark: Uint8Array.from(keep, (p) => prims.dark[p]!),
  x0: Float64Array.from(keep, (p) => prims.x0[p]!),
  y0: Float64Array.from(keep, (p) => prims.y0[p]!),
  x1: Float64Array.from(keep, (p) => prims.x1[p]!),
  y1: Float64Array.from(keep, (p) => prims.y1[p]!),
  r: Float64Array.from(keep, (p) => prims.r[p]!),
  ringFrom: Uint32Array.from(keep, (p) => prims.ringFrom[p]!),
  ringTo: Uint32Array.from(keep, (p) => prims.ringTo[p]!),
  object: Uint32Array.from(keep, (p) => prims.object[p]!),
})

/** @param apart objects that are left out of the image */
export const composeJob = (plotted: PlottedLayer, apart: Uint32Array, negative: boolean, outline: Outline): ComposeJob => {
  const { prims, rings, bounds } = plotted
  const within = negative ? negativeExtent(outline, bounds) : null
  if (apart.length === 0) return { prims, rings, primOf: null, within }
  const gone = new Set(apart)
  const keep = Uint32Array.from({ length: prims.count }, (_, p) => p).filter((p) => !gone.has(prims.object[p]!))
  return { prims: pick(prims, keep), rings, primOf: keep, within }
}

/** Without an outline a negative layer reaches as far as its artwork. */
const negativeExtent = (outline: Outline, bounds: PlottedLayer['bounds']): readonly (readonly ContourVertex[])[] => {
  if (outline.outer.length > 0) return boardContours(outline)
  if (!bounds) return []
  const [x0, y0, x1, y1] = bounds
  return [
    [
      { x: x0, y: y0 },
      { x: x1, y: y0 },
      { x: x1, y: y1 },
      { x: x0, y: y1 },
    ],
  ]
}

/** Composes a layer. The pieces' `prim` are indexes into the plotted layer; of a negative image 0 = board edge, 1 = artwork. */
export const runComposeJob = (job: ComposeJob): Image => {
  const image = composePrims({ prims: job.prims, rings: job.rings })
  if (job.within !== null) return image.pieces.count === 0 ? imageOfContours(job.within) : invertWithin(image, job.within)
  const { primOf } = job
  if (primOf === null) return image
  return { ...image, pieces: { ...image.pieces, prim: image.pieces.prim.map((p) => primOf[p]!) } }
}
