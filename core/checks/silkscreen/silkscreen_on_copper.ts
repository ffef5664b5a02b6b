import type { Point } from '#core/base/box.ts'
import type { Image } from '#core/geometry/image.ts'
import { layerPads, type Pads } from '#core/checks/measuring/pads.ts'
import { combineImages } from '#core/geometry/combine/combine.ts'
import { defineCheck } from '#core/checks/define-check.ts'
import { netNames } from '#core/checks/measures.ts'
import { componentPlace, drilledAway, exposedCopper, layerOn, OUTER_SIDES } from '#core/checks/measuring/exposed.ts'

/** Smaller overlaps are rounding where a line ends at a pad's opening. */
const SMALLEST_MM2 = 1e-4

interface Ink {
  readonly value: number
  readonly at: Point
}

/** Pads larger than this are found by their area, not by their pad, nm. */
const FURTHEST_NM = 1_000_000

/** Adds up the ink on each pad, placed at the pad's centre; ink on other copper stands for itself. Areas mm². */
const perPad = (pads: Pads, overlap: Image): readonly Ink[] => {
  const onPads = new Map<number, number>()
  const apart: Ink[] = []
  for (let c = 0; c < overlap.components.count; c++) {
    const at = componentPlace(overlap, c)
    const area = overlap.components.area[c]! / 1e12
    const row = pads.index.near(at[0] * 1e6, at[1] * 1e6, FURTHEST_NM).find((r) => {
      const { width, height } = pads.aperture[r]!
      return Math.hypot(pads.x[r]! - at[0] * 1e6, pads.y[r]! - at[1] * 1e6) <= Math.hypot(width, height) / 2
    })
    if (row === undefined) apart.push({ value: area, at })
    else onPads.set(row, (onPads.get(row) ?? 0) + area)
  }
  return [...[...onPads].map(([row, value]): Ink => ({ value, at: [pads.x[row]! / 1e6, pads.y[row]! / 1e6] })), ...apart]
}

export const silkscreenOnCopper = defineCheck({
  id: 'silkscreen_on_copper',
  title: 'Legend ink on solderable copper',
  category: 'silkscreen',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['legend', 'copper', 'mask'],
  limits: { area: { unit: 'mm2', direction: 'max', limit: 0.05, target: 0, source: 'Ink stays off solderable copper' } },
  why: 'Ink on a pad keeps solder off it. Fabs clip the legend, and then text is cut in half.',
  fix: 'Move or shorten the legend, or let the fab clip it.',
  source: 'IPC-2221B, 4.5; fab capability pages',
  messages: { ink: '{measured} of legend on exposed copper' },
  run(board, measures, report) {
    for (const side of OUTER_SIDES) {
      const exposed = exposedCopper(board, measures, side)
      const copper = layerOn(board, 'copper', side)
      if (!exposed || !copper || !layerOn(board, 'soldermask', side)) continue
      for (const legend of board.layers.filter((l) => l.role === 'legend' && l.side === side)) {
        const inked = combineImages(measures.image(legend), exposed, 'intersect')
        // Drill marks and lines over holes fall away with the hole.
        const overlap = inked.area > 0 ? combineImages(inked, drilledAway(board, measures), 'subtract') : inked
        for (const { value, at } of perPad(layerPads(board, measures, copper), overlap)) {
          if (value < SMALLEST_MM2) continue
          const component = measures.componentAt(copper, at)
          report({
            message: 'ink',
            limit: 'area',
            value,
            at,
            layers: [legend.id, copper.id],
            nets: component < 0 ? [] : netNames(measures.nets().of(copper, component)),
            files: [{ path: legend.path, line: 0 }],
          })
        }
      }
    }
  },
})
