import type { Mm } from '#core/base/units.ts'
import type { Point } from '#core/base/box.ts'
import type { ArtItem, LayerId } from '#core/builder/description.ts'

/** Glyphs as strokes on a grid of 4 by 6: `xy` pairs, `|` lifts the pen. */
const GLYPHS: Readonly<Record<string, string>> = {
  A: '00 04 26 44 40|02 42',
  B: '00 06 36 45 44 33 03|33 42 41 30 00',
  C: '41 30 10 01 05 16 36 45',
  D: '00 06 26 44 42 20 00',
  E: '40 00 06 46|03 33',
  F: '00 06 46|03 33',
  G: '45 36 16 05 01 10 30 41 43 23',
  H: '00 06|40 46|03 43',
  I: '10 30|20 26|16 36',
  J: '01 10 20 31 36',
  K: '00 06|46 03 40',
  L: '06 00 40',
  M: '00 06 23 46 40',
  N: '00 06 40 46',
  O: '10 01 05 16 36 45 41 30 10',
  P: '00 06 36 45 44 33 03',
  Q: '10 01 05 16 36 45 41 30 10|22 40',
  R: '00 06 36 45 44 33 03|23 40',
  S: '01 10 30 41 42 33 13 04 05 16 36 45',
  T: '06 46|26 20',
  U: '06 01 10 30 41 46',
  V: '06 20 46',
  W: '06 10 23 30 46',
  X: '00 46|06 40',
  Y: '06 23 46|23 20',
  Z: '06 46 00 40',
  '0': '10 01 05 16 36 45 41 30 10|01 45',
  '1': '04 26 20|00 40',
  '2': '05 16 36 45 44 00 40',
  '3': '06 46 23 33 42 41 30 10 01',
  '4': '30 36 02 42',
  '5': '46 06 04 34 43 41 30 10 01',
  '6': '36 16 04 01 10 30 41 42 33 03',
  '7': '06 46 10',
  '8': '13 04 05 16 36 45 44 33 13 02 01 10 30 41 42 33',
  '9': '10 30 42 45 36 16 05 04 13 43',
  '+': '21 25|03 43',
  '-': '03 43',
  '.': '20 21',
  '/': '00 46',
}

const ADVANCE = 6

/**
 * Writes text as strokes.
 * @param at lower left corner of the first glyph; `mirrored`: to be read from below, runs to the left
 * @param height of the capitals, mm
 */
export const strokeText = (text: string, at: Point, height: Mm, pen: Mm, layer: LayerId, mirrored = false): ArtItem[] => {
  const unit = height / 6
  const items: ArtItem[] = []
  ;[...text.toUpperCase()].forEach((char, i) => {
    for (const stroke of (GLYPHS[char] ?? '').split('|')) {
      const points = stroke.split(' ').filter(Boolean)
      const place = (xy: string): Point => {
        const x = (Number(xy[0]) + i * ADVANCE) * unit
        return [at[0] + (mirrored ? -x : x), at[1] + Number(xy[1]) * unit]
      }
      points.slice(1).forEach((to, k) => items.push({ kind: 'draw', layer, from: place(points[k]!), to: place(to), width: pen }))
    }
  })
  return items
}

/** @returns how wide the text runs, mm */
export const textWidth = (text: string, height: Mm): Mm => ((text.length * ADVANCE - 2) * height) / 6
