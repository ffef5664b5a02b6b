/** Bounds on what one Gerber file may plot; beyond them reading stops with a problem, and what was plotted before is kept. */
export interface PlotLimits {
  /** Primitives, and objects, all told. */
  readonly prims: number
  /** Of these, copies that step-repeats and flashes of blocks make: a short file may ask for any number of them. */
  readonly copies: number
  /** Vertices of all rings. */
  readonly vertices: number
  /** Nesting of block apertures. */
  readonly depth: number
  /** Macro primitives evaluated for all aperture definitions together. */
  readonly macroPrimitives: number
}

export const PLOT_LIMITS: PlotLimits = { prims: 20_000_000, copies: 3_000_000, vertices: 60_000_000, depth: 32, macroPrimitives: 1_000_000 }
