import { perimeterOf, insideContour } from '#core/board/outline/contour-geometry.ts'
import type { Board, Contour } from '#core/board/board.ts'
import { toMm } from '#core/base/units.ts'
import { defineCheck } from '#core/checks/define-check.ts'
import type { Measures } from '#core/checks/measures.ts'
import { layerPads } from '#core/checks/measuring/pads.ts'

/** A piece with fewer pads is a test coupon or a rail. */
const LEAST_PADS = 6
/** Copies agree in area and perimeter to this share, turned or not. */
const ALIKE = 0.005
/** So many layers that come twice are another revision, not a stray copy. */
const LEAST_TWICE = 2

const isAlike = (a: Contour, b: Contour): boolean =>
  Math.abs(a.area - b.area) <= ALIKE * a.area && Math.abs(perimeterOf(a) - perimeterOf(b)) <= ALIKE * perimeterOf(a)

/** Outer contours that hold pads, one per shape: copies of one board are a panel. */
const designsOf = (board: Board, measures: Measures): readonly Contour[] => {
  const outer = measures.copper.filter((layer) => layer.side === 'top' || layer.side === 'bottom')
  const padsIn = (contour: Contour): number =>
    outer.reduce((sum, layer) => {
      const pads = layerPads(board, measures, layer)
      let count = sum
      for (let row = 0; row < pads.count && count < LEAST_PADS; row++) if (insideContour(contour, pads.x[row]!, pads.y[row]!)) count++
      return count
    }, 0)
  const designs: Contour[] = []
  for (const contour of board.outline.outer)
    if (!designs.some((known) => isAlike(known, contour)) && padsIn(contour) >= LEAST_PADS) designs.push(contour)
  return designs
}

/** Copper and mask layers for which a second file with another content came. */
const twice = (board: Board): readonly { readonly name: string; readonly paths: readonly string[] }[] =>
  board.layers.flatMap((layer) => {
    if (layer.role !== 'copper' && layer.role !== 'plane' && layer.role !== 'soldermask') return []
    const others = board.layers.filter(
      (other) =>
        other !== layer &&
        other.id.startsWith(`${layer.id}-`) &&
        other.role === layer.role &&
        other.side === layer.side &&
        other.order === layer.order &&
        other.file.sha256 !== layer.file.sha256,
    )
    return others.length > 0 ? [{ name: layer.name, paths: [layer, ...others].map((l) => l.path) }] : []
  })

export const multipleDesignsInPackage = defineCheck({
  id: 'multiple_designs_in_package',
  title: 'Package holds more than one board',
  category: 'file_package',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['files', 'outline'],
  limits: {
    designs: { unit: 'count', direction: 'count', limit: 1, target: null, source: 'One design per order, or a declared panel' },
  },
  why: 'The fab builds one of them, charges for several, or stops and asks; files of an old revision may be built by mistake.',
  fix: 'Send one design per order or declare the panel; take old revisions out of the zip.',
  source: 'Fab ordering rules on several designs in one order',
  messages: {
    designs: '{measured} different boards in one package',
    revisions: 'two versions of {count} layers: {names}',
  },
  run(board, measures, report) {
    const designs = designsOf(board, measures)
    const { path } = board.outline
    if (designs.length > 1)
      report({
        message: 'designs',
        limit: 'designs',
        value: designs.length,
        at: [toMm(designs[1]!.x[0]!), toMm(designs[1]!.y[0]!)],
        files: path ? [{ path, line: 0 }] : [],
      })
    const layers = twice(board)
    if (layers.length < LEAST_TWICE) return
    report({
      message: 'revisions',
      limit: 'designs',
      value: 2,
      at: null,
      files: layers.flatMap(({ paths }) => paths.map((p) => ({ path: p, line: 0 }))),
      values: { count: String(layers.length), names: layers.map(({ name }) => name).join(', ') },
    })
  },
})
