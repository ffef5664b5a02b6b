import type { Area, DrawnMark, DrawnPath, Drawing } from '#core/report/drawing/drawing.ts'
import { markup, nothing, type Markup } from '#core/report/html/markup.ts'
import { SIGN_PATHS } from '#core/report/html/signs.ts'
import type { ListedFinding } from '#core/report/model/listed.ts'
import { SEVERITY_WORDS } from '#core/report/model/words.ts'

/** Where a finding is marked in a drawing. */
export const markId = (finding: number, drawing: string): string => `m${finding}-${drawing}`
export const findingId = (finding: number): string => `f${finding}`
export const drawingId = (drawing: string): string => `d-${drawing}`

/** Marks are this share of the drawing's larger side. */
const MARK_SHARE = 1 / 70
/** Room that a number needs, in marks. */
const NUMBER_ROOM = 1.5

const clipId = (drawing: Drawing, area: Area): string => `c-${drawing.id}-${area}`

const clipPaths = (drawing: Drawing): Markup => {
  const areas = (Object.entries(drawing.areas) as [Area, string][]).map(
    ([area, path]) => markup`<clipPath id="${clipId(drawing, area)}"><path d="${path}"/></clipPath>`,
  )
  return areas.length ? markup`<defs>${areas}</defs>` : nothing
}

const painted = (drawing: Drawing, { paint, path, within }: DrawnPath): Markup => {
  if (!path) return nothing
  // Printed legend is light on the mask; alone on a page it is dark.
  const isOnBoard = drawing.areas.material !== undefined
  const shape = markup`<path class="p-${isOnBoard && paint === 'legend' ? 'legend-print' : paint}" d="${path}"/>`
  return within.reduce((inner, area) => markup`<g clip-path="url(#${clipId(drawing, area)})">${inner}</g>`, shape)
}

const markLink = (drawing: Drawing, mark: DrawnMark, listed: ListedFinding, size: number, isNumbered: boolean): Markup => {
  const place = `translate(${mark.x - size / 2} ${mark.y - size / 2}) scale(${size / 16})`
  const text = `${listed.number}: ${SEVERITY_WORDS[mark.severity]}, ${listed.finding.message}`
  return markup`<a id="${markId(mark.finding, drawing.id)}" href="#${findingId(mark.finding)}" aria-label="Finding ${text}"><title>${text}</title><path class="mark ${
    mark.severity
  }" transform="${place}" d="${SIGN_PATHS[mark.severity]}"/>${
    isNumbered &&
    markup`<text class="number" x="${Math.round(mark.x + size * 0.6)}" y="${Math.round(mark.y + size * 0.35)}" font-size="${size}" stroke-width="${Math.round(
      size / 4,
    )}">${mark.finding}</text>`
  }</a>`
}

/** @returns the marks whose number can be read: of several close together only the first has one */
const numberedMarks = (marks: readonly DrawnMark[], size: number): ReadonlySet<DrawnMark> => {
  const shown: DrawnMark[] = []
  const isFree = (mark: DrawnMark): boolean =>
    shown.every((other) => Math.abs(other.x - mark.x) > 2 * NUMBER_ROOM * size || Math.abs(other.y - mark.y) > NUMBER_ROOM * size)
  for (const mark of [...marks].sort((a, b) => a.finding - b.finding)) if (isFree(mark)) shown.push(mark)
  return new Set(shown)
}

const WORST_LAST = { info: 0, warning: 1, error: 2 } as const

/** @returns a drawing of the whole board without marks: what lies in its view box */
export const boardArt = (drawing: Drawing): Markup =>
  markup`${clipPaths(drawing)}${drawing.paths.map((path) => painted(drawing, path))}<path class="edge" d="${drawing.edge}"/>${
    drawing.rims && markup`<path class="rims" d="${drawing.rims}"/>`
  }`

/** @returns a drawing of the whole board; each mark leads to its finding */
export const boardFigure = (drawing: Drawing, listed: ReadonlyMap<number, ListedFinding>): Markup => {
  const size = Math.round(Math.max(drawing.width, drawing.height) * MARK_SHARE)
  const numbered = numberedMarks(drawing.marks, size)
  const marks = [...drawing.marks].sort((a, b) => WORST_LAST[a.severity] - WORST_LAST[b.severity] || b.finding - a.finding)
  const caption = `${drawing.title}. ${drawing.marks.length} of the listed findings are marked. Details below ${
    drawing.detailMm
  } mm are left out.`
  return markup`<figure class="board" id="${drawingId(drawing.id)}"><svg viewBox="0 0 ${drawing.width} ${
    drawing.height
  }" role="group" aria-label="${drawing.title}">${boardArt(drawing)}${marks.map((mark) =>
    markLink(drawing, mark, listed.get(mark.finding)!, size, numbered.has(mark)),
  )}</svg><figcaption>${caption}</figcaption></figure>`
}
