import type { Severity } from '#core/checks/check.ts'
import type { Drawing, Paint } from '#core/report/drawing/drawing.ts'
import { SIGN_PATHS } from '#core/report/html/signs.ts'
import type { CloseUp } from '#core/report/model/close-up.ts'
import { INK, type Sheet } from '#main/report/pdf/sheet.ts'

export const SEVERITY_INK: Readonly<Record<Severity, string>> = { error: '#b3121a', warning: '#8a5a00', info: '#0b63ce' }

const PAPER = '#ffffff'
const PAINT_INK: Readonly<Record<Paint, string>> = {
  laminate: '#8a7e56',
  finish: '#d6b25e',
  'mask-on-copper': '#166e3e',
  'mask-on-laminate': '#0a4a2b',
  copper: '#c98a53',
  context: '#e4dcd3',
  soldermask: '#c79ad3',
  legend: '#3d4a59',
  paste: '#9aa4b0',
  other: '#78899b',
  void: PAPER,
}
const PRINTED_LEGEND = '#f0f0eb'
const MEASURE_INK = '#b3001f'

/** Draws the sign of a severity, centred, `size` points wide. */
export const putSign = ({ doc }: Sheet, severity: Severity, x: number, y: number, size: number, rim = false): void => {
  doc
    .save()
    .translate(x - size / 2, y - size / 2)
    .scale(size / 16)
  if (rim) doc.path(SIGN_PATHS[severity]).lineWidth(3).lineJoin('round').stroke(PAPER)
  doc.path(SIGN_PATHS[severity]).fill(SEVERITY_INK[severity]).restore()
}

const putPaths = ({ doc }: Sheet, drawing: Drawing): void => {
  for (const { paint, path, within } of drawing.paths) {
    const areas = within.map((area) => drawing.areas[area] ?? '')
    if (!path || areas.includes('')) continue
    doc.save()
    for (const area of areas) doc.path(area).clip()
    doc.path(path).fill(paint === 'legend' && drawing.areas.material ? PRINTED_LEGEND : PAINT_INK[paint])
    doc.restore()
  }
}

const MARK_POINTS = 7
/** Of a side beside another, points. */
const MOST_SIDE = 260
const TITLE_AND_NOTE = 44
const WORTH_SHRINKING = 0.8

/** Draws the board itself, its upper left corner at a place. */
const putBoard = (sheet: Sheet, drawing: Drawing, left: number, top: number, scale: number): void => {
  const { doc } = sheet
  doc.save().translate(left, top).scale(scale).rect(0, 0, drawing.width, drawing.height).clip()
  putPaths(sheet, drawing)
  if (drawing.rims)
    doc
      .path(drawing.rims)
      .lineWidth(0.3 / scale)
      .fillAndStroke(PAPER, '#39424d')
  if (drawing.edge)
    doc
      .path(drawing.edge)
      .lineWidth(0.6 / scale)
      .stroke(INK.text)
  doc.restore()
}

/** Draws the board as wide as the page allows; marks lead to their findings. */
export const putDrawing = (sheet: Sheet, drawing: Drawing, name: string): void => {
  const most = sheet.height - 70
  const fitting = Math.min(sheet.width / drawing.width, most / drawing.height)
  // A little smaller when two then fit on a page.
  const half = sheet.height / 2 - TITLE_AND_NOTE
  const scale = drawing.height * fitting * WORTH_SHRINKING <= half ? Math.min(fitting, half / drawing.height) : fitting
  const [width, height] = [drawing.width * scale, drawing.height * scale]
  sheet.ensure(height + TITLE_AND_NOTE - 6)
  sheet.place(name)
  sheet.paragraph(drawing.title, { bold: true, size: 10 }, 'H3')
  const [left, top] = [sheet.left + (sheet.width - width) / 2, sheet.y]
  const marks = [...drawing.marks].reverse().map((mark) => ({ ...mark, x: left + mark.x * scale, y: top + mark.y * scale }))
  sheet.tags.element(
    'Figure',
    () => {
      putBoard(sheet, drawing, left, top, scale)
      for (const { severity, x, y } of marks) putSign(sheet, severity, x, y, MARK_POINTS, true)
    },
    { alt: `${drawing.title}, with ${drawing.marks.length} findings marked`, bbox: [left, top, left + width, top + height] },
  )
  for (const { finding, x, y } of marks)
    sheet.tags.link(x - MARK_POINTS / 2, y - MARK_POINTS / 2, MARK_POINTS, MARK_POINTS, `f${finding}`, `Finding ${finding}`)
  sheet.y += height + 4
  sheet.paragraph(`${drawing.marks.length} of the listed findings are marked; details below ${drawing.detailMm} mm are left out.`, {
    size: 7.5,
    color: INK.muted,
    after: 10,
  })
}

