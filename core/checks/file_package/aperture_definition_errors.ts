import { HOLE_PLATED, type Board, type Layer } from '#core/board/board.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import { isOuter, type Measures } from '#core/checks/measures.ts'
import { OBJECT_FLASH, type ApertureInfo } from '#core/interpret/plotted-layer.ts'
import type { Role } from '#core/identify/identified-file.ts'

/** What is imaged on the board; a pen without width is right on outlines and drawings. */
const IMAGED: ReadonlySet<Role> = new Set(['copper', 'plane', 'soldermask', 'paste', 'legend'])
/** Nobody images less, nm. */
const SMALLEST_NM = 10_000
/** Six digits of an inch. */
const ROUNDING_NM = 26
/** A layer with so many plated holes has pads. */
const HOLES = 4

type Fault = 'none' | 'fine' | 'absurd' | 'hollow'

const faultOf = ({ width, height, hole }: ApertureInfo, boardLength: number): Fault | null => {
  if (hole > 0 && hole >= Math.min(width, height)) return 'hollow'
  if (width <= 0 || height <= 0) return 'none'
  if (Math.max(width, height) < SMALLEST_NM - ROUNDING_NM) return 'fine'
  return Math.max(width, height) > boardLength ? 'absurd' : null
}

const longestSide = ({ outline: { box } }: Board): number => (box ? Math.hypot(box[2] - box[0], box[3] - box[1]) : Infinity)

/** Outer copper with lands around its plated holes and not one flash: every pad is painted or drawn as an area. */
const paintedPads = (board: Board, measures: Measures, layer: Layer): number => {
  const { objects } = layer.plotted
  for (let o = 0; o < objects.count; o++) if (objects.kind[o] === OBJECT_FLASH) return 0
  return measures.rings(layer).filter(({ hole, component }) => component >= 0 && board.holes.plating[hole] === HOLE_PLATED).length
}

export const apertureDefinitionErrors = defineCheck({
  id: 'aperture_definition_errors',
  title: 'Aperture definition suspicious',
  category: 'file_package',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['files'],
  limits: { apertures: none('Apertures have a size that can be imaged') },
  why: 'What an aperture without a sensible size plots is lost, or plotted by each system in its own way.',
  fix: 'Correct the pad in the library and export again; have pads flashed, not painted.',
  source: 'Gerber Layer Format Specification 2024.05, 4.4 and 4.5',
  messages: {
    none: 'aperture {code} has no size and plots nothing in {uses} places',
    fine: 'aperture {code} is only {size} and used {uses} times',
    absurd: 'aperture {code} is {size}, larger than the board, and used {uses} times',
    hollow: 'the hole of aperture {code} is as large as its body: nothing is left of {uses} objects',
    painted: 'no pad is flashed: all {count} lands are painted with strokes or drawn as areas',
  },
  run(board, measures, report) {
    const length = longestSide(board)
    for (const layer of board.layers) {
      if (!IMAGED.has(layer.role)) continue
      for (const aperture of layer.plotted.apertures) {
        const uses = aperture.flashes + aperture.draws
        const fault = uses > 0 && aperture.shape !== 'block' ? faultOf(aperture, length) : null
        if (!fault) continue
        const mm = (nm: number): string => String(Number((nm / 1e6).toFixed(4)))
        report({
          message: fault,
          limit: 'apertures',
          value: uses,
          at: null,
          always: true,
          layers: [layer.id],
          objects: [`D${aperture.code}`],
          files: [{ path: layer.path, line: aperture.line }],
          values: { code: `D${aperture.code}`, uses: String(uses), size: `${mm(aperture.width)} by ${mm(aperture.height)} mm` },
        })
      }
      const painted = layer.role === 'copper' && isOuter(layer) && !layer.negative ? paintedPads(board, measures, layer) : 0
      if (painted < HOLES) continue
      report({
        message: 'painted',
        limit: 'apertures',
        value: painted,
        at: null,
        always: true,
        severity: 'info',
        layers: [layer.id],
        files: [{ path: layer.path, line: 0 }],
        values: { count: String(painted) },
      })
    }
  },
})
