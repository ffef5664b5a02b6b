import type { ContractField } from '#main/build/providers/contract-file.ts'

type Way = 'sent' | 'answered'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const TESTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  uri: (value) => typeof value === 'string' && /^https?:\/\/\S+$/.test(value),
  uuid: (value) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value),
  datetime: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)),
  date: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
  integer: Number.isSafeInteger,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  object: isRecord,
  array: Array.isArray,
  anything: () => true,
  'string[]': (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
  'array of [name, value] pairs': (value) =>
    Array.isArray(value) &&
    value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every((each) => typeof each === 'string')),
}

const isOptional = (field: ContractField, way: Way): boolean =>
  way === 'sent'
    ? field.required !== true
    : field.required === false || field.inferred === true || /\bonly\b(?! value)/.test(field.description ?? '')

const ofField = (value: unknown, field: ContractField, way: Way, path: string): readonly string[] => {
  const [type, ...others] = field.type.split(' | ')
  if (value === null && (others.includes('null') || (way === 'answered' && field.required === false))) return []
  const test = TESTS[type!]
  if (!test) throw new Error(`the contract has a type that is not known here: ${field.type}`)
  if (!test(value)) return [`${path} is ${JSON.stringify(value)?.slice(0, 60)}, ${field.type} was agreed`]
  if (field.enum && way === 'sent' && !field.enum.includes(String(value)))
    return [`${path} is "${String(value)}", none of ${field.enum.join(', ')}`]
  if (field.maximum !== undefined && Number(value) > field.maximum) return [`${path} is above ${field.maximum}`]
  if (type === 'object' && field.fields) return deviations(value, field.fields, way, `${path}.`)
  if (type === 'array' && field.items)
    return (value as readonly unknown[]).flatMap((each, k) => deviations(each, field.items!, way, `${path}[${k}].`))
  return []
}

/** @returns what in a value differs from the agreed fields; empty when nothing does */
export const deviations = (value: unknown, fields: readonly ContractField[], way: Way, path = ''): readonly string[] => {
  if (!isRecord(value)) return [`${path || 'the value'} is no object`]
  const known = new Map(fields.map((field) => [field.name, field]))
  const unknown =
    way === 'sent'
      ? Object.keys(value)
          .filter((name) => !known.has(name))
          .map((name) => `${path}${name} is not in the contract`)
      : []
  return fields.reduce<readonly string[]>((found, field) => {
    if (!Object.hasOwn(value, field.name)) return isOptional(field, way) ? found : [...found, `${path}${field.name} is missing`]
    return [...found, ...ofField(value[field.name], field, way, `${path}${field.name}`)]
  }, unknown)
}
