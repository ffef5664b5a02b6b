import { NM_PER_INCH, NM_PER_MM, type Nm } from '#core/base/units.ts'
import type { DrillFormat, RawColumns } from '#core/read/excellon/drill-file.ts'
import { NO_POINT } from '#core/read/excellon/raw-number.ts'

/** @returns nanometres of one unit */
export const unitNm = (unit: 'mm' | 'inch'): Nm => (unit === 'mm' ? NM_PER_MM : NM_PER_INCH)

/** Powers of ten from 0 to 22 are exact. */
const scaled = (value: number, unit: Nm, decimals: number): Nm =>
  decimals >= 0 ? (value * unit) / 10 ** decimals : value * unit * 10 ** -decimals

/** @returns number `k` of a raw column in nanometres, read in the given format */
export const rawToNm = (column: RawColumns, k: number, format: DrillFormat): Nm => {
  const unit = unitNm(format.unit)
  const point = column.point[k]!
  if (point !== NO_POINT) return scaled(column.value[k]!, unit, point)
  if (format.omitted !== 'trailing') return scaled(column.value[k]!, unit, format.decimal)
  return scaled((column.left ?? column.value)[k]!, unit, column.digits[k]! - format.integer)
}
