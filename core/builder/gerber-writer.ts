import type { Point } from '#core/base/box.ts'
import type { ArtItem, Vertex } from '#core/builder/description.ts'
import type { GerberDialect } from '#core/builder/dialect.ts'
import { flashAperture, MACROS, penAperture, type ApertureText } from '#core/builder/gerber-apertures.ts'
import { attributeText } from '#core/builder/ascii.ts'
import { placedContour, shapeContour } from '#core/builder/shape-contour.ts'

/** File attributes (TF), names with their dot, values in order. */
export type FileAttributes = readonly (readonly [name: string, ...values: string[]])[]

const MM_PER_INCH = 25.4

/** @returns centre of the arc that leaves `from` with `bulge`, mm */
const centreOf = (from: Point, to: Point, bulge: number): Point => {
  const k = (1 - bulge * bulge) / (4 * bulge)
  return [(from[0] + to[0]) / 2 - (to[1] - from[1]) * k, (from[1] + to[1]) / 2 + (to[0] - from[0]) * k]
}

/** Writes the items of one layer as a Gerber file; the header comes last, when the apertures are known. */
class GerberWriter {
  readonly #dialect: GerberDialect
  readonly #mm: number
  readonly #steps: number
  readonly #body: string[] = []
  readonly #apertures = new Map<string, { code: number; text: string; fn: string }>()
  readonly #macros = new Set<string>()
  #aperture = 0
  #clear = false
  #mode: 'G01' | 'G02' | 'G03' | '' = ''
  #attributes = ''
  #x = Number.NaN
  #y = Number.NaN

  constructor(dialect: GerberDialect) {
    this.#dialect = dialect
    this.#mm = dialect.unit === 'mm' ? 1 : MM_PER_INCH
    this.#steps = 10 ** dialect.decimal / this.#mm
  }

