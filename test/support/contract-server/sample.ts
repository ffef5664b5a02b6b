import type { ContractField } from '#main/build/providers/contract-file.ts'
import type { Operation } from './operation.ts'

const uuid = (name: string): string => {
  const hex = Buffer.from(name.padEnd(16, '.').slice(0, 16)).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

const sampleOf = (field: ContractField): unknown => {
  if (field.enum) return field.enum[0]
  const type = field.type.split(' | ')[0]!
  switch (type) {
    case 'uri':
      return `https://data.example.org/${field.name}/${uuid(field.name)}/`
    case 'uuid':
      return uuid(field.name)
    case 'datetime':
      return '2026-02-03T09:00:00Z'
    case 'date':
      return '2026-02-03'
    case 'integer':
      return 7
    case 'number':
      return 2.5
    case 'boolean':
      return true
    case 'object':
      return field.fields ? sampleObject(field.fields) : { default: `some ${field.name}` }
    case 'array':
      return field.items ? [sampleObject(field.items)] : []
    case 'string[]':
      return [`some ${field.name}`]
    case 'array of [name, value] pairs':
      return [['Content-Type', 'application/octet-stream']]
    default:
      return `some ${field.name}`
  }
}

/** A value with every field of a contract filled. */
export const sampleObject = (fields: readonly ContractField[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field.name, sampleOf(field)]))

/** The answer that a call gives when no rule says otherwise: the contract's own example, else made from its fields. */
export const sampleAnswer = (operation: Operation): unknown =>
  operation.answer === null ? undefined : (operation.example ?? sampleObject(operation.answer))
