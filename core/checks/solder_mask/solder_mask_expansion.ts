import type { Point } from '#core/base/box.ts'
import { defineCheck } from '#core/checks/define-check.ts'
import { toMm, toNm, type Mm } from '#core/base/units.ts'
import { HOLE_NON_PLATED, type Board, type Layer } from '#core/board/board.ts'
import type { Distance, Measures } from '#core/checks/measures.ts'
import { placeInside } from '#core/checks/measuring/component-place.ts'
import { imageOfObjects } from '#core/checks/measuring/subset.ts'
import { componentAt, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import type { Image } from '#core/geometry/image.ts'
import { clearance } from '#core/geometry/measure/clearance.ts'
import { layerOn, OUTER_SIDES } from '#core/checks/measuring/exposed.ts'
import { layerPads, padFunction, padSource, padText, type Pads } from '#core/checks/measuring/pads.ts'

/** Larger openings are bare areas, not expansions. */
const FURTHEST_MM: Mm = 0.6
const LIMIT_MAX_MM: Mm = 0.2
/** 0.1 mm; inch systems say 4 mil. */
const TARGET_MAX_MM: Mm = 0.102
/** Round pads without hole in round openings this many times as wide are fiducials: their opening is wide on purpose. */
const FIDUCIAL = 1.5

interface Expansion extends Distance {
  /** The opening holds no other pad. */
  readonly alone: boolean
  /** The opening lies wholly on the pad: the mask defines the pad's size on all sides. */
  readonly defined: boolean
}

/** Openings that lie wholly within one pad. `crossing`: openings whose outline meets a pad's. */
const definedOpenings = (pads: Image, mask: Image, crossing: ReadonlySet<number>): ReadonlySet<number> => {
  const grid = pieceGrid(pads)
  const defined = new Set<number>()
  for (let c = 0; c < mask.components.count; c++) {
    if (crossing.has(c)) continue
    const [x, y] = placeInside(mask, c)
    const [bx, by] = [mask.components.box[4 * c]!, mask.components.box[4 * c + 1]!]
    const [cx, cy] = [mask.components.box[4 * c + 2]!, mask.components.box[4 * c + 3]!]
    const owner = componentAt(pads, grid, toNm(x), toNm(y))
    if (owner < 0) continue
    const box = pads.components.box.subarray(4 * owner, 4 * owner + 4)
    if (box[0]! < bx && box[1]! < by && box[2]! > cx && box[3]! > cy) defined.add(c)
  }
  return defined
}

/** The nearest place of each open pad's own edge to its opening; negative where the mask lies on the pad. */
const expansions = (board: Board, measures: Measures, pads: Pads, mask: Layer): ReadonlyMap<number, Expansion> => {
  const rows = Array.from({ length: pads.count }, (_, row) => row).filter((row) => {
    const hole = pads.hole[row]!
    if (hole >= 0 && board.holes.plating[hole] === HOLE_NON_PLATED) return false
    return measures.componentAt(mask, [pads.x[row]! / 1e6, pads.y[row]! / 1e6]) >= 0
  })
  if (rows.length === 0) return new Map()
  // The pads alone: tracks and pours that leave them cross the opening's edge by right.
  const image = imageOfObjects(
    pads.layer.plotted,
    rows.map((row) => pads.object[row]!),
  )
  const grid = pieceGrid(image)
  const rowOf = new Map(rows.map((row) => [componentAt(image, grid, pads.x[row]!, pads.y[row]!), row]))
  const padsIn = new Map<number, number>()
  for (const row of rows) {
    const opening = measures.componentAt(mask, [pads.x[row]! / 1e6, pads.y[row]! / 1e6])
    padsIn.set(opening, (padsIn.get(opening) ?? 0) + 1)
  }
  const gaps = clearance(image, measures.image(mask), { withinMm: FURTHEST_MM })
  const defined = definedOpenings(image, measures.image(mask), new Set(gaps.filter((g) => g.value === 0).map((g) => g.componentB)))
  const nearest = new Map<number, Expansion>()
  for (const gap of gaps) {
    const row = rowOf.get(gap.componentA)
    // Another pad's opening may be nearer than the pad's own.
    if (row === undefined || gap.componentB !== measures.componentAt(mask, [pads.x[row]! / 1e6, pads.y[row]! / 1e6])) continue
    const value = measures.componentAt(mask, gap.a) === gap.componentB || gap.value === 0 ? gap.value : -gap.value
    if (value < (nearest.get(row)?.value ?? Infinity))
      nearest.set(row, { value, a: gap.a, b: gap.b, alone: padsIn.get(gap.componentB) === 1, defined: defined.has(gap.componentB) })
  }
  return nearest
}

const isFiducial = (pads: Pads, row: number, expansion: Mm): boolean => {
  const { shape, width } = pads.aperture[row]!
  const fn = padFunction(pads.aperture[row]!)
  if (fn !== null) return fn === 'FiducialPad'
  return shape === 'circle' && pads.hole[row]! < 0 && toMm(width) + 2 * expansion >= FIDUCIAL * toMm(width)
}

export const solderMaskExpansion = defineCheck({
  id: 'solder_mask_expansion',
  title: 'Mask-to-pad expansion out of range',
  category: 'solder_mask',
  tier: 1,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper', 'mask'],
  limits: {
    expansion: {
      unit: 'mm',
      direction: 'min',
      limit: 0.025,
      target: 0.05,
      limitMax: LIMIT_MAX_MM,
      targetMax: TARGET_MAX_MM,
      source: 'Conservative class 2 default',
      capability: ['maskExpansion'],
    },
  },
  why: 'Mask is printed with its own tolerance: an opening as tight as its pad ends up on the pad; one much too wide leaves no mask between pads and bares the tracks beside them.',
  fix: 'Set the mask expansion of the service (usually 0.05 mm) and export again; some fabs do it themselves.',
  source: 'IPC-2221B, 4.5.1',
  messages: {
    tight: 'the opening is only {measured} larger than the pad, {limit} needed',
    wide: 'the opening is {measured} larger than the pad on every side, {limit} is enough',
    defined: '{count} pads are defined by the mask: their openings are smaller than the copper on all sides',
  },
  run(board, measures, report, reach) {
    for (const side of OUTER_SIDES) {
      const copper = layerOn(board, 'copper', side)
      const mask = layerOn(board, 'soldermask', side)
      if (!copper || !mask) continue
      const pads = layerPads(board, measures, copper)
      const place = (row: number): Point => [toMm(pads.x[row]!), toMm(pads.y[row]!)]
      const layers = [copper.id, mask.id]
      const defined: number[] = []
      for (const [row, gap] of expansions(board, measures, pads, mask)) {
        if (gap.defined) {
          defined.push(row)
          continue
        }
        const measured = {
          message: gap.value > TARGET_MAX_MM ? 'wide' : 'tight',
          limit: 'expansion',
          value: gap.value,
          at: place(row),
          witness: [gap.a, gap.b],
          layers,
          objects: [padText(pads, row)],
          files: [padSource(pads, row)],
        } as const
        if (gap.value < reach.expansion) report(measured)
        else if (gap.value > TARGET_MAX_MM && gap.alone && !isFiducial(pads, row, gap.value)) report(measured)
        else report.extreme(measured)
      }
      if (defined.length === 0) continue
      const first = defined.reduce((a, b) => Math.min(a, b))
      report.aside({
        message: 'defined',
        limit: 'expansion',
        value: 0,
        at: place(first),
        always: true,
        severity: 'info',
        layers,
        objects: [padText(pads, first)],
        files: [padSource(pads, first)],
        values: { count: String(defined.length) },
      })
    }
  },
})
