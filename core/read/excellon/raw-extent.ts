import type { DrillCommands, RawColumns } from '#core/read/excellon/drill-file.ts'
import { NO_POINT } from '#core/read/excellon/raw-number.ts'

/** Lowest and highest coordinate; low > high when there is none. */
interface Range {
  low: number
  high: number
}

/** Extent of one axis: numbers without a point in units of their last digit (`right`) and of their first one (`left`), and numbers with a point in file units. */
interface AxisExtent {
  readonly right: Range
  readonly left: Range
  readonly units: Range
}

export interface RawExtent {
  readonly x: AxisExtent
  readonly y: AxisExtent
}

const include = (range: Range, value: number): void => {
  if (value < range.low) range.low = value
  if (value > range.high) range.high = value
}

const axisExtent = (columns: readonly RawColumns[], count: number): AxisExtent => {
  const extent: AxisExtent = {
    right: { low: Infinity, high: -Infinity },
    left: { low: Infinity, high: -Infinity },
    units: { low: Infinity, high: -Infinity },
  }
  for (const column of columns) {
    for (let k = 0; k < count; k++) {
      const value = column.value[k]!
      const point = column.point[k]!
      if (point !== NO_POINT) include(extent.units, value / 10 ** point)
      else {
        include(extent.right, value)
        include(extent.left, (column.left ?? column.value)[k]! / 10 ** column.digits[k]!)
      }
    }
  }
  return extent
}

/** @returns how far the coordinates of all commands reach, before any format is chosen */
export const rawExtent = ({ raw, count }: DrillCommands): RawExtent => ({
  x: axisExtent([raw[0]!, raw[2]!], count),
  y: axisExtent([raw[1]!, raw[3]!], count),
})

/** @returns `[low, high]` of an axis in file units under a format; null when there is no coordinate */
export const extentIn = (
  axis: AxisExtent,
  omitted: 'leading' | 'trailing' | 'none',
  integer: number,
  decimal: number,
): readonly [number, number] | null => {
  const plain = omitted === 'trailing' ? axis.left : axis.right
  const scale = omitted === 'trailing' ? 10 ** integer : 10 ** -decimal
  const low = Math.min(plain.low * scale, axis.units.low)
  const high = Math.max(plain.high * scale, axis.units.high)
  return low <= high ? [low, high] : null
}
