import type { Board } from '#core/board/board.ts'
import type { Finding } from '#core/checks/finding.ts'
import type { Drawing } from '#core/report/drawing/drawing.ts'
import { boardArt } from '#core/report/html/board-figure.ts'
import { markup, Markup, nothing } from '#core/report/html/markup.ts'
import { nearArt } from '#core/report/html/near-figure.ts'
import { PICTURE_STYLE } from '#core/report/html/style.ts'
import { boardDrawings, layerPicture } from '#core/report/model/board-drawings.ts'
import { closeUpOf, type CloseUp } from '#core/report/model/close-up.ts'

/** Width of the picture on a page, pixels. */
const WIDE = 420
/** Ring around what is marked, as a share of the picture. */
const RING = 1 / 25

const documentOf = (kind: string, width: number, height: number, title: string, art: Markup): string =>
  markup`<svg xmlns="http://www.w3.org/2000/svg" class="${kind}" viewBox="0 0 ${width} ${height}" width="${WIDE}" height="${Math.round(
    (WIDE * height) / width,
  )}"><title>${title}</title><style>${new Markup(PICTURE_STYLE)}</style><rect class="paper" width="${width}" height="${height}"/>${art}</svg>\n`
    .text

/** A place alone on an empty board tells nothing from near. */
const showsSomething = ({ paths, edge, rims }: CloseUp): boolean => paths.length > 0 || edge !== '' || rims !== ''

/** The layer that a finding is about: its own, else that of its file. */
const layerOf = (board: Board, finding: Finding) =>
  board.layers.find((layer) => finding.layers.includes(layer.id)) ??
  board.layers.find((layer) => finding.files.some((f) => f.path === layer.path))

const whole = (drawing: Drawing, title: string): string => {
  const radius = Math.round(Math.max(drawing.width, drawing.height) * RING)
  const marks = drawing.marks.map(({ x, y }) => {
    const ring = `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
    return markup`<path class="halo" d="${ring}"/><path class="line" d="${ring}"/>`
  })
  return documentOf('board', drawing.width, drawing.height, title, markup`${boardArt(drawing)}${marks.length ? marks : nothing}`)
}

/**
 * A finding as a picture by itself: from near where it has a place with something to see, else the layer or the side
 * that it is about, with its place marked.
 * @returns SVG; null for a package without artwork
 */
export const findingPicture = (board: Board, finding: Finding, title: string): string | null => {
  const near = closeUpOf(board, finding)
  if (near && showsSomething(near)) return documentOf('near', near.width, near.height, title, nearArt(near))
  const listed = { number: 1, finding, isPictured: false }
  const layer = layerOf(board, finding)
  const drawing = layer ? layerPicture(board, layer, listed) : (boardDrawings(board, [listed])[0] ?? null)
  return drawing && whole(drawing, title)
}
