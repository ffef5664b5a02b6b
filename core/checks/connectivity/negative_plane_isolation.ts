import { toMm } from '#core/base/units.ts'
import type { Board, Layer } from '#core/board/board.ts'
import { atLeastMm, defineCheck } from '#core/checks/define-check.ts'
import { holePlace, holeSource, holeText, middle, netNames, type Distance, type Measures, type Ring } from '#core/checks/measures.ts'
import { antipadWebs } from '#core/checks/measuring/antipad-webs.ts'
import { nearestPart, pieceGrid } from '#core/geometry/index/piece-grid.ts'
import { newWitness } from '#core/geometry/measure/distance.ts'
import { mmPoint } from '#core/geometry/measure/places.ts'

const DEFAULT = 'Conservative class 2 default'

/** A clear shape wholly inside the drill: from the drilled wall back to it, negative. */
const swallowed = (board: Board, measures: Measures, layer: Layer, hole: number): Distance | null => {
  const { holes } = board
  const [mx, my] = holePlace(board, hole)
  const grid = pieceGrid(measures.image(layer))
  if (!grid || measures.componentAt(layer, [mx, my]) >= 0) return null
  const w = newWitness()
  const r = holes.diameter[hole]! / 2
  if (nearestPart(grid, mx * 1e6, my * 1e6, r, null, w) < 0 || w[0]! >= r) return null
  const [ux, uy] = w[0]! > 0 ? [(w[3]! - w[1]!) / w[0]!, (w[4]! - w[2]!) / w[0]!] : [1, 0]
  return { value: toMm(w[0]! - r), a: mmPoint(w[1]! + ux * r, w[2]! + uy * r), b: mmPoint(w[3]!, w[4]!) }
}

export const negativePlaneIsolation = defineCheck({
  id: 'negative_plane_isolation',
  title: 'Negative-plane isolation missing',
  category: 'connectivity',
  tier: 2,
  severity: 'error',
  basis: 'measured',
  needs: ['copper', 'drill'],
  limits: {
    wall: atLeastMm(0.2, 0.3, DEFAULT, ['holeToCopperInner']),
    web: atLeastMm(0.1, 0.2, DEFAULT, ['copper.inner.trace', 'minTrace']),
  },
  why: 'In a negative plane a hole is isolated only by what is drawn around it; too small a shape shorts the hole to the plane.',
  fix: 'Make antipads at least 0.5 mm larger than the drill, and export planes as positives.',
  source: 'IPC-2221B, 9.1.3 and 10.1.4',
  messages: {
    close: '{measured} from the wall of a hole to the plane, {limit} needed',
    contact: 'the hole is larger than the clear shape around it, by {depth}: it touches the plane',
    web: 'plane only {measured} wide between two isolated holes, {limit} needed',
  },
  run(board, measures, report, reach) {
    const planes = measures.copper.filter((layer) => layer.negative)
    if (planes.length === 0) return 'no plane is drawn as a negative'
    for (const layer of planes) {
      const nets = measures.nets()
      const wall = (ring: Ring, gap: Distance): void => {
        const measured = {
          message: gap.value < 0 ? 'contact' : 'close',
          limit: 'wall',
          value: gap.value,
          at: middle(gap),
          witness: [gap.a, gap.b],
          layers: [layer.id],
          nets: netNames(nets.ofHole(ring.hole), nets.of(layer, ring.nearest)),
          objects: [holeText(board, ring.hole)],
          files: [holeSource(board, ring.hole)],
          values: { depth: `${Math.max(0, -gap.value).toFixed(3)} mm` },
        } as const
        if (gap.value < reach.wall) report(measured)
        else report.extreme(measured)
      }
      for (const ring of measures.rings(layer)) {
        if (ring.component < 0) {
          if (Number.isFinite(ring.value)) wall(ring, ring)
          continue
        }
        const inside = swallowed(board, measures, layer, ring.hole)
        if (inside) wall(ring, inside)
      }
      for (const web of antipadWebs(board, measures, layer, reach.web)) {
        report({
          message: 'web',
          limit: 'web',
          value: web.value,
          at: middle(web),
          witness: [web.a, web.b],
          layers: [layer.id],
          nets: netNames(nets.of(layer, web.component)),
          objects: web.holes.map((hole) => holeText(board, hole)),
          files: web.holes.map((hole) => holeSource(board, hole)),
        })
      }
    }
  },
})
