import { z } from 'zod'
import { ASAP_ENDPOINTS, BODY_CODES, GENERAL_CODES, type Endpoint, type MultipartBody } from '#core/asap/endpoints.ts'
import { ASAP_ERRORS, errorBody, type AsapErrorCode } from '#core/asap/errors.ts'
import { asapNames } from '#core/asap/registry.ts'
import { HEALTH_PATH, healthAnswer } from '#main/service/routes/health.ts'
import { libraryPage, orderInfo, projectUpload, uploadAnswer } from '#main/service/librepcb/shapes.ts'

type Json = Record<string, unknown>

const refTo = (id: string): string => `#/components/schemas/${id}`

/** @returns a schema as JSON Schema 2020-12; named parts are references */
const schemaOf = (schema: z.ZodType): Json => {
  const id = asapNames.get(schema)?.id
  if (id !== undefined) return { $ref: refTo(id) }
  if (schema instanceof z.ZodArray) return { type: 'array', items: schemaOf(schema.element as z.ZodType) }
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io: 'input', metadata: asapNames }) as Json
  return plain
}

const namedSchemas = (): Record<string, Json> => {
  const { schemas } = z.toJSONSchema(asapNames, { io: 'input', uri: refTo }) as unknown as { schemas: Record<string, Json> }
  return Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => name !== '__shared')
      .map(([name, { $schema: _, $id: __, id: ___, ...schema }]) => [name, schema]),
  )
}

const RATE_HEADERS = {
  'X-RateLimit-Limit': { description: 'Calls in the tighter window', schema: { type: 'integer' } },
  'X-RateLimit-Remaining': { description: 'Calls left in it', schema: { type: 'integer' } },
  'X-RateLimit-Reset': { description: 'Seconds until it ends', schema: { type: 'integer' } },
}

const answer = (description: string, schema: z.ZodType, type = 'application/json'): Json => ({
  description,
  headers: RATE_HEADERS,
  content: { [type]: { schema: schemaOf(schema) } },
})

const failures = (codes: readonly AsapErrorCode[]): Json => {
  const byStatus = new Map<number, AsapErrorCode[]>()
  for (const code of new Set(codes)) byStatus.set(ASAP_ERRORS[code], [...(byStatus.get(ASAP_ERRORS[code]) ?? []), code])
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, names]) => {
        const waits = status === 429 || status === 503
        const headers = waits ? { headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } } } : {}
        return [
          String(status),
          {
            description: names.map((n) => `\`${n}\``).join(', '),
            ...headers,
            content: { 'application/json': { schema: schemaOf(errorBody) } },
          },
        ]
      }),
  )
}

const formSchema = ({ file, texts, jsonTexts = {} }: MultipartBody): Json => {
  const textPart = ([name, description]: readonly [string, string]): readonly [string, Json] => {
    const json = jsonTexts[name]
    const content = json ? { contentMediaType: 'application/json', contentSchema: schemaOf(json) } : {}
    return [name, { type: 'string', description, ...content }]
  }
  return {
    type: 'object',
    properties: {
      file: { type: 'string', contentMediaType: 'application/zip', description: 'one .zip with Gerber and drill files' },
      ...Object.fromEntries(Object.entries(texts).map(textPart)),
    },
    ...(file === 'required' ? { required: ['file'] } : {}),
  }
}

const bodyOf = ({ json, multipart }: Endpoint): Json => {
  if (!json && !multipart) return {}
  const content = {
    ...(multipart ? { 'multipart/form-data': { schema: formSchema(multipart) } } : {}),
    ...(json ? { 'application/json': { schema: schemaOf(json) } } : {}),
  }
  return { requestBody: { required: true, content } }
}

const parametersOf = (path: string, idempotent: boolean): Json => {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'The same key and body give the same answer for 24 hours.',
    schema: { type: 'string', maxLength: 255 },
  }
  const parameters = [...inPath, ...(idempotent ? [key] : [])]
  return parameters.length ? { parameters } : {}
}

const tagOf = (path: string): string => path.split('/')[2]!

const operation = (name: string, entry: Endpoint): Json => ({
  operationId: name,
  tags: [tagOf(entry.path)],
  summary: entry.summary,
  description: `Scope \`${entry.scope}\`.${entry.beyond ? ' Beyond the ASAP contract.' : ''}`,
  security: [{ key: [] }],
  ...parametersOf(entry.path, entry.idempotent === true),
  ...bodyOf(entry),
  responses: {
    200: entry.events ? answer('Events `progress` and `end`', entry.events, 'text/event-stream') : answer('Done', entry.answer),
    ...(entry.pending ? { 202: answer('Not over yet', entry.pending) } : {}),
    ...failures([
      ...GENERAL_CODES,
      ...(entry.json || entry.multipart ? BODY_CODES : (['unsupported_media_type', 'payload_too_large'] as const)),
      ...entry.errors,
    ]),
  },
})

const OPEN_CODES = ['forbidden', 'invalid_request', 'not_found', 'rate_limited', 'internal_error', 'unavailable'] as const

/** Calls without a key: LibrePCB's, and the one that asks whether the service lives. */
const openPaths = (): Record<string, Json> => {
  const call = (
    name: string,
    tag: string,
    summary: string,
    schema: z.ZodType,
    more: Json = {},
    codes: readonly AsapErrorCode[] = [],
  ): Json => ({
    operationId: name,
    tags: [tag],
    summary,
    security: [],
    ...more,
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: schemaOf(schema) } } },
      ...failures([...OPEN_CODES, ...codes]),
    },
  })
  const body = { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(projectUpload) } } } }
  const format = {
    name: 'format',
    in: 'path',
    required: true,
    description: 'file format of the client, such as 0.1',
    schema: { type: 'string' },
  }
  const page = { name: 'page', in: 'query', required: false, schema: { type: 'integer', minimum: 1 } }
  return {
    [HEALTH_PATH]: { get: call('health', 'health', 'Ask whether the service lives', healthAnswer) },
    '/api/v1/order': { get: call('librepcbOrder', 'librepcb', 'Ask where and how a LibrePCB project can be ordered', orderInfo) },
    '/api/v1/order/upload': {
      post: call('librepcbUpload', 'librepcb', 'Upload a LibrePCB project', uploadAnswer, body, [
        ...BODY_CODES,
        'invalid_file',
        'empty_file',
      ]),
    },
    '/api/v1/libraries/v{format}': {
      get: call('librepcbLibraries', 'librepcb', 'List LibrePCB libraries readable by a file format', libraryPage, {
        parameters: [format, page],
      }),
    },
  }
}

/** @returns the OpenAPI 3.1 document, made from the schemas that read and check the calls */
export const openApi = (version: string): Json => {
  const paths: Record<string, Json> = {}
  for (const [name, entry] of Object.entries(ASAP_ENDPOINTS)) {
    paths[`/api${entry.path}`] = { ...paths[`/api${entry.path}`], [entry.method.toLowerCase()]: operation(name, entry) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Boardproof service',
      version,
      description:
        'The ASAP PCB API v1: DFM analysis, quoting and ordering from Gerber zips. Lists are newest first. Times are ISO 8601 UTC.',
    },
    servers: [{ url: '/' }],
    paths: { ...paths, ...openPaths() },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key from `boardproof keys create`.' } },
      schemas: namedSchemas(),
    },
  }
}
