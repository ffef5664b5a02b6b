import type { Point } from '#core/base/box.ts'
import type { PlantedFault } from '#core/builder/plant-fault.ts'
import type { Finding } from '#core/checks/finding.ts'

/** How exactly a finding has to show the place of a fault. */
const PLACE_MM = 0.02

/** All points of a finding, mm. */
export const pointsOf = (finding: Finding): readonly Point[] => [
  ...(finding.at ? [[finding.at.x, finding.at.y] as const] : []),
  ...finding.witness,
]

const fromLine = (p: Point, [a, b]: readonly [Point, Point]): number => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length2 = dx * dx + dy * dy
  const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2))
  return Math.hypot(p[0] - a[0] - along * dx, p[1] - a[1] - along * dy)
}

/** @returns how far a finding lies from a line or, with both ends equal, from a spot; mm */
export const distanceTo = (finding: Finding, line: readonly [Point, Point]): number =>
  Math.min(...pointsOf(finding).map((p) => fromLine(p, line)))

/**
 * @param move where a point of the board went that the fault was planted in
 * @returns whether the finding lies on the fault, to 20 µm; a fault of the whole board is everywhere
 */
export const isOnFault = (finding: Finding, { at, line, radius }: PlantedFault, move: (p: Point) => Point = (p) => p): boolean =>
  at === null || distanceTo(finding, [move(line[0]), move(line[1])]) <= radius + PLACE_MM
