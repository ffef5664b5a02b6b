import { err, ok, type Result } from '#core/base/result.ts'
import type { ResourceField } from './resource-source.ts'

/** What is wrong with what was filled in, by field. */
export type FormProblems = Readonly<Record<string, string>>

/** Set by servers themselves, whatever the tables say of creating: these are not asked for. */
const SET_BY_SERVER = /^(?:uri|uuid|created|updated|created_by|updated_by|created_at|updated_at)$/

/** @returns the fields that a form for a new one has: those that the contract gives no default first */
export const formFields = (fields: readonly ResourceField[]): readonly ResourceField[] => {
  const own = fields.filter(({ name, isSent }) => isSent && !SET_BY_SERVER.test(name) && !/_ilike$|^include_/.test(name))
  return [...own.filter(({ isRequired }) => isRequired), ...own.filter(({ isRequired }) => !isRequired)]
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

type Read = (text: string) => { readonly value: unknown } | { readonly problem: string }

const fine = (value: unknown) => ({ value })
const wrong = (problem: string) => ({ problem })

const number =
  (isFine: (value: number) => boolean, says: string): Read =>
  (text) => {
    const value = Number(text.replace(',', '.'))
    return isFine(value) ? fine(value) : wrong(says)
  }

const READ: Readonly<Record<ResourceField['kind'], Read>> = {
  text: (text) => fine(text),
  link: (text) => (/^https?:\/\/\S+$/i.test(text) ? fine(text) : wrong('A link of the service: it begins with https://')),
  address: (text) => (/^[a-z][\w+.-]*:\S+$/i.test(text) ? fine(text) : wrong('An address, such as https://example.org/')),
  identifier: (text) => (UUID.test(text) ? fine(text) : wrong('A UUID, such as 2b1c9d6e-4a10-4c7e-9d5e-0a1b2c3d4e5f')),
  moment: (text) => {
    const at = new Date(text)
    return Number.isNaN(at.getTime()) ? wrong('A date, such as 2026-02-03 or 2026-02-03T09:00') : fine(at.toISOString())
  },
  integer: number(Number.isSafeInteger, 'A whole number'),
  decimal: number(Number.isFinite, 'A number'),
  seconds: number(Number.isFinite, 'A number of seconds'),
  flag: (text) => (text === 'true' || text === 'false' ? fine(text === 'true') : wrong('Yes or no')),
  series: (text) => {
    if (!text.trimStart().startsWith('[')) return fine(lines(text))
    const value = json(text)
    return Array.isArray(value) ? fine(value) : wrong('One entry a line, or a JSON array')
  },
  record: (text) => {
    const value = json(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? fine(value) : wrong('A JSON object, such as {"a": 1}')
  },
  anything: (text) => fine(json(text) ?? text),
}

/**
 * Reads what was filled in for a new one.
 * @param texts by field; empty ones are not sent
 * @returns what to send
 * @fails `wrong` with what is wrong, by field
 */
export const readForm = (
  fields: readonly ResourceField[],
  texts: Readonly<Record<string, string>>,
): Result<Readonly<Record<string, unknown>>, { readonly code: 'wrong'; readonly problems: FormProblems }> => {
  const input: Record<string, unknown> = {}
  const problems: Record<string, string> = {}
  for (const { name, kind, words } of fields) {
    const text = (texts[name] ?? '').trim()
    if (text === '') continue
    const read = words.length > 0 && !words.includes(text) ? wrong(`One of ${words.join(', ')}`) : READ[kind](text)
    if ('value' in read) input[name] = read.value
    else problems[name] = read.problem
  }
  return Object.keys(problems).length > 0 ? err({ code: 'wrong', problems }) : ok(input)
}

/** @returns fields without a default that nothing was filled in for; servers often fill them themselves */
export const leftOut = (fields: readonly ResourceField[], texts: Readonly<Record<string, string>>): readonly string[] =>
  formFields(fields)
    .filter(({ name, isRequired }) => isRequired && !(texts[name] ?? '').trim())
    .map(({ name }) => name)
