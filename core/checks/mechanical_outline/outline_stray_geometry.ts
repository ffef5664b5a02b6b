import type { Point } from '#core/base/box.ts'
import { toMm } from '#core/base/units.ts'
import { defineCheck, none } from '#core/checks/define-check.ts'
import { holeSource, holeText } from '#core/checks/measures.ts'
import { circleOf } from '#core/checks/measuring/circles.ts'
import { clustersOf } from '#core/checks/measuring/clusters.ts'
import { outlineLayer } from '#core/checks/measuring/outline-layer.ts'
import { holeIndex } from '#core/checks/measuring/pads.ts'
import { mmPoint } from '#core/geometry/measure/places.ts'
import { OBJECT_FLASH } from '#core/interpret/plotted-layer.ts'

/** Strokes whose starts are this near are one note, arrow or mark, nm. */
const TOGETHER_NM = 3_000_000
/** A circle stands for a hole whose axis is this near and whose size is within half of its own, nm. */
const AT_HOLE_NM = 100_000
/** The thinnest router that fabs keep for cut-outs, nm. */
const ROUTER_NM = 800_000
/** What a computed radius may be off by, nm. */
const ROUNDING_NM = 5000
/** Shorter bits are slips where two strokes of the contour meet, nm. */
const SLIP_NM = 50_000

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : what.endsWith('sh') ? 'es' : 's'}`
const mmText = (nm: number): string => `${toMm(nm).toFixed(3)} mm`

export const outlineStrayGeometry = defineCheck({
  id: 'outline_stray_geometry',
  title: 'Non-contour objects on the outline layer',
  category: 'mechanical_outline',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['outline'],
  limits: { stray: none('The outline layer holds the contours to mill and nothing else') },
  why: 'Some services mill everything on this layer: a dimension line becomes a slot, a circle a second hole.',
  fix: 'Keep only closed milled contours on the outline layer; move notes and dimensions to a drawing.',
  source: 'Gerber Layer Format Specification 2024.05, 5.6.3 (Profile holds the board edge only)',
  messages: {
    strokes: 'bounding nothing: {count}, {length} in all (dimension lines, text or marks)',
    figures: 'neither board edge nor cut-out: {count}',
    pads: 'on the outline layer: {count}',
    hole: 'a drilled hole is drawn as a circle of {size} as well',
    small: 'a circle of {size}, too small for a router, with no hole at its place',
  },
  run(board, measures, report) {
    const layer = outlineLayer(board)
    if (!layer || board.outline.source !== 'outline') return 'needs an outline file of its own'
    const one = { limit: 'stray', layers: [layer.id] } as const
    const at = ([x, y]: Point): Point => mmPoint(x, y)
    const { stray, cutouts } = board.outline
    for (const [message, what, items] of [
      ['strokes', 'stroke', stray.filter((s) => s.length > 0)],
      ['figures', 'closed figure', stray.filter((s) => s.length === 0)],
    ] as const) {
      for (const group of clustersOf(
        items.map((s) => s.at),
        TOGETHER_NM,
      )) {
        const length = group.reduce((sum, k) => sum + items[k]!.length, 0)
        if (message === 'strokes' && length < SLIP_NM) continue
        const longest = group.reduce((best, k) => (items[k]!.length > items[best]!.length ? k : best), group[0]!)
        report({
          ...one,
          message,
          value: group.length,
          at: at(items[longest]!.at),
          files: group.slice(0, 20).map((k) => ({ path: layer.path, line: items[k]!.line })),
          values: { count: counted(group.length, what), length: mmText(length) },
        })
      }
    }
    const { objects: o } = layer.plotted
    const flashes = Array.from({ length: o.count }, (_, k) => k).filter((k) => o.kind[k] === OBJECT_FLASH && o.dark[k])
    if (flashes.length > 0)
      report({
        ...one,
        message: 'pads',
        value: flashes.length,
        at: mmPoint(o.x0[flashes[0]!]!, o.y0[flashes[0]!]!),
        files: flashes.slice(0, 20).map((k) => ({ path: layer.path, line: o.line[k]! })),
        values: { count: counted(flashes.length, 'flash') },
      })
    for (const contour of cutouts) {
      const circle = circleOf(contour)
      if (!circle) continue
      const hole = holeIndex(board, measures).near(circle.centre[0], circle.centre[1], AT_HOLE_NM)[0]
      const same = hole !== undefined && Math.abs(board.holes.diameter[hole]! - circle.diameter) <= circle.diameter / 2
      if (!same && circle.diameter >= ROUTER_NM - ROUNDING_NM) continue
      report({
        ...one,
        message: same ? 'hole' : 'small',
        value: 1,
        at: at(circle.centre),
        objects: same ? [holeText(board, hole)] : [],
        files: [{ path: layer.path, line: 0 }, ...(same ? [holeSource(board, hole)] : [])],
        values: { size: mmText(circle.diameter) },
      })
    }
  },
})
