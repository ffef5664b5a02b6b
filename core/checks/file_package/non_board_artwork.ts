import type { Box } from '#core/base/box.ts'
import { toMm } from '#core/base/units.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import type { PlottedLayer } from '#core/interpret/plotted-layer.ts'
import { extentOf } from '#core/checks/measuring/object-extent.ts'

/** What lies this near the board edge belongs to it, nm. */
const NEAR_NM = 1_000_000

const grown = ([x0, y0, x1, y1]: Box, by: number): Box => [x0 - by, y0 - by, x1 + by, y1 + by]

const joined = (a: Box, b: Box): Box => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]

const isClear = (a: Box, b: Box): boolean => a[2] < b[0] || a[0] > b[2] || a[3] < b[1] || a[1] > b[3]

const holds = (outer: Box, inner: Box): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]

interface Outside {
  readonly count: number
  readonly box: Box
  readonly line: number
}

/** Dark objects set apart from the board that lie beyond its near surroundings. */
const outsideOf = (plotted: PlottedLayer, apart: Uint32Array, board: Box): Outside | null => {
  const near = grown(board, NEAR_NM)
  // The sides of a sheet frame reach past the board; each has to lie clear of it.
  const outside = [...apart].filter((object) => plotted.objects.dark[object] && isClear(extentOf(plotted, object), near))
  const [first] = outside
  if (first === undefined) return null
  const box = outside.reduce<Box>((all, object) => joined(all, extentOf(plotted, object)), extentOf(plotted, first))
  return { count: outside.length, box, line: plotted.objects.line[first]! }
}

export const nonBoardArtwork = defineCheck({
  id: 'non_board_artwork',
  title: 'Title blocks, frames and drawings outside the board',
  category: 'file_package',
  tier: 2,
  severity: 'info',
  basis: 'measured',
  needs: ['outline'],
  limits: { objects: none('Fabrication layers hold the board only') },
  why: 'The fab has to decide what is board and what is drawing, and clears the rest by hand.',
  fix: 'Move title blocks and plot marks to a documentation layer.',
  source: 'Gerber Layer Format Specification 2024.05, 5.6.3; fab guidelines on data',
  messages: {
    frame: '{count} objects around the board, a frame of {size}',
    beside: '{count} objects beside the board, over {size}',
  },
  run(board, _measures, report) {
    const box = board.outline.box
    if (!box) return 'needs a closed board outline'
    for (const layer of board.layers) {
      const outside = layer.apart.length > 0 ? outsideOf(layer.plotted, layer.apart, box) : null
      if (!outside) continue
      const [x0, y0, x1, y1] = outside.box.map(toMm) as [number, number, number, number]
      report({
        message: holds(outside.box, box) ? 'frame' : 'beside',
        limit: 'objects',
        value: outside.count,
        at: [(x0 + x1) / 2, (y0 + y1) / 2],
        witness: [
          [x0, y0],
          [x1, y1],
        ],
        always: true,
        layers: [layer.id],
        files: [{ path: layer.path, line: outside.line }],
        values: { count: String(outside.count), size: `${(x1 - x0).toFixed(1)} by ${(y1 - y0).toFixed(1)} mm` },
      })
    }
  },
})
