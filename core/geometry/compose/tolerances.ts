/**
 * Lengths in nm that decide what counts as the same place. Coordinates up to 1e9 nm carry a rounding noise of about 1e-7 nm,
 * so the side probes lie well above the noise and far below anything that a file can mean.
 */
export interface Tolerances {
  /** Distance of the left and right probes from an edge; edges closer than this are the same edge. */
  readonly side: number
  /** Crossings this close to an edge's end are that end. */
  readonly end: number
  /** Piece ends this close are one node. Far below a nanometre: files on a nanometre grid have edges that short. */
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
  return { side: 1e-5 * scale, end: 2e-4 * scale, snap: 0.02 * scale, join: 4 * scale, shortest: 0.005 * scale, dust: 1 }
}
