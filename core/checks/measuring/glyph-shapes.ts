import type { Point } from '#core/base/box.ts'

/** Points along the strokes of a glyph, scaled to a unit square. */
export interface GlyphShape {
  readonly x: Float64Array
  readonly y: Float64Array
}

export interface GlyphTemplate {
  readonly name: string
  /** The glyph has no mirror image among other glyphs, whichever way they are turned: its hand tells. */
  readonly tells: boolean
  readonly shape: GlyphShape
  readonly mirrored: GlyphShape
}

/** Strokes on a grid of 4 by 6: `xy` pairs, `|` lifts the pen. Usual stroke fonts, angular and round. */
const TELLING: readonly (readonly [string, string])[] = [
  ['R', '00 06 36 45 44 33 03|23 40'],
  ['R', '00 06 36 45 44 33 03|13 40'],
  ['R', '00 06 46 43 03|23 40'],
  ['F', '00 06 46|03 33'],
  ['F', '00 06 46|03 23'],
  ['4', '30 36 02 42'],
  ['4', '40 46|46 02 42'],
  ['G', '45 36 16 05 01 10 30 41 43 23'],
]

/** What may be taken for them, or for their mirror images. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['A', '00 04 26 44 40|02 42'],
  ['A', '00 26 40|02 42'],
  ['B', '00 06 36 45 44 33 03|33 42 41 30 00'],
  ['C', '41 30 10 01 05 16 36 45'],
  ['D', '00 06 26 44 42 20 00'],
  ['E', '40 00 06 46|03 33'],
  ['H', '00 06|40 46|03 43'],
  ['K', '00 06|46 03 40'],
  ['K', '00 06|46 02|14 40'],
  ['M', '00 06 23 46 40'],
  ['N', '00 06 40 46'],
  ['O', '10 01 05 16 36 45 41 30 10'],
  ['P', '00 06 36 45 44 33 03'],
  ['S', '01 10 30 41 42 33 13 04 05 16 36 45'],
  ['T', '06 46|26 20'],
  ['Z', '06 46 00 40'],
  ['1', '04 26 20|00 40'],
  ['2', '05 16 36 45 44 00 40'],
  ['3', '05 16 36 45 44 33 42 41 30 10 01|33 13'],
  ['5', '46 06 04 34 43 41 30 10 01'],
  ['6', '36 16 04 01 10 30 41 42 33 03'],
  ['8', '13 04 05 16 36 45 44 33 13 02 01 10 30 41 42 33'],
  ['9', '10 30 42 45 36 16 05 04 13 43'],
]

export type Stroke = readonly Point[]

const POINTS = 48

/** @returns points at equal steps along the strokes; fewer than wanted only for strokes without length */
export const alongStrokes = (strokes: readonly Stroke[], wanted = POINTS): readonly Point[] => {
  const legs = strokes.flatMap((stroke) => stroke.slice(1).map((to, k) => [stroke[k]!, to] as const))
  const total = legs.reduce((sum, [a, b]) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]), 0)
  const step = total / wanted
  if (!(step > 0)) return []
  const points: Point[] = []
  let next = step / 2
  for (const [a, b] of legs) {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    for (; next <= length; next += step) points.push([a[0] + ((b[0] - a[0]) * next) / length, a[1] + ((b[1] - a[1]) * next) / length])
    next -= length
  }
  return points
}

/**
 * Scales points to the unit square of the strokes' extent.
 * @returns null for shapes too flat or too slim for a letter
 */
export const unitShape = (points: readonly Point[], ends: readonly Point[]): GlyphShape | null => {
  const xs = ends.map(([x]) => x)
  const ys = ends.map(([, y]) => y)
  const [x0, y0] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - x0, Math.max(...ys) - y0]
  if (!(width > 0.35 * height && width < 1.15 * height)) return null
  return { x: Float64Array.from(points, ([x]) => (x - x0) / width), y: Float64Array.from(points, ([, y]) => (y - y0) / height) }
}

const mirror = ({ x, y }: GlyphShape): GlyphShape => ({ x: x.map((v) => 1 - v), y })

const template = ([name, text]: readonly [string, string], tells: boolean): GlyphTemplate => {
  const strokes = text.split('|').map((stroke) => stroke.split(' ').map((xy): Point => [Number(xy[0]), Number(xy[1])]))
  const shape = unitShape(alongStrokes(strokes), strokes.flat())!
  return { name, tells, shape, mirrored: mirror(shape) }
}

/** Letters whose hand tells, then others that look like them. */
export const GLYPHS: readonly GlyphTemplate[] = [...TELLING.map((g) => template(g, true)), ...OTHERS.map((g) => template(g, false))]

const oneWay = (a: GlyphShape, b: GlyphShape, bound: number): number => {
  const most = bound * a.x.length
  let sum = 0
  for (let i = 0; i < a.x.length; i++) {
    let best = Infinity
    for (let j = 0; j < b.x.length; j++) {
      const dx = a.x[i]! - b.x[j]!
      const dy = a.y[i]! - b.y[j]!
      best = Math.min(best, dx * dx + dy * dy)
    }
    sum += Math.sqrt(best)
    if (sum > most) return Infinity
  }
  return sum / a.x.length
}

/**
 * @param bound where the difference stops to matter
 * @returns how unlike two shapes are: mean distance to the nearest point of the other, the larger of both ways, in parts of the glyph's size; Infinity beyond the bound
 */
export const unlikeness = (a: GlyphShape, b: GlyphShape, bound: number): number => {
  const forth = oneWay(a, b, bound)
  return forth === Infinity ? Infinity : Math.max(forth, oneWay(b, a, bound))
}
