import { markup, nothing, type Markup } from '#core/report/html/markup.ts'
import type { CloseUp } from '#core/report/model/close-up.ts'

/** Parts of the picture's side: ring around a point, scale bar, text. */
const RING = 1 / 12
const INSET = 1 / 20
const TEXT = 1 / 15

const measuredLine = ({ line: [x0, y0, x1, y1], width }: CloseUp): Markup => {
  const length = Math.hypot(x1 - x0, y1 - y0)
  const shape =
    length < width / 200
      ? `M${x0 - width * RING} ${y0}a${width * RING} ${width * RING} 0 1 0 ${2 * width * RING} 0a${width * RING} ${width * RING} 0 1 0 ${-2 * width * RING} 0z`
      : tickedLine(x0, y0, x1, y1, width / 40)
  return markup`<path class="halo" d="${shape}"/><path class="line" d="${shape}"/>`
}

/** A line with a stroke across each end. */
const tickedLine = (x0: number, y0: number, x1: number, y1: number, tick: number): string => {
  const length = Math.hypot(x1 - x0, y1 - y0)
  const [nx, ny] = [Math.round((-(y1 - y0) / length) * tick), Math.round(((x1 - x0) / length) * tick)]
  return `M${x0} ${y0}L${x1} ${y1}M${x0 - nx} ${y0 - ny}L${x0 + nx} ${y0 + ny}M${x1 - nx} ${y1 - ny}L${x1 + nx} ${y1 + ny}`
}

/** @returns a finding from near, with the measured line and a scale */
export const nearFigure = (picture: CloseUp, alternative: string): Markup =>
  markup`<figure><svg class="near" viewBox="0 0 ${picture.width} ${
    picture.height
  }" role="img" aria-label="${alternative}">${nearArt(picture)}</svg></figure>`

/** @returns the same without its frame: what lies in the picture's view box */
export const nearArt = (picture: CloseUp): Markup => {
  const { width, height, paths, edge, rims, line, label, scale } = picture
  const inset = Math.round(width * INSET)
  const size = Math.round(width * TEXT)
  const bar = `M${inset} ${height - inset}h${scale.length}m0 ${-Math.round(inset / 2)}v${inset}m${-scale.length} 0v${-inset}`
  const isHigh = Math.min(line[1], line[3]) > height / 3
  const at = isHigh ? Math.min(line[1], line[3]) - size * 0.7 : Math.max(line[1], line[3]) + size * 1.4
  return markup`${paths.map(
    ({ paint, path }) => markup`<path class="p-${paint}" d="${path}"/>`,
  )}${edge && markup`<path class="edge" d="${edge}"/>`}${rims && markup`<path class="rims" d="${rims}"/>`}${measuredLine(picture)}${
    label
      ? markup`<text font-size="${size}" stroke-width="${Math.round(size / 4)}" text-anchor="middle" x="${Math.round((line[0] + line[2]) / 2)}" y="${Math.round(at)}">${label}</text>`
      : nothing
  }<path class="halo" d="${bar}"/><path class="edge" d="${bar}"/><text font-size="${Math.round(size * 0.8)}" stroke-width="${Math.round(size / 5)}" x="${
    Math.round(inset * 1.4) + scale.length
  }" y="${height - inset + Math.round(size * 0.3)}">${scale.text}</text>`
}
