import { escapeXml } from '#core/report/escape.ts'

/** HTML that is known to be safe; only `markup` makes it. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Markup | readonly Markup[] | null | false

const textOf = (part: Part): string => {
  if (part instanceof Markup) return part.text
  if (part === null || part === false) return ''
  if (typeof part === 'object') return part.map((one) => one.text).join('')
  return escapeXml(String(part))
}

/** HTML with holes: what goes into a hole is escaped unless it is markup itself; null and false vanish. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.reduce((out, string, i) => out + textOf(parts[i - 1] ?? null) + string))

export const nothing = new Markup('')