/** Draws boards side by side, each with its title below. */
export const putSides = (sheet: Sheet, drawings: readonly Drawing[]): void => {
  const gap = 16
  const room = (sheet.width - gap * (drawings.length - 1)) / drawings.length
  const scale = Math.min(...drawings.map((d) => Math.min(room / d.width, MOST_SIDE / d.height)))
  const height = Math.max(...drawings.map((d) => d.height * scale))
  sheet.ensure(height + 20)
  drawings.forEach((drawing, i) => {
    const [left, width] = [sheet.left + i * (room + gap), drawing.width * scale]
    const x = left + (room - width) / 2
    sheet.tags.element('Figure', () => putBoard(sheet, drawing, x, sheet.y, scale), {
      alt: drawing.title,
      bbox: [x, sheet.y, x + width, sheet.y + drawing.height * scale],
    })
    sheet.tags.element('P', () =>
      sheet.put(drawing.title, left, sheet.y + height + 4, room, { size: 8, color: INK.muted, align: 'center' }),
    )
  })
  sheet.y += height + 22
}

/** Draws a finding from near into a square of the page. */
export const putCloseUp = (sheet: Sheet, picture: CloseUp, left: number, top: number, side: number): void => {
  const { doc } = sheet
  const scale = side / picture.width
  doc.save().translate(left, top).scale(scale).rect(0, 0, picture.width, picture.height).clip()
  for (const { paint, path } of picture.paths) doc.path(path).fill(PAINT_INK[paint])
  if (picture.rims)
    doc
      .path(picture.rims)
      .lineWidth(0.5 / scale)
      .fillAndStroke(PAPER, '#39424d')
  if (picture.edge)
    doc
      .path(picture.edge)
      .lineWidth(0.7 / scale)
      .stroke(INK.text)
  doc.restore()
  doc.save().rect(left, top, side, side).clip()
  const [x0, y0, x1, y1] = picture.line.map((v) => v * scale) as [number, number, number, number]
  const length = Math.hypot(x1 - x0, y1 - y0)
  for (const [width, color] of [
    [2.6, PAPER],
    [1.1, MEASURE_INK],
  ] as const) {
    doc.lineWidth(width)
    if (length < 0.5) doc.circle(left + x0, top + y0, 8).stroke(color)
    else {
      const [nx, ny] = [(-(y1 - y0) / length) * 3, ((x1 - x0) / length) * 3]
      for (const [ax, ay, bx, by] of [
        [x0, y0, x1, y1],
        [x0 - nx, y0 - ny, x0 + nx, y0 + ny],
        [x1 - nx, y1 - ny, x1 + nx, y1 + ny],
      ] as const)
        doc
          .moveTo(left + ax, top + ay)
          .lineTo(left + bx, top + by)
          .stroke(color)
    }
  }
  doc.restore()
  putScale(sheet, picture, left, top, side, scale)
  doc.lineWidth(0.5).rect(left, top, side, side).stroke(INK.line)
}

const putScale = (sheet: Sheet, { scale: { length, text } }: CloseUp, left: number, top: number, side: number, scale: number): void => {
  const { doc } = sheet
  const [x, y] = [left + 5, top + side - 5]
  doc.rect(left, top + side - 14, side, 14).fill(PAPER)
  doc
    .lineWidth(1)
    .moveTo(x, y)
    .lineTo(x + length * scale, y)
    .stroke(INK.text)
  sheet.put(text, x + length * scale + 4, y - 5, side - length * scale - 12, { size: 6.5 })
}
