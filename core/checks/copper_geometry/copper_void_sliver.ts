import { toNm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'
import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { middle, netNames, type LayerGap } from '#core/checks/measures.ts'
import { drilledAway } from '#core/checks/measuring/exposed.ts'
import { usedComponents } from '#core/checks/measuring/used-components.ts'
import { smallVoids } from '#core/checks/measuring/voids.ts'
import { insideImage, nearestPart, pieceGrid, shapeOfPart } from '#core/geometry/index/piece-grid.ts'
import { newWitness } from '#core/geometry/measure/distance.ts'

const SLENDER = 3
/** Voids smaller than this are rounding where filled strokes meet; no film shows them. */
const SMALLEST_MM = 0.003

const isWithin = (box: readonly [number, number, number, number], [x, y]: Point): boolean =>
  x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]

export const copperVoidSliver = defineCheck({
  id: 'copper_void_sliver',
  title: 'Resist sliver, narrow void or pinhole',
  category: 'copper_geometry',
  tier: 2,
  severity: 'warning',
  basis: 'measured',
  needs: ['copper'],
  limits: { width: atLeastMm(0.1, 0.15, 'Conservative class 2 default') },
  why: 'Resist in a narrow void hangs on by a thread: it comes off in the bath and settles on other copper.',
  fix: "Fill the void or widen it; raise the pour's minimum width and smoothing.",
  source: 'IPC-2221B, 6.3; resist sliver and pinhole checks of CAM tools',
  messages: {
    slit: 'closed slit in copper only {measured} wide, {limit} wanted',
    pinhole: 'pinhole in copper of {measured}, {limit} wanted',
  },
  run(board, measures, report, reach) {
    const drilled = drilledAway(board, measures)
    const isDrilled = ([x, y]: Point): boolean => insideImage(drilled, toNm(x), toNm(y))
    for (const layer of measures.copper) {
      const image = measures.image(layer)
      const grid = pieceGrid(image)
      const used = usedComponents(board, measures, layer)
      const tell = (
        message: 'slit' | 'pinhole',
        component: number,
        value: number,
        at: Point,
        witness: readonly [Point, Point] | readonly [],
      ): void => {
        // The inside of letters and pictures is drawn on purpose; what a hole takes away is none.
        if (!used[component] || isDrilled(at)) return
        report({ message, limit: 'width', value, at, witness, layers: [layer.id], nets: netNames(measures.nets().of(layer, component)) })
      }
      const w = newWitness()
      const isInVoid = ([x, y]: Point): boolean => {
        const part = grid ? nearestPart(grid, toNm(x), toNm(y), 1000, null, w) : -1
        return grid !== null && part >= 0 && image.rings.area[image.pieces.ring[shapeOfPart(grid, part)]!]! < 0
      }
      const slits = measures
        .sameNetGaps(layer, reach.width)
        .filter((gap) => gap.value >= SMALLEST_MM && gap.componentA === gap.componentB && isInVoid(gap.a) && isInVoid(gap.b))
      const pinholes = smallVoids(image, SLENDER * reach.width).filter(({ size, box }) => {
        const length = Math.max(box[2] - box[0], box[3] - box[1])
        return size >= SMALLEST_MM && length <= SLENDER * size
      })
      const inPinhole = new Set<LayerGap>()
      for (const { component, size, at, box } of pinholes) {
        const across = slits.filter((gap) => isWithin(box, middle(gap)))
        for (const gap of across) inPinhole.add(gap)
        const width = Math.min(size, ...across.map((gap) => gap.value))
        if (width < reach.width) tell('pinhole', component, width, at, [])
      }
      for (const gap of slits) if (!inPinhole.has(gap)) tell('slit', gap.componentA, gap.value, middle(gap), [gap.a, gap.b])
    }
  },
})
