import fc from 'fast-check'

type Json = Readonly<Record<string, unknown>>

export interface Operation {
  readonly method: string
  /** As in the document, with names in braces. */
  readonly path: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Json }[]
  readonly bodies: Readonly<Record<string, Json>>
  /** Status -> media type -> schema. */
  readonly responses: Readonly<Record<string, Readonly<Record<string, Json>>>>
  readonly open: boolean
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Json>> }
}

/** @returns the operations that the document describes */
export const operationsOf = (document: Document): readonly Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const content = (part: unknown): Record<string, Json> =>
        Object.fromEntries(
          Object.entries((part as { content?: Record<string, { schema: Json }> })?.content ?? {}).map(([t, { schema }]) => [t, schema]),
        )
      const responses = operation['responses'] as Record<string, unknown>
      return {
        method: method.toUpperCase(),
        path,
        parameters: (operation['parameters'] ?? []) as Operation['parameters'],
        bodies: content(operation['requestBody']),
        responses: Object.fromEntries(Object.entries(responses).map(([status, response]) => [status, content(response)])),
        open: (operation['security'] as readonly unknown[]).length === 0,
      }
    }),
  )

/** Texts that have broken services before. */
const NASTY = ['', ' ', '\u0000', '../../etc/passwd', "'; DROP TABLE board; --", '%00', '\ud800', 'a'.repeat(5000), '١٢', '1e999', '-1', 'null', '{}', '__proto__', '${7*7}'] // prettier-ignore

const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, [], {}, [[]], { a: 1 }),
  fc.constantFrom(...NASTY),
  fc.string(),
  fc.anything({ maxDepth: 2, withNullPrototype: false }),
)

/** @returns values that a schema allows, now and then one that it does not */
export const valuesFor = (schema: Json, document: Document, depth = 0): fc.Arbitrary<unknown> => {
  const spoiled = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 7, arbitrary: good }, { weight: 1, arbitrary: nasty })
  if (typeof schema['$ref'] === 'string') return valuesFor(document.components.schemas[schema['$ref'].split('/').at(-1)!]!, document, depth)
  const options = (schema['anyOf'] ?? schema['oneOf']) as readonly Json[] | undefined
  if (options) return fc.oneof(...options.map((option) => valuesFor(option, document, depth + 1)))
  if (Array.isArray(schema['enum'])) return spoiled(fc.constantFrom(...(schema['enum'] as unknown[])))
  const inner = schema['contentSchema'] as Json | undefined
  if (inner) return spoiled(valuesFor(inner, document, depth + 1).map((value) => JSON.stringify(value) ?? ''))
  switch (schema['type']) {
    case 'object': {
      const required = new Set((schema['required'] ?? []) as readonly string[])
      const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Json>)
      const fields = Object.fromEntries(properties.map(([name, value]) => [name, valuesFor(value, document, depth + 1)]))
      return spoiled(fc.record(fields, { requiredKeys: properties.map(([name]) => name).filter((name) => required.has(name)) }))
    }
    case 'array':
      return spoiled(fc.array(valuesFor(schema['items'] as Json, document, depth + 1), { maxLength: 3 }))
    case 'integer':
      return spoiled(fc.integer({ min: Number(schema['minimum'] ?? -5), max: Math.min(Number(schema['maximum'] ?? 200_000), 200_000) }))
    case 'number':
      return spoiled(fc.double({ min: 0, max: 100, noNaN: true }))
    case 'boolean':
      return spoiled(fc.boolean())
    case 'null':
      return fc.constant(null)
    default:
      return spoiled(
        fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('US', 'DE', 'standard', 'bare_pcb', 'enig', ...NASTY.slice(0, 6))),
      )
  }
}
