/** How often a deprecated or unusual construct occurs; `line` is its first one, 1-based. */
export interface ConstructCount {
  readonly code: string
  readonly count: number
  readonly line: number
}

/**
 * Deprecated or unusual constructs that a reader understands without doubt, counted instead of reported one by one.
 * @source Gerber Layer Format Specification 2024.05, 8 (deprecated elements)
 */
export type ConstructCode =
  | 'g00' // rapid move of old plotters, read as G01
  | 'g10' // scaled linear interpolation G10, G11, G12
  | 'g54'
  | 'g55'
  | 'g70'
  | 'g71'
  | 'g74'
  | 'single-quadrant-arc'
  | 'g90'
  | 'g91'
  | 'incremental' // coordinates read as increments
  | 'm00'
  | 'm01'
  | 'm30'
  | 'default-image-parameter' // AS, IP, MI, OF, SF, IR, IO that say what holds anyway
  | 'as' // this and the following where they change the image
  | 'in'
  | 'ip' // IPNEG
  | 'ir'
  | 'ln'
  | 'mi'
  | 'of'
  | 'sf'
  | 'ic'
  | 'if'
  | 'ij'
  | 'io'
  | 'ko'
  | 'pf'
  | 'ro'
  | 'modal-operation' // coordinates without D01, D02, D03
  | 'combined-operation' // G01, G02, G03 in the same block as coordinates
  | 'short-operation' // D1, D2, D3 without leading zero
  | 'several-commands-in-one-block'
  | 'combined-extended' // several commands between one pair of %
  | 'block-number' // N words
  | 'trailing-zeros-omitted'
  | 'no-zeros-omitted'
  | 'decimal-point'
  | 'unit-by-g-code'
  | 'unit-changed'
  | 'comment-attribute' // G04 #@! TF…
  | 'aperture-leading-zero' // ADD010
  | 'hole-in-aperture'
  | 'rectangular-hole'
  | 'hole-in-pen'
  | 'draw-with-unusual-aperture'
  | 'draw-with-rectangle'
  | 'macro-primitive-2'
  | 'macro-primitive-6'
  | 'macro-primitive-22'
  | 'zero-size-aperture'

/** Counts constructs; bounded by the number of codes. */
export class ConstructLog {
  readonly #counts = new Map<ConstructCode, { count: number; line: number }>()

  add(code: ConstructCode, line: number, count = 1): void {
    const seen = this.#counts.get(code)
    if (seen) seen.count += count
    else this.#counts.set(code, { count, line })
  }

  /** @returns the counts in the order in which the constructs first occurred */
  list(): readonly ConstructCount[] {
    return [...this.#counts].map(([code, { count, line }]) => ({ code, count, line }))
  }
}
