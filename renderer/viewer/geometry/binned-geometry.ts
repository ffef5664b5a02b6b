/** Columns of a data texture: 2048 texels a row, so that any count fits. */
export const TEXTURE_WIDTH = 2048

/**
 * A layer ready for the GPU: primitives sorted by tile within each polarity run. Coordinates are float32 nm relative to
 * the origin of their bin, so that the full precision of the board survives every zoom.
 */
export interface BinnedGeometry {
  /** Per capsule 4 floats x0, y0, x1, y1; padded to whole texture rows. */
  readonly capsuleEnds: Float32Array
  /** Per capsule radius and bin; a radius below 0 marks a boundary line that only smooths the edge of a fill. */
  readonly capsuleExtra: Float32Array
  readonly capsules: number
  /** Per trapezoid 8 floats: l0, r0, l1, r1, y0, y1, bin, 0; padded to whole texture rows. */
  readonly fills: Float32Array
  readonly trapezoids: number
  /** Two per bin: origin in nm. */
  readonly binOrigins: Float64Array
  readonly bins: number
  readonly runs: readonly GeometryRun[]
}

/** One polarity run; range k holds capsules `capsuleFrom[k] .. capsuleFrom[k + 1]`, alike for fills; box 4 per range, nm. */
export interface GeometryRun {
  readonly dark: boolean
  readonly ranges: number
  readonly capsuleFrom: Uint32Array
  readonly fillFrom: Uint32Array
  readonly boxes: Float64Array
}

/** @returns all buffers, to be handed over to another thread without a copy */
export const buffersOf = (g: BinnedGeometry): ArrayBuffer[] =>
  [g.capsuleEnds, g.capsuleExtra, g.fills, g.binOrigins, ...g.runs.flatMap((r) => [r.capsuleFrom, r.fillFrom, r.boxes])].map(
    (column) => column.buffer as ArrayBuffer,
  )
