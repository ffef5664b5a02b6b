import { err, ok, type Result } from '#core/base/result.ts'
import type { Capability, Figure, WeightRow } from './capability.ts'
import { figureDefinition, figureDefinitions, figureParts, type FigureKind } from './figures.ts'

/** Nothing on a board is longer, mm. */
export const LARGEST_FIGURE = 10_000
const MOST_LIST = 50
const MOST_TEXT = 500

/** What a person writes for one figure. */
export interface FigurePatch {
  readonly value?: unknown
  readonly source?: string | null
  readonly asOf?: string | null
}

export type FigureProblem = { readonly code: 'not-a-figure'; readonly message: string }
const problem = (message: string): { readonly ok: false; readonly error: FigureProblem } => err({ code: 'not-a-figure', message })

const NUMBER = /^\d{1,5}(?:[.,]\d{1,6})?$/

const numberFrom = (text: string): Result<number, FigureProblem> => {
  if (!NUMBER.test(text)) return problem(`“${text.slice(0, 20)}” is not a figure such as 0.15.`)
  const value = Number(text.replace(',', '.'))
  return value <= LARGEST_FIGURE ? ok(value) : problem(`A figure is at most ${LARGEST_FIGURE}.`)
}

/**
 * Reads what was typed for a figure. Empty = not known. A decimal comma counts as a point; figures of a list are apart by
 * spaces or semicolons.
 * @fails with what is wrong, for the person who typed it
 */
export const readFigure = (kind: FigureKind, typed: string): Result<unknown, FigureProblem> => {
  const text = typed.trim()
  if (text === '') return ok(null)
  if (kind === 'number') return numberFrom(text)
  if (kind === 'text') return text.length <= MOST_TEXT ? ok(text) : problem(`At most ${MOST_TEXT} characters.`)
  if (kind === 'parts') return problem('Its parts are changed one by one.')
  const parts = text.split(/[\s;×x]+|,\s+/).filter(Boolean)
  if (parts.length > MOST_LIST) return problem(`At most ${MOST_LIST} figures.`)
  const values: number[] = []
  for (const part of parts) {
    const read = numberFrom(part)
    if (!read.ok) return read
    values.push(read.value)
  }
  return ok(values)
}

/** @returns the figure as it is typed and shown; empty when it is not known */
export const figureText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((v) => String(v)).join(' ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, part]) => `${name} ${figureText(part) || '–'}`)
      .join(' · ')
  return String(value)
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

/** Reads a date: `2026`, `2026-06`, `2026-06-15`, `undated`; empty = not known. @fails with what is wrong */
export const readAsOf = (typed: string): Result<string | null, FigureProblem> => {
  const text = typed.trim()
  if (text === '') return ok(null)
  if (text === 'undated' || DATE.test(text)) return ok(text)
  return problem('A date is written 2026-06-15, 2026-06 or 2026; or “undated”.')
}

/** @returns the capability with one figure of `params` changed */
export const withFigure = (capability: Capability, name: string, patch: FigurePatch): Capability => {
  const before: Figure = capability.params[name] ?? { value: null, source: null, asOf: null }
  return { ...capability, params: { ...capability.params, [name]: { ...before, ...patch } } }
}

const tableOf = (value: unknown): Readonly<Record<string, unknown>> => (isTable(value) ? (value as Record<string, unknown>) : {})

/** @returns one part of a figure that has several; null when it is not known */
export const partOfFigure = (capability: Capability, name: string, part: string): unknown =>
  tableOf(capability.params[name]?.value)[part] ?? null

/** @returns the capability with one part of a figure changed; the other parts stay */
export const withPart = (capability: Capability, name: string, part: string, value: unknown): Capability => {
  const { [part]: _, ...others } = tableOf(capability.params[name]?.value)
  const parts = value === null ? others : { ...others, [part]: value }
  return withFigure(capability, name, { value: Object.keys(parts).length ? parts : null })
}

export interface WeightPatch {
  readonly trace?: number | null
  readonly space?: number | null
  readonly source?: string | null
  readonly asOf?: string | null
}

/** @param weight finished copper, `35um` @returns the capability with one row of the table by copper weight changed */
export const withWeight = (capability: Capability, side: 'outer' | 'inner', weight: string, patch: WeightPatch): Capability => {
  const table = capability.copperByWeight ?? {}
  const row: WeightRow = { ...table[side]?.[weight], ...patch }
  return { ...capability, copperByWeight: { ...table, [side]: { ...table[side], [weight]: row } } }
}

const isFigure = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= LARGEST_FIGURE)

const fits = (kind: FigureKind, value: unknown): boolean => {
  if (value === null) return true
  switch (kind) {
    case 'number':
      return isFigure(value)
    case 'list':
      // Some fabs give one list per layer count: such a table is kept as it is.
      return (Array.isArray(value) && value.length <= MOST_LIST && value.every((v) => v !== null && isFigure(v))) || isTable(value)
    case 'text':
      return typeof value === 'string' && value.length <= MOST_TEXT
    case 'parts':
      return isTable(value)
  }
}

const isTable = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

const WEIGHT = /^\d{1,4}um$/

/** @returns what is wrong with the figures of a capability, in words; none = it can be judged by */
export const figureProblems = (capability: Capability): readonly string[] => {
  const wrong: string[] = []
  for (const [name, { value }] of Object.entries(capability.params)) {
    const definition = figureDefinition(name)
    if (!definition) wrong.push(`There is no figure “${name.slice(0, 40)}”.`)
    else if (!fits(definition.kind, value)) wrong.push(`${definition.title}: this is not a figure that fits.`)
    for (const part of figureParts[name] ?? [])
      if (!fits(part.kind, partOfFigure(capability, name, part.name))) wrong.push(`${part.title}: this is not a figure that fits.`)
  }
  for (const side of ['outer', 'inner'] as const)
    for (const [weight, { trace, space }] of Object.entries(capability.copperByWeight?.[side] ?? {})) {
      if (!WEIGHT.test(weight)) wrong.push(`“${weight.slice(0, 20)}” is not a copper weight such as 35um.`)
      if (!isFigure(trace ?? null) || !isFigure(space ?? null)) wrong.push(`Copper ${weight}, ${side}: this is not a figure that fits.`)
    }
  return wrong
}

/** @returns how many figures the capability gives; the others come from the conservative set */
export const figuresGiven = (capability: Capability): number =>
  figureDefinitions.filter(({ name }) => (capability.params[name]?.value ?? null) !== null).length
