import type { Point } from '#core/base/box.ts'
import type { Board, Layer } from '#core/board/board.ts'
import type { Distance, Measures } from '#core/checks/measures.ts'

/** Plane between the clear shapes around two isolated holes. */
export interface AntipadWeb extends Distance {
  readonly component: number
  readonly holes: readonly [number, number]
}

/** The edge of a clear shape is looked for around holes no farther from their walls, mm. */
const WIDEST_ANTIPAD_MM = 1.5

/**
 * Narrow places of a plane between the clear shapes of two holes that it isolates. Spokes of one thermal are none of it.
 * @param within mm
 */
export const antipadWebs = (board: Board, measures: Measures, layer: Layer, within: number): readonly AntipadWeb[] => {
  const { holes } = board
  const isolated = measures.rings(layer).filter((ring) => ring.component < 0)
  const nearest = ([x, y]: Point): number => {
    let best = WIDEST_ANTIPAD_MM
    let hole = -1
    for (const ring of isolated) {
      const [hx, hy] = [(holes.x0[ring.hole]! + holes.x1[ring.hole]!) / 2e6, (holes.y0[ring.hole]! + holes.y1[ring.hole]!) / 2e6]
      const gap = Math.hypot(hx - x, hy - y) - holes.diameter[ring.hole]! / 2e6
      if (gap >= best) continue
      best = gap
      hole = ring.hole
    }
    return hole
  }
  return measures.necks(layer, within).flatMap((neck): AntipadWeb[] => {
    if (neck.kind === 'sliver') return []
    const [one, other] = [nearest(neck.a), nearest(neck.b)]
    return one >= 0 && other >= 0 && one !== other ? [{ ...neck, holes: [one, other] }] : []
  })
}
