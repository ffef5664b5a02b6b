import type { Mm } from '#core/base/units.ts'
import type { Layer } from '#core/board/board.ts'
import { defineCheck } from '#core/checks/define-check.ts'
import { middle, netNames, type LayerGap, type Measures } from '#core/checks/measures.ts'
import { layerOn, OUTER_SIDES } from '#core/checks/measuring/exposed.ts'
import { padOpenings } from '#core/checks/measuring/pad-openings.ts'
import { layerPads, padFunction, type Pads } from '#core/checks/measuring/pads.ts'
import { imageOfObjects } from '#core/checks/measuring/subset.ts'
import { componentAt, insideImage, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import { spacingGaps } from '#core/geometry/measure/spacing.ts'

/** Usual expansion of an opening, kept on both sides of a dam. */
const EXPANSION_MM: Mm = 0.05
/** Farther pads of one opening aren't neighbours. */
const FURTHEST_MM: Mm = 2

interface Shared {
  readonly opening: number
  readonly gap: LayerGap
  readonly rows: readonly number[]
}

/**
 * Openings over pads of several nets, each with the pad that lies farthest from its nearest neighbour of another net:
 * there a dam would have had most room.
 */
const sharedOpenings = (measures: Measures, copper: Layer, pads: Pads, openingOf: (row: number) => number): readonly Shared[] => {
  const rowsOf = new Map<number, number[]>()
  for (let row = 0; row < pads.count; row++) {
    const opening = openingOf(row)
    if (opening >= 0) rowsOf.set(opening, [...(rowsOf.get(opening) ?? []), row])
  }
  const netOf = (row: number): number => {
    const component = measures.componentAt(copper, [pads.x[row]! / 1e6, pads.y[row]! / 1e6])
    return component < 0 ? -1 : measures.nets().of(copper, component).id
  }
  const several = [...rowsOf].filter(([, rows]) => rows.length > 1 && new Set(rows.map(netOf)).size > 1)
  const rows = several.flatMap(([, list]) => list)
  if (rows.length === 0) return []
  const image = imageOfObjects(
    copper.plotted,
    rows.map((row) => pads.object[row]!),
  )
  const grid = pieceGrid(image)
  const rowAt = new Map(rows.map((row) => [componentAt(image, grid, pads.x[row]!, pads.y[row]!), row]))
  const group = Int32Array.from({ length: image.components.count }, (_, c) => (rowAt.has(c) ? netOf(rowAt.get(c)!) : -1))
  const nearest = new Map<number, LayerGap>()
  for (const gap of spacingGaps(image, { withinMm: FURTHEST_MM, group })) {
    const [a, b] = [rowAt.get(gap.componentA), rowAt.get(gap.componentB)]
    if (a === undefined || b === undefined || openingOf(a) !== openingOf(b)) continue
    for (const row of [a, b]) if (gap.value < (nearest.get(row)?.value ?? Infinity)) nearest.set(row, gap)
  }
  return several.flatMap(([opening, list]): Shared[] => {
    const gaps = list.flatMap((row) => nearest.get(row) ?? [])
    if (gaps.length === 0) return []
    return [{ opening, rows: list, gap: gaps.reduce((a, b) => (b.value > a.value ? b : a)) }]
  })
}

export const maskBridge = defineCheck({
  id: 'mask_bridge',
  title: 'Foreign pads inside one mask opening',
  category: 'solder_mask',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper', 'mask'],
  limits: {
    dam: {
      unit: 'mm',
      direction: 'max',
      limit: 0.1,
      // Where the fab's dam doesn't fit, the common opening is only told.
      target: 0,
      source: 'A dam that the fab can print belongs between pads of two nets',
      capability: ['maskDam'],
    },
  },
  why: 'Without a dam of mask between them, solder runs from pad to pad.',
  fix: 'Split the opening, or confirm the common opening with the assembler.',
  source: 'IPC-7351B; fab pages on solder bridges',
  messages: { bridge: 'one opening over pads of {nets}, where a dam {measured} wide would fit' },
  run(board, measures, report) {
    for (const side of OUTER_SIDES) {
      const [copper, mask] = [layerOn(board, 'copper', side), layerOn(board, 'soldermask', side)]
      if (!copper || !mask) continue
      const pads = layerPads(board, measures, copper)
      const { image } = padOpenings(board, measures, mask, copper)
      const grid = pieceGrid(image)
      const paste = layerOn(board, 'paste', side)
      const isPasted = (row: number): boolean => paste !== null && insideImage(measures.image(paste), pads.x[row]!, pads.y[row]!)
      const openings = sharedOpenings(measures, copper, pads, (row) => componentAt(image, grid, pads.x[row]!, pads.y[row]!))
      for (const { gap, rows } of openings) {
        // Fingers of an edge connector lie in one window.
        if (rows.some((row) => padFunction(pads.aperture[row]!) === 'ConnectorPad')) continue
        const isSoldered = rows.some((row) => pads.hole[row]! >= 0 || isPasted(row))
        const value = gap.value - 2 * EXPANSION_MM
        const nets = rows.map((row) => measures.componentAt(copper, [pads.x[row]! / 1e6, pads.y[row]! / 1e6]))
        report({
          message: 'bridge',
          limit: 'dam',
          value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers: [mask.id, copper.id],
          // Jumpers and fingers share an opening on purpose.
          severity: isSoldered ? 'warning' : 'info',
          nets: netNames(...nets.map((c) => measures.nets().of(copper, c))).slice(0, 4),
        })
      }
    }
  },
})