  add(item: ArtItem): void {
    this.#polarity(item.clear === true)
    if (this.#dialect.attributes !== 'none') this.#objectAttributes(item)
    switch (item.kind) {
      case 'flash': {
        const aperture = flashAperture(item, { mm: this.#mm }, this.#dialect.macros)
        if (!aperture) return this.#region(placedContour(shapeContour(item.shape), item.at, item.rotation))
        this.#select(aperture, item.fn)
        return this.#coordinate(item.at, 'D03')
      }
      case 'draw':
        this.#select(penAperture(item.width, { mm: this.#mm }), item.fn)
        this.#moveTo(item.from)
        this.#interpolate('G01')
        return this.#coordinate(item.to, 'D01')
      case 'arc':
        this.#select(penAperture(item.width, { mm: this.#mm }), item.fn)
        this.#moveTo(item.from)
        return this.#arcTo(item.from, item.to, item.centre, item.clockwise)
      case 'region':
        return this.#region(item.contour)
    }
  }

  text(attributes: FileAttributes, comments: readonly string[], lineEnd: string): string {
    const { unit, integer, decimal } = this.#dialect
    const head = attributes.map(([name, ...values]) => this.#attribute(`TF${name}`, values))
    head.push(
      ...comments.map((c) => `G04 ${c}*`),
      `%FSLAX${integer}${decimal}Y${integer}${decimal}*%`,
      unit === 'mm' ? '%MOMM*%' : '%MOIN*%',
    )
    for (const name of this.#macros) head.push(`%AM${name}*\n${MACROS[name]!.join('*\n')}*%`)
    for (const { code, text, fn } of this.#apertures.values()) {
      const written = this.#dialect.attributes !== 'none' && fn !== ''
      if (written) head.push(this.#attribute('TA.AperFunction', fn.split(',')))
      head.push(`%ADD${code}${text}*%`)
      if (written) head.push(this.#dialect.attributes === 'x2' ? '%TD*%' : 'G04 #@! TD*')
    }
    head.push('%LPD*%', 'G75*')
    const text = [...head.filter((line) => line !== ''), ''].join('\n') + this.#body.join('') + 'M02*\n'
    return lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd)
  }

  #attribute(name: string, values: readonly string[]): string {
    const body = [name, ...values.map(attributeText)].join(',')
    if (this.#dialect.attributes === 'x2') return `%${body}*%`
    return this.#dialect.attributes === 'comments' ? `G04 #@! ${body}*` : ''
  }

  #objectAttributes(item: ArtItem): void {
    const lines: string[] = []
    if (item.net !== undefined) lines.push(this.#attribute('TO.N', [item.net]))
    if (item.ref !== undefined && item.pin !== undefined) lines.push(this.#attribute('TO.P', [item.ref, item.pin]))
    else if (item.ref !== undefined) lines.push(this.#attribute('TO.C', [item.ref]))
    const wanted = lines.join('\n')
    if (wanted === this.#attributes) return
    if (this.#attributes !== '') this.#body.push(this.#dialect.attributes === 'x2' ? '%TD*%\n' : 'G04 #@! TD*\n')
    if (wanted !== '') this.#body.push(wanted, '\n')
    this.#attributes = wanted
  }

  #polarity(clear: boolean): void {
    if (clear === this.#clear) return
    this.#clear = clear
    this.#body.push(clear ? '%LPC*%\n' : '%LPD*%\n')
  }

  #select(aperture: ApertureText, fn = ''): void {
    const key = `${aperture.text}|${fn}`
    let known = this.#apertures.get(key)
    if (!known) {
      if (aperture.macro) this.#macros.add(aperture.macro)
      known = { code: this.#apertures.size + 10, text: aperture.text, fn }
      this.#apertures.set(key, known)
    }
    if (known.code === this.#aperture) return
    this.#aperture = known.code
    this.#body.push(`D${known.code}*\n`)
  }

  #interpolate(mode: 'G01' | 'G02' | 'G03'): void {
    if (mode === this.#mode) return
    this.#mode = mode
    this.#body.push(`${mode}*\n`)
  }

  #step(mm: number): number {
    return Math.round(mm * this.#steps) + 0
  }

  #coordinate(at: Point, operation: string, offset = ''): void {
    const [x, y] = [this.#step(at[0]), this.#step(at[1])]
    const { modal } = this.#dialect
    this.#body.push(`${modal && x === this.#x ? '' : `X${x}`}${modal && y === this.#y ? '' : `Y${y}`}${offset}${operation}*\n`)
    this.#x = x
    this.#y = y
  }

  #moveTo(at: Point): void {
    if (this.#step(at[0]) === this.#x && this.#step(at[1]) === this.#y) return
    this.#coordinate(at, 'D02')
  }

  #arcTo(from: Point, to: Point, centre: Point, clockwise: boolean): void {
    this.#interpolate(clockwise ? 'G02' : 'G03')
    this.#coordinate(to, 'D01', `I${this.#step(centre[0] - from[0])}J${this.#step(centre[1] - from[1])}`)
  }

  #region(contour: readonly Vertex[]): void {
    const first = contour[0]
    if (!first) return
    this.#body.push('G36*\n')
    this.#coordinate([first[0], first[1]], 'D02')
    contour.forEach((vertex, i) => {
      const next = contour[(i + 1) % contour.length]!
      const [from, to] = [[vertex[0], vertex[1]] as const, [next[0], next[1]] as const]
      const bulge = vertex[2] ?? 0
      if (bulge !== 0) return this.#arcTo(from, to, centreOf(from, to, bulge), bulge < 0)
      this.#interpolate('G01')
      this.#coordinate(to, 'D01')
    })
    this.#body.push('G37*\n')
  }
}

/** @returns the Gerber file of the items, in their order */
export const gerberText = (
  items: Iterable<ArtItem>,
  dialect: GerberDialect,
  attributes: FileAttributes,
  comments: readonly string[],
  lineEnd: string,
): string => {
  const writer = new GerberWriter(dialect)
  for (const item of items) writer.add(item)
  return writer.text(attributes, comments, lineEnd)
}
