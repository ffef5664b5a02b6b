/** Stands in `point` for a number written without a decimal point. */
export const NO_POINT = 255

/** Longest number that is read; beyond it digits would be lost. */
export const MAX_DIGITS = 15

/**
 * A number as written, or a sum of such numbers: `value` has the terms aligned at their last digit (or their decimal
 * points), `left` at their first one. Which of the two counts is known once the zero mode is.
 */
export interface RawNumber {
  readonly value: number
  readonly digits: number
  readonly point: number
  readonly left: number
}

export const RAW_ZERO: RawNumber = { value: 0, digits: 0, point: NO_POINT, left: 0 }

/** @returns a number as written: `value` the digits as a signed integer */
export const rawNumber = (value: number, digits: number, point: number): RawNumber => ({ value, digits, point, left: value })

const isNothing = (n: RawNumber): boolean => n.value === 0 && n.left === 0

/** @returns a + b in the reading of either zero mode */
export const addRaw = (a: RawNumber, b: RawNumber): RawNumber => {
  if (isNothing(b)) return a.digits === 0 ? b : a
  if (isNothing(a)) return b
  if (a.point === NO_POINT && b.point === NO_POINT) {
    const digits = Math.max(a.digits, b.digits)
    return {
      value: a.value + b.value,
      digits,
      point: NO_POINT,
      left: a.left * 10 ** (digits - a.digits) + b.left * 10 ** (digits - b.digits),
    }
  }
  // a number without a point beside one with a point is taken as whole units, as in files that drop ".0"
  const pointA = a.point === NO_POINT ? 0 : a.point
  const pointB = b.point === NO_POINT ? 0 : b.point
  const point = Math.max(pointA, pointB)
  const value = a.value * 10 ** (point - pointA) + b.value * 10 ** (point - pointB)
  return { value, digits: Math.max(a.digits, b.digits), point, left: value }
}

/** @returns the number with its sign turned */
export const negateRaw = (a: RawNumber): RawNumber => ({ value: 0 - a.value, digits: a.digits, point: a.point, left: 0 - a.left })
