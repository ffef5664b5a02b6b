import { NO_POINT } from '#core/read/excellon/raw-number.ts'
import type { LineWords } from '#core/read/excellon/words.ts'

/** How the coordinates of a file were written: evidence for its number format. Zeros count only where said. */
export class DigitStatistics {
  /** Numbers with a decimal point, zeros included. */
  pointed = 0
  /** Numbers other than zero without a decimal point. */
  plain = 0
  longest = 0
  shortest = Infinity
  /** Plain numbers that begin with a zero. */
  leadingZeros = 0
  /** Plain numbers that end with a zero. */
  trailingZeros = 0
  /** Most digits before and after a decimal point. */
  mostInteger = 0
  mostDecimal = 0

  add(words: LineWords, k: number): void {
    const point = words.point[k]!
    const digits = words.digits[k]!
    const value = words.value[k]!
    if (point !== NO_POINT) {
      this.pointed++
      this.mostInteger = Math.max(this.mostInteger, digits - point)
      this.mostDecimal = Math.max(this.mostDecimal, point)
    } else if (value !== 0) {
      this.plain++
      this.longest = Math.max(this.longest, digits)
      this.shortest = Math.min(this.shortest, digits)
      this.leadingZeros += words.leadingZero[k]!
      if (value % 10 === 0) this.trailingZeros++
    }
  }

  /** Numbers without a point stand for whole units: the file says so, or most of its numbers have points. */
  wholeUnits(saidDecimal: boolean): boolean {
    return (saidDecimal && this.pointed + this.plain > 0) || (this.pointed > 0 && this.pointed >= this.plain)
  }
}
