import { toMm } from '#core/base/units.ts'
import type { Conductor } from '#core/checks/measures.ts'
import { common, merged, type Interval } from '#core/checks/measuring/intervals.ts'
import type { Layer } from '#core/board/board.ts'
import { PIECE_LINE, type Image } from '#core/geometry/image.ts'
import { OBJECT_ARC, OBJECT_DRAW, type PlottedObjects } from '#core/interpret/plotted-layer.ts'

/** Flanks may lean this much against the centre line, as sine. */
const PARALLEL = 1e-4
const NM_TOLERANCE = 20

/** Both flanks of one stroke: intervals along the centre line (nm of length, or radians for arcs) and their offsets. */
interface Flanks {
  readonly left: Interval[]
  readonly right: Interval[]
  leftOffset: number
  rightOffset: number
}

interface Stroke {
  readonly object: number
  readonly width: number
  readonly length: number
  /** Middle of the visible run on the centre line and the unit normal there, nm. */
  readonly x: number
  readonly y: number
  readonly nx: number
  readonly ny: number
  readonly component: number
}

const drawFlank = (image: Image, piece: number, o: PlottedObjects, object: number, flanks: Flanks): void => {
  const { pieces } = image
  if (pieces.kind[piece] !== PIECE_LINE) return
  const [ax, ay] = [o.x0[object]!, o.y0[object]!]
  const [dx, dy] = [o.x1[object]! - ax, o.y1[object]! - ay]
  const length = Math.hypot(dx, dy)
  if (length === 0) return
  const [ux, uy] = [dx / length, dy / length]
  const [px, py] = [pieces.x0[piece]! - ax, pieces.y0[piece]! - ay]
  const [qx, qy] = [pieces.x1[piece]! - ax, pieces.y1[piece]! - ay]
  const pieceLength = Math.hypot(qx - px, qy - py)
  if (pieceLength === 0 || Math.abs((qx - px) * uy - (qy - py) * ux) > PARALLEL * pieceLength) return
  const offset = (px * -uy + py * ux + qx * -uy + qy * ux) / 2
  const [s, t] = [px * ux + py * uy, qx * ux + qy * uy]
  const run: Interval = [Math.max(0, Math.min(s, t)), Math.min(length, Math.max(s, t))]
  if (run[1] > run[0]) addFlank(flanks, offset, run)
}

const TURN = 2 * Math.PI

const arcFlank = (image: Image, piece: number, o: PlottedObjects, object: number, flanks: Flanks): void => {
  const { pieces } = image
  if (pieces.kind[piece] === PIECE_LINE) return
  const [cx, cy] = [o.cx[object]!, o.cy[object]!]
  if (Math.hypot(pieces.cx[piece]! - cx, pieces.cy[piece]! - cy) > NM_TOLERANCE) return
  const radius = Math.hypot(o.x0[object]! - cx, o.y0[object]! - cy)
  const start = Math.atan2(o.y0[object]! - cy, o.x0[object]! - cx)
  const sweep = o.sweep[object]!
  const along = (x: number, y: number): number => {
    const angle = (Math.atan2(y - cy, x - cx) - start) * Math.sign(sweep)
    return ((angle % TURN) + TURN) % TURN
  }
  let [s, t] = [along(pieces.x0[piece]!, pieces.y0[piece]!), along(pieces.x1[piece]!, pieces.y1[piece]!)]
  // Pieces sweep half a turn at most: the shorter way between the two angles is the piece.
  if (Math.abs(t - s) > Math.PI) {
    if (s < t) s += TURN
    else t += TURN
  }
  const run: Interval = [Math.min(s, t), Math.min(Math.abs(sweep), Math.max(s, t))]
  if (run[1] > run[0]) addFlank(flanks, pieces.r[piece]! - radius, run)
}

const addFlank = (flanks: Flanks, offset: number, run: Interval): void => {
  if (offset > 0) {
    flanks.left.push(run)
    flanks.leftOffset = Math.max(flanks.leftOffset, offset)
  } else {
    flanks.right.push(run)
    flanks.rightOffset = Math.max(flanks.rightOffset, -offset)
  }
}

const widest = (runs: readonly Interval[]): Interval => runs.reduce((best, run) => (run[1] - run[0] > best[1] - best[0] ? run : best))

