import { middle } from '#core/checks/measures.ts'
import type { Gap } from '#core/geometry/measure/places.ts'

/** Values that differ by less are equal, mm. */
const EQUAL = 1e-6

/**
 * Wide gaps fall apart into a run and the corners at its ends: leaves the run.
 * @returns the gaps without those that lie on or beside the run of a gap as narrow between the same two things, narrowest first
 */
export const distinctGaps = (gaps: readonly Gap[]): readonly Gap[] => {
  const kept: Gap[] = []
  for (const gap of [...gaps].sort((a, b) => (Math.abs(a.value - b.value) > EQUAL ? a.value - b.value : b.length - a.length))) {
    const [x, y] = middle(gap)
    const isPart = kept.some((other) => {
      if (other.componentA !== gap.componentA || other.componentB !== gap.componentB) return false
      const [ox, oy] = middle(other)
      return Math.hypot(x - ox, y - oy) <= other.length / 2 + other.value
    })
    if (!isPart) kept.push(gap)
  }
  return kept
}
