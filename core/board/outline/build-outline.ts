import type { Box } from '#core/base/box.ts'
import type { Outline } from '#core/board/board.ts'
import { closeGaps } from '#core/board/outline/close-gaps.ts'
import type { OutlineStrokes } from '#core/board/outline/edges.ts'
import { nestContours } from '#core/board/outline/nest-contours.ts'
import type { Places } from '#core/board/outline/places.ts'
import { shareInside } from '#core/board/outline/places.ts'
import { selfCrossings } from '#core/board/outline/self-crossings.ts'
import { traceContours } from '#core/board/outline/trace-contours.ts'

export const NO_OUTLINE: Outline = {
  source: 'none',
  path: null,
  outer: [],
  cutouts: [],
  gaps: [],
  stray: [],
  doubled: 0,
  selfCrossings: [],
  box: null,
  area: 0,
}

const MOST_STRAYS = 200
/** A closed contour bounds the board when it holds this share of the pads. */
const WHOLE = 0.8

/** @returns the extent of contours; null for none */
export const boxOf = (boxes: readonly Box[]): Box | null =>
  boxes.length === 0
    ? null
    : boxes.reduce((a, b): Box => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])])

/**
 * The board edge that strokes describe: closed contours sorted by nesting; gaps closed straight and told; strokes that
 * belong to nothing told.
 * @param places pads and holes that should lie inside; may be empty
 */
export const buildOutline = (strokes: OutlineStrokes, places: Places, source: Outline['source'], path: string): Outline => {
  const traced = traceContours(strokes)
  const outermost = traced.contours.map((c) => c.contour)
  const whole = places.x.length > 0 ? shareInside(outermost, places) >= WHOLE : outermost.length > 0
  const { contours: bridged, rest } = closeGaps(traced.chains, whole)
  const useful =
    whole || places.x.length === 0 ? bridged : bridged.filter((b) => shareInside([b.contour], places) > 0 || bridged.length === 1)
  const nested = nestContours([...traced.contours, ...useful], traced.chains, places)
  const outer = nested.outer.map((c) => c.contour)
  const cutouts = nested.cutouts.map((c) => c.contour)
  const strays = [
    ...rest.map((c) => ({ at: [c.x[0]!, c.y[0]!] as const, length: c.length, line: c.line })),
    ...nested.marks.map((m) => ({ at: [m.contour.x[0]!, m.contour.y[0]!] as const, length: 0, line: m.line })),
  ]
  const area = outer.reduce((sum, c) => sum + c.area, 0) - cutouts.reduce((sum, c) => sum + c.area, 0)
  return {
    source,
    path,
    outer,
    cutouts,
    gaps: [...nested.outer, ...nested.cutouts].flatMap((c) => c.gaps),
    stray: strays.sort((a, b) => a.line - b.line).slice(0, MOST_STRAYS),
    frames: nested.frames.map((c) => c.contour),
    doubled: nested.doubled,
    selfCrossings: [...outer, ...cutouts].slice(0, 100).flatMap(selfCrossings).slice(0, 50),
    box: boxOf(outer.map((c) => c.box)),
    area: Math.max(0, area),
  }
}
