import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'

/** The part of a plotted layer that is drawn. */
export interface Artwork {
  readonly prims: Prims
  readonly rings: Rings
}

/** Primitives of equal polarity that follow each other. */
export interface Run {
  readonly dark: boolean
  readonly from: number
  readonly to: number
}

/** @returns the polarity runs in image order; empty without primitives */
export const runsOf = (prims: Prims): readonly Run[] => {
  const runs: Run[] = []
  let from = 0
  for (let p = 1; p <= prims.count; p++) {
    if (p < prims.count && prims.dark[p] === prims.dark[from]) continue
    runs.push({ dark: prims.dark[from] === 1, from, to: p })
    from = p
  }
  return prims.count ? runs : []
}
