import type { Box } from '#core/base/box.ts'
import { NM_PER_MM } from '#core/base/units.ts'
import type { Finding } from '#core/checks/finding.ts'
import type { AppStore } from './store.ts'

/** Room left around both witness points, as a share of what they span. */
const WITNESS_MARGIN = 0.2
/** A measured line is shown with at least this much board around it, mm, a bare place with more: what lies there has a size. */
const LEAST_SPAN_MM = { line: 1.2, place: 4 } as const

/** @returns a box in nm for one in mm */
export const boxMmToNm = (box: readonly [number, number, number, number]): Box => [
  box[0] * NM_PER_MM,
  box[1] * NM_PER_MM,
  box[2] * NM_PER_MM,
  box[3] * NM_PER_MM,
]

/** @returns what to frame for a finding, mm: its witness points or place, with some board around; null without a place */
export const findingBox = (finding: Finding): readonly [number, number, number, number] | null => {
  const points = finding.witness.length ? finding.witness : finding.at ? [[finding.at.x, finding.at.y] as const] : []
  if (points.length === 0) return finding.boundsMm
  const xs = points.map((p) => p[0])
  const ys = points.map((p) => p[1])
  const x = (Math.min(...xs) + Math.max(...xs)) / 2
  const y = (Math.min(...ys) + Math.max(...ys)) / 2
  const half =
    Math.max(
      finding.witness.length ? LEAST_SPAN_MM.line : LEAST_SPAN_MM.place,
      Math.max(...xs) - Math.min(...xs),
      Math.max(...ys) - Math.min(...ys),
    ) / 2
  return [x - half, y - half, x + half, y + half]
}

/** Frames a finding in the view: both witness points with a fifth of room around them. */
export const showFinding = (store: AppStore, finding: Finding): void => {
  const box = findingBox(finding)
  if (box) store.getState().viewer?.fit(boxMmToNm(box), WITNESS_MARGIN)
}
