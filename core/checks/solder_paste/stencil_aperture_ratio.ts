import type { Mm } from '#core/base/units.ts'
import { defineCheck } from '#core/checks/define-check.ts'
import { componentPerimeter, componentSpread } from '#core/checks/measuring/component-shape.ts'
import { componentPlace } from '#core/checks/measuring/exposed.ts'

/** Assumed foil where the package states none, as nearly all do. */
const FOIL_MM = 0.12
/** Longer than this many widths and filling its rectangle, an opening is judged by its width. */
const LONG = 5
const FILLED = 0.75
/** Narrower bits are rounding where openings touch. */
const SMALLEST_MM: Mm = 0.005
/** Foils in trade, thinnest last, mm. */
const FOILS: readonly Mm[] = [0.1, 0.08, 0.06, 0.05, 0.03]

/** A thousandth is finer than any file's coordinates tell the area. */
const rounded = (ratio: number): number => Math.round(ratio * 1000) / 1000

/** The thickest foil that would do, as text. */
const foilFor = (sizeMm: Mm, limit: number): string => {
  const foil = FOILS.find((thickness) => sizeMm / thickness >= limit)
  return foil === undefined ? 'none' : `${foil} mm`
}

const AREA_RATIO = 0.66
const ASPECT_RATIO = 1.5

export const stencilApertureRatio = defineCheck({
  id: 'stencil_aperture_ratio',
  title: 'Stencil area ratio',
  category: 'solder_paste',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['paste'],
  limits: {
    area: { unit: 'ratio', direction: 'min', limit: 0.6, target: AREA_RATIO, source: 'IPC-7525B, 3.2.2.1 (0.66), 0.6 with a nano coating' },
    aspect: { unit: 'ratio', direction: 'min', limit: ASPECT_RATIO, target: null, source: 'IPC-7525B, 3.2.2.1' },
  },
  why: 'Paste sticks to the walls of an opening that is small against the foil: the joint gets too little solder, or none.',
  fix: 'Enlarge the opening or use a thinner, or stepped, stencil.',
  source: 'IPC-7525B, 3.2.2.1',
  messages: {
    area: 'area ratio {measured} with a 0.12 mm stencil, {limit} needed; foil that fits: {foil}',
    aspect: 'opening only {measured} times as wide as a 0.12 mm stencil is thick, {limit} needed; foil that fits: {foil}',
  },
  run(board, measures, report) {
    const pastes = board.layers.filter((layer) => layer.role === 'paste')
    for (const layer of pastes) {
      const image = measures.image(layer)
      const { components } = image
      for (let c = 0; c < components.count; c++) {
        const areaMm2 = components.area[c]! / 1e12
        const { width, length } = componentSpread(image, c)
        if (width < SMALLEST_MM) continue
        const isLong = length > LONG * width && areaMm2 > FILLED * width * length
        // Area over perimeter, and the width, are lengths: divided by the foil they are the ratios.
        const size = isLong ? width : areaMm2 / componentPerimeter(image, c)
        const needed = isLong ? ASPECT_RATIO : AREA_RATIO
        const measured = {
          message: isLong ? 'aspect' : 'area',
          limit: isLong ? 'aspect' : 'area',
          value: rounded(size / FOIL_MM),
          at: componentPlace(image, c),
          layers: [layer.id],
          values: { foil: foilFor(size, needed) },
        } as const
        if (measured.value < needed) report(measured)
        else report.extreme(measured)
      }
    }
  },
})
