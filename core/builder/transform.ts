import type { Point } from '#core/base/box.ts'
import type { ArtItem, BoardDescription, Hole, PadShape, Vertex } from '#core/builder/description.ts'
import { exactCos } from '#core/builder/shape-contour.ts'
import { shuffled, type Random } from '#core/builder/random.ts'

/** A motion of the whole board: points, lengths, directions and the sense of arcs. */
interface Motion {
  point(p: Point): Point
  readonly lengths: number
  rotation(degrees: number): number
  readonly mirrors: boolean
}

const scaledShape = (shape: PadShape, k: number): PadShape => {
  if (k === 1) return shape
  switch (shape.kind) {
    case 'circle':
      return { kind: 'circle', diameter: shape.diameter * k, ...(shape.hole === undefined ? {} : { hole: shape.hole * k }) }
    case 'polygon':
      return { ...shape, diameter: shape.diameter * k }
    case 'roundrect':
      return { ...shape, width: shape.width * k, height: shape.height * k, radius: shape.radius * k }
    default:
      return { ...shape, width: shape.width * k, height: shape.height * k }
  }
}

const movedItem = (item: ArtItem, m: Motion): ArtItem => {
  switch (item.kind) {
    case 'flash':
      return { ...item, at: m.point(item.at), rotation: m.rotation(item.rotation), shape: scaledShape(item.shape, m.lengths) }
    case 'draw':
      return { ...item, from: m.point(item.from), to: m.point(item.to), width: item.width * m.lengths }
    case 'arc':
      return {
        ...item,
        from: m.point(item.from),
        to: m.point(item.to),
        centre: m.point(item.centre),
        clockwise: item.clockwise !== m.mirrors,
        width: item.width * m.lengths,
      }
    case 'region':
      return {
        ...item,
        contour: item.contour.map(([x, y, bulge]): Vertex => {
          const p = m.point([x, y])
          return bulge ? [p[0], p[1], m.mirrors ? -bulge : bulge] : p
        }),
      }
  }
}

const movedHole = (hole: Hole, m: Motion): Hole => ({
  ...hole,
  at: m.point(hole.at),
  ...(hole.to ? { to: m.point(hole.to) } : {}),
  diameter: hole.diameter * m.lengths,
})

const moved = (board: BoardDescription, m: Motion): BoardDescription => ({
  ...board,
  items: board.items.map((item) => movedItem(item, m)),
  holes: board.holes.map((hole) => movedHole(hole, m)),
})

/** A change of the whole board, and what it does to a point: for tests that want findings to move along. */
export interface BoardTransform {
  readonly name: string
  board(board: BoardDescription): BoardDescription
  point(p: Point): Point
}

const transform = (name: string, m: Motion): BoardTransform => ({ name, board: (b) => moved(b, m), point: (p) => m.point(p) })

const keep = (degrees: number): number => degrees

/** @returns the move by (dx, dy) mm */
export const shiftBy = (dx: number, dy: number): BoardTransform =>
  transform(`shifted by ${dx}, ${dy}`, { point: ([x, y]) => [x + dx, y + dy], lengths: 1, rotation: keep, mirrors: false })

/** @returns the turn about the origin, degrees counterclockwise */
export const turnBy = (degrees: number): BoardTransform => {
  const a = (degrees * Math.PI) / 180
  const [c, s] = [exactCos(degrees, Math.cos(a)), exactCos(degrees - 90, Math.sin(a))]
  return transform(`turned by ${degrees}`, {
    point: ([x, y]) => [x * c - y * s, x * s + y * c],
    lengths: 1,
    rotation: (d) => d + degrees,
    mirrors: false,
  })
}

/** @returns the mirror image at the y axis (x changes sign); layers stay on their side */
export const mirrorX = (): BoardTransform =>
  transform('mirrored', { point: ([x, y]) => [-x, y], lengths: 1, rotation: (d) => 180 - d, mirrors: true })

/** @returns the board scaled about the origin: all lengths, diameters and widths too */
export const scaleBy = (k: number): BoardTransform =>
  transform(`scaled by ${k}`, { point: ([x, y]) => [x * k, y * k], lengths: k, rotation: keep, mirrors: false })

const touchesOrder = (item: ArtItem): boolean => item.clear === true

/** @returns the same board with its objects in another order, as far as the image allows it: runs between clear items stay put */
export const reordered = (board: BoardDescription, random: Random): BoardDescription => {
  const items: ArtItem[] = []
  let run: ArtItem[] = []
  const close = (): void => {
    items.push(...shuffled(random, run))
    run = []
  }
  for (const item of board.items) {
    if (touchesOrder(item)) {
      close()
      items.push(item)
    } else run.push(item)
  }
  close()
  return { ...board, items, holes: shuffled(random, board.holes) }
}
