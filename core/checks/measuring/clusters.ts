import type { Point } from '#core/base/box.ts'
import { PointIndex } from '#core/checks/measuring/point-index.ts'

/**
 * Puts points together that lie within a reach of each other, directly or by way of others.
 * @returns groups of indexes, each ascending, in the order of their first point
 */
export const clustersOf = (points: readonly Point[], reach: number): readonly (readonly number[])[] => {
  const index = new PointIndex(
    points.map((p) => p[0]),
    points.map((p) => p[1]),
    reach,
  )
  const seen = new Set<number>()
  const groups: number[][] = []
  for (let first = 0; first < points.length; first++) {
    if (seen.has(first)) continue
    seen.add(first)
    const group = [first]
    for (let k = 0; k < group.length; k++) {
      const [x, y] = points[group[k]!]!
      for (const other of index.near(x, y, reach)) {
        if (seen.has(other)) continue
        seen.add(other)
        group.push(other)
      }
    }
    groups.push(group.sort((a, b) => a - b))
  }
  return groups
}
