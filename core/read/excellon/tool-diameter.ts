import type { ProblemLog } from '#core/base/problem.ts'
import { NO_POINT } from '#core/read/excellon/raw-number.ts'
import type { LineWords } from '#core/read/excellon/words.ts'

/** Largest diameter that is taken as written when there is no decimal point. */
const WHOLE_MM = 12

/**
 * Diameter behind a `C`, in the file's unit. Without a decimal point: whole millimetres up to 12, else thousandths;
 * in inches, thousandths up to three digits, ten-thousandths beyond.
 * @returns null when no number stands behind the `C`
 */
export const toolDiameter = (words: LineWords, k: number, unit: 'mm' | 'inch' | null, log: ProblemLog, line: number): number | null => {
  const digits = words.digits[k]!
  const value = Math.abs(words.value[k]!)
  const point = words.point[k]!
  if (digits === 0) return null
  if (point !== NO_POINT) return value / 10 ** point
  if (unit !== 'inch' && value <= WHOLE_MM) return value
  log.add('warning', 'tool-diameter-without-point', line, 'A tool diameter has no decimal point; its scale is worked out from its size.')
  if (unit === 'inch') return digits > 3 ? value / 10_000 : value / 1000
  return value / 1000
}
