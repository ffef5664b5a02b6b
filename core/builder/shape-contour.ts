import type { Point } from '#core/base/box.ts'
import type { PadShape, Vertex } from '#core/builder/description.ts'

/** Bulge of a quarter turn and of a half turn. */
export const QUARTER = Math.tan(Math.PI / 8)
export const HALF = 1

const boxContour = (w: number, h: number): Vertex[] => [
  [-w / 2, -h / 2],
  [w / 2, -h / 2],
  [w / 2, h / 2],
  [-w / 2, h / 2],
]

const roundedBox = (width: number, height: number, radius: number): Vertex[] => {
  const [w, h, r] = [width / 2, height / 2, Math.min(radius, width / 2, height / 2)]
  const corners: Vertex[] = [
    [-w + r, -h],
    [w - r, -h, QUARTER],
    [w, -h + r],
    [w, h - r, QUARTER],
    [w - r, h],
    [-w + r, h, QUARTER],
    [-w, h - r],
    [-w, -h + r, QUARTER],
  ]
  // A side that is all corner leaves two equal vertices: the first of them, with the straight edge, goes.
  return corners.filter(([x, y], i) => {
    const [nx, ny] = corners[(i + 1) % corners.length]!
    return Math.hypot(nx - x, ny - y) > 1e-9
  })
}

/** @returns the outer contour of a shape around its origin, counterclockwise, mm; a circle has two vertices */
export const shapeContour = (shape: PadShape): readonly Vertex[] => {
  switch (shape.kind) {
    case 'circle':
      return [
        [shape.diameter / 2, 0, HALF],
        [-shape.diameter / 2, 0, HALF],
      ]
    case 'rect':
      return boxContour(shape.width, shape.height)
    case 'obround':
      return roundedBox(shape.width, shape.height, Math.min(shape.width, shape.height) / 2)
    case 'roundrect':
      return shape.radius > 0 ? roundedBox(shape.width, shape.height, shape.radius) : boxContour(shape.width, shape.height)
    case 'polygon':
      return Array.from({ length: shape.vertices }, (_, i): Vertex => {
        const a = (2 * Math.PI * i) / shape.vertices
        return [(shape.diameter / 2) * Math.cos(a), (shape.diameter / 2) * Math.sin(a)]
      })
  }
}

/** @returns the contour turned (degrees, counterclockwise) and moved */
export const placedContour = (contour: readonly Vertex[], at: Point, rotation: number): readonly Vertex[] => {
  const a = (rotation * Math.PI) / 180
  const [c, s] = [exactCos(rotation, Math.cos(a)), exactCos(rotation - 90, Math.sin(a))]
  return contour.map(([x, y, bulge]): Vertex => {
    const p = [at[0] + x * c - y * s, at[1] + x * s + y * c] as const
    return bulge ? [p[0], p[1], bulge] : p
  })
}

/** @returns cosine without rounding dust at multiples of a right angle */
export const exactCos = (degrees: number, cos: number): number => {
  const d = ((degrees % 360) + 360) % 360
  return d % 90 === 0 ? [1, 0, -1, 0][d / 90]! : cos
}

/** @returns the shape grown by `by` on all sides, mm: exact offset for circles, obrounds and (rounded) boxes, circumscribed for polygons */
export const grownShape = (shape: PadShape, by: number): PadShape => {
  switch (shape.kind) {
    case 'circle':
      return { kind: 'circle', diameter: shape.diameter + 2 * by }
    case 'rect':
      return by > 0
        ? { kind: 'roundrect', width: shape.width + 2 * by, height: shape.height + 2 * by, radius: by }
        : { kind: 'rect', width: shape.width + 2 * by, height: shape.height + 2 * by }
    case 'obround':
      return { kind: 'obround', width: shape.width + 2 * by, height: shape.height + 2 * by }
    case 'roundrect':
      return { kind: 'roundrect', width: shape.width + 2 * by, height: shape.height + 2 * by, radius: Math.max(0, shape.radius + by) }
    case 'polygon':
      return { ...shape, diameter: shape.diameter + (2 * by) / Math.cos(Math.PI / shape.vertices) }
  }
}

/** @returns width and height of the shape before it is turned, mm */
export const shapeSize = (shape: PadShape): readonly [width: number, height: number] =>
  shape.kind === 'circle' || shape.kind === 'polygon' ? [shape.diameter, shape.diameter] : [shape.width, shape.height]
