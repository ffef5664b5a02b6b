import type { DrillTools } from '#core/read/excellon/drill-tools.ts'
import type { FormatFacts, Omitted } from '#core/read/excellon/format-facts.ts'
import { generatorFrom } from '#core/read/excellon/generator.ts'

const MAX_COMMENTS = 500
const MAX_COMMENT_LENGTH = 500
const MAX_ATTRIBUTES = 200

const UNIT_WORDS: ReadonlyMap<string, 'mm' | 'inch'> = new Map([
  ...['mm', 'metric', 'millimeters'].map((word) => [word, 'mm'] as const),
  ...['inch', 'inches', 'in', 'english'].map((word) => [word, 'inch'] as const),
])

const isPlated = (text: string): boolean => !/^(non|un|npth)/i.test(text)

/**
 * Reads what CAD tools put into the comments of a drill file: number format, tool tables, plating, X2 attributes.
 * Source of the X2 form: XNC format specification, 2019.07, "#@!" comments; the others are dialects as met.
 */
export class DrillComments {
  readonly texts: string[] = []
  readonly fileAttributes: Record<string, readonly string[]> = {}
  generator: string | null = null
  readonly #facts: FormatFacts
  readonly #tools: DrillTools

  constructor(facts: FormatFacts, tools: DrillTools) {
    this.#facts = facts
    this.#tools = tools
  }

  /** @param text the comment without its `;`, `(` and `)` */
  read(text: string, line: number): void {
    const trimmed = text.slice(0, MAX_COMMENT_LENGTH).trim()
    if (trimmed === '') return
    if (this.texts.length < MAX_COMMENTS) this.texts.push(trimmed)
    const attribute = /^#@!\s*(T[FAD])\.?([^,*]*),?([^*]*)/.exec(trimmed)
    if (attribute)
      this.#attribute(
        attribute[1]!,
        attribute[2]!.trim(),
        attribute[3]!.split(',').map((value) => value.trim()),
      )
    else if (!this.#format(trimmed, line) && !this.#tool(trimmed, line)) this.#plating(trimmed)
    if (attribute?.[2] === 'GenerationSoftware') this.generator = generatorFrom(trimmed) ?? this.generator
    else this.generator ??= generatorFrom(trimmed)
  }