const strokeOf = (o: PlottedObjects, object: number, flanks: Flanks, component: number): Stroke | null => {
  const runs = common(merged(flanks.left), merged(flanks.right))
  if (runs.length === 0) return null
  const isArc = o.kind[object] === OBJECT_ARC
  const radius = isArc ? Math.hypot(o.x0[object]! - o.cx[object]!, o.y0[object]! - o.cy[object]!) : 1
  const width = flanks.leftOffset + flanks.rightOffset
  const length = runs.reduce((sum, run) => sum + (run[1] - run[0]), 0) * radius
  // Shorter bits are ends of painted areas and corners between strokes; real necks are min_copper_neck's.
  if (length < width / 2) return null
  const total = isArc ? Math.abs(o.sweep[object]!) : Math.hypot(o.x1[object]! - o.x0[object]!, o.y1[object]! - o.y0[object]!)
  const centre = total / 2
  const at = runs.some((run) => run[0] <= centre && run[1] >= centre) ? centre : (widest(runs)[0] + widest(runs)[1]) / 2
  if (isArc) {
    const angle = Math.atan2(o.y0[object]! - o.cy[object]!, o.x0[object]! - o.cx[object]!) + at * Math.sign(o.sweep[object]!)
    const [nx, ny] = [Math.cos(angle), Math.sin(angle)]
    return { object, width, length, x: o.cx[object]! + radius * nx, y: o.cy[object]! + radius * ny, nx, ny, component }
  }
  const [ux, uy] = [(o.x1[object]! - o.x0[object]!) / total, (o.y1[object]! - o.y0[object]!) / total]
  return { object, width, length, x: o.x0[object]! + ux * at, y: o.y0[object]! + uy * at, nx: -uy, ny: ux, component }
}

/** Longer first; of equally long ones (to a micrometre) the leftmost, then the lowest, so that the order in the file doesn't show. */
const goesBefore = (a: Stroke, b: Stroke): boolean => {
  const longer = Math.round(a.length / 1000) - Math.round(b.length / 1000)
  if (longer !== 0) return longer > 0
  return a.x === b.x ? a.y < b.y : a.x < b.x
}

/** Union of strokes that share an end point, a component and a width: one conductor. */
const joinedBy = (strokes: readonly Stroke[], o: PlottedObjects): readonly (readonly Stroke[])[] => {
  const parent = strokes.map((_, i) => i)
  const find = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }
  const ends = new Map<string, number>()
  strokes.forEach((stroke, i) => {
    for (const [x, y] of [
      [o.x0[stroke.object]!, o.y0[stroke.object]!],
      [o.x1[stroke.object]!, o.y1[stroke.object]!],
    ]) {
      const key = `${Math.round(x!)},${Math.round(y!)},${Math.round(stroke.width)},${stroke.component}`
      const other = ends.get(key)
      if (other === undefined) ends.set(key, i)
      else parent[find(i)] = find(other)
    }
  })
  const groups = new Map<number, Stroke[]>()
  strokes.forEach((stroke, i) => {
    const root = find(i)
    const group = groups.get(root)
    if (group) group.push(stroke)
    else groups.set(root, [stroke])
  })
  return [...groups.values()]
}

/**
 * Drawn conductors that survive in the image: strokes (straight or arc) with both flanks on the copper boundary at the
 * same place for at least half their width. Painted pads and fills show one flank only and do not count. Strokes of
 * equal width that meet at their ends are one conductor, placed on its longest visible stroke.
 * @param thickest wider conductors are left out, nm
 * @returns conductors with widths and places in mm; empty for negative layers, whose strokes are gaps
 */
export const conductorsOf = (layer: Layer, image: Image, thickest: number): readonly Conductor[] => {
  if (layer.negative) return []
  const { objects, prims } = layer.plotted
  const flanks = new Map<number, Flanks & { component: number }>()
  const { pieces, rings } = image
  for (let piece = 0; piece < pieces.count; piece++) {
    const object = prims.object[pieces.prim[piece]!]!
    const kind = objects.kind[object]
    if ((kind !== OBJECT_DRAW && kind !== OBJECT_ARC) || !objects.dark[object]) continue
    const size = layer.plotted.apertures[objects.aperture[object]!]?.size ?? 0
    if (size > thickest) continue
    let found = flanks.get(object)
    if (!found) {
      found = { left: [], right: [], leftOffset: 0, rightOffset: 0, component: rings.component[pieces.ring[piece]!]! }
      flanks.set(object, found)
    }
    if (kind === OBJECT_DRAW) drawFlank(image, piece, objects, object, found)
    else arcFlank(image, piece, objects, object, found)
  }
  const strokes: Stroke[] = []
  for (const [object, both] of flanks) {
    const stroke = strokeOf(objects, object, both, both.component)
    if (stroke) strokes.push(stroke)
  }
  return joinedBy(strokes, objects).map((group) => {
    const longest = group.reduce((best, stroke) => (goesBefore(stroke, best) ? stroke : best))
    const half = longest.width / 2
    const { x, y, nx, ny } = longest
    return {
      width: toMm(longest.width),
      at: [toMm(x), toMm(y)],
      witness: [
        [toMm(x + nx * half), toMm(y + ny * half)],
        [toMm(x - nx * half), toMm(y - ny * half)],
      ],
      object: longest.object,
      component: longest.component,
      length: toMm(group.reduce((sum, stroke) => sum + stroke.length, 0)),
    }
  })
}
