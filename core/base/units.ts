/** A length in millimetres: the unit of every interface. Board axes: x right, y up. */
export type Mm = number

/** A length in nanometres, not necessarily whole: the unit of readers' output and of the kernel. */
export type Nm = number

export const NM_PER_MM = 1_000_000
export const NM_PER_INCH = 25_400_000

/** @returns millimetres for nanometres */
export const toMm = (nm: Nm): Mm => nm / NM_PER_MM

/** @returns nanometres for millimetres */
export const toNm = (mm: Mm): Nm => mm * NM_PER_MM
