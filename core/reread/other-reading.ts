import type { Box } from '#core/base/box.ts'
import type { Prims, Rings } from '#core/interpret/plotted-layer.ts'

/** The image that another reader, or our own under another assumption, makes of the same bytes. Lengths in nm. */
export interface OtherReading {
  /** `unit` and `format` move or scale everything: they count only when the result still looks like this board. */
  readonly kind: 'quadrant' | 'unit' | 'format' | 'second-reader'
  /** How it was read, as shown: "read in single quadrant mode". */
  readonly says: string
  readonly prims: Prims
  readonly rings: Rings
  readonly bounds: Box | null
}
