import { readFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import type { Box } from '#core/base/box.ts'
import type { Paintable } from '#core/render/prim-list.ts'
import { coverageImage } from '#core/render/coverage.ts'
import type { View } from '#core/render/view.ts'

/** How much ink each pixel holds, 0 to 1. */
export interface Ink {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

/** Bounding box in pixels [x0, y0, x1, y1) of everything at least half ink; null for an empty picture. */
export const inkBox = (ink: Ink, least = 0.5): Box | null => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -1, -1]
  for (let i = 0; i < ink.data.length; i++) {
    if (ink.data[i]! < least) continue
    const [x, y] = [i % ink.width, Math.floor(i / ink.width)]
    x0 = Math.min(x0, x)
    x1 = Math.max(x1, x + 1)
    y0 = Math.min(y0, y)
    y1 = Math.max(y1, y + 1)
  }
  return x1 < 0 ? null : [x0, y0, x1, y1]
}

/** Colours nearer to the ground than this are noise. */
const FAINT = 16

/** Pixels at the rim that hold no artwork: rulers, captions. */
export interface Crop {
  readonly left?: number
  readonly top?: number
  readonly right?: number
  readonly bottom?: number
}

const cropped = (png: PNG, crop: Crop): PNG => {
  const { left = 0, top = 0, right = 0, bottom = 0 } = crop
  const out = new PNG({ width: png.width - left - right, height: png.height - top - bottom })
  PNG.bitblt(png, out, left, top, out.width, out.height, 0, 0)
  return out
}

/**
 * @returns the ink of a picture: how far each pixel is from the ground (transparent, or the colour of most pixels of the
 *   rim), where the commonest other colour is full ink
 */
export const inkOfPng = (bytes: Uint8Array, crop: Crop = {}): Ink => {
  const { width, height, data } = cropped(PNG.sync.read(Buffer.from(bytes)), crop)
  const at = (i: number): string => {
    const a = data[i * 4 + 3]! / 255
    return [data[i * 4]! * a, data[i * 4 + 1]! * a, data[i * 4 + 2]! * a, data[i * 4 + 3]!].join()
  }
  const rim = new Map<string, number>()
  const note = (i: number): void => void rim.set(at(i), (rim.get(at(i)) ?? 0) + 1)
  for (let x = 0; x < width; x++) [x, (height - 1) * width + x].forEach(note)
  for (let y = 0; y < height; y++) [y * width, y * width + width - 1].forEach(note)
  const [red, green, blue, alpha] = [...rim]
    .sort((a, b) => b[1] - a[1])[0]![0]
    .split(',')
    .map(Number) as [number, number, number, number]
  const far = new Float32Array(width * height)
  const counts = new Map<number, number>()
  for (let i = 0; i < far.length; i++) {
    const a = data[i * 4 + 3]! / 255
    const d = Math.hypot(data[i * 4]! * a - red, data[i * 4 + 1]! * a - green, data[i * 4 + 2]! * a - blue, data[i * 4 + 3]! - alpha)
    far[i] = d
    if (d >= FAINT) counts.set(d, (counts.get(d) ?? 0) + 1)
  }
  const full = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  return { width, height, data: full === undefined ? far.fill(0) : far.map((d) => Math.min(1, d / full)) }
}

export const inkOfFile = (path: string, crop?: Crop): Ink => inkOfPng(readFileSync(path), crop)

const fit = (art: Paintable, view: View): Ink => ({
  width: view.width,
  height: view.height,
  data: Float32Array.from(coverageImage(art, view), (v) => v / 255),
})

const SEARCH_PX = 1200

/** @returns the extent of the final dark area, mm, found by drawing it large; null when nothing is dark */
export const darkExtent = (art: Paintable, outer: Box): Box | null => {
  const scale = SEARCH_PX / Math.max(outer[2] - outer[0], outer[3] - outer[1])
  const [width, height] = [Math.ceil((outer[2] - outer[0]) * scale) + 2, Math.ceil((outer[3] - outer[1]) * scale) + 2]
  const box = inkBox(fit(art, { bounds: outer, width, height, scale, mirrored: false }), 0.3)
  // Pixel rows count from the top of the view, whose lower edge is the lower bound.
  return (
    box && [
      outer[0] + box[0] / scale,
      outer[1] + (height - box[3]) / scale,
      outer[0] + box[2] / scale,
      outer[1] + (height - box[1]) / scale,
    ]
  )
}

/** @returns our picture in the golden's frame: same size, the dark extents laid over each other with one scale for both axes */
export const inGoldenFrame = (art: Paintable, extent: Box, golden: Ink, box: Box): Ink => {
  const [ours, theirs] = [
    [extent[2] - extent[0], extent[3] - extent[1]],
    [box[2] - box[0], box[3] - box[1]],
  ]
  const scale = ours[0]! > ours[1]! ? theirs[0]! / ours[0]! : theirs[1]! / ours[1]!
  const middle = [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2]
  const x0 = middle[0]! - (box[0] + box[2]) / 2 / scale
  const y0 = middle[1]! - (golden.height - (box[1] + box[3]) / 2) / scale
  const bounds: Box = [x0, y0, x0 + golden.width / scale, y0 + golden.height / scale]
  return fit(art, { bounds, width: golden.width, height: golden.height, scale, mirrored: false })
}

const near = (ink: Ink, x: number, y: number, reach: number, least: number): boolean => {
  for (let j = Math.max(0, y - reach); j <= Math.min(ink.height - 1, y + reach); j++)
    for (let i = Math.max(0, x - reach); i <= Math.min(ink.width - 1, x + reach); i++)
      if (ink.data[j * ink.width + i]! >= least) return true
  return false
}

const solidAround = (ink: Ink, x: number, y: number, reach: number): boolean => {
  for (let j = Math.max(0, y - reach); j <= Math.min(ink.height - 1, y + reach); j++)
    for (let i = Math.max(0, x - reach); i <= Math.min(ink.width - 1, x + reach); i++) if (ink.data[j * ink.width + i]! < 0.5) return false
  return true
}

/**
 * Compares two pictures of one size, edges apart.
 * @returns the share of inked pixels that one has and the other lacks anywhere within `reach` pixels, or has solid where
 *   the other is bare
 */
export const disagreement = (a: Ink, b: Ink, reach: number): { readonly missing: number; readonly extra: number; readonly ink: number } => {
  let [missing, extra, ink] = [0, 0, 0]
  for (let y = 0; y < a.height; y++)
    for (let x = 0; x < a.width; x++) {
      const i = y * a.width + x
      const [inA, inB] = [a.data[i]! >= 0.5, b.data[i]! >= 0.5]
      if (inA) ink++
      if (inA === inB) continue
      if (inA && (!near(b, x, y, reach, 0.1) || solidAround(a, x, y, reach))) missing++
      if (inB && (!near(a, x, y, reach, 0.1) || solidAround(b, x, y, reach))) extra++
    }
  return { missing, extra, ink: Math.max(ink, 1) }
}

/** @returns golden (red), ours (green), both (yellow), for a person to look at */
export const overlaid = (golden: Ink, ours: Ink): Buffer => {
  const png = new PNG({ width: golden.width, height: golden.height })
  for (let i = 0; i < golden.data.length; i++) png.data.set([golden.data[i]! * 255, (ours.data[i] ?? 0) * 255, 0, 255], i * 4)
  return PNG.sync.write(png)
}
