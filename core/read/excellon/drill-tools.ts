import type { ProblemLog } from '#core/base/problem.ts'
import type { DrillTool } from '#core/read/excellon/drill-file.ts'

type ToolEntry = { -readonly [K in keyof DrillTool]: DrillTool[K] } & { used: boolean; section: boolean | null; fromComment: boolean }

const MAX_TOOLS = 65_000

/** The tool table of a drill file, with what attributes and comments say about plating. */
export class DrillTools {
  readonly #entries: ToolEntry[] = []
  readonly #latest = new Map<number, number>()
  readonly #log: ProblemLog
  /** From `;TYPE=PLATED` and the like: counts for tools defined from here on. */
  sectionPlated: boolean | null = null
  /** From X2 aperture attributes in comments (`TA.AperFunction`): counts for tools defined from here on. */
  attributePlated: boolean | null = null
  attributeFunction: string | null = null
  /** From the whole file (`TF.FileFunction`, `Contents: … Plated`). */
  filePlated: boolean | null = null
  /** Fritzing: tool numbers from which on tools are plated or not. */
  readonly ranges: { from: number; plated: boolean }[] = []

  constructor(log: ProblemLog) {
    this.#log = log
  }

  get count(): number {
    return this.#entries.length
  }

  /** @returns index of the tool with this number as last defined, or -1 */
  find(number: number): number {
    return this.#latest.get(number) ?? -1
  }

  /** A `T1C0.5` definition. @returns the tool's index */
  define(number: number, diameter: number | null, line: number): number {
    const index = this.find(number)
    const entry = this.#entries[index]
    if (!entry) return this.#add(number, diameter, line)
    if (diameter !== null && entry.diameter !== null && entry.diameter !== diameter && !entry.fromComment) {
      this.#log.add(
        'warning',
        'tool-redefined',
        line,
        `Tool ${number} is defined again with another diameter; hits after this line use the new one.`,
      )
      if (entry.used) return this.#add(number, diameter, line)
    }
    if (diameter !== null) Object.assign(entry, { diameter, unit: null, line, fromComment: false })
    this.#describe(entry)
    return index
  }

  /** A tool table line in a comment: never overrides a diameter from a `T` definition. */
  describeFromComment(number: number, plated: boolean | null, diameter: number | null, unit: 'mm' | 'inch' | null, line: number): void {
    const known = this.find(number)
    const entry = this.#entries[known === -1 ? this.#add(number, null, line) : known]!
    if (plated !== null) entry.plated = plated
    if (entry.diameter === null && diameter !== null) Object.assign(entry, { diameter, unit, fromComment: true })
  }

  markUsed(index: number): void {
    const entry = this.#entries[index]
    if (entry) entry.used = true
  }

  /** @returns the table in order of definition, plating settled */
  finish(): readonly DrillTool[] {
    return this.#entries.map(({ number, diameter, unit, plated, fn, line, section }) => {
      const range = this.ranges.filter(({ from }) => number >= from).sort((a, b) => b.from - a.from)[0]
      return { number, diameter, unit, plated: plated ?? section ?? range?.plated ?? this.filePlated, fn, line }
    })
  }

  #add(number: number, diameter: number | null, line: number): number {
    if (this.#entries.length >= MAX_TOOLS) {
      this.#log.add('error', 'too-many-tools', line, `More than ${MAX_TOOLS} tools; hits of further tools are given to the last one.`)
      return this.#entries.length - 1
    }
    const entry: ToolEntry = { number, diameter, unit: null, plated: null, fn: null, line, used: false, section: null, fromComment: false }
    this.#describe(entry)
    this.#latest.set(number, this.#entries.length)
    return this.#entries.push(entry) - 1
  }

  #describe(entry: ToolEntry): void {
    entry.plated = this.attributePlated ?? entry.plated
    entry.fn = this.attributeFunction ?? entry.fn
    entry.section = this.sectionPlated ?? entry.section
  }
}
