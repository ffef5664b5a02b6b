/**
 * Lengths in nm that decide what counts as the same place. Coordinates up to 1e9 nm carry a rounding noise of about 1e-7 nm;
 * files mean nothing below 1 nm. Everything here lies between the two.
 */
export interface Tolerances {
  /** Distance of the left and right probes from an edge. */
  readonly side: number
  /** Edges that stay this close to each other are the same edge there: one speaks, and both probes see them as one. */
  readonly same: number
  /** Crossings this close to an edge's end are that end. */
  readonly end: number
  /** Piece ends this close are one node. Below a nanometre: files on a nanometre grid have edges that short. */
  readonly snap: number
  /** Nodes where starts and ends do not balance are joined with each other up to this distance. */
  readonly join: number
  /** Pieces shorter than this are left out; their ends are one node anyway. */
  readonly shortest: number
  /** Rings with |area| < perimeter x dust are not part of the image. */
  readonly dust: number
}

/** @returns the tolerances for coordinates up to `extent` nm away from the origin */
export const tolerancesFor = (extent: number): Tolerances => {
  const scale = Math.max(1, extent / 4e9)
  return { side: 1e-5 * scale, same: 0.01 * scale, end: 1e-3 * scale, snap: 0.1 * scale, join: 4 * scale, shortest: 0.05 * scale, dust: 1 }
}
