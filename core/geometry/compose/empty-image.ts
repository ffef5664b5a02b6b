import type { Image, Pieces } from '#core/geometry/image.ts'

/** @returns room for `n` pieces */
export const allocatePieces = (n: number): Pieces => ({
  count: n,
  kind: new Uint8Array(n),
  x0: new Float64Array(n),
  y0: new Float64Array(n),
  x1: new Float64Array(n),
  y1: new Float64Array(n),
  cx: new Float64Array(n),
  cy: new Float64Array(n),
  r: new Float64Array(n),
  prim: new Uint32Array(n),
  ring: new Uint32Array(n),
})

/** @returns the image of nothing */
export const emptyImage = (): Image => ({
  pieces: allocatePieces(0),
  rings: { count: 0, start: new Uint32Array(1), area: new Float64Array(0), box: new Float64Array(0), component: new Uint32Array(0) },
  components: {
    count: 0,
    area: new Float64Array(0),
    box: new Float64Array(0),
    ringStart: new Uint32Array(1),
    ringList: new Uint32Array(0),
  },
  area: 0,
  bounds: null,
  repaired: [],
  pinches: [],
})
