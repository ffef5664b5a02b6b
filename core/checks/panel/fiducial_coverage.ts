import type { Point } from '#core/base/box.ts'
import { toMm, type Mm } from '#core/base/units.ts'
import type { Board } from '#core/board/board.ts'
import { defineCheck } from '#core/checks/define-check.ts'
import type { Measures } from '#core/checks/measures.ts'
import { OUTER_SIDES, type OuterSide } from '#core/checks/measuring/exposed.ts'
import { fiducials } from '#core/checks/measuring/fiducials.ts'
import { padSource } from '#core/checks/measuring/pads.ts'
import { isStatedSmd, smdPads } from '#core/checks/measuring/smd-pads.ts'
import { nearestPart, shapeGrid } from '#core/geometry/index/piece-grid.ts'
import { contourShapes } from '#core/geometry/measure/contour-shapes.ts'
import { newWitness } from '#core/geometry/measure/distance.ts'

/** Machines clamp the board's edge up to here. */
const CLAMPED_MM: Mm = 3.85
/** Fiducials this near to another's place after half a turn look the same to the machine. */
const SAME_MM: Mm = 0.1
const WANTED = 3
const NEEDED = 2
/** Fewer pads are soldered by hand. */
const ASSEMBLED_PADS = 4

const distance = (a: Point, b: Point): Mm => Math.hypot(a[0] - b[0], a[1] - b[1])

/** Pads of a side that a machine places parts on. */
const placedPads = (board: Board, measures: Measures, side: OuterSide): number => {
  const smd = smdPads(board, measures, side)
  return smd ? smd.rows.filter((row) => isStatedSmd(smd.pads, row) || smd.pasted.has(smd.componentOf.get(row)!)).length : 0
}

const spreadOf = (places: readonly Point[]): Mm => Math.max(0, ...places.flatMap((a, i) => places.slice(i + 1).map((b) => distance(a, b))))

/** The board turned by half looks the same to the machine. */
const isSymmetric = (places: readonly Point[], [cx, cy]: Point): boolean =>
  places.every((a) => places.some((b) => distance([2 * cx - a[0], 2 * cy - a[1]], b) <= SAME_MM))

export const fiducialCoverage = defineCheck({
  id: 'fiducial_coverage',
  title: 'Fiducials missing',
  category: 'panel',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper', 'mask'],
  limits: {
    count: {
      unit: 'count',
      direction: 'min',
      limit: NEEDED,
      target: WANTED,
      source: 'Three tell shift, turn and stretch; two are the least',
    },
    spread: { unit: 'ratio', direction: 'min', limit: 0.5, target: null, source: 'Half the board diagonal' },
    edge: { unit: 'mm', direction: 'min', limit: CLAMPED_MM, target: null, source: 'Rails of placement machines' },
  },
  why: 'Placement machines find the board by its fiducials: without them parts are placed off their pads.',
  fix: 'Provide three 1 mm fiducials in 2 mm openings on each assembled side, not symmetric, 4 mm from the edges.',
  source: 'IPC-7351B, 3.4; SMEMA 3.1',
  messages: {
    few: '{measured} fiducials on the {side}, where parts are placed; {limit} wanted',
    close: 'the fiducials on the {side} span {measured} of the board diagonal, {limit} wanted',
    symmetric: 'the fiducials on the {side} look the same after half a turn: the board could be loaded backwards',
    edge: 'fiducial {measured} from the board edge, where machines hold the board; {limit} wanted',
  },
  run(board, measures, report) {
    const sides = OUTER_SIDES.map((side) => ({ side, found: fiducials(board, measures, side), pads: placedPads(board, measures, side) }))
    const isPlaced = board.files.some((file) => file.format === 'cpl')
    // Whoever draws fiducials wants the board placed by machine; without any only a placement list tells.
    if (!isPlaced && sides.every(({ found }) => !found || found.rows.length === 0))
      return 'needs a placement list, or fiducials that tell of machine assembly'
    const { box } = board.outline
    const edges = shapeGrid(contourShapes([...board.outline.outer]))
    for (const { side, found, pads } of sides) {
      if (!found || pads < ASSEMBLED_PADS) continue
      const places = found.rows.map((row): Point => [toMm(found.pads.x[row]!), toMm(found.pads.y[row]!)])
      const layers = [found.pads.layer.id]
      const files = [{ path: found.pads.layer.path, line: 0 }]
      report({ message: 'few', limit: 'count', value: places.length, at: places[0] ?? null, layers, files, values: { side } })
      if (!box || places.length < NEEDED) continue
      const diagonal = toMm(Math.hypot(box[2] - box[0], box[3] - box[1]))
      const centre: Point = [toMm(box[0] + box[2]) / 2, toMm(box[1] + box[3]) / 2]
      report({
        message: 'close',
        limit: 'spread',
        value: spreadOf(places) / diagonal,
        at: places[0]!,
        severity: 'info',
        layers,
        files,
        values: { side },
      })
      if (isSymmetric(places, centre))
        report.aside({
          message: 'symmetric',
          limit: 'count',
          value: places.length,
          at: places[0]!,
          always: true,
          severity: 'info',
          layers,
          files,
          values: { side },
        })
      const w = newWitness()
      found.rows.forEach((row, k) => {
        if (!edges || nearestPart(edges, found.pads.x[row]!, found.pads.y[row]!, Infinity, null, w) < 0) return
        report({
          message: 'edge',
          limit: 'edge',
          value: toMm(w[0]!),
          at: places[k]!,
          witness: [places[k]!, [toMm(w[3]!), toMm(w[4]!)]],
          severity: 'info',
          layers,
          files: [padSource(found.pads, row)],
        })
      })
    }
  },
})
