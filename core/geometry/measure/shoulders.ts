import type { Place } from './cluster.ts'
import type { Hits } from './places.ts'

/** What a place of hits was judged to be. */
export interface JudgedPlace extends Place {
  readonly kind: 'trace' | 'neck' | 'sliver'
  readonly component: number
}

/** Wider places this near to a narrower one of the same component belong to it, nm. */
const NEAR = 500_000
/** A neck this little wider than the track it lies at is the track's end; as a factor. */
const SAME_WIDTH = 0.999

/** Things by the half-millimetre cells that they lie in. */
class Cells {
  readonly #cells = new Map<number, number[]>()

  add(x: number, y: number, item: number): void {
    const key = this.#key(Math.floor(x / NEAR), Math.floor(y / NEAR))
    const cell = this.#cells.get(key)
    if (!cell) this.#cells.set(key, [item])
    else if (cell[cell.length - 1] !== item) cell.push(item)
  }

  some(x: number, y: number, test: (item: number) => boolean): boolean {
    const [c, r] = [Math.floor(x / NEAR), Math.floor(y / NEAR)]
    for (let u = -1; u <= 1; u++) for (let v = -1; v <= 1; v++) if (this.#cells.get(this.#key(c + u, r + v))?.some(test)) return true
    return false
  }

  #key(c: number, r: number): number {
    return r * 0x4000000 + c
  }
}

const middle = (hits: Hits, hit: number): readonly [number, number] => [
  (hits.number(hit, 1) + hits.number(hit, 3)) / 2,
  (hits.number(hit, 2) + hits.number(hit, 4)) / 2,
]

const distanceToStretch = (hits: Hits, hit: number, x: number, y: number): number => {
  const [x0, y0] = [hits.number(hit, 5), hits.number(hit, 6)]
  const [dx, dy] = [hits.number(hit, 7) - x0, hits.number(hit, 8) - y0]
  const length2 = dx * dx + dy * dy
  const t = length2 > 0 ? Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length2)) : 0
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy)
}

/** The stretches of drawn tracks and other long strips, by cell; items are hits. */
const stripCells = (hits: Hits, judged: readonly JudgedPlace[]): Cells => {
  const strips = new Cells()
  for (const { kind, members } of judged) {
    if (kind !== 'trace') continue
    for (const hit of members) {
      const [x0, y0] = [hits.number(hit, 5), hits.number(hit, 6)]
      const [dx, dy] = [hits.number(hit, 7) - x0, hits.number(hit, 8) - y0]
      const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / NEAR))
      for (let k = 0; k <= steps; k++) strips.add(x0 + (k / steps) * dx, y0 + (k / steps) * dy, hit)
    }
  }
  return strips
}

/**
 * Leaves out what belongs to a narrower place of the same component: wider places beside it, and necks at the shoulders of a strip that is no wider than they are.
 * @param judged in order of width
 * @param componentOf of a hit
 */
export const withoutShoulders = <P extends JudgedPlace>(
  hits: Hits,
  judged: readonly P[],
  componentOf: (hit: number) => number,
): readonly P[] => {
  const kept = new Cells()
  const strips = stripCells(hits, judged)
  return judged.filter(({ hit, kind, component }, k) => {
    const [x, y] = middle(hits, hit)
    const width = hits.value(hit)
    const isBeside = kept.some(x, y, (other) => {
      if (judged[other].component !== component || (kind === 'trace' && judged[other].kind !== 'trace')) return false
      const [ox, oy] = middle(hits, judged[other].hit)
      return Math.hypot(ox - x, oy - y) <= NEAR
    })
    const isShoulder = (strip: number): boolean =>
      hits.value(strip) * SAME_WIDTH <= width && componentOf(strip) === component && distanceToStretch(hits, strip, x, y) <= width
    if (isBeside || (kind === 'neck' && strips.some(x, y, isShoulder))) return false
    kept.add(x, y, k)
    return true
  })
}
