import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** RFC 3986, 4.1: every character that a reference may hold. The schema asks for this by a format that zod takes for a whole address. */
const URI_REFERENCE = "^(?:[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$"

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const withReferences = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withReferences)
  if (value === null || typeof value !== 'object') return value
  const { format, ...rest } = value as { readonly [key: string]: Json }
  const kept = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, withReferences(inner)]))
  if (format === undefined) return kept
  return format === 'uri-reference' ? { ...kept, pattern: URI_REFERENCE } : { ...kept, format: withReferences(format) }
}

const published = JSON.parse(readFileSync(new URL('./sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8')) as Json

/** The schema that OASIS publishes with SARIF 2.1.0 (revision rtm.5). */
const schema = z.fromJSONSchema(withReferences(published) as unknown as Parameters<typeof z.fromJSONSchema>[0])

/** @returns what is not as the schema has it, at most five; empty = valid */
export const sarifProblems = (log: unknown): unknown => schema.safeParse(log).error?.issues.slice(0, 5) ?? []
