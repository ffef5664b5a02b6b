import type { Point } from '#core/base/box.ts'
import type { Layer } from '#core/board/board.ts'
import type { Measures } from '#core/checks/measures.ts'
import { alongStrokes, GLYPHS, unitShape, unlikeness, type GlyphShape, type Stroke } from '#core/checks/measuring/glyph-shapes.ts'
import { OBJECT_ARC, OBJECT_DRAW, type PlottedObjects } from '#core/interpret/plotted-layer.ts'

/** How many glyphs of a layer read as they are and how many as in a mirror. */
export interface HandVotes {
  readonly plain: number
  readonly mirrored: number
}

/** Sizes of legend letters, nm. */
const SMALLEST_NM = 400_000
const LARGEST_NM = 5_000_000
const FEWEST_STROKES = 3
const MOST_STROKES = 60
/** So many glyphs settle the matter; looking at all of a huge legend would only take time. */
const MOST_GLYPHS = 400
/** After so many votes, nearly all the same, more change nothing. */
const ENOUGH_VOTES = 24
const NEARLY_ALL = 0.8
/** A glyph is recognised below this unlikeness … */
const LIKE = 0.06
/** … when every other reading is this many times less alike. */
const CLEAR = 1.3
const ARC_STEPS = 8

const strokeOf = (o: PlottedObjects, k: number): Stroke => {
  const from: Point = [o.x0[k]!, o.y0[k]!]
  if (o.kind[k] !== OBJECT_ARC) return [from, [o.x1[k]!, o.y1[k]!]]
  const [cx, cy, sweep] = [o.cx[k]!, o.cy[k]!, o.sweep[k]!]
  return Array.from({ length: ARC_STEPS + 1 }, (_, s): Point => {
    const [c, d] = [Math.cos((sweep * s) / ARC_STEPS), Math.sin((sweep * s) / ARC_STEPS)]
    return [cx + (from[0] - cx) * c - (from[1] - cy) * d, cy + (from[0] - cx) * d + (from[1] - cy) * c]
  })
}

/** Strokes of each small connected piece of the legend: its letters. */
const glyphsOf = (layer: Layer, measures: Measures): readonly (readonly Stroke[])[] => {
  const { box } = measures.image(layer).components
  const { objects } = layer.plotted
  const apart = new Set(layer.apart)
  const glyphs = new Map<number, Stroke[]>()
  for (let k = 0; k < objects.count; k++) {
    if ((objects.kind[k] !== OBJECT_DRAW && objects.kind[k] !== OBJECT_ARC) || !objects.dark[k] || apart.has(k)) continue
    const component = measures.componentAt(layer, [objects.x0[k]! / 1e6, objects.y0[k]! / 1e6])
    if (component < 0) continue
    const size = Math.max(box[4 * component + 2]! - box[4 * component]!, box[4 * component + 3]! - box[4 * component + 1]!)
    if (size < SMALLEST_NM || size > LARGEST_NM) continue
    const list = glyphs.get(component)
    if (list) list.push(strokeOf(objects, k))
    else glyphs.set(component, [strokeOf(objects, k)])
  }
  return [...glyphs.values()].filter((strokes) => strokes.length >= FEWEST_STROKES && strokes.length <= MOST_STROKES)
}

const QUARTER = Math.PI / 2

/** The direction, within a quarter turn, that most of the stroke length follows: letters have stems and bars. */
const mainAngle = (strokes: readonly Stroke[]): number => {
  const lengths = new Map<number, { length: number; angle: number }>()
  for (const [a, b] of strokes.map((s) => [s[0]!, s.at(-1)!] as const)) {
    const angle = (((Math.atan2(b[1] - a[1], b[0] - a[0]) % QUARTER) + QUARTER) % QUARTER) as number
    const key = Math.round(angle * 50) % Math.round(QUARTER * 50)
    const found = lengths.get(key) ?? { length: 0, angle }
    lengths.set(key, { length: found.length + Math.hypot(b[0] - a[0], b[1] - a[1]), angle: found.angle })
  }
  return [...lengths.values()].reduce((best, one) => (one.length > best.length ? one : best), { length: 0, angle: 0 }).angle
}

/** The glyph set upright in the four ways that its stems allow. */
const uprightShapes = (strokes: readonly Stroke[]): readonly GlyphShape[] => {
  const base = mainAngle(strokes)
  const points = alongStrokes(strokes)
  const ends = strokes.flat()
  return [0, 1, 2, 3].flatMap((quarter) => {
    const [c, s] = [Math.cos(-base - quarter * QUARTER), Math.sin(-base - quarter * QUARTER)]
    const turned = ([x, y]: Point): Point => [x * c - y * s, x * s + y * c]
    return unitShape(points.map(turned), ends.map(turned)) ?? []
  })
}

type Hand = 'plain' | 'mirrored'

const least = (shapes: readonly GlyphShape[], tells: boolean, hand: Hand, bound: number): number => {
  let best = Infinity
  for (const glyph of GLYPHS)
    if (glyph.tells === tells)
      for (const shape of shapes)
        best = Math.min(best, unlikeness(shape, hand === 'plain' ? glyph.shape : glyph.mirrored, Math.min(best, bound)))
  return best
}

const handOf = (strokes: readonly Stroke[]): Hand | null => {
  const shapes = uprightShapes(strokes)
  const [plain, mirrored] = [least(shapes, true, 'plain', LIKE * CLEAR), least(shapes, true, 'mirrored', LIKE * CLEAR)]
  const best = Math.min(plain, mirrored)
  if (best > LIKE || Math.max(plain, mirrored) < CLEAR * best) return null
  // Another letter that fits as well leaves the hand open.
  if (Math.min(least(shapes, false, 'plain', best), least(shapes, false, 'mirrored', best)) < best) return null
  return plain < mirrored ? 'plain' : 'mirrored'
}

/** @returns the votes of a legend layer's recognisable letters, as seen from the top */
export const textHand = (layer: Layer, measures: Measures): HandVotes => {
  const all = glyphsOf(layer, measures)
  const step = Math.max(1, all.length / MOST_GLYPHS)
  const votes = { plain: 0, mirrored: 0 }
  for (let k = 0; k < all.length; k += step) {
    const hand = handOf(all[Math.floor(k)]!)
    if (hand) votes[hand]++
    const total = votes.plain + votes.mirrored
    if (total >= ENOUGH_VOTES && Math.max(votes.plain, votes.mirrored) >= NEARLY_ALL * total) break
  }
  return votes
}
