import type { z } from 'zod'
import type { AsapErrorCode } from '#core/asap/errors.ts'
import { ApiError } from './api-error.ts'

/** Fields whose mistakes have a code of their own. */
const OWN_CODE: Readonly<Record<string, AsapErrorCode>> = {
  quantity: 'invalid_quantity',
  lead_time: 'invalid_lead_time',
  quote_id: 'invalid_quote_id',
}

/**
 * Reads a body by its schema.
 * @throws ApiError with the code of the first field that has its own, else `fallback`; `details.issues` lists all
 */
export const readBody = <T extends z.ZodType>(schema: T, body: unknown, fallback: AsapErrorCode = 'invalid_request'): z.infer<T> => {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  const issues = read.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))
  const special = read.error.issues.map(({ path }) => OWN_CODE[String(path[0])]).find((code) => code !== undefined)
  const [first] = issues
  throw new ApiError(special ?? fallback, first ? `${first.field || 'body'}: ${first.message}` : 'The body cannot be read.', {
    issues: issues.slice(0, 20),
  })
}

/** Parses JSON text of a form's part. @throws ApiError `fallback` */
export const parseText = (name: string, text: string | undefined, fallback: AsapErrorCode): unknown => {
  if (text === undefined || text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError(fallback, `The part ${name} is not JSON.`)
  }
}
