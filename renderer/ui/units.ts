/** How lengths are shown. */
export type LengthUnit = 'mm' | 'mil' | 'inch'

export const LENGTH_UNITS: readonly LengthUnit[] = ['mm', 'mil', 'inch']

const PER_MM: Record<LengthUnit, number> = { mm: 1, mil: 1000 / 25.4, inch: 1 / 25.4 }
/** Digits for measured values: steps of about a micrometre or finer. */
const FINE_DIGITS: Record<LengthUnit, number> = { mm: 3, mil: 2, inch: 5 }
/** Digits for sizes of boards. */
const COARSE_DIGITS: Record<LengthUnit, number> = { mm: 1, mil: 0, inch: 2 }
const LABEL: Record<LengthUnit, string> = { mm: 'mm', mil: 'mil', inch: 'in' }

/** A real minus sign lines up with digits and is read aloud. */
const withMinus = (text: string): string => text.replace('-', '−')

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text)

const rounded = (value: number, digits: number): string => {
  const text = value.toFixed(digits)
  return Number(text) === 0 ? (0).toFixed(digits) : text
}

/** @returns the next unit in the order mm, mil, inch */
export const nextUnit = (unit: LengthUnit): LengthUnit => LENGTH_UNITS[(LENGTH_UNITS.indexOf(unit) + 1) % LENGTH_UNITS.length]!

/** @returns the unit's short sign */
export const unitSign = (unit: LengthUnit): string => LABEL[unit]

/** @returns a length in mm as text without its unit, with trailing zeros so that columns line up */
export const lengthNumber = (mm: number, unit: LengthUnit): string => withMinus(rounded(mm * PER_MM[unit], FINE_DIGITS[unit]))

/** @returns a measured length in mm with its unit, without trailing zeros: `0.127 mm`, `5 mil` */
export const formatLength = (mm: number, unit: LengthUnit): string =>
  `${withMinus(trimmed(rounded(mm * PER_MM[unit], FINE_DIGITS[unit])))} ${LABEL[unit]}`

/** @returns `61.2 × 38.0 mm` for a board's size in mm */
export const formatSize = (widthMm: number, heightMm: number, unit: LengthUnit): string => {
  const part = (mm: number): string => rounded(mm * PER_MM[unit], COARSE_DIGITS[unit])
  return `${part(widthMm)} × ${part(heightMm)} ${LABEL[unit]}`
}
