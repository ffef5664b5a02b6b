import type { EndpointName } from '#core/asap/endpoints.ts'
import { ASAP_ENDPOINTS } from '#core/asap/endpoints.ts'

export interface Field {
  readonly name: string
  readonly type: string
  readonly enum?: readonly unknown[]
  readonly enumComplete?: boolean
  readonly fields?: readonly Field[]
  readonly items?: readonly Field[]
  readonly description?: string
}

export interface ContractEndpoint {
  readonly method: string
  readonly path: string
  readonly errors: readonly { readonly code: string; readonly status: number }[]
  readonly responses: readonly { readonly status: number; readonly fields: readonly Field[]; readonly example: unknown }[]
}

export interface Contract {
  readonly endpoints: readonly ContractEndpoint[]
}

/** @returns our name of a contract's endpoint, or undefined */
export const nameOf = ({ method, path }: { readonly method: string; readonly path: string }): EndpointName | undefined =>
  (Object.entries(ASAP_ENDPOINTS) as [EndpointName, { method: string; path: string }][]).find(
    ([, e]) => e.method === method && e.path === path,
  )?.[0]

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const DATE = /^\d{4}-\d\d-\d\d$/

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (v) => typeof v === 'string',
  integer: Number.isInteger,
  number: (v) => typeof v === 'number' && Number.isFinite(v),
  boolean: (v) => typeof v === 'boolean',
  object: (v) => typeof v === 'object' && v !== null && !Array.isArray(v),
  array: Array.isArray,
  datetime: (v) => typeof v === 'string' && DATE_TIME.test(v),
  date: (v) => typeof v === 'string' && DATE.test(v),
  null: (v) => v === null,
  'string[]': (v) => Array.isArray(v) && v.every((item) => typeof item === 'string'),
}

const hasType = (type: string, value: unknown): boolean =>
  type.split('|').some((name) => {
    const test = TYPES[name.trim()]
    if (!test) throw new Error(`the contract has a type "${name}" that this test does not know`)
    return test(value)
  })

/** Fields that the contract itself lets be absent in an answer. */
const MAY_BE_ABSENT = new Set(['ship_to.country', 'ship_to.postal_code', 'ship_to.name', 'build.layers', 'build.thickness_mm'])

/** Compares an answer with the contract's fields. @returns every deviation, as text; `seen` collects the fields that were there */
export const deviations = (fields: readonly Field[], value: unknown, at: string, seen: Set<string>): string[] => {
  const [only] = fields
  if (only?.name === '[]') {
    if (!Array.isArray(value)) return [`${at} is no array`]
    return value.flatMap((item, i) => deviations(only.items ?? [], item, `${at}[${i}]`, seen))
  }
  return fields.flatMap((field) => {
    const where = at ? `${at}.${field.name}` : field.name
    const found = (value as Record<string, unknown> | null)?.[field.name]
    if (found === undefined) return MAY_BE_ABSENT.has(where.split('.').slice(-2).join('.')) ? [] : [`${where} is missing`]
    seen.add(where)
    const wrong = hasType(field.type, found) ? [] : [`${where} is ${JSON.stringify(found)}, not ${field.type}`]
    if (field.enum && field.enumComplete !== false && !field.enum.includes(found)) wrong.push(`${where} is ${JSON.stringify(found)}`)
    const [, prefix] = /prefix (\w+_)/.exec(field.description ?? '') ?? []
    if (prefix && found !== null && !String(found).startsWith(prefix)) wrong.push(`${where} does not begin with ${prefix}`)
    if (/0 to 1$/.test(field.description ?? '') && !(Number(found) >= 0 && Number(found) <= 1))
      wrong.push(`${where} is not between 0 and 1`)
    if (field.fields && found !== null) wrong.push(...deviations(field.fields, found, where, seen))
    if (field.items && Array.isArray(found))
      wrong.push(...found.flatMap((item, i) => deviations(field.items!, item, `${where}[${i}]`, seen)))
    return wrong
  })
}