  #attribute(command: string, name: string, values: readonly string[]): void {
    if (command === 'TF') {
      if (Object.keys(this.fileAttributes).length < MAX_ATTRIBUTES) this.fileAttributes[`.${name}`] = values
      if (name === 'FileFunction' && values[0] === 'Plated') this.#tools.filePlated = true
      if (name === 'FileFunction' && values[0] === 'NonPlated') this.#tools.filePlated = false
    } else if (command === 'TD') {
      if (name === '' || name === 'AperFunction') this.#setFunction(null, null)
    } else if (name === 'AperFunction') {
      const plated = values.includes('NonPlated') ? false : values.includes('Plated') ? true : null
      const fn = values.filter((value) => !['Plated', 'NonPlated', 'PTH', 'NPTH', 'Blind', 'Buried', ''].includes(value))
      this.#setFunction(plated, fn.length > 0 ? fn.join(',') : null)
    }
  }

  #setFunction(plated: boolean | null, fn: string | null): void {
    this.#tools.attributePlated = plated
    this.#tools.attributeFunction = fn
  }

  #format(text: string, line: number): boolean {
    const digits = /^FILE_FORMAT\s*=\s*(\d)\s*[:.]\s*(\d)/i.exec(text)
    if (digits) this.#facts.sayDigits(Number(digits[1]), Number(digits[2]), 'comment', line)
    const braces = /^FORMAT\s*=\s*\{([^}]*)\}/i.exec(text)
    if (braces) this.#formatParts(braces[1]!.split('/'), line)
    const slashes = /^Format\s*:\s*(\d[.:]\d\s*\/.*)$/i.exec(text)
    if (slashes) this.#formatParts(slashes[1]!.split('/'), line)
    const unit = /^units?\s*[:=]\s*(\w+)/i.exec(text)
    const said = unit ? UNIT_WORDS.get(unit[1]!.toLowerCase()) : undefined
    if (said) this.#facts.sayUnit(said, 'comment', line)
    return Boolean(digits ?? braces ?? slashes ?? said)
  }

  /** `2:4/ absolute / inch / keep zeros` (KiCad) and `3.3 / Absolute / MM / Leading` (Mentor). */
  #formatParts(parts: readonly string[], line: number): void {
    for (const part of parts.map((each) => each.trim().toLowerCase())) {
      const digits = /^(\d)[:.](\d)$/.exec(part)
      if (digits) this.#facts.sayDigits(Number(digits[1]), Number(digits[2]), 'comment', line)
      const unit = UNIT_WORDS.get(part)
      if (unit) this.#facts.sayUnit(unit, 'comment', line)
      const omitted = OMITTED_WORDS.get(part)
      if (omitted) this.#facts.sayOmitted(omitted, 'comment', line)
      if (part === 'decimal') this.#facts.decimalPoints = true
    }
  }

  #tool(text: string, line: number): boolean {
    const allegro =
      /^(?:T(\d{1,6})\s+)?Holesize\s+(\d{1,6})\.?\s*=\s*([\d.]+)\s+Tolerance\s*=\s*\S+\s+(PLATED|NON_PLATED|OPTIONAL)\s+(MILS?|MM|MICRONS?|INCH(?:ES)?)/i.exec(
        text,
      )
    if (allegro) {
      const plated = allegro[4]!.toUpperCase() === 'OPTIONAL' ? null : isPlated(allegro[4]!)
      this.#describe(Number(allegro[1] ?? allegro[2]), plated, allegro[3], allegro[5], line)
      return true
    }
    const table =
      /^T(\d{1,6})\b[\s:=-]*(NON[-_ ]?PLATED|UNPLATED|PLATED|NPTH|PTH)\b[\s:=-]*(?:([\d.]+)\s*(mils?|mm|in(?:ch(?:es)?)?)?)?/i.exec(text)
    if (table) this.#describe(Number(table[1]), isPlated(table[2]!), table[3], table[4], line)
    return table !== null
  }

  #describe(number: number, plated: boolean | null, size: string | undefined, unit: string | undefined, line: number): void {
    const value = size === undefined ? NaN : Number(size)
    const word = unit?.toLowerCase() ?? ''
    const scale = word.startsWith('mil') || word.startsWith('micron') ? 0.001 : 1
    const toolUnit = word === '' ? null : word === 'mm' || word.startsWith('micron') ? 'mm' : 'inch'
    this.#tools.describeFromComment(number, plated, Number.isFinite(value) ? value * scale : null, toolUnit, line)
  }

  #plating(text: string): void {
    const section = /^TYPE\s*=\s*(PLATED|NON_PLATED)/i.exec(text) ?? /^Layer\s*:\s*(N?PTH)_/i.exec(text) ?? SECTION_TITLE.exec(text)
    if (section) this.#tools.sectionPlated = isPlated(section[1]!)
    const contents = /^Contents\s*:.*\b((?:Non-)?Plated)\s*$/i.exec(text)
    if (contents) this.#tools.filePlated = !/Non-Plated\s*$/i.test(text)
    const range = /^(NON-PLATED|THROUGH \(PLATED\)) HOLES START AT T(\d{1,6})/i.exec(text)
    if (range) this.#tools.ranges.push({ from: Number(range[2]), plated: isPlated(range[1]!) })
  }
}

const SECTION_TITLE = /^(non[-_ ]?plated|unplated|plated)(?:\s+(?:holes|through|drills?|hits))*:?$/i

const OMITTED_WORDS: ReadonlyMap<string, Omitted> = new Map([
  ['suppress leading zeros', 'leading'],
  ['suppress trailing zeros', 'trailing'],
  ['keep zeros', 'none'],
  ['leading', 'leading'],
  ['trailing', 'trailing'],
  ['none', 'none'],
])
